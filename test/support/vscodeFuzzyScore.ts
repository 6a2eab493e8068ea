/** VS Code's `fuzzyScore` (base/common/filters.ts), as its list of suggestions uses it, written again: the score, or null. */

const maxLength = 128
const separators = new Set([...'_-. /\\\'":$<>()[]{}'])

const isSeparator = (text: string, at: number): boolean => at >= 0 && at < text.length && separators.has(text[at]!)
const isSpace = (text: string, at: number): boolean => at >= 0 && (text[at] === ' ' || text[at] === '\t')
const isUpper = (text: string, low: string, at: number): boolean => text[at] !== low[at]

interface Pair {
  readonly pattern: string
  readonly patternLow: string
  readonly word: string
  readonly wordLow: string
}

const none = Number.MIN_SAFE_INTEGER

/** The score of one letter in one place, and whether it is a strong match: at a beginning of a word. */
function letterScore(
  { pattern, patternLow, word, wordLow }: Pair,
  patternAt: number,
  wordAt: number,
  isNewMatch: boolean,
): { readonly score: number; readonly isStrong: boolean } {
  if (patternLow[patternAt] !== wordLow[wordAt]) return { score: none, isStrong: false }
  const sameCase = pattern[patternAt] === word[wordAt] ? 7 : 5
  let score = 1
  let isGap = false
  if (wordAt === patternAt) score = sameCase
  else if (isUpper(word, wordLow, wordAt) && (wordAt === 0 || !isUpper(word, wordLow, wordAt - 1))) {
    score = sameCase
    isGap = true
  } else if (isSeparator(wordLow, wordAt) && (wordAt === 0 || !isSeparator(wordLow, wordAt - 1))) score = 5
  else if (isSeparator(wordLow, wordAt - 1) || isSpace(wordLow, wordAt - 1)) {
    score = 5
    isGap = true
  }
  const isStrong = score > 1 && patternAt === 0
  isGap ||= isUpper(word, wordLow, wordAt) || isSeparator(wordLow, wordAt - 1) || isSpace(wordLow, wordAt - 1)
  if (patternAt === 0) score -= wordAt === 0 ? 0 : isGap ? 3 : 5
  else if (isNewMatch) score += isGap ? 2 : 0
  else score += isGap ? 0 : 1
  if (wordAt + 1 === word.length) score -= isGap ? 3 : 5
  return { score, isStrong }
}

/** For each letter of the pattern the first and the last place in the word that it can have. */
function placesOf({ patternLow, wordLow }: Pair): { readonly first: readonly number[]; readonly last: readonly number[] } | null {
  const first: number[] = []
  for (let at = 0, word = 0; at < patternLow.length; at++, word++) {
    word = wordLow.indexOf(patternLow[at]!, word)
    if (word < 0) return null
    first.push(word)
  }
  const last: number[] = Array.from({ length: patternLow.length }, () => 0)
  for (let at = patternLow.length - 1, word = wordLow.length - 1; at >= 0; at--, word--) {
    word = wordLow.lastIndexOf(patternLow[at]!, word)
    last[at] = word
  }
  return { first, last }
}

/** How well the letters of a pattern match a text in their order; null if they do not, or if the first one begins no word. */
export function vscodeFuzzyScore(typed: string, text: string): number | null {
  const [pattern, word] = [typed.slice(0, maxLength), text.slice(0, maxLength)]
  const pair: Pair = { pattern, patternLow: pattern.toLowerCase(), word, wordLow: word.toLowerCase() }
  if (pattern === '' || pattern.length > word.length) return null
  const places = placesOf(pair)
  if (places === null) return null
  const row = (): number[] => new Array<number>(word.length + 2).fill(0)
  let [table, diagonal] = [row(), row()]
  let hasStrongFirst = false
  for (let at = 0; at < pattern.length; at++) {
    const [nextTable, nextDiagonal] = [row(), row()]
    const from = places.first[at]!
    const to = at + 1 < pattern.length ? places.last[at + 1]! : word.length
    for (let wordAt = from; wordAt < to; wordAt++) {
      const column = wordAt + 1
      const { score, isStrong } =
        wordAt <= places.last[at]! ? letterScore(pair, at, wordAt, diagonal[column - 1] === 0) : { score: none, isStrong: false }
      hasStrongFirst ||= isStrong
      const byDiagonal = score === none ? null : score + table[column - 1]!
      const gap = (index: number): number => (nextDiagonal[index]! > 0 ? -5 : 0)
      const byLeft = wordAt > from ? nextTable[column - 1]! + gap(column - 1) : null
      const byTwoLeft = wordAt > from + 1 && nextDiagonal[column - 1]! > 0 ? nextTable[column - 2]! + gap(column - 2) : null
      const left = Math.max(byLeft ?? none, byTwoLeft ?? none)
      if (left !== none && (byDiagonal === null || left >= byDiagonal)) nextTable[column] = left
      else {
        nextTable[column] = byDiagonal ?? 0
        nextDiagonal[column] = diagonal[column - 1]! + 1
      }
    }
    table = nextTable
    diagonal = nextDiagonal
  }
  if (!hasStrongFirst) return null
  // a match that begins later is worse by what it skips
  const boost = word.length === pattern.length ? 2 : 0
  return table[word.length]! + boost - places.first[0]!
}
