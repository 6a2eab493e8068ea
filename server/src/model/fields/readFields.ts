import { covers, type Span, shift, trimSpan } from '../../text/span.ts'
import type { PlacedFact } from '../blocks/placedFacts.ts'
import type { Fact, Item } from '../blocks/sectionFacts.ts'
import { isCoLabel, isRoleLabel } from '../labels/aliases.ts'
import { canStartUnmarkedField, isLabelLike, isMarkedTwice, type Label, labelAt } from '../labels/labelSyntax.ts'
import type { Field, FieldKey, Heading, Labels, SizeWord } from '../types.ts'
import { dropRepeatedFields } from './repeatedFields.ts'
import { sizeWordsIn } from './sizes.ts'
import { isUnknownField } from './unknownField.ts'
import {
  childParts,
  isLazyContinuation,
  isListMarker,
  isNestedField,
  itemParts,
  misnestedItems,
  type ValuePart,
  valueParts,
} from './valueParts.ts'

/** A field with the parts of its value, as the readers of mentors and skills want them. */
export interface ParsedField {
  readonly field: Field
  readonly parts: readonly ValuePart[]
}

/** The fields of an idea in the order of their places; `text` is the idea's own, with blanks for its comments. */
export function readFields(text: string, facts: readonly PlacedFact[], words: Words): readonly ParsedField[] {
  const all: Draft[] = []
  facts.forEach((placed, index) => {
    takeFact(text, placed, { drafts: all, inside: index > 0, isLast: () => endsValue(facts, index) }, words)
  })
  const top = dropRepeatedFields(facts, all, kindOf)
  const present = new Set(top.filter((draft) => draft.shape === 'item' && !draft.isWeak).map(kindOf))
  const taken = new Set(all.map(({ label }) => label.span.start))
  const missed = facts
    .flatMap(({ fact, at }) => (fact.kind === 'item' ? nestedFields(text, fact.item, at) : []))
    .filter(({ label }) => !taken.has(label.span.start))
  const nested = missed.filter((draft) => !present.has(kindOf(draft)))
  const kept = top.filter(
    (draft) => (draft.shape === 'item' && !draft.isWeak) || isHeadingLike(text, draft) || !present.has(kindOf(draft)),
  )
  const drafts = [...kept, ...nested].sort((a, b) => a.span.start - b.span.start)
  const inner = drafts.filter(({ shape }) => shape === 'nested')
  return drafts.map((draft) => finish(text, draft, inner))
}

/** The words of a programme, as far as fields are told by them. */
interface Words {
  readonly labels: Labels | undefined
  readonly sizes: readonly SizeWord[]
}

/** Whether a bare label is in bold and alone on its line, as a heading is: it begins a field, though there may be one of its kind. */
const isHeadingLike = (text: string, { shape, label }: Draft): boolean =>
  shape === 'bare' && isMarkedTwice(text, label) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(label.end, label.end + 80))

/** What tells fields apart: an organisation's own are all `other`. */
const kindOf = ({ key, label }: Draft): string => (key === 'other' ? `other ${label.text.toLowerCase()}` : key)

interface Draft {
  readonly key: FieldKey
  readonly label: Label
  readonly shape: Field['shape']
  readonly span: Span
  readonly parts: ValuePart[]
  /** Whether it counts only where no other field of its kind stands as an item: a link may be called as a field is. */
  readonly isWeak?: boolean
  isOutsideItem: boolean
  /** Whether its label is a heading, and what follows under that belongs to it. */
  isHeading?: boolean
}

/** What stands around a fact that is taken. */
interface FieldContext {
  /** The fields so far; a new one goes to their end. */
  readonly drafts: Draft[]
  /** Whether it stands behind the idea's first block. */
  readonly inside: boolean
  /** Whether a known label or the end of the idea follows. */
  readonly isLast: () => boolean
}

