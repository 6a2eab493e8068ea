import { covers, type Span, shift, trimmed } from '../text/span.ts'
import type { Fact, Item, SectionFacts } from './facts.ts'
import { fieldKey, isLabel, type Label } from './labels.ts'
import type { SourceLink } from './links.ts'
import type { Field, FieldKey } from './types.ts'

/** A fact at its offset in the idea's text. */
export interface PlacedFact {
  readonly fact: Fact
  readonly at: number
}

/** A part of a field's value; spans count from the idea's start. */
export interface ValuePart {
  /** `line`: behind the label or in a paragraph; `item`: a list item's own first paragraph. */
  readonly kind: 'line' | 'item'
  readonly span: Span
}

/** A field with the parts of its value, as the readers of mentors and skills want them. */
export interface ReadField {
  readonly field: Field
  readonly parts: readonly ValuePart[]
}

/** The facts of an idea's sections in one row. `starts` are the sections' offsets in the idea. */
export const placeFacts = (sections: readonly SectionFacts[], starts: readonly number[]): readonly PlacedFact[] =>
  sections.flatMap(({ section, facts }, index) =>
    facts.map((fact, block) => ({ fact, at: starts[index]! + section.blocks[block]!.at })),
  )

/** Links of all facts; spans count from the idea's start. */
export const placeLinks = (facts: readonly PlacedFact[]): readonly SourceLink[] =>
  facts.flatMap(({ fact, at }) =>
    'links' in fact
      ? fact.links.map((link) => ({
          ...link,
          span: shift(link.span, at),
          textSpan: shift(link.textSpan, at),
          urlSpan: shift(link.urlSpan, at),
        }))
      : [],
  )

/** The fields of an idea in the order of their places; `text` is the idea's own. */
export function readFields(text: string, facts: readonly PlacedFact[]): readonly ReadField[] {
  const top: Draft[] = []
  for (const placed of facts) takeFact(text, placed, top)
  const present = new Set(top.filter((draft) => draft.shape === 'item').map((draft) => draft.key))
  const missed = facts.flatMap(({ fact, at }) => (fact.kind === 'item' ? swallowed(fact.item, at) : []))
  const nested = missed.filter((draft) => !present.has(draft.key))
  const kept = top.filter((draft) => draft.shape === 'item' || !present.has(draft.key))
  return [...kept, ...nested].sort((a, b) => a.span.start - b.span.start).map((draft) => finish(text, draft, nested))
}

interface Draft {
  readonly key: FieldKey
  readonly label: Label
  readonly shape: Field['shape']
  readonly span: Span
  readonly parts: ValuePart[]
  outside: boolean
}

function takeFact(text: string, { fact, at }: PlacedFact, drafts: Draft[]): void {
  const open = drafts.at(-1)
  const waits = open !== undefined && (open.outside || isEmpty(text, open))
  if (fact.kind === 'heading') return
  if (fact.kind === 'item') {
    const { item } = fact
    const key = item.label ? fieldKey(item.label.text) : null
    if (item.label && key && !(waits && open.key === 'mentors' && key === 'mentors'))
      drafts.push(itemDraft(item, at, key, item.label))
    else if (waits) addOutside(open, itemParts(item, at))
    else if (item.label && isLabel(item.label)) drafts.push(itemDraft(item, at, 'other', item.label))
  } else if (fact.kind === 'paragraph') {
    const found = fact.labels.filter((label) => canBeBare(label))
    const [first] = found
    if (waits && (!first || first.span.start > fact.span.start + 3))
      addOutside(open, [{ kind: 'line', span: shift({ start: fact.span.start, end: first?.span.start ?? fact.span.end }, at) }])
    drafts.push(
      ...found.map((label, index) =>
        bareDraft(label, at, shift({ start: label.span.start, end: found[index + 1]?.span.start ?? fact.span.end }, at)),
      ),
    )
  } else if (waits && (fact.kind === 'fence' || fact.kind === 'other' || fact.kind === 'unread'))
    addOutside(open, [{ kind: 'line', span: shift(fact.span, at) }])
}

function addOutside(draft: Draft, parts: readonly ValuePart[]): void {
  draft.parts.push(...parts)
  draft.outside = true
}

const isEmpty = (text: string, draft: Draft): boolean =>
  draft.parts.every(({ span }) => span.start >= span.end || text.slice(span.start, span.end).trim() === '')

