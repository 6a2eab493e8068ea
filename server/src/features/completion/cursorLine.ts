import type { Span } from '../../text/span.ts'
import { eolOf, lineEnd, lineStart, listMarker } from '../../text/textLines.ts'

/** The line of the cursor without its line end; `start`, `end` and `cursor` are UTF-16 offsets in the file. */
export interface CursorLine {
  readonly start: number
  readonly end: number
  readonly cursor: number
  readonly text: string
  /** The text before the cursor. */
  readonly head: string
  /** The text after the cursor. */
  readonly tail: string
}

/** The line that contains `offset` (UTF-16, in the file). A byte-order mark is not part of the first line. */
export function cursorLineAt(text: string, offset: number): CursorLine {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const cursor = Math.min(Math.max(offset, first), text.length)
  const start = Math.max(lineStart(text, cursor), first)
  const end = lineEnd(text, cursor)
  return { start, end, cursor, text: text.slice(start, end), head: text.slice(start, cursor), tail: text.slice(cursor, end) }
}

/** The text of a span (in the file) that lies on the line. */
export const cursorLineText = ({ text, start: base }: CursorLine, { start, end }: Span): string =>
  text.slice(start - base, end - base)

/** The text between an offset of the line (in the file) and the cursor. */
export const typedSince = (line: CursorLine, start: number): string => cursorLineText(line, { start, end: line.cursor })

/** The first line of a list item; `content` is the offset (in the file) after the bullet and its space. */
export interface ItemLine {
  readonly indent: string
  readonly bullet: string
  readonly gap: string
  readonly content: number
}

/** Reads the line as the first one of a list item; null for any other line, and if the cursor is before the content. */
export function cursorItemLine({ start, text, cursor }: CursorLine): ItemLine | null {
  const found = listMarker.exec(text)
  if (found === null || start + found[0].length > cursor) return null
  const [mark, indent = '', bullet = '', gap = ''] = found
  return { indent, bullet, gap, content: start + mark.length }
}

/** `\n  - `: what starts an item nested in another item of `text`, indented to its content. */
export function nestedCursorBullet(text: string, { indent, bullet, gap }: ItemLine): string {
  const deeper = gap.includes('\t') ? '\t' : ' '.repeat(bullet.length + gap.length)
  return `${eolOf(text)}${indent}${deeper}${bullet.length === 1 ? bullet : '-'} `
}
