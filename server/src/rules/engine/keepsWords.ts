import { applyEdits, compareEdits, type Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'

const wordPattern = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu

/** Words that only join or link others: `Ada and Ben`, `https://github.com/ada`, which becomes `@ada`. */
const connectives: ReadonlySet<string> = new Set(['and', 'https', 'http', 'www', 'mailto'])

/**
 * Whether every word of the text is still there after the edits, as often as before. `named` are the places that the fixed findings are
 * about: their words may be dropped, also where they are repeated (in the anchors of links to a renamed heading).
 */
export const keepsWords = (text: string, edits: readonly Edit[], named: readonly Span[]): boolean =>
  lostWords(text, edits, named).length === 0

/** Where edits remove words that are lost. */
export function placesOfLostWords(text: string, edits: readonly Edit[], named: readonly Span[]): readonly Span[] {
  const lost = new Set(lostWords(text, edits, named))
  if (lost.size === 0) return []
  return editedWordPieces(text, edits)
    .filter(({ span }) => wordsIn(text.slice(span.start, span.end)).some((word) => lost.has(word)))
    .map(({ span }) => span)
}

function lostWords(text: string, edits: readonly Edit[], named: readonly Span[]): readonly string[] {
  const missing = missingWords(text, edits)
  if (missing.length === 0) return missing
  const mayDrop = new Set(named.flatMap(({ start, end }) => wordsIn(text.slice(start, end))))
  return missing.filter((word) => !mayDrop.has(word) && !connectives.has(word))
}

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(wordPattern) ?? []

/** The words that edits remove and do not insert elsewhere. Looks only at the edits and the words that they touch. */
function missingWords(text: string, edits: readonly Edit[]): readonly string[] {
  const counts = new Map<string, number>()
  const count = (words: readonly string[], by: number): void => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + by)
  }
  for (const { span, edits: inside } of editedWordPieces(text, edits)) {
    const before = text.slice(span.start, span.end)
    count(wordsIn(before), -1)
    count(wordsIn(applyEdits(before, inside)), 1)
  }
  return [...counts].flatMap(([word, surplus]) => (surplus < 0 ? [word] : []))
}

interface EditedPiece {
  readonly span: Span
  /** Relative to the piece. */
  readonly edits: readonly Edit[]
}

/** The edits with the whole words that they touch; edits that touch the same word are in one piece. */
function editedWordPieces(text: string, edits: readonly Edit[]): readonly EditedPiece[] {
  const pieces: { start: number; end: number; edits: Edit[] }[] = []
  for (const edit of edits.toSorted(compareEdits)) {
    const { start, end } = wholeWords(text, edit.span)
    const last = pieces.at(-1)
    if (last === undefined || last.end < start) pieces.push({ start, end, edits: [edit] })
    else {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    }
  }
  return pieces.map(({ start, end, edits: own }) => ({
    span: { start, end },
    edits: own.map(({ span, newText }) => ({ span: { start: span.start - start, end: span.end - start }, newText })),
  }))
}

/** Longer words are cut: they are not words. */
const maxWordLength = 500

const wordBefore = /[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]*$/u
const wordAfter = /^[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]*/u

function wholeWords(text: string, { start, end }: Span): Span {
  const before = wordBefore.exec(text.slice(Math.max(0, start - maxWordLength), start))![0].length
  const after = wordAfter.exec(text.slice(end, end + maxWordLength))![0].length
  return { start: start - before, end: end + after }
}
