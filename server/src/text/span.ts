/** A half-open range of UTF-16 offsets. What the offsets count from is documented at each use. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same span, counted from an origin `by` code units earlier. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

/** Sorts spans by their start, equal starts by their end. */
export const compareSpans = (a: Span, b: Span): number => a.start - b.start || a.end - b.end

/** Whether `offset` is in the span or at one of its ends. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end

/** Whether two spans overlap or touch. */
export const intersects = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Whether `inner` is completely in `outer`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether a UTF-16 unit is a space, a tab or a line break. */
export const isWhitespace = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10 || unit === 13

/** The span without whitespace at its two ends; empty at its start if it contains nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (to > from && isWhitespace(text.charCodeAt(to - 1))) to--
  while (from < to && isWhitespace(text.charCodeAt(from))) from++
  return { start: from, end: to }
}

/** The span without trailing whitespace. */
export function trimTrailingWhitespace(text: string, span: Span): Span {
  let end = Math.min(span.end, text.length)
  while (end > span.start && isAsciiWhitespace(text.charCodeAt(end - 1))) end--
  return { start: span.start, end }
}

/** The part of `inner` inside `outer`; if there is none, empty at the nearer end of `outer`. */
export function clampSpan(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end)
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) }
}

/** As `isWhitespace`, with vertical tab and form feed. */
const isAsciiWhitespace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
