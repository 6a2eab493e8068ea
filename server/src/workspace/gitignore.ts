import { type Matcher, readPlainGlob } from '../config/glob.ts'

/** What the rules of one file say of a path below its folder; undefined where they say nothing. */
export type Verdict = (path: string, isFolder: boolean) => 'ignored' | 'kept' | undefined

interface IgnoreRule {
  readonly fits: Matcher
  readonly foldersOnly: boolean
  readonly verdict: 'ignored' | 'kept'
}

// nobody writes more; every file of a workspace is held against all of them
const maxRules = 2000

/**
 * Reads a `.gitignore` (git-scm.com/docs/gitignore, "Pattern format"). Without the usual packages: they make regular expressions
 * of patterns that come with any repository, and those can take minutes.
 */
export function readGitignore(text: string): Verdict {
  const rules = text.split(/\r?\n/, maxRules).flatMap(readRule).reverse()
  return (path, isFolder) => rules.find(({ fits, foldersOnly }) => (isFolder || !foldersOnly) && fits(path))?.verdict
}

function readRule(line: string): readonly IgnoreRule[] {
  if (line.startsWith('#')) return []
  const negated = line.startsWith('!')
  const written = trimTrailingSpaces(negated ? line.slice(1) : line)
  const foldersOnly = written.endsWith('/')
  const pattern = foldersOnly ? written.slice(0, -1) : written
  if (pattern === '') return []
  // a slash anywhere but at the end counts from the file's own folder
  const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`
  // all that is in a folder, and not the folder
  const whole = anchored.endsWith('/**') ? `${anchored}/*` : anchored
  const fits = readPlainGlob(unescaped(whole))
  return fits === null ? [] : [{ fits, foldersOnly, verdict: negated ? 'kept' : 'ignored' }]
}

/** Blanks at the end count only behind a backslash. */
function trimTrailingSpaces(line: string): string {
  let end = line.length
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--
  return line.slice(0, end)
}

/** A character behind a backslash stands for itself, which a class of one character says in any glob. */
const unescaped = (pattern: string): string =>
  pattern.replace(/\\(.)/g, (_, char: string) => ('*?[\\'.includes(char) ? `[${char}]` : char))
