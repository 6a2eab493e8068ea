import type { Range } from 'vscode-languageserver-types'
import type { LineIndex } from '../text/lineIndex.ts'
import type { Span } from '../text/span.ts'

/** The LSP range of a span of UTF-16 offsets in the file. */
export const toLspRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
})

/** The span without trailing whitespace. */
export function trimTrailingWhitespace(text: string, span: Span): Span {
  let end = Math.min(span.end, text.length)
  while (end > span.start && isSpaceCode(text.charCodeAt(end - 1))) end--
  return { start: span.start, end }
}

/** The part of `inner` inside `outer`; if there is none, empty at the nearer end of `outer`. */
export function clampSpan(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end)
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) }
}

const isSpaceCode = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)
