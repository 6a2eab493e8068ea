import { applyEdits, compareEdits, type Edit } from './edits.ts'
import { compareSpans } from './span.ts'

interface Piece {
  readonly start: number
  readonly end: number
  /** By how many units it made the text longer; 0 for an edit of the second set. */
  readonly grown: number
}

/**
 * One set of edits of `text` with the effect of `first` and then `second`, whose spans count in the text after `first`. Each set is
 * disjoint, and so is the result. No edit covers characters that stay the same at its ends.
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

/** The new texts of edits, with their places in the edited text. */
function insertedPieces(edits: readonly Edit[]): readonly Piece[] {
  let shifted = 0
  return [...edits].sort(compareEdits).map(({ span, newText }) => {
    const grown = newText.length - (span.end - span.start)
    const start = span.start + shifted
    shifted += grown
    return { start, end: start + newText.length, grown }
  })
}

/** The pieces in order; those that touch are joined. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const groups: Piece[] = []
  for (const piece of [...pieces].sort(compareSpans)) {
    const last = groups.at(-1)
    if (last === undefined || piece.start > last.end) groups.push(piece)
    else groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, piece.end), grown: last.grown + piece.grown }
  }
  return groups
}

/** Whether an offset is inside a surrogate pair or a CRLF. */
const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1))

/** The edit without the unchanged characters at its ends; null if it changes nothing. */
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
