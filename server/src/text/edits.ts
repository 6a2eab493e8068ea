import { compareSpans, type Span } from './span.ts'

/** A replacement. Functions that return edits document what the spans count from. */
export interface Edit {
  readonly span: Span
  readonly newText: string
}

/** Sorts edits by their spans. */
export const compareEdits = (a: Edit, b: Edit): number => compareSpans(a.span, b.span)

/** Whether no two edits touch the same character or insert at the same offset, and no span ends before it starts. */
export function areDisjoint(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(compareEdits)
  return sorted.every(({ span }, index) => {
    const before = sorted[index - 1]
    if (span.end < span.start) return false
    return (
      !before ||
      before.span.end < span.start ||
      (before.span.end === span.start && before.span.start < before.span.end && span.start < span.end)
    )
  })
}

/** The edits in order; those that touch become one: an insertion and a replacement at one offset would have no order. */
export function joinTouching(edits: readonly Edit[]): readonly Edit[] {
  const found: Edit[] = []
  for (const edit of edits.toSorted(compareEdits)) {
    const last = found.at(-1)
    if (last === undefined || last.span.end < edit.span.start) found.push(edit)
    else found[found.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: last.newText + edit.newText }
  }
  return found
}

/** The text with all edits applied. Throws if they are not disjoint. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!areDisjoint(edits)) throw new RangeError('Edits overlap; expected edits that are disjoint.')
  let at = 0
  const parts: string[] = []
  for (const { span, newText } of [...edits].sort(compareEdits)) {
    parts.push(text.slice(at, span.start), newText)
    at = span.end
  }
  return parts.join('') + text.slice(at)
}