/** Whether nothing but known labels, headings and the end of the idea can follow a fact. */
function endsValue(facts: readonly PlacedFact[], index: number): boolean {
  const next = facts.slice(index + 1).find(({ fact }) => fact.kind !== 'blank' && fact.kind !== 'html')?.fact
  if (next?.kind === 'item') return (next.item.label?.key ?? null) !== null
  return next?.kind !== 'paragraph' || next.labels.some(({ key }) => key !== null)
}

function takeFact(text: string, { fact, at }: PlacedFact, { drafts, inside, isLast }: FieldContext, words: Words): void {
  const open = drafts.at(-1)
  const waits = open !== undefined && (open.isOutsideItem || open.isHeading === true || isEmpty(text, open))
  if (fact.kind === 'heading') {
    if (open) open.isHeading = false
    if (inside) drafts.push(...headingDrafts(text, fact.heading, at, words.labels))
    return
  }
  if (fact.kind === 'item') {
    const { item } = fact
    const key = item.label?.key ?? null
    const sameMentors = waits && open.key === 'mentors' && key === 'mentors' && isPartOf(open, item.label!)
    if (item.label && key && !sameMentors)
      drafts.push(itemDraft(text, item, at, key, item.label), ...trailingLabels(item, at, item.label))
    else if (
      waits &&
      mayHold(text, open, shift(item.span, at), words) &&
      !startsUnknownField(text, open, item, at, isLast, words)
    )
      takeItem(open, item, at, drafts)
    else if (open?.shape === 'bare' && item.indent >= leastIndent) open.parts.push(...itemParts(item, at, open.label))
    else if (item.label && isLabelLike(item.label)) drafts.push(itemDraft(text, item, at, 'other', item.label))
  } else if (fact.kind === 'paragraph') {
    const found = bareLabels(text, fact, at, open, words)
    const [first] = found
    const before = shift({ start: fact.span.start, end: first?.span.start ?? fact.span.end }, at)
    if (waits && (!first || first.span.start > fact.span.start + 3) && mayHold(text, open, before, words))
      addOutside(open, [{ kind: 'line', span: before }])
    drafts.push(
      ...found.map((label, index) =>
        bareDraft(label, at, shift({ start: label.span.start, end: found[index + 1]?.span.start ?? fact.span.end }, at)),
      ),
    )
  } else if (waits && isValue(fact.kind) && mayHold(text, open, shift(fact.span, at), words))
    addOutside(open, [{ kind: 'line', span: shift(fact.span, at) }])
}

/** The columns of an item's mark with a blank behind it: what stands deeper below a label without one would be in its item. */
const leastIndent = 2

/** Whether an item behind an empty field begins another one, whose label is not known. */
function startsUnknownField(text: string, open: Draft, item: Item, at: number, isLast: () => boolean, { sizes }: Words): boolean {
  const { label, children } = item
  if (!label || open.isOutsideItem || open.isHeading || open.shape !== 'item') return false
  const span = shift(item.span, at)
  return isUnknownField(text, open.key, { label, span, alone: isLast(), hasChildren: children.length > 0 }, sizes)
}

/** Whether a mentors label names people of the field above it: one of the same name inside an item may be a word of that item's text. */
const isPartOf = (open: Draft, { text }: Label): boolean => !isCoLabel(text) && (open.shape !== 'nested' || isRoleLabel(text))

/** The label that ends an item's paragraph, and is all that the item says: what stands behind the item is its value. */
function trailingLabels(item: Item, at: number, label: Label): readonly Draft[] {
  const later = item.children.length > 0 ? undefined : item.laterLabels.at(-1)
  if (later === undefined || later.end < item.span.end || !isLazyContinuation(later, label)) return []
  return laterDrafts(item, at, label, []).slice(-1)
}

/** An item in the value of a label that has no item around it, with the fields that stand on its further lines. */
function takeItem(open: Draft, item: Item, at: number, drafts: Draft[]): void {
  addOutside(open, itemParts(item, at, open.label))
  drafts.push(...laterFields(item, at, open.label))
}

