import type { Io } from '../io/io.ts'
import { findRepository, repositoryPaths } from './repository.ts'
import { createGit } from './safeGit.ts'

/**
 * Gives the web pages of files in the current folder's repository, by their paths: on GitHub and GitLab, as its remote `origin` says.
 * Null for other files and without such a remote.
 */
export async function repositoryWebUrls(io: Io): Promise<(path: string) => string | null> {
  const root = await findRepository(io.realPath('.'), io)
  const remote = root === null ? null : await originOf(root, io)
  const files = remote === null ? null : codeHostFiles(remote)
  if (files === null) return () => null
  const inRepository = await repositoryPaths(io)
  return (path) => {
    const relative = inRepository(path)
    const isInside = !relative.startsWith('/') && !relative.startsWith('../') && !/^[a-z]:/i.test(relative)
    return isInside ? files + relative.split('/').map(encodeURIComponent).join('/') : null
  }
}

async function originOf(root: string, io: Io): Promise<string | null> {
  try {
    const git = await createGit(root, io)
    const { code, out } = await git(['config', '--get', 'remote.origin.url'])
    return code === 0 ? out.trim() : null
  } catch {
    // without git there is no remote
    return null
  }
}

const remotePattern =
  /^(?:https:\/\/(?:[^@/\s]{1,200}@)?|(?:ssh:\/\/)?git@)(github\.com|gitlab\.com)[:/]([\w.-]{1,100}(?:\/[\w.-]{1,100}){1,5})$/i

/** `git@github.com:org/lists.git` → `https://github.com/org/lists/blob/HEAD/`; null for other hosts. */
export function codeHostFiles(remote: string): string | null {
  const found = remotePattern.exec(remote.replace(/(?:\.git)?\/?$/, ''))
  if (!found) return null
  const host = found[1]!.toLowerCase()
  return `https://${host}/${found[2]}/${host === 'gitlab.com' ? '-/' : ''}blob/HEAD/`
}
