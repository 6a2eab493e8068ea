import type { Io } from '../io/io.ts'
import { relativeTo } from '../io/paths.ts'

/** The folder of the git repository around a full path, the path itself included; null if there is none. */
export async function findRepository(path: string, io: Io): Promise<string | null> {
  for (let folder = path.replace(/\/+$/, ''); ; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    // a file in work trees and submodules
    const kind = await io.kind(`${folder}/.git`).catch(() => null)
    if (kind !== null) return folder === '' ? '/' : folder
    if (!folder.includes('/')) return null
  }
}

/**
 * Gives paths relative to the root of the current folder's repository: GitHub and code scanning services look there. A path outside, or
 * without a repository, stays as it is: `./a.md` → `a.md`.
 */
export async function repositoryPaths(io: Io): Promise<(path: string) => string> {
  const root = await findRepository(io.realPath('.'), io)
  return (path) => {
    // first the name that was given: a symbolic link in the repository is a file of its own there
    const inRepository = root && (relativeTo(root, io.absolute(path)) ?? relativeTo(root, io.realPath(path)))
    return inRepository || path.replace(/^(?:\.\/)+/, '')
  }
}