/** Labels of two words, and those of mentors, mean a field wherever they stand; `Size:` or `Issue:` inside a text may be prose. */
const isPlain = (label: Label): boolean => /[\s(]/.test(label.text) || fieldKey(label.text) === 'mentors'

function canBeBare(label: Label): boolean {
  const key = fieldKey(label.text)
  return key !== null && (isPlain(label) || key === 'description')
}

function itemDraft(item: Item, at: number, key: FieldKey, label: Label): Draft {
  return {
    key,
    label: place(label, at),
    shape: 'item',
    span: shift(item.span, at),
    parts: [...valueParts(item, at, label)],
    outside: false,
  }
}

const bareDraft = (label: Label, at: number, span: Span): Draft => ({
  key: fieldKey(label.text)!,
  label: place(label, at),
  shape: 'bare',
  span,
  parts: [{ kind: 'line', span: { start: label.end + at, end: span.end } }],
  outside: false,
})

const place = (label: Label, at: number): Label => ({ ...label, span: shift(label.span, at), end: label.end + at })

/** What stands behind the label on its line and in its paragraph, then the items below; fields that it swallowed are none of it. */
function valueParts(item: Item, at: number, label: Label): readonly ValuePart[] {
  const later = item.laterLabels.find((found) => isSwallowed(found, label))
  const line: ValuePart = {
    kind: 'line',
    span: shift({ start: label.end, end: Math.max(label.end, later?.span.start ?? item.lead!.end) }, at),
  }
  const rest: readonly ValuePart[] =
    item.lead && item.span.end > item.lead.end && item.children.length === 0
      ? [{ kind: 'line', span: shift({ start: item.lead.end, end: item.span.end }, at) }]
      : []
  return [
    line,
    ...item.children.filter((child) => !child.label || !isSwallowed(child.label, label)).flatMap((child) => itemParts(child, at)),
    ...rest,
  ]
}

function itemParts(item: Item, at: number): readonly ValuePart[] {
  const own: readonly ValuePart[] = item.lead ? [{ kind: 'item', span: shift(item.lead, at) }] : []
  const rest: readonly ValuePart[] =
    !item.lead && item.children.length === 0 && item.span.end > item.span.start + item.bullet.length
      ? [{ kind: 'line', span: shift({ start: item.span.start + item.bullet.length, end: item.span.end }, at) }]
      : []
  return [...own, ...rest, ...item.children.flatMap((child) => itemParts(child, at))]
}

/** Whether a label inside a field's value begins a field of its own. */
function isSwallowed(inner: Label, outer: Label): boolean {
  const key = fieldKey(inner.text)
  return key !== null && inner.mark === 'colon' && isPlain(inner) && key !== fieldKey(outer.text)
}

/** Fields that stand as children or as further lines of another field. */
function swallowed(item: Item, at: number): readonly Draft[] {
  const { label } = item
  if (!label || !fieldKey(label.text)) return []
  const children = item.children.filter((child) => child.label && isSwallowed(child.label, label))
  const lines = item.laterLabels.filter((later) => isSwallowed(later, label))
  return [
    ...children.map((child): Draft => ({ ...itemDraft(child, at, fieldKey(child.label!.text)!, child.label!), shape: 'nested' })),
    ...lines.map((later, index): Draft => {
      const end = lines[index + 1]?.span.start ?? item.lead!.end
      return { ...bareDraft(later, at, shift({ start: later.span.start, end }, at)), shape: 'nested' }
    }),
  ]
}

function finish(text: string, draft: Draft, nested: readonly Draft[]): ReadField {
  const parts = draft.parts
    .map((part) => ({ ...part, span: trimmed(text, part.span) }))
    .filter(({ span }) => span.end > span.start)
  const end = Math.max(
    draft.label.end,
    ...parts.map(({ span }) => span.end),
    ...(draft.outside || nested.some((inner) => covers(draft.span, inner.span) && inner !== draft) ? [] : [draft.span.end]),
  )
  const value = trimmed(text, { start: draft.label.end, end })
  const empty = value.end <= value.start
  return {
    field: {
      key: draft.key,
      label: draft.label.text,
      shape: draft.shape,
      colon: draft.label.mark === 'colon',
      span: { start: draft.span.start, end: Math.max(draft.span.end, value.end) },
      labelSpan: draft.label.span,
      valueSpan: empty ? { start: draft.label.end, end: draft.label.end } : value,
      outside: draft.outside,
    },
    parts,
  }
}
