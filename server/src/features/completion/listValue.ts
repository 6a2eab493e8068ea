import type { Span } from '../../text/span.ts'
import type { CursorLine } from './cursorLine.ts'

/** The text of a line to replace, without spaces at its ends; the cursor is in it or at one of its ends. */
export interface ListValuePart {
  readonly span: Span
  /** The space to insert before it, if there is none yet. */
  readonly lead: '' | ' '
}

/** A span of the cursor's line that contains the cursor, without spaces at its ends: ` Ada |` → `Ada |`. */
export function listValueAt({ start: base, text, cursor }: CursorLine, { start, end }: Span): ListValuePart {
  let from = start
  let to = end
  while (from < cursor && isListValueSpace(text[from - base])) from++
  while (to > cursor && isListValueSpace(text[to - base - 1])) to--
  const before = text[from - base - 1]
  return { span: { start: from, end: to }, lead: before === undefined || isListValueSpace(before) ? '' : ' ' }
}

const isListValueSpace = (char: string | undefined): boolean => char === ' ' || char === '\t'

/** What is after the cursor of a value: a cell of a table ends before the row does. */
const tailOfListValue = ({ text, start, cursor }: CursorLine, { end }: Span): string =>
  text.slice(cursor - start, Math.max(end, cursor) - start)

/** The skill around the cursor: ` Ru` in `Go, Ru|`, and `Ru` in `Go and Ru|`. */
export function listValueSkillAround(line: CursorLine, value: Span): Span {
  const head = line.text.slice(value.start - line.start, line.cursor - line.start)
  const comma = Math.max(head.lastIndexOf(','), head.lastIndexOf(';')) + 1
  const and = /(?:^|\s)and\s+(?=\S*$|\S+\s\S*$)/i.exec(head.slice(comma))
  const rest = /^[^,;]*?(?=\s+and\s|[,;]|$)/i.exec(tailOfListValue(line, value))![0]
  return { start: value.start + comma + (and ? and.index + and[0].length : 0), end: line.cursor + rest.length }
}

/** The mentor's entry around the cursor: ` Bob` in `Ada (@ada), Bob|` if entries share a line, otherwise the whole value. */
export function listEntryAround(line: CursorLine, value: Span, isInline: boolean): Span {
  if (!isInline) return trimmedListValueEnd(line, value)
  const head = line.head.slice(value.start - line.start)
  const start = value.start + (/^.*\)[^()]*?[,;]/.exec(head)?.[0].length ?? 0)
  const rest = /^[^()]*(?:\([^()]*\))?[^(),;]*/.exec(tailOfListValue(line, value))![0]
  return trimmedListValueEnd(line, { start, end: line.cursor + rest.length })
}

function trimmedListValueEnd(line: CursorLine, { start, end }: Span): Span {
  const length = line.text.slice(0, end - line.start).trimEnd().length
  return { start, end: Math.max(line.start + length, line.cursor) }
}
