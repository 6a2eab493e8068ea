import { type Span, shift } from '../../text/span.ts'
import type { Item } from '../blocks/sectionFacts.ts'
import { isUnambiguous, type Label } from '../labels/labelSyntax.ts'

/** A part of a field's value; spans count from the idea's start. */
export interface ValuePart {
  /** `line`: behind the label or in a paragraph; `item`: a list item's own first paragraph; `rest`: what else stands in such an item. */
  readonly kind: 'line' | 'item' | 'rest'
  readonly span: Span
  /** How many other items of the value stand around an item; none where it is absent. */
  readonly depth?: number
}

/**
 * What stands behind the label on its line and in its paragraph, then the items below; fields that it swallowed are none of it.
 * Items below belong to the last label of the paragraph above them.
 */
export function valueParts(text: string, item: Item, at: number, label: Label): readonly ValuePart[] {
  const later = item.laterLabels.find((found) => isLazyContinuation(found, label))
  const end = Math.max(label.end, later?.span.start ?? item.lead!.end)
  const line: ValuePart = { kind: 'line', span: shift({ start: label.end, end }, at) }
  return later ? [line] : [line, ...childParts(text, item, at, label)]
}

/** What stands in an item below its first paragraph: its items, or where it has none of its own the further paragraphs. */
export function childParts(text: string, item: Item, at: number, label: Label): readonly ValuePart[] {
  const beside = new Set(item.children.flatMap((child) => misnestedItems(item, child, label)))
  const own = item.children.filter((child) => !beside.has(child) && (!child.label || !isNestedField(child.label, label)))
  const [first, last] = [item.children[0], item.children.at(-1)]
  const between = (start: number, end: number): readonly ValuePart[] =>
    end > start && !isListMarker(text.slice(at + start, at + end)) ? paragraphs(text, shift({ start, end }, at)) : []
  return [
    ...(item.lead ? between(item.lead.end, first?.span.start ?? item.span.end) : []),
    ...own.flatMap((child) => itemParts(child, at, label)),
    // what stands behind a field that it swallowed may be that field's
    ...(last && own.includes(last) ? between(last.span.end, item.span.end) : []),
  ]
}

/** Parts of a value that blank lines divide, as they do where they stand outside. */
function paragraphs(text: string, { start, end }: Span): readonly ValuePart[] {
  const parts: ValuePart[] = []
  let from = start
  for (const blank of text.slice(start, end).matchAll(/(?:\r\n|\r|\n)[ \t]*(?=\r|\n)/g)) {
    parts.push({ kind: 'line', span: { start: from, end: start + blank.index } })
    from = start + blank.index
  }
  return [...parts, { kind: 'line', span: { start: from, end } }]
}

/** The parts of an item in the value of the field `outer`, none where that is left out. */
export function itemParts(item: Item, at: number, outer: Label, depth = 0): readonly ValuePart[] {
  const later = item.laterLabels.find((found) => isLazyContinuation(found, outer))
  const own: readonly ValuePart[] = item.lead
    ? [{ kind: 'item', span: shift({ start: item.lead.start, end: later?.span.start ?? item.lead.end }, at), depth }]
    : []
  const rest: readonly ValuePart[] =
    !item.lead && item.children.length === 0 && item.span.end > item.span.start + item.bullet.length
      ? [{ kind: 'line', span: shift({ start: item.span.start + item.bullet.length, end: item.span.end }, at) }]
      : []
  const last = item.children.at(-1)?.span.end ?? item.lead?.end ?? item.span.end
  const behind: readonly ValuePart[] =
    last < item.span.end ? [{ kind: 'rest', span: shift({ start: last, end: item.span.end }, at) }] : []
  return [...own, ...rest, ...item.children.flatMap((child) => itemParts(child, at, outer, depth + 1)), ...behind]
}

/** Whether a label on a further line of a field's value begins a field of its own. */
export const isLazyContinuation = (inner: Label, outer: Label): boolean =>
  inner.key !== null && (isUnambiguous(inner) || outer.key === 'mentors') && inner.key !== outer.key

/** Whether an item's label inside a field's value does: without a colon it may be a word of the value. */
export const isNestedField = (inner: Label, outer: Label): boolean => inner.mark === 'colon' && isLazyContinuation(inner, outer)

/**
 * The items behind an empty label that stands one step too deep, beside what was meant to be its value: up to the next label. None for
 * a child of `item` that is no such label.
 */
export function misnestedItems(item: Item, child: Item, owner: Label): readonly Item[] {
  const { label, lead, children } = child
  if (!label || !lead || lead.end > label.end || children.length > 0 || !isNestedField(label, owner)) return []
  // people go on with their own field, and a size or a link is not told from the outer value without a look at it
  if (owner.key === 'mentors' || label.key === 'size' || label.key === 'upstreamIssue' || label.key === 'lfxUrl') return []
  const behind = item.children.slice(item.children.indexOf(child) + 1)
  const next = behind.findIndex((each) => each.label !== null && each.label.key !== null)
  return next < 0 ? behind : behind.slice(0, next)
}

/** Whether a text is nothing but bullets that somebody has not filled in. */
export const isListMarker = (text: string): boolean => /^(?:[ \t\r\n]*(?:[-+*•]|\d{1,9}[.)])(?=\s|$))+\s*$/.test(text)
