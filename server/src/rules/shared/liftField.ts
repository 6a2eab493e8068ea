import { dedentItemLine, fieldItemBullet, readItemLabelLine } from '../../editing/listItems.ts'
import type { Field, Idea } from '../../model/types.ts'
import { bulletLike, bulletSpace } from '../../text/bullets.ts'
import type { Edit } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { columnWidth, eolOf, lineStart, linesOf } from '../../text/textLines.ts'

/** The part of a line before a label that is not a list item; offsets are relative to the idea. */
export interface LabelPrefix {
  /** The start of the line. */
  readonly start: number
  readonly indent: string
  /** A bullet without its space (`-Label`), a mark that is not a Markdown bullet (`– Label`), or empty. */
  readonly mark: string
  /** The start of the label, including its emphasis marks. */
  readonly labelStart: number
}

const bareLabelStart = new RegExp(String.raw`^([ \t]*)(${bulletLike}?)(${bulletSpace}*)([*_]{0,3})$`)

/** Reads the part of the line before a label; null if it has more than spaces and marks. */
export function liftedLabelPrefix(text: string, { labelSpan, valueSpan }: Field): LabelPrefix | null {
  const start = lineStart(text, labelSpan.start)
  const found = bareLabelStart.exec(text.slice(start, labelSpan.start))
  if (!found) return null
  const [, indent = '', mark = '', , marks = ''] = found
  // an unclosed `*` is a bullet without its space
  const closes = /[*_]/.test(text.slice(labelSpan.end, Math.min(valueSpan.start, labelSpan.end + 8)))
  if (mark === '' && marks === '*' && !closes) return { start, indent, mark: '*', labelStart: labelSpan.start }
  return { start, indent, mark, labelStart: labelSpan.start - marks.length }
}

/** The list item that contains a nested field. */
const itemToLiftFrom = ({ fields }: Idea, { labelSpan }: Field): Field | undefined =>
  fields.find(({ shape, span, labelSpan: own }) => shape === 'item' && own !== labelSpan && covers(span, labelSpan))

/** Makes a nested field a list item, in place or after the item around it; null if that would change what other text belongs to. */
export function promoteField(text: string, idea: Idea, field: Field): readonly Edit[] | null {
  const outer = itemToLiftFrom(idea, field)
  const outerLine = outer && readItemLabelLine(text, outer)
  if (!outer || !outerLine || outerLine.start === lineStart(text, field.labelSpan.start)) return null
  const inner = readItemLabelLine(text, field)
  const lines = linesOf(text, field.span)
  const edits = inner?.bullet
    ? // text next to the label is nested below it as soon as the label's line is dedented
      dedentedField(
        text,
        field.isOutsideItem ? lines.slice(0, 1) : lines,
        columnWidth(inner.indent) - columnWidth(outerLine.indent),
      )
    : liftedListItem(
        text,
        field,
        `${outerLine.indent}${/^[-+*]$/.test(outerLine.bullet) ? outerLine.bullet + outerLine.gap : fieldItemBullet(text, idea)}`,
      )
  if (edits === null) return null
  // the text after a bare label without a value is its value
  const waits = !inner?.bullet && field.valueSpan.end === field.valueSpan.start
  if (waits || !isFollowedByText(text, idea, outer, field)) return edits
  // values outside the item would be separated from their fields
  return fieldsLiftedWith(idea, outer).some(({ isOutsideItem }) => isOutsideItem) ? null : liftedAfter(text, outer, field, edits)
}

/** The nested fields of an item; the value of the last one may continue after the item. */
const fieldsLiftedWith = ({ fields }: Idea, outer: Field): readonly Field[] =>
  fields.filter(({ shape, labelSpan }) => shape === 'nested' && covers(outer.span, labelSpan))

const dedentedField = (text: string, lines: readonly Span[], columns: number): readonly Edit[] =>
  lines.map((line) => dedentItemLine(text, line, columns)).filter((edit) => edit !== null)

function liftedListItem(text: string, field: Field, mark: string): readonly Edit[] | null {
  const before = liftedLabelPrefix(text, field)
  return before && [{ span: { start: before.start, end: before.labelStart }, newText: mark }]
}

/** Whether the outer field continues after the inner one: that text would become part of the promoted item. */
function isFollowedByText(text: string, idea: Idea, outer: Field, inner: Field): boolean {
  const later = fieldsLiftedWith(idea, outer).filter(({ span }) => span.start > inner.span.start)
  let rest = ''
  // text after it on its last line (a comment) moves with it
  let at = Math.max(inner.span.end, linesOf(text, inner.span).at(-1)?.end ?? 0)
  for (const { span } of later) {
    rest += text.slice(at, Math.max(at, span.start))
    at = Math.max(at, span.end)
  }
  return /[^\s*_+-]/.test(rest + text.slice(at, Math.max(at, outer.span.end)))
}

/** Moves the inner field's lines, changed by `edits`, after the outer field. */
function liftedAfter(text: string, outer: Field, inner: Field, edits: readonly Edit[]): readonly Edit[] {
  const lines = linesOf(text, inner.span)
  const [start, end] = [lines[0]!.start, lines.at(-1)!.end]
  const eolLength = text.startsWith('\r\n', end) ? 2 : 1
  let moved = ''
  let at = start
  for (const { span, newText } of edits) {
    moved += text.slice(at, span.start) + newText
    at = span.end
  }
  moved += text.slice(at, end)
  return [
    { span: { start, end: end + eolLength }, newText: '' },
    { span: { start: outer.span.end, end: outer.span.end }, newText: eolOf(text) + moved },
  ]
}
