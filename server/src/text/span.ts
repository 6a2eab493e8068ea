/** A half-open range of UTF-16 offsets. What the offsets count from is said by whoever holds the span. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same span, counted from a place `by` code units earlier. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by })

/** Whether `offset` stands in the span or at one of its two ends. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end

/** Whether two spans have a place in common, both ends counted. */
export const intersects = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end

/** Whether the whole of `inner` lies in `outer`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const isBlank = (char: number): boolean => char === 32 || char === 9 || char === 10 || char === 13

/** The span without blanks and line ends at its two ends; empty at its start where it holds nothing else. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--
  while (from < to && isBlank(text.charCodeAt(from))) from++
  return { start: from, end: to }
}
