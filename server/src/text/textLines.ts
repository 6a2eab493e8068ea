import type { Span } from './span.ts'

// A line ends with LF, CRLF or a lone CR, as in Markdown and in VS Code. All offsets count UTF-16 code units.

const lf = 10
const cr = 13

/** Where the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  for (let start = offset; start > 0; start--) {
    const before = text.charCodeAt(start - 1)
    if (before === lf || before === cr) return start
  }
  return 0
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  for (let end = offset; end < text.length; end++) {
    const char = text.charCodeAt(end)
    if (char === lf || char === cr) return end
  }
  return text.length
}

/** The offset after the line break at `end`; the text's end has one that is one unit long. */
export const afterLineBreak = (text: string, end: number): number =>
  text.charCodeAt(end) === cr && text.charCodeAt(end + 1) === lf ? end + 2 : end + 1

/** Where the line after that of an offset begins; the text's end if it is the last. */
export const nextLineStart = (text: string, offset: number): number =>
  Math.min(text.length, afterLineBreak(text, lineEnd(text, offset)))

/** The offset of the first line from `at` on that is not a blank line. */
export const skipBlankLines = (text: string, at: number): number => {
  const blank = /^(?:[ \t]*\r?\n)+/.exec(text.slice(at))
  return at + (blank?.[0].length ?? 0)
}

/** The lines that a span touches, each without its line break. */
export function linesOf(text: string, { start, end }: Span): readonly Span[] {
  const lines: Span[] = []
  for (let from = lineStart(text, start); from <= end; ) {
    const to = lineEnd(text, from)
    lines.push({ start: from, end: to })
    from = afterLineBreak(text, to)
  }
  return lines
}

/** Whether a line break is between two offsets. */
export const onDifferentLines = (text: string, from: number, to: number): boolean => /[\r\n]/.test(text.slice(from, to))

/** The line break that a text uses: that of its first line. A lone CR counts only if the text has no other: it may be a stray one. */
export function eolOf(text: string): '\n' | '\r\n' | '\r' {
  const end = text.indexOf('\n')
  if (end < 0) return text.includes('\r') ? '\r' : '\n'
  return text[end - 1] === '\r' ? '\r\n' : '\n'
}

/** The columns that a piece of a line takes from column `from`: a tab goes to the next multiple of four. */
export function columnWidth(piece: string, from = 0): number {
  let column = from
  for (const char of piece) column += char === '\t' ? 4 - (column % 4) : 1
  return column - from
}

/** What a list item begins with: indentation, bullet or number, spaces (`  - `, `1.\t`). */
export const listMarker = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+)/

/** The part of a span that is on its first line: a squiggle under a whole object does not help. */
export const firstLineOf = ({ start, end }: Span, text: string): Span => ({ start, end: Math.min(end, lineEnd(text, start)) })

/** The text from `start` to the end of its line, at most up to `end`. */
export const lineTextFrom = (text: string, start: number, end: number): string => /^[^\r\n]*/.exec(text.slice(start, end))![0]

/** The spaces and tabs at the start of a line. */
export const lineIndent = (text: string, { start, end }: Span): string => /^[ \t]*/.exec(text.slice(start, end))![0]

/** Whether a line has nothing but whitespace. */
export const isBlankLine = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === ''

/** The line of a text that contains `offset`, without its line end and without a byte-order mark. */
export function lineAround(text: string, offset: number): Span {
  const start = lineStart(text, offset)
  return { start: start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start, end: lineEnd(text, offset) }
}

/** The lines of a text, without their line breaks. */
export const splitLines = (text: string): readonly string[] => text.split(/\r\n|\r|\n/)
