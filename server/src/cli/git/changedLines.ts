import type { GitAnswer, Io } from '../io/io.ts'
import { allLines, readPatch, type TouchedLines } from './patch.ts'

/** What a branch touched in the file at a full path; null where it touched nothing in it. */
export type ChangedLines = (path: string) => TouchedLines | null

const lists = [':(top,icase,glob)**/*.md', ':(top,glob)**/.idea-files.json']

// nothing that a person or a repository has set up may change what the patch looks like, or run a program
const settings = ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', '-c', 'diff.relative=false']
const patchForm = [
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--text', '--unified=0', '--inter-hunk-context=0'],
  ...['--find-renames', '--src-prefix=a/', '--dst-prefix=b/', '--ignore-submodules=all'],
]

/**
 * What differs between the files as they stand and the commit at which HEAD branched off `since`, files that git does not yet know among
 * it. `paths` are those that were asked for. Rejects, with a message fit to be shown, where there is no git, no repository around the
 * folder that the command runs in, no such commit, or a path outside.
 */
export async function readChanges(since: string, paths: readonly string[], io: Io): Promise<ChangedLines> {
  const prefix = said(await io.git(['rev-parse', '--show-prefix']), notInRepository)
  const depth = prefix.split('/').filter((part) => part !== '').length
  const top = io
    .absolute('.')
    .split('/')
    .slice(0, depth === 0 ? undefined : -depth)
    .join('/')
    .replace(/\/$/, '')
  const inside = (path: string): string | null => {
    const full = io.absolute(path)
    return full === top ? '' : full.startsWith(`${top}/`) ? full.slice(top.length + 1) : null
  }
  const outside = paths.find((path) => inside(path) === null)
  if (outside !== undefined) throw new Error(`${outside} is outside the git repository of this folder`)

  const commit = said(
    await io.git(['rev-parse', '--verify', '--quiet', `${since}^{commit}`]),
    () => `git knows no branch, tag or commit ${since}; a shallow clone may lack it`,
  )
  const base = said(
    await io.git(['merge-base', commit, 'HEAD']),
    () => `git finds no commit from which both ${since} and HEAD come; a shallow clone may lack it`,
  )
  // a file that was named outright is read whatever its name
  const odd = paths.flatMap((path) => (/\.md$/i.test(path) ? [] : [inside(path)!])).filter((path) => path !== '')
  const kinds = await Promise.all(odd.map((path) => io.kind(`${top}/${path}`).catch(() => 'none')))
  const specs = ['--', ...lists, ...odd.filter((_, index) => kinds[index] === 'file').map((path) => `:(top,literal)${path}`)]

  const patch = readPatch(said(await io.git([...settings, 'diff', ...patchForm, base, ...specs]), gitSays, false))
  const others = await io.git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ...specs])
  const fresh = new Set(said(others, gitSays, false).split('\0'))
  return (path) => {
    const own = inside(path)
    return own === null ? null : fresh.has(own) ? allLines : (patch.get(own) ?? null)
  }
}

/** What git answered; where it failed, the words of `failure` are the error's. */
function said(answer: GitAnswer, failure: (answer: GitAnswer) => string, trim = true): string {
  if (answer.code !== 0) throw new Error(failure(answer))
  return trim ? answer.out.trim() : answer.out
}

const gitSays = ({ code, err }: GitAnswer): string => `git says: ${err.trim().split('\n')[0] || `exit code ${code}`}`

const notInRepository = (answer: GitAnswer): string =>
  answer.err.includes('not a git repository') ? 'this folder is in no git repository' : gitSays(answer)
