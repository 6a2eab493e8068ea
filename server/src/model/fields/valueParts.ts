import { bulletLike } from '../../text/bullets.ts'
import { type Span, shift } from '../../text/span.ts'
import type { Item } from '../blocks/sectionFacts.ts'
import type { Label } from '../labels/labelSyntax.ts'
import { isLazyNestedLabel, isNestedLabel, misnestedLabelItems } from './nestedLabels.ts'

/** A part of a field's value; spans count from the idea's start. */
export interface ValuePart {
  /** `line`: after the label, or a paragraph; `item`: a list item's first paragraph; `rest`: the other paragraphs of such an item. */
  readonly kind: 'line' | 'item' | 'rest'
  readonly span: Span
  /** How deeply an item is nested in other items of the value; absent for a `line` and a `rest`. */
  readonly depth?: number
}

/**
 * The rest of the label's paragraph, then the items below it, without nested fields.
 * The items belong to the last label of the paragraph above them.
 */
export function valueParts(text: string, item: Item, at: number, label: Label): readonly ValuePart[] {
  const later = item.laterLabels.find((found) => isLazyNestedLabel(found, label))
  const end = Math.max(label.end, later?.span.start ?? item.lead!.end)
  const line: ValuePart = { kind: 'line', span: shift({ start: label.end, end }, at) }
  return later ? [line] : [line, ...childValueParts(text, item, at, label)]
}

/** The parts of an item below its first paragraph: the items nested in it and further paragraphs. */
export function childValueParts(text: string, item: Item, at: number, label: Label): readonly ValuePart[] {
  // most fields are one line
  if (item.children.length === 0 && (item.lead?.end ?? item.span.end) >= item.span.end) return noParts
  const misnested = new Set(item.children.flatMap((child) => misnestedLabelItems(item, child, label)))
  const own = item.children.filter((child) => !misnested.has(child) && (!child.label || !isNestedLabel(child.label, label)))
  const [first, last] = [item.children[0], item.children.at(-1)]
  const paragraphsBetween = (start: number, end: number): readonly ValuePart[] =>
    end > start && !isBulletOnlyPart(text.slice(at + start, at + end)) ? valueParagraphs(text, shift({ start, end }, at)) : []
  return [
    ...(item.lead ? paragraphsBetween(item.lead.end, first?.span.start ?? item.span.end) : []),
    ...own.flatMap((child) => itemValueParts(child, at, label)),
    // what follows a nested field may be that field's
    ...(last && own.includes(last) ? paragraphsBetween(last.span.end, item.span.end) : []),
  ]
}

const noParts: readonly never[] = []

/** One part for each paragraph, as outside an item. */
function valueParagraphs(text: string, { start, end }: Span): readonly ValuePart[] {
  const parts: ValuePart[] = []
  let from = start
  for (const blank of text.slice(start, end).matchAll(/(?:\r\n|\r|\n)[ \t]*(?=\r|\n)/g)) {
    parts.push({ kind: 'line', span: { start: from, end: start + blank.index } })
    from = start + blank.index
  }
  return [...parts, { kind: 'line', span: { start: from, end } }]
}

/** The parts of an item in the value of the field labelled `outer`; `depth` counts the items around it. */
export function itemValueParts(item: Item, at: number, outer: Label, depth = 0): readonly ValuePart[] {
  const later = item.laterLabels.find((found) => isLazyNestedLabel(found, outer))
  const own: readonly ValuePart[] = item.lead
    ? [{ kind: 'item', span: shift({ start: item.lead.start, end: later?.span.start ?? item.lead.end }, at), depth }]
    : []
  const rest: readonly ValuePart[] =
    !item.lead && item.children.length === 0 && item.span.end > item.span.start + item.bullet.length
      ? [{ kind: 'line', span: shift({ start: item.span.start + item.bullet.length, end: item.span.end }, at) }]
      : []
  const last = item.children.at(-1)?.span.end ?? item.lead?.end ?? item.span.end
  const after: readonly ValuePart[] =
    last < item.span.end ? [{ kind: 'rest', span: shift({ start: last, end: item.span.end }, at) }] : []
  return [...own, ...rest, ...item.children.flatMap((child) => itemValueParts(child, at, outer, depth + 1)), ...after]
}

/** Whether a text is only bullets without content. */
export const isBulletOnlyPart = (text: string): boolean => onlyBullets.test(text)

const onlyBullets = new RegExp(String.raw`^(?:[ \t\r\n]*(?:\*|${bulletLike}|\d{1,9}[.)])(?=\s|$))+\s*$`)

/** The end of the part that ends last; `minimum` if all end before it. */
export const lastValuePartEnd = (parts: readonly ValuePart[], minimum: number): number =>
  parts.reduce((end, { span }) => Math.max(end, span.end), minimum)

/** The parts up to `maxPartLength` units of each and `maxLength` of all. */
export function limitValueParts(parts: readonly ValuePart[], maxPartLength: number, maxLength: number): readonly ValuePart[] {
  let left = maxLength
  return parts.flatMap((part) => {
    const { start, end } = part.span
    const length = Math.min(end - start, maxPartLength, left)
    left -= length
    return length > 0 ? [{ ...part, span: { start, end: start + length } }] : []
  })
}
