import { markdownExtensions } from '../../protocol/relevantFiles.ts'
import { allLines, type TouchedLines } from '../../report/touchedLines.ts'
import type { Io } from '../io/io.ts'
import { relativeTo } from '../io/paths.ts'
import { readPatch } from './patch.ts'
import { findRepository } from './repository.ts'
import { createGit, type Git, gitError, gitOutput, repositoryError } from './safeGit.ts'

/** What a branch touched in the file at a full path; null if nothing. Rejects, with a message for the user, if git cannot tell. */
export type ChangedLines = (path: string) => Promise<TouchedLines | null>

const listPathspecs = [
  ...markdownExtensions.map((extension) => `:(top,icase,glob)**/*.${extension}`),
  ':(top,glob)**/.idea-files.json',
]

const diffOptions = [
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--text', '--unified=0', '--inter-hunk-context=0'],
  ...['--find-renames', '--src-prefix=a/', '--dst-prefix=b/', '--ignore-submodules=all'],
]

/** What was touched in one repository, by paths relative to its folder. */
type RepositoryChanges = (path: string) => TouchedLines | null

/**
 * The differences between the files on disk and the commit at which HEAD branched off `since`; untracked files count as new. `paths` are
 * those given to the command. A file of a submodule is compared with the submodule's commit of that time. Rejects, with a message for the
 * user, if there is no git, no repository around the current folder, no such commit, or a path outside the repository.
 */
export async function readChangedLines(since: string, paths: readonly string[], io: Io): Promise<ChangedLines> {
  const here = io.realPath('.')
  const hereGit = await createGit(here, io)
  const prefix = gitOutput(await hereGit(['rev-parse', '--show-prefix']), repositoryError)
  const depth = prefix.split('/').filter((part) => part !== '').length
  const top = here
    .split('/')
    .slice(0, depth === 0 ? undefined : -depth)
    .join('/')
    .replace(/\/$/, '')
  const outside = paths.find((path) => relativeTo(top, io.realPath(path)) === null)
  if (outside !== undefined) throw new Error(`${outside} is outside this git repository`)

  const git = await createGit(top === '' ? '/' : top, io)
  const base = await changedSinceCommit(since, git)
  const named = await filesToFindChangedLines(paths, io)
  const repositories = new Map([
    [
      top,
      readChangedRepository(
        git,
        base,
        named.flatMap((path) => relativeTo(top, path) ?? []),
      ),
    ],
  ])
  const changesIn = (repository: string): Promise<RepositoryChanges> => {
    const known = repositories.get(repository) ?? readChangedSubmodule(repository, base, { top, git, named, io })
    repositories.set(repository, known)
    return known
  }
  return async (path) => {
    const real = io.realPath(path)
    if (relativeTo(top, real) === null) return null
    const found = await findRepository(real.slice(0, real.lastIndexOf('/')), io)
    const repository = found === null || relativeTo(top, found) === null ? top : found
    return (await changesIn(repository))(relativeTo(repository, real)!)
  }
}

async function changedSinceCommit(since: string, git: Git): Promise<string> {
  const commit = gitOutput(
    await git(['rev-parse', '--verify', '--quiet', `${since}^{commit}`]),
    () => `${since} is not a known branch, tag or commit (a shallow clone may not have it)`,
  )
  return gitOutput(
    await git(['merge-base', commit, 'HEAD']),
    () => `${since} and HEAD have no common ancestor (a shallow clone may not have it)`,
  )
}

/** The files among the paths, which are read whatever their extension. */
async function filesToFindChangedLines(paths: readonly string[], io: Io): Promise<readonly string[]> {
  const kinds = await Promise.all(paths.map((path) => io.kind(path).catch(() => null)))
  return paths.filter((_, index) => kinds[index] === 'file').map(io.realPath)
}

async function readChangedRepository(git: Git, base: string, named: readonly string[]): Promise<RepositoryChanges> {
  const specs = ['--', ...listPathspecs, ...named.map((path) => `:(top,literal)${path}`)]
  const patch = readPatch(gitOutput(await git(['diff', ...diffOptions, base, ...specs]), gitError, false))
  const others = await git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ...specs])
  const untracked = new Set(gitOutput(others, gitError, false).split('\0'))
  return (path) => (untracked.has(path) ? allLines : (patch.get(path) ?? null))
}

interface Superproject {
  readonly top: string
  readonly git: Git
  readonly named: readonly string[]
  readonly io: Io
}

/** The changes in a repository inside another one: since the commit that `base` records for it; all of it is new if there is none. */
async function readChangedSubmodule(
  repository: string,
  base: string,
  { top, git, named, io }: Superproject,
): Promise<RepositoryChanges> {
  const recorded = gitOutput(await git(['ls-tree', base, '--', `:(top,literal)${relativeTo(top, repository)}`]), gitError)
  const [, commit] = /^160000 commit ([0-9a-f]{40,64})\t/.exec(recorded) ?? []
  if (commit === undefined) return () => allLines
  const own = await createGit(repository, io)
  return readChangedRepository(
    own,
    commit,
    named.flatMap((path) => relativeTo(repository, path) ?? []),
  )
}
