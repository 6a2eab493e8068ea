import type { Span } from '../../text/span.ts'

/** The part of a span on its first line, without whitespace at the end: a squiggle over many lines does not help. */
export function firstLineSpan(span: Span, context: { text(span: Span): string }): Span {
  const text = context.text(span)
  const end = text.search(/[\r\n]/)
  const line = end < 0 ? text : text.slice(0, end)
  return { start: span.start, end: span.start + Math.max(line.trimEnd().length, Math.min(1, text.length)) }
}