/** Fields on the further lines of an item's first paragraph and of its children's: Markdown takes them in, as no blank line parts them. */
function laterFields(item: Item, at: number, outer: Label): readonly Draft[] {
  const own = laterDrafts(item, at, outer, []).map((draft): Draft => ({ ...draft, shape: 'bare' }))
  return [...own, ...item.children.flatMap((child) => laterFields(child, at, outer))]
}

const isValue = (kind: Fact['kind']): boolean => kind === 'fence' || kind === 'other' || kind === 'unread'

/** Whether what stands outside an item can be its value: a line across never is, and a field of links waits for a link. */
function mayHold(
  text: string,
  { key, isOutsideItem }: Pick<Draft, 'key' | 'isOutsideItem'>,
  span: Span,
  { sizes }: Words,
): boolean {
  const source = text.slice(span.start, Math.min(span.end, span.start + 1000))
  if (/^(?:[-*_][ \t]*){3,100}$/.test(source)) return false
  if (key === 'size') return isOutsideItem || /\d/.test(source) || sizeWordsIn(source, sizes).length > 0
  return (key !== 'upstreamIssue' && key !== 'lfxUrl') || /https?:\/\/|\]\(|#\d|^\W{0,6}TB[DAC]\b/i.test(source)
}

function addOutside(draft: Draft, parts: readonly ValuePart[]): void {
  draft.parts.push(...parts)
  if (parts.length > 0 && !draft.isHeading) draft.isOutsideItem = true
}

/** Whether nothing stands behind a label, or a second colon alone. */
const isEmpty = (text: string, draft: Draft): boolean =>
  draft.parts.every(({ span }) => span.start >= span.end || /^\s*(?:[:：]\s*)?$/.test(text.slice(span.start, span.end)))

type Paragraph = Extract<Fact, { kind: 'paragraph' }>

/** The labels of a paragraph that begin fields: a short plain word does in the company of others, and where it ends the mentors. */
function bareLabels(
  text: string,
  { labels, span }: Paragraph,
  at: number,
  open: Draft | undefined,
  words: Words,
): readonly Label[] {
  const known = labels.filter(({ key }) => key !== null)
  const among = new Set(known.map(({ key }) => key)).size > 1 || open?.shape === 'bare' || open?.key === 'mentors'
  return known.filter((label, index) => {
    if (canStartUnmarkedField(label)) return true
    const value = shift({ start: label.end, end: known[index + 1]?.span.start ?? span.end }, at)
    return among && mayHold(text, { key: label.key!, isOutsideItem: false }, value, words)
  })
}

/** A part's heading that is a known label begins a field. */
function headingDrafts(
  text: string,
  { span, textSpan, text: title }: Heading,
  at: number,
  labels: Labels | undefined,
): readonly Draft[] {
  const label = labelAt(text, textSpan.start + at, textSpan.end + at, labels)
  const isWhole = label !== null && label.text.length >= title.replace(/[:：]$/, '').trim().length
  if (!isWhole || label.key === null || (label.mark !== 'colon' && label.mark !== 'ownLine')) return []
  const end = span.end + at
  return [
    {
      key: label.key,
      label: { ...label, end },
      shape: 'bare',
      span: { start: span.start + at, end },
      parts: [],
      isOutsideItem: false,
      isHeading: true,
    },
  ]
}

function itemDraft(text: string, item: Item, at: number, key: FieldKey, label: Label): Draft {
  return {
    key,
    label: place(label, at),
    shape: 'item',
    span: shift(item.span, at),
    parts: [...valueParts(text, item, at, label)],
    isWeak: label.mark === 'link' || label.mark === 'url',
    isOutsideItem: false,
  }
}

const bareDraft = (label: Label, at: number, span: Span): Draft => ({
  key: label.key!,
  label: place(label, at),
  shape: 'bare',
  span,
  parts: [{ kind: 'line', span: { start: label.end + at, end: span.end } }],
  isOutsideItem: false,
})

const place = (label: Label, at: number): Label => ({ ...label, span: shift(label.span, at), end: label.end + at })

