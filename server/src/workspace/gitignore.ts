import { type Matcher, readPlainGlob } from '../config/glob.ts'

/** Decides about a path below the folder of a `.gitignore`; undefined if no rule matches. */
export type Verdict = (path: string, isFolder: boolean) => 'ignored' | 'kept' | undefined

interface IgnoreRule {
  readonly fits: Matcher
  readonly foldersOnly: boolean
  readonly verdict: 'ignored' | 'kept'
}

/** Every file of a workspace is compared with all rules. */
const maxRules = 2000

/**
 * Reads a `.gitignore` (git-scm.com/docs/gitignore, "Pattern format"). The usual packages make regular expressions of the patterns,
 * and a hostile repository can bring patterns that then take minutes.
 */
export function readGitignore(text: string): Verdict {
  const rules = text.split(/\r?\n/, maxRules).flatMap(readIgnoreRule).reverse()
  return (path, isFolder) => rules.find(({ fits, foldersOnly }) => (isFolder || !foldersOnly) && fits(path))?.verdict
}

function readIgnoreRule(line: string): readonly IgnoreRule[] {
  if (line.startsWith('#')) return []
  const negated = line.startsWith('!')
  const written = trimIgnorePattern(negated ? line.slice(1) : line)
  const foldersOnly = written.endsWith('/')
  const pattern = foldersOnly ? written.slice(0, -1) : written
  if (pattern === '') return []
  // `a/b` and `/a` count from the folder of the file, `a` and `a/` match in any folder
  const anchored = pattern.includes('/') ? pattern.replace(/^\//, '') : `**/${pattern}`
  // `a/**`: everything inside, but not the folder itself
  const whole = anchored.endsWith('/**') ? `${anchored}/*` : anchored
  const fits = readPlainGlob(unescapedIgnorePattern(whole))
  return fits === null ? [] : [{ fits, foldersOnly, verdict: negated ? 'kept' : 'ignored' }]
}

/** `name  ` → `name`, but `name\\ ` keeps its escaped space. */
function trimIgnorePattern(line: string): string {
  let end = line.length
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--
  return line.slice(0, end)
}

/** An escaped character as a class of one, which globs have: `\\*` → `[*]`. */
const unescapedIgnorePattern = (pattern: string): string =>
  pattern.replace(/\\(.)/g, (_, char: string) => ('*?[\\'.includes(char) ? `[${char}]` : char))
