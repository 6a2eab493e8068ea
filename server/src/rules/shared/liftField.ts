import { dedent, fieldBulletOf, readLabelLine } from '../../editing/listItems.ts'
import type { Field, Idea } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { columnWidth, eolOf, lineStart, linesOf } from '../../text/textLines.ts'

/** What stands on a line before a label that is no item of its own. */
export interface BeforeLabel {
  /** Where the line begins. */
  readonly start: number
  readonly indent: string
  /** A list mark without its blank, or none. */
  readonly mark: string
  /** Where the label begins with its emphasis marks. */
  readonly labelled: number
}

/** Reads what stands before a label; null where that is more than blanks and marks. */
export function labelPrefix(text: string, { labelSpan, valueSpan }: Field): BeforeLabel | null {
  const start = lineStart(text, labelSpan.start)
  const found = /^([ \t]*)([-+•]?)([ \t]*)([*_]{0,3})$/.exec(text.slice(start, labelSpan.start))
  if (!found) return null
  const [, indent = '', mark = '', , marks = ''] = found
  // a star that nothing closes is a bullet without its blank
  const closes = /[*_]/.test(text.slice(labelSpan.end, Math.min(valueSpan.start, labelSpan.end + 8)))
  if (mark === '' && marks === '*' && !closes) return { start, indent, mark: '*', labelled: labelSpan.start }
  return { start, indent, mark, labelled: labelSpan.start - marks.length }
}

/** The item around a field that it swallowed. */
const outerOf = ({ fields }: Idea, { labelSpan }: Field): Field | undefined =>
  fields.find(({ shape, span, labelSpan: own }) => shape === 'item' && own !== labelSpan && covers(span, labelSpan))

/** Makes an item of its own, behind or in the place where it stands, of a field inside another; null where that cannot be done well. */
export function promoteField(text: string, idea: Idea, field: Field): readonly Edit[] | null {
  const outer = outerOf(idea, field)
  const outerLine = outer && readLabelLine(text, outer)
  if (!outer || !outerLine || outerLine.start === lineStart(text, field.labelSpan.start)) return null
  const inner = readLabelLine(text, field)
  const lines = linesOf(text, field.span)
  const edits = inner?.bullet
    ? // what stands beside the label is below it as soon as the label alone is lifted
      dedented(text, field.outside ? lines.slice(0, 1) : lines, columnWidth(inner.indent) - columnWidth(outerLine.indent))
    : newItem(
        text,
        field,
        `${outerLine.indent}${/^[-+*]$/.test(outerLine.bullet) ? outerLine.bullet + outerLine.gap : fieldBulletOf(text, idea)}`,
      )
  if (edits === null) return null
  // what follows a label that is no item and has no value is that
  const waits = !inner?.bullet && field.valueSpan.end === field.valueSpan.start
  if (waits || !followed(text, idea, outer, field)) return edits
  // what a field has behind the item around it would be parted from it
  return insideOf(idea, outer).some(({ outside }) => outside) ? null : movedBehind(text, outer, field, edits)
}

/** The fields that an item has swallowed; the value of the last may go on behind it. */
const insideOf = ({ fields }: Idea, outer: Field): readonly Field[] =>
  fields.filter(({ shape, labelSpan }) => shape === 'nested' && covers(outer.span, labelSpan))

const dedented = (text: string, lines: readonly Span[], columns: number): readonly Edit[] =>
  lines.map((line) => dedent(text, line, columns)).filter((edit) => edit !== null)

function newItem(text: string, field: Field, mark: string): readonly Edit[] | null {
  const before = labelPrefix(text, field)
  return before && [{ span: { start: before.start, end: before.labelled }, newText: mark }]
}

/** Whether the outer field goes on behind the inner one: what follows would become part of the lifted item. */
function followed(text: string, idea: Idea, outer: Field, inner: Field): boolean {
  const later = insideOf(idea, outer).filter(({ span }) => span.start > inner.span.start)
  let rest = ''
  // what stands behind it on its last line (a comment) goes where it goes
  let at = Math.max(inner.span.end, linesOf(text, inner.span).at(-1)?.end ?? 0)
  for (const { span } of later) {
    rest += text.slice(at, Math.max(at, span.start))
    at = Math.max(at, span.end)
  }
  return /[^\s*_+-]/.test(rest + text.slice(at, Math.max(at, outer.span.end)))
}

/** The lines of the inner field, changed by `edits`, behind the last of the outer one. */
function movedBehind(text: string, outer: Field, inner: Field, edits: readonly Edit[]): readonly Edit[] {
  const lines = linesOf(text, inner.span)
  const [start, end] = [lines[0]!.start, lines.at(-1)!.end]
  const behind = text.startsWith('\r\n', end) ? 2 : 1
  let piece = ''
  let at = start
  for (const { span, newText } of edits) {
    piece += text.slice(at, span.start) + newText
    at = span.end
  }
  piece += text.slice(at, end)
  return [
    { span: { start, end: end + behind }, newText: '' },
    { span: { start: outer.span.end, end: outer.span.end }, newText: eolOf(text) + piece },
  ]
}
