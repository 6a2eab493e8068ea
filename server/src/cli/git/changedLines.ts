import type { GitAnswer, Io } from '../io/io.ts'
import { allLines, readPatch, type TouchedLines } from './patch.ts'

/** What a branch touched in the file at a full path; null if nothing. */
export type ChangedLines = (path: string) => TouchedLines | null

const listPathspecs = [':(top,icase,glob)**/*.md', ':(top,glob)**/.idea-files.json']

// no configuration of the user or the repository may change the form of the patch, or run a program
const gitSettings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'diff.relative=false']
const diffOptions = [
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--text', '--unified=0', '--inter-hunk-context=0'],
  ...['--find-renames', '--src-prefix=a/', '--dst-prefix=b/', '--ignore-submodules=all'],
]

/**
 * The differences between the files on disk and the commit at which HEAD branched off `since`; untracked files count as new. `paths` are
 * those given to the command. Rejects, with a message for the user, if there is no git, no repository around the current folder, no such
 * commit, or a path outside the repository.
 */
export async function readChanges(since: string, paths: readonly string[], io: Io): Promise<ChangedLines> {
  const prefix = outputOf(await io.git(['rev-parse', '--show-prefix']), repositoryError)
  const depth = prefix.split('/').filter((part) => part !== '').length
  const top = io
    .absolute('.')
    .split('/')
    .slice(0, depth === 0 ? undefined : -depth)
    .join('/')
    .replace(/\/$/, '')
  const pathInRepository = (path: string): string | null => {
    const full = io.absolute(path)
    return full === top ? '' : full.startsWith(`${top}/`) ? full.slice(top.length + 1) : null
  }
  const outside = paths.find((path) => pathInRepository(path) === null)
  if (outside !== undefined) throw new Error(`${outside} is outside the git repository of this folder`)

  const commit = outputOf(
    await io.git(['rev-parse', '--verify', '--quiet', `${since}^{commit}`]),
    () => `git knows no branch, tag or commit ${since}; a shallow clone may lack it`,
  )
  const base = outputOf(
    await io.git(['merge-base', commit, 'HEAD']),
    () => `git finds no commit from which both ${since} and HEAD come; a shallow clone may lack it`,
  )
  // a file that was named is read whatever its extension
  const otherNames = paths.flatMap((path) => (/\.md$/i.test(path) ? [] : [pathInRepository(path)!])).filter((path) => path !== '')
  const kinds = await Promise.all(otherNames.map((path) => io.kind(`${top}/${path}`).catch(() => 'none')))
  const specs = [
    '--',
    ...listPathspecs,
    ...otherNames.filter((_, index) => kinds[index] === 'file').map((path) => `:(top,literal)${path}`),
  ]

  const patch = readPatch(outputOf(await io.git([...gitSettings, 'diff', ...diffOptions, base, ...specs]), gitError, false))
  const others = await io.git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ...specs])
  const untracked = new Set(outputOf(others, gitError, false).split('\0'))
  return (path) => {
    const relative = pathInRepository(path)
    return relative === null ? null : untracked.has(relative) ? allLines : (patch.get(relative) ?? null)
  }
}

/** The output of git; throws the message of `failure` if it failed. */
function outputOf(answer: GitAnswer, failure: (answer: GitAnswer) => string, trim = true): string {
  if (answer.code !== 0) throw new Error(failure(answer))
  return trim ? answer.out.trim() : answer.out
}

const gitError = ({ code, err }: GitAnswer): string => `git says: ${err.trim().split('\n')[0] || `exit code ${code}`}`

const repositoryError = (answer: GitAnswer): string =>
  answer.err.includes('not a git repository') ? 'this folder is in no git repository' : gitError(answer)
