import { decodeLossy } from '../../platform/decodeText.ts'
import { gitignore } from '../../workspace/folders.ts'
import { readGitignore, type Verdict } from '../../workspace/gitignore.ts'
import { findRepository } from '../git/repository.ts'
import type { Io } from '../io/io.ts'
import { relativeTo } from '../io/paths.ts'

/** A `.gitignore` and its folder, as a full path. */
interface IgnoreFile {
  readonly folder: string
  readonly verdict: Verdict
}

/** The `.gitignore` files of a folder and those above it, the innermost first. */
export type IgnoreFiles = readonly IgnoreFile[]

const maxBytes = 256 * 1024

/** Whether git ignores a file or folder, given that it does not ignore the folder around it. */
export function isIgnoredPath(files: IgnoreFiles, path: string, isFolder: boolean): boolean {
  for (const { folder, verdict } of files) {
    const found = verdict(relativeTo(folder, path) ?? '', isFolder)
    if (found !== undefined) return found === 'ignored'
  }
  return false
}

/** The `.gitignore` files above a folder, up to the root of its repository; none without a repository. */
export async function ignoreFilesAbove(folder: string, io: Io): Promise<IgnoreFiles> {
  const root = await findRepository(folder, io)
  if (root === null) return []
  const names = (relativeTo(root, folder) ?? '').split('/').filter((name) => name !== '')
  let files: IgnoreFiles = []
  for (let depth = 0; depth < names.length; depth++) {
    files = await withIgnoreFile(files, [root.replace(/\/$/, ''), ...names.slice(0, depth)].join('/'), io)
  }
  return files
}

/** These files, and the one of a folder below them, if there is one. */
export async function withIgnoreFile(files: IgnoreFiles, folder: string, io: Io): Promise<IgnoreFiles> {
  const path = `${folder}/${gitignore}`
  if (!(await io.exists(path))) return files
  try {
    const { bytes, size } = await io.read(path, maxBytes + 1)
    return size > maxBytes ? files : [{ folder, verdict: readGitignore(decodeLossy(bytes)) }, ...files]
  } catch {
    return files
  }
}
