import { applyEdits, compareEdits, type Edit } from './edits.ts'
import { compareSpans } from './span.ts'

interface Piece {
  readonly start: number
  readonly end: number
  /** How much longer the text has become by it; 0 for an edit that is yet to be made. */
  readonly grown: number
}

/**
 * One set of edits of `text` that does what `first` and then `second`, which counts in the text that `first` left, do. Each set
 * is disjoint, and so is the result; no edit touches more characters than it must.
 */
export function composeEdits(text: string, first: readonly Edit[], second: readonly Edit[]): readonly Edit[] {
  const between = applyEdits(text, first)
  const groups = joinPieces([...insertedPieces(first), ...second.map(({ span }): Piece => ({ ...span, grown: 0 }))])
  let grown = 0
  let next = 0
  const later = [...second].sort(compareEdits)
  return groups.flatMap((group) => {
    const from = next
    while (next < later.length && later[next]!.span.end <= group.end) next++
    const inside = later.slice(from, next).map(({ span, newText }) => ({
      span: { start: span.start - group.start, end: span.end - group.start },
      newText,
    }))
    const newText = applyEdits(between.slice(group.start, group.end), inside)
    const start = group.start - grown
    grown += group.grown
    return trimUnchanged(text, { span: { start, end: group.end - grown }, newText }) ?? []
  })
}

/** Where the new texts of edits stand in the text that they leave. */
function insertedPieces(edits: readonly Edit[]): readonly Piece[] {
  let shifted = 0
  return [...edits].sort(compareEdits).map(({ span, newText }) => {
    const grown = newText.length - (span.end - span.start)
    const start = span.start + shifted
    shifted += grown
    return { start, end: start + newText.length, grown }
  })
}

/** Pieces that meet, joined. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const groups: Piece[] = []
  for (const piece of [...pieces].sort(compareSpans)) {
    const last = groups.at(-1)
    if (last === undefined || piece.start > last.end) groups.push(piece)
    else groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, piece.end), grown: last.grown + piece.grown }
  }
  return groups
}

/** Whether a cut between two code units parts a character or a CRLF. */
const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1))

/** The edit without what it leaves as it is at its ends; null where it changes nothing. */
export function trimUnchanged(text: string, { span, newText }: Edit): Edit | null {
  const old = text.slice(span.start, span.end)
  if (old === newText) return null
  const shorter = Math.min(old.length, newText.length)
  let head = 0
  while (head < shorter && old.charCodeAt(head) === newText.charCodeAt(head)) head++
  while (head > 0 && (splitsCharacter(old, head) || splitsCharacter(newText, head))) head--
  let tail = 0
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)) tail++
  while (tail > 0 && (splitsCharacter(old, old.length - tail) || splitsCharacter(newText, newText.length - tail))) tail--
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  }
}
