import { compareEdits, type Edit } from './edits.ts'
import type { Span } from './span.ts'

/** Where a span of the edited text was before the disjoint edits; null if one of its ends is inside a new text. */
export function spanBeforeEdits(edits: readonly Edit[], span: Span): Span | null {
  let grown = 0
  let { start, end } = span
  for (const { span: old, newText } of edits.toSorted(compareEdits)) {
    const from = old.start + grown
    const to = from + newText.length
    const isInside = (at: number): boolean => from < at && at < to
    if (isInside(span.start) || isInside(span.end)) return null
    grown += newText.length - (old.end - old.start)
    if (to <= span.start) start = span.start - grown
    if (to <= span.end && from < span.end) end = span.end - grown
  }
  return { start, end: Math.max(start, end) }
}
