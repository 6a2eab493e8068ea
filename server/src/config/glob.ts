/** A test for paths with forward slashes, relative to the folder of the glob. */
export type Matcher = (path: string) => boolean

/** `*` (any text) or a test for one character. */
type GlobToken = { readonly kind: 'star' } | { readonly kind: 'one'; readonly fits: (char: string) => boolean }

const maxGlobLength = 200
const maxAlternatives = 64

/**
 * Reads a glob: `*` and `?` within a name, `**` for any folders, `[a-z]`, `{a,b}` and `{2024..2026}`. A glob without a slash matches
 * in any folder. Null if it is empty, too long or `unmatchable`. No regular expression is made of it: for `*a*a*a*a*a*a*b` those of
 * the usual packages take minutes, and any repository can bring a project file.
 */
export function readGlob(glob: string): Matcher | null {
  const plain = glob.trim().replace(/^(?:\.?\/)+/, '')
  if (plain === '' || plain.length > maxGlobLength || unmatchable.test(plain) || hasWrongGlobBraces(plain)) return null
  const anywhere = plain.includes('/') ? plain : `**/${plain}`
  const alternatives = expandGlobBraces(anywhere.endsWith('/') ? `${anywhere}**` : anywhere)
  if (alternatives === null) return null
  return globMatcherOf(alternatives)
}

/** Like {@link readGlob}, but always from the start of the path, and braces are plain characters. */
export const readPlainGlob = (glob: string): Matcher | null =>
  glob === '' || glob.length > maxGlobLength ? null : globMatcherOf([glob])

function globMatcherOf(globs: readonly string[]): Matcher {
  const patterns = globs.map((each) => each.split('/').map(globSegment))
  return (path) => {
    const names = path.split('/').map((name) => Array.from(name))
    return patterns.some((pattern) => fitsGlobParts(pattern, names, isAnyFoldersGlob, globSegmentFits))
  }
}

/**
 * No path below the folder matches an open bracket, a backslash, `../`, `C:` or `a//b`. Patterns of other programs are not supported:
 * `!a`, `@(a|b)`, `[[:alpha:]]`.
 */
const unmatchable = /\[[^\]]*$|\\|(?:^|\/)\.\.?(?:\/|$)|^[A-Za-z]:|\/\/|^!|[@?*+!]\([^()]*\)|\[\[:/

/** Whether a brace has no partner, or a range is not one of rising numbers: `{a`, `{3..1}`, `{a..c}`. */
function hasWrongGlobBraces(glob: string): boolean {
  let depth = 0
  for (const char of glob) {
    if (char === '{') depth++
    else if (char === '}' && --depth < 0) return true
  }
  return depth > 0 || [...glob.matchAll(/\{([^{},]*\.\.[^{},]*)\}/g)].some(([, inside = '']) => !isGlobRange(inside))
}

/** `a.{md,txt}` → `a.md`, `a.txt`; null if there are too many. */
function expandGlobBraces(glob: string): readonly string[] | null {
  let all: readonly string[] = [glob]
  for (;;) {
    const open = all.some((each) => innermostBraces.test(each))
    if (!open) return all
    all = all.flatMap((each) => {
      const found = innermostBraces.exec(each)
      if (found === null) return [each]
      const [whole, inside = ''] = found
      return globBraceChoices(inside).map(
        (choice) => each.slice(0, found.index) + choice + each.slice(found.index + whole.length),
      )
    })
    if (all.length > maxAlternatives) return null
  }
}

const innermostBraces = /\{([^{}]*)\}/

const numberRange = /^(\d{1,4})\.\.(\d{1,4})$/

function isGlobRange(inside: string): boolean {
  const [, from, to] = numberRange.exec(inside) ?? []
  return from !== undefined && Number(from) <= Number(to)
}

function globBraceChoices(inside: string): readonly string[] {
  const range = numberRange.exec(inside)
  if (range === null) return inside.split(',')
  const [first = '', last = ''] = [range[1], range[2]]
  const [from, to] = [Number(first), Number(last)]
  // as in a shell: if one of them begins with a zero, all numbers have as many digits
  const digits = [first, last].some((each) => /^0\d/.test(each)) ? Math.max(first.length, last.length) : 0
  const count = Math.min(Math.max(0, to - from + 1), maxAlternatives + 1)
  return Array.from({ length: count }, (_, index) => String(from + index).padStart(digits, '0'))
}

/** A part between slashes; null for `**`, which matches any number of folders, also none. */
type GlobSegment = readonly GlobToken[] | null

const isAnyFoldersGlob = (part: GlobSegment): boolean => part === null

function globSegment(written: string): GlobSegment {
  return written === '**' ? null : globTokens(Array.from(written))
}

function globTokens(chars: readonly string[]): readonly GlobToken[] {
  const read: GlobToken[] = []
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at]!
    const close = char === '[' ? chars.indexOf(']', at + 2) : -1
    if (char === '*') read.push({ kind: 'star' })
    else if (char === '?') read.push({ kind: 'one', fits: () => true })
    else if (close > 0) {
      read.push({ kind: 'one', fits: globCharClass(chars.slice(at + 1, close)) })
      at = close
    } else read.push({ kind: 'one', fits: (other) => other === char })
  }
  return read
}

function globCharClass(written: readonly string[]): (char: string) => boolean {
  const negated = written[0] === '!' || written[0] === '^'
  const members = negated ? written.slice(1) : written
  const ranges: (readonly [string, string])[] = []
  for (let at = 0; at < members.length; at++) {
    const isRange = members[at + 1] === '-' && members[at + 2] !== undefined
    ranges.push([members[at]!, members[isRange ? at + 2 : at]!])
    if (isRange) at += 2
  }
  return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== negated
}

const globSegmentFits = (pattern: GlobSegment, name: readonly string[]): boolean =>
  pattern !== null &&
  fitsGlobParts(
    pattern,
    name,
    ({ kind }) => kind === 'star',
    (token, char) => token.kind === 'one' && token.fits(char),
  )

/** Whether parts match items, in order; a wild part matches any number of items. Only the last wild part is ever tried again. */
function fitsGlobParts<P, T>(
  parts: readonly P[],
  items: readonly T[],
  isWild: (part: P) => boolean,
  fits: (part: P, item: T) => boolean,
): boolean {
  let part = 0
  let item = 0
  let retry: { readonly part: number; item: number } | null = null
  while (item < items.length) {
    const current = parts[part]
    if (current !== undefined && isWild(current)) {
      retry = { part: part + 1, item }
      part++
    } else if (current !== undefined && fits(current, items[item]!)) {
      part++
      item++
    } else if (retry !== null) {
      retry.item++
      part = retry.part
      item = retry.item
    } else return false
  }
  return parts.slice(part).every(isWild)
}