/** Fields that stand as children or as further lines of another field, or on lines that one of its children took in. */
function nestedFields(text: string, item: Item, at: number): readonly Draft[] {
  const { label } = item
  if (!label?.key) return []
  // what stands below the first paragraph belongs to its last label
  const owner = item.laterLabels.findLast((later) => isLazyContinuation(later, label)) ?? label
  const children = item.children.filter((child) => child.label && isNestedField(child.label, owner))
  const others = item.children.filter((child) => !children.includes(child))
  const nestedDraft = (child: Item): Draft => {
    const draft: Draft = { ...itemDraft(text, child, at, child.label!.key!, child.label!), shape: 'nested' }
    const beside = misnestedItems(item, child, owner)
    if (beside.length === 0) return draft
    const parts = [...draft.parts, ...beside.flatMap((each) => itemParts(each, at, child.label!))]
    return { ...draft, parts, span: { start: draft.span.start, end: lastEnd(parts, draft.span.end) }, isOutsideItem: true }
  }
  return [
    ...children.map(nestedDraft),
    ...laterDrafts(item, at, label, childParts(text, item, at, owner)),
    ...others.flatMap((child) => laterBelow(child, at, owner)),
  ]
}

/** Fields on further lines of an item in a field's value, and of the items below it. */
const laterBelow = (item: Item, at: number, outer: Label): readonly Draft[] => [
  ...laterDrafts(item, at, outer, []),
  ...item.children.flatMap((child) => laterBelow(child, at, outer)),
]

/** Fields on further lines of an item's first paragraph; what stands below it belongs to the last of them. */
function laterDrafts(item: Item, at: number, outer: Label, below: readonly ValuePart[]): readonly Draft[] {
  const lines = item.laterLabels.filter((later) => isLazyContinuation(later, outer))
  return lines.map((later, index): Draft => {
    const next = lines[index + 1]
    const draft = bareDraft(later, at, shift({ start: later.span.start, end: next?.span.start ?? item.lead!.end }, at))
    const parts = next ? draft.parts : [...draft.parts, ...below]
    const end = lastEnd(parts, draft.span.end)
    return { ...draft, shape: 'nested', parts, span: { start: draft.span.start, end } }
  })
}

/** The last place that parts reach, `least` where there are none: there may be more of them than a call takes arguments. */
const lastEnd = (parts: readonly ValuePart[], least: number): number =>
  parts.reduce((end, { span }) => Math.max(end, span.end), least)

/** Without the mark that stands on a line before the label where the span ends. */
function withoutMark(text: string, { start, end }: Span): Span {
  const mark = /[\r\n][ \t]*[-+•]?[ \t]*[*_]{0,3}$/.exec(text.slice(Math.max(start, end - 16), end))
  return mark ? { start, end: end - mark[0].length } : { start, end }
}

function finish(text: string, draft: Draft, nested: readonly Draft[]): ParsedField {
  const parts = draft.parts
    .map((part) => ({ ...part, span: trimSpan(text, withoutMark(text, part.span)) }))
    .filter(({ span }) => span.end > span.start)
  const own = draft.shape === 'item' ? draft.span : trimSpan(text, withoutMark(text, draft.span))
  const holdsOthers = draft.isOutsideItem || nested.some((inner) => covers(draft.span, inner.span) && inner !== draft)
  const end = lastEnd(parts, holdsOthers ? draft.label.end : Math.max(draft.label.end, own.end))
  const value = trimSpan(text, { start: draft.label.end, end })
  const empty = value.end <= value.start || (parts.length === 0 && isListMarker(text.slice(value.start, value.end)))
  return {
    field: {
      key: draft.key,
      label: draft.label.text,
      shape: draft.shape,
      colon: draft.label.mark === 'colon' || draft.label.mark === 'link',
      span: { start: draft.span.start, end: Math.max(own.end, empty ? 0 : value.end) },
      labelSpan: draft.label.span,
      valueSpan: empty ? { start: draft.label.end, end: draft.label.end } : value,
      isOutsideItem: draft.isOutsideItem,
    },
    parts,
  }
}
