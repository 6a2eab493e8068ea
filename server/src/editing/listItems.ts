import type { Field, Idea } from '../model/types.ts'
import type { Edit } from '../text/edits.ts'
import type { Span } from '../text/span.ts'
import { afterLineBreak, columnWidth, eolOf, isBlankLine, lineEnd, lineIndent, lineStart, linesOf } from '../text/textLines.ts'

/** The start of a field's line, before its label; offsets count as those of the field. */
export interface LabelLineStart {
  readonly start: number
  readonly indent: string
  /** Empty for a label without a bullet. */
  readonly bullet: string
  /** Spaces after the bullet. */
  readonly gap: string
  /** Emphasis marks before the label. */
  readonly marks: string
}

/** Reads the start of a label's line; null if other text is before the label. */
export function readItemLabelLine(text: string, { labelSpan }: Field): LabelLineStart | null {
  const start = lineStart(text, labelSpan.start)
  const found = /^([ \t]*)(?:([-+*]|\d{1,9}[.)])([ \t]+))?([*_]{0,3})$/.exec(text.slice(start, labelSpan.start))
  return found && { start, indent: found[1]!, bullet: found[2] ?? '', gap: found[3] ?? '', marks: found[4]! }
}

/** The bullet of an idea's fields, with the spaces after it: `- `. */
export function fieldItemBullet(text: string, { fields }: Pick<Idea, 'fields'>): string {
  const lines = fields
    .filter(({ shape, key }) => shape === 'item' && key !== 'other')
    .map((field) => readItemLabelLine(text, field))
  const first = lines.find((line) => line?.bullet)
  return first ? `${first.bullet}${first.gap}` : '- '
}

/** Whether one of these lines is a heading. In a list item it would not be a section any more. */
function itemContainsHeading(text: string, lines: readonly Span[]): boolean {
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

/** Whether the line after the value continues its paragraph, so that an item would contain it too. */
function itemContinuesBelow(text: string, { end }: Span): boolean {
  const below = /^[^\r\n]*(?:\r\n|\r|\n)([^\r\n]*)/.exec(text.slice(end))?.[1] ?? ''
  return below.trim() !== '' && !/^[ \t]*(?:[-+*]|\d{1,9}[.)]|#{1,6}|>|`{3,}|~{3,}|<)(?:[ \t]|$)/.test(below)
}

/**
 * Indents the lines of a field's value below the label's line, so that they begin at least in column `columns` and keep their
 * indentation relative to each other. Null if that would hide a heading or include other text.
 */
export function indentItemValue(text: string, { labelSpan, valueSpan }: Field, columns: number): readonly Edit[] | null {
  const lines = linesOf(text, valueSpan).filter(({ start }) => start > labelSpan.end)
  if (lines.length === 0 || itemContainsHeading(text, lines) || itemContinuesBelow(text, valueSpan)) return null
  const filled = lines.filter((line) => !isBlankLine(text, line))
  const indent = minItemIndent(text, filled)
  // comments between the label and the value are indented too: as they are they would end the list
  const between = linesOf(text, { start: labelSpan.end, end: lines[0]!.start })
    .slice(1, -1)
    .filter((line) => !isBlankLine(text, line))
  const before = indentedBy(between, columns - minItemIndent(text, between))
  if (indent >= columns) return before
  const moved = indentedBy(filled, columns - indent)
  const end = lines.at(-1)!.end
  return itemTakesLineBelow(text, end)
    ? [...before, ...moved, { span: { start: end, end }, newText: eolOf(text) }]
    : [...before, ...moved]
}

const indentedBy = (lines: readonly Span[], columns: number): readonly Edit[] =>
  columns <= 0 ? [] : lines.map(({ start }) => ({ span: { start, end: start }, newText: ' '.repeat(columns) }))

/** Whether the line after `end` would continue an item that ends there: no blank line is between them, and it starts no block. */
function itemTakesLineBelow(text: string, end: number): boolean {
  const start = afterLineBreak(text, end)
  return !/^[ \t]*(?:$|#{1,6}(?:[ \t]|$)|[-+*](?:[ \t]|$)|\d{1,9}[.)][ \t]|>|`{3}|~{3}|<)/.test(
    text.slice(start, lineEnd(text, start)),
  )
}

const minItemIndent = (text: string, lines: readonly Span[]): number =>
  Math.min(...lines.slice(0, maxValueLines).map((line) => columnWidth(lineIndent(text, line))))

/** The lines of a value that are searched for the least indentation. */
const maxValueLines = 10_000

/** Removes up to `columns` of indentation from a line. Tabs that would then have another width become spaces. */
export function dedentItemLine(text: string, line: Span, columns: number): Edit | null {
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))![0]
  const left = Math.max(0, columnWidth(indent) - columns)
  if (indent === '' || columns <= 0) return null
  let cut = 0
  while (cut < indent.length && columnWidth(indent.slice(0, cut)) < columns) cut++
  const kept = indent.slice(cut)
  if (columnWidth(kept) === left) return { span: { start: line.start, end: line.start + cut }, newText: '' }
  return { span: { start: line.start, end: line.start + indent.length }, newText: ' '.repeat(left) }
}
