import { applyEdits, compareEdits, type Edit, trimUnchanged } from './edits.ts'
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
  const groups = joinEditPieces([...insertedPieces(first), ...second.map(({ span }): Piece => ({ ...span, grown: 0 }))])
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
function joinEditPieces(pieces: readonly Piece[]): readonly Piece[] {
  const groups: Piece[] = []
  for (const piece of [...pieces].sort(compareSpans)) {
    const last = groups.at(-1)
    if (last === undefined || piece.start > last.end) groups.push(piece)
    else groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, piece.end), grown: last.grown + piece.grown }
  }
  return groups
}
