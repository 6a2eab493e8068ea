import type { Span } from '../../text/span.ts'
import type { CursorLine } from './cursorLine.ts'

/** A piece of a line that is replaced, without the blanks at its ends; the cursor stands in it or at one of its ends. */
export interface ListValuePart {
  readonly span: Span
  /** The blank that is to be written before it where none stands there. */
  readonly lead: '' | ' '
}

/** The piece of the cursor's line between two offsets in the file that lie around the cursor. */
export function listValueAt({ start: base, text, cursor }: CursorLine, { start, end }: Span): ListValuePart {
  let from = start
  let to = end
  while (from < cursor && isBlank(text[from - base])) from++
  while (to > cursor && isBlank(text[to - base - 1])) to--
  const before = text[from - base - 1]
  return { span: { start: from, end: to }, lead: before === undefined || isBlank(before) ? '' : ' ' }
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t'

/** The part of a list of names that holds the cursor; commas and semicolons part them, and the last "and". */
export function listItemAt(line: CursorLine, value: Span): Span {
  const head = line.text.slice(value.start - line.start, line.cursor - line.start)
  const comma = Math.max(head.lastIndexOf(','), head.lastIndexOf(';')) + 1
  const and = /(?:^|\s)and\s+(?=\S*$|\S+\s\S*$)/i.exec(head.slice(comma))
  const behind = /^[^,;]*?(?=\s+and\s|[,;]|$)/i.exec(line.tail)![0]
  return { start: value.start + comma + (and ? and.index + and[0].length : 0), end: line.cursor + behind.length }
}
