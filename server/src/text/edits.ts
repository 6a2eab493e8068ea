import type { Span } from './span.ts'

/** A replacement; where its span counts from is said by whoever yields it. */
export interface Edit {
  readonly span: Span
  readonly newText: string
}

const byPlace = (a: Edit, b: Edit): number => a.span.start - b.span.start || a.span.end - b.span.end

/** Whether no two edits touch the same character or insert at the same place, and none ends before it begins. */
export function areDisjoint(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byPlace)
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

/** The text with all edits made. They must be disjoint; those of an overlapping set throw. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!areDisjoint(edits)) throw new RangeError('Edits overlap; expected edits that are disjoint.')
  let at = 0
  const parts: string[] = []
  for (const { span, newText } of [...edits].sort(byPlace)) {
    parts.push(text.slice(at, span.start), newText)
    at = span.end
  }
  return parts.join('') + text.slice(at)
}
