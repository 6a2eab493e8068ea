import type { Field, Idea } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import { afterLineBreak, columnWidth, eolOf, lineEnd, lineStart, linesOf } from '../text/textLines.ts'

/** What a field's line holds before its label; the offsets count as the field's do. */
export interface LabelLine {
  readonly start: number
  readonly indent: string
  /** Empty for a label without one. */
  readonly bullet: string
  /** Blanks behind the bullet. */
  readonly gap: string
  /** Emphasis marks before the label. */
  readonly marks: string
}

/** Reads the line that a label stands on; null where something else stands before it. */
export function readLabelLine(text: string, { labelSpan }: Field): LabelLine | null {
  const start = lineStart(text, labelSpan.start)
  const found = /^([ \t]*)(?:([-+*]|\d{1,9}[.)])([ \t]+))?([*_]{0,3})$/.exec(text.slice(start, labelSpan.start))
  return found && { start, indent: found[1]!, bullet: found[2] ?? '', gap: found[3] ?? '', marks: found[4]! }
}

/** The bullet that an idea's fields have, with the blanks behind it. */
export function fieldBulletOf(text: string, { fields }: Idea): string {
  const lines = fields.filter(({ shape, key }) => shape === 'item' && key !== 'other').map((field) => readLabelLine(text, field))
  const first = lines.find((line) => line?.bullet)
  return first ? `${first.bullet}${first.gap}` : '- '
}

const isBlankLine = (text: string, { start, end }: Span): boolean => text.slice(start, end).trim() === ''

/** Whether a line of these is a heading, which cannot move into an item without being lost to the outline. */
function containsHeading(text: string, lines: readonly Span[]): boolean {
  let fence = ''
  return lines.some((line, index) => {
    const source = text.slice(line.start, line.end)
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(source)?.[1]
    if (fence) {
      if (mark?.startsWith(fence)) fence = ''
      return false
    }
    if (mark) fence = mark
    const above = lines[index - 1]
    const under = above !== undefined && !isBlankLine(text, above)
    return /^ {0,3}#{1,6}(?:[ \t]|$)/.test(source) || (under && /^ {0,3}(?:=+|-+)[ \t]*$/.test(source))
  })
}

/** Whether text stands right below the value that Markdown would take into the item with it, as it does the lines of a paragraph. */
function continuesBelow(text: string, { end }: Span): boolean {
  const below = /^[^\r\n]*(?:\r\n|\r|\n)([^\r\n]*)/.exec(text.slice(end))?.[1] ?? ''
  return below.trim() !== '' && !/^[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6}|>|`{3,}|~{3,}|<)(?:[ \t]|$)/.test(below)
}

/**
 * Indents a field's value where it stands below the label's line, so that it begins in column `columns` at least and keeps its own
 * indentation; null where that would hide a heading, or take in what is none of it.
 */
export function indentValue(text: string, { labelSpan, valueSpan }: Field, columns: number): readonly Edit[] | null {
  const lines = linesOf(text, valueSpan).filter(({ start }) => start > labelSpan.end)
  if (lines.length === 0 || containsHeading(text, lines) || continuesBelow(text, valueSpan)) return null
  const filled = lines.filter((line) => !isBlankLine(text, line))
  const indent = minIndent(text, filled)
  // comments between the label and the value go along: where they stand they would end the list
  const between = linesOf(text, { start: labelSpan.end, end: lines[0]!.start })
    .slice(1, -1)
    .filter((line) => !isBlankLine(text, line))
  const before = indentedBy(between, columns - minIndent(text, between))
  if (indent >= columns) return before
  const moved = indentedBy(filled, columns - indent)
  const end = lines.at(-1)!.end
  return takesLineBelow(text, end)
    ? [...before, ...moved, { span: { start: end, end }, newText: eolOf(text) }]
    : [...before, ...moved]
}

const indentedBy = (lines: readonly Span[], columns: number): readonly Edit[] =>
  columns <= 0 ? [] : lines.map(({ start }) => ({ span: { start, end: start }, newText: ' '.repeat(columns) }))

/** Whether Markdown would take the line below `end` into an item that ends there, as no blank line parts them and it begins nothing itself. */
function takesLineBelow(text: string, end: number): boolean {
  const start = afterLineBreak(text, end)
  return !/^[ \t]*(?:$|#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|\d{1,9}[.)][ \t]|>|`{3}|~{3}|<)/.test(
    text.slice(start, lineEnd(text, start)),
  )
}

const minIndent = (text: string, lines: readonly Span[]): number =>
  Math.min(...lines.slice(0, maxValueLines).map((line) => columnWidth(lineIndent(text, line))))

/** With more lines a value is not looked at further to find its least indentation. */
const maxValueLines = 10_000

const lineIndent = (text: string, { start, end }: Span): string => /^[ \t]*/.exec(text.slice(start, end))![0]

/** Takes up to `columns` of blanks from a line's start; tabs that would then reach elsewhere become blanks. */
export function dedent(text: string, line: Span, columns: number): Edit | null {
  const blanks = /^[ \t]*/.exec(text.slice(line.start, line.end))![0]
  const left = Math.max(0, columnWidth(blanks) - columns)
  if (blanks === '' || columns <= 0) return null
  let cut = 0
  while (cut < blanks.length && columnWidth(blanks.slice(0, cut)) < columns) cut++
  const kept = blanks.slice(cut)
  if (columnWidth(kept) === left) return { span: { start: line.start, end: line.start + cut }, newText: '' }
  return { span: { start: line.start, end: line.start + blanks.length }, newText: ' '.repeat(left) }
}
