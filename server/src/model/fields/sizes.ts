import { escapeForRegExp } from '../../text/escapeForRegExp.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { Span } from '../../text/span.ts'
import type { Size, SizeSpec, SizeWord } from '../types.ts'

/** Only the start of a value is searched for its size. */
const maxSizeText = 200

/** The words of the built-in programmes. */
export const defaultSizeWords: readonly SizeWord[] = ['small', 'medium', 'large']

/** The words that size fields are read with: all default ones, or a custom programme's own. */
export const sizeWordsOf = memoByIdentity((sizes: readonly SizeSpec[]): readonly SizeWord[] => {
  const words = sizes.flatMap(({ word }) => word ?? [])
  return words.every((word) => defaultSizeWords.includes(word)) ? defaultSizeWords : words
})

/** A size's word in a text, in the programme's spelling. */
export interface FoundWord {
  readonly word: SizeWord
  readonly span: Span
}

/** Matches any of these words as a whole word. */
const sizeWordPattern = memoByIdentity((words: readonly SizeWord[]): RegExp => {
  const longestFirst = words.toSorted((a, b) => b.length - a.length).map(escapeForRegExp)
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${longestFirst.join('|')})(?![\p{L}\p{N}_])`, 'giu')
})

/** The words of sizes in a text, in document order: whole words in any letter case. Spans count from the start of the text. */
export function sizeWordsIn(text: string, words: readonly SizeWord[] = defaultSizeWords): readonly FoundWord[] {
  if (words.length === 0) return []
  return [...text.matchAll(sizeWordPattern(words))].flatMap(({ 0: written, index }) => {
    const word = words.find((each) => each.toLowerCase() === written.toLowerCase())
    return word === undefined ? [] : [{ word, span: { start: index, end: index + written.length } }]
  })
}

/** `350 hours`, `~175h`; not `20 hours per week`. */
const sizeHours = /\b(\d{2,4})\s*[-–]?\s*(?:hours?|hrs?|h)\b(?!\s*(?:\/|per|a|each)\s*(?:week|day|month))/i
/** `350`; not `12 weeks`, `10-12 weeks`. */
const bareSizeHours =
  /(?:^|[^\w.])~?\s*(\d{2,4})(?![\w.])(?!\s{0,4}(?:(?:[-–]|to)\s{0,4}\d{1,3})?\s{0,4}-?\s{0,4}(?:hours?|hrs?|h|weeks?|wks?|days?|months?|%))/i

/** Reads a size's word and hours from a field's value; null for an empty value. */
export function readSize(text: string, span: Span, words: readonly SizeWord[] = defaultSizeWords): Size | null {
  const value = text.slice(span.start, Math.min(span.end, span.start + maxSizeText))
  if (value.trim() === '') return null
  const hours = sizeHours.exec(value)?.[1] ?? bareSizeHours.exec(value)?.[1]
  return { word: sizeWordsIn(value, words)[0]?.word ?? null, hours: hours === undefined ? null : Number(hours), span }
}

/** Characters between a word and its hours. */
const maxHoursDistance = 20

/** The sizes in a template's note: `small (~90 hour projects), medium …`, or only hours: `175 or 350 hours`. */
export function parseSizeOptions(note: string, words: readonly SizeWord[] = defaultSizeWords): readonly SizeSpec[] {
  const named = sizeWordsIn(note, words).flatMap(({ word, span }) => {
    const hours = /^[^\d\r\n]{0,20}(\d{2,4})/.exec(note.slice(span.end, span.end + maxHoursDistance + 4))?.[1]
    return hours === undefined ? [] : [{ word, hours: Number(hours) }]
  })
  if (named.length > 0) return named
  return [...note.matchAll(/\b(\d{2,4})\b/g)].map(([, hours]) => ({ word: null, hours: Number(hours) }))
}
