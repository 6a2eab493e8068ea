import { bulletLike, bulletSpace } from '../../text/bullets.ts'
import { type Span, shift, trimSpan } from '../../text/span.ts'
import { areIssueLinks, isLfxProjectLink } from '../blocks/links.ts'
import type { PlacedFact } from '../blocks/placedFacts.ts'
import type { Fact, Item } from '../blocks/sectionFacts.ts'
import { hasLabelSyntax, isLabelWithoutBullet, type Label } from '../labels/labelSyntax.ts'
import type { Field, FieldKey } from '../types.ts'
import {
  addDrafts,
  addPartsToDraft,
  bareDraft,
  canDraftHoldValue,
  draftExtendsMentors,
  type FieldDraft,
  type FieldWords,
  fieldAcceptsMore,
  headingDrafts,
  isHeadingLikeDraft,
  itemDraft,
} from './fieldDrafts.ts'
import { isUnknownField, unknownFieldNamesIssue } from './isUnknownField.ts'
import { bareNestedFields, coversNestedDraft, nestedFields, trailingNestedLabels } from './nestedFields.ts'
import { dropRepeatedFields, repeatedFieldKind } from './repeatedFields.ts'
import { isBulletOnlyPart, itemValueParts, lastValuePartEnd, type ValuePart } from './valueParts.ts'

/** A field with the parts of its value, which mentors and skills are read from. */
export interface ParsedField {
  readonly field: Field
  readonly parts: readonly ValuePart[]
}

/** The fields of an idea in document order; `text` is the idea's own, with its comments replaced by spaces. */
export function readFields(text: string, facts: readonly PlacedFact[], words: FieldWords): readonly ParsedField[] {
  const reader: FieldReader = { text, facts, words, drafts: [] }
  for (let index = 0; index < facts.length; index++) readFieldFact(reader, index)
  const top = dropRepeatedFields(facts, reader.drafts, repeatedFieldKind)
  const drafts = withNestedDrafts(reader, top)
  const inner = drafts === top ? noDrafts : drafts.filter(({ shape }) => shape === 'nested')
  return readFieldsByValue(
    text,
    drafts.map((draft) => finishField(text, draft, inner)),
  )
}

const noDrafts: readonly FieldDraft[] = []

/** `top`, without the weak ones of a field that there is anyway, and the fields nested in them, in document order. */
function withNestedDrafts({ text, facts, drafts: all }: FieldReader, top: readonly FieldDraft[]): readonly FieldDraft[] {
  const nested = facts.flatMap(({ fact, at }) => (fact.kind === 'item' ? nestedFields(text, fact.item, at) : noDrafts))
  // in most ideas each field is a list item of its own
  if (nested.length === 0 && top.every(isStrongDraft)) return top
  const present = new Set(top.filter(isStrongDraft).map(repeatedFieldKind))
  const taken = new Set(all.map(({ label }) => label.span.start))
  const isNew = (draft: FieldDraft): boolean => !taken.has(draft.label.span.start) && !present.has(repeatedFieldKind(draft))
  const isKept = (draft: FieldDraft): boolean =>
    isStrongDraft(draft) || isHeadingLikeDraft(text, draft) || !present.has(repeatedFieldKind(draft))
  return [...top.filter(isKept), ...nested.filter(isNew)].sort((a, b) => a.span.start - b.span.start)
}

const isStrongDraft = ({ shape, isWeak }: FieldDraft): boolean => shape === 'item' && !isWeak

/** An idea whose fields are being read. */
interface FieldReader {
  readonly text: string
  readonly facts: readonly PlacedFact[]
  readonly words: FieldWords
  /** The fields so far; new ones are added at the end. */
  readonly drafts: FieldDraft[]
}

/** Adds the fact at `index` to the last field, or begins new ones with it. */
function readFieldFact(reader: FieldReader, index: number): void {
  const { text, facts, words, drafts } = reader
  const { fact, at } = facts[index]!
  const last = drafts.at(-1)
  if (fact.kind === 'heading') {
    if (last) last.isHeading = false
    // the first block is the idea's own heading
    if (index > 0) addDrafts(drafts, headingDrafts(text, fact.heading, at, words.labels))
    return
  }
  const open = last !== undefined && fieldAcceptsMore(text, last) ? last : undefined
  if (fact.kind === 'item') readFieldItem(reader, fact.item, at, index, open)
  else if (fact.kind === 'paragraph') readFieldParagraph(reader, fact, at, open)
  else if (open !== undefined && isFieldContent(fact.kind) && canDraftHoldValue(text, open, shift(fact.span, at), words))
    addPartsToDraft(open, [{ kind: 'line', span: shift(fact.span, at) }])
}

const isFieldContent = (kind: Fact['kind']): boolean => kind === 'fence' || kind === 'other' || kind === 'unread'

/** `open`: the last field, if it accepts more. */
function readFieldItem(reader: FieldReader, item: Item, at: number, index: number, open: FieldDraft | undefined): void {
  const { text, words, drafts } = reader
  const { label } = item
  const last = drafts.at(-1)
  if (label?.key && !(open && draftExtendsMentors(open, label))) {
    drafts.push(itemDraft(text, item, at, label.key, label))
    addDrafts(drafts, trailingNestedLabels(item, at, label))
  } else if (
    open &&
    canDraftHoldValue(text, open, shift(item.span, at), words) &&
    !readsUnknownField(reader, open, item, at, index)
  ) {
    addPartsToDraft(open, itemValueParts(item, at, open.label))
    addDrafts(drafts, bareNestedFields(item, at, open.label))
  } else if (last?.shape === 'bare' && item.indent >= bulletWidth) {
    for (const part of itemValueParts(item, at, last.label)) last.parts.push(part)
  } else if (label && hasLabelSyntax(label)) drafts.push(itemDraft(text, item, at, 'other', label))
}

/** Width of `- `. A line indented by at least this much below a bare label would belong to that label's list item. */
const bulletWidth = 2

/** Whether an item after an empty field begins another one, whose label is unknown. */
function readsUnknownField(
  { text, facts, words }: FieldReader,
  open: FieldDraft,
  item: Item,
  at: number,
  index: number,
): boolean {
  const { label, children } = item
  if (!label || open.isOutsideItem || open.isHeading || open.shape !== 'item') return false
  const candidate = {
    label,
    span: shift(item.span, at),
    isOnlyContent: isFieldReadToEnd(facts, index),
    hasChildren: children.length > 0,
  }
  return isUnknownField(text, open.key, candidate, words.sizes)
}

/** Whether the fact after that at `index` is a known label, a heading or the end of the idea. */
function isFieldReadToEnd(facts: readonly PlacedFact[], index: number): boolean {
  let next = index + 1
  while (facts[next]?.fact.kind === 'blank' || facts[next]?.fact.kind === 'html') next++
  const fact = facts[next]?.fact
  if (fact?.kind === 'item') return (fact.item.label?.key ?? null) !== null
  return fact?.kind !== 'paragraph' || fact.labels.some(({ key }) => key !== null)
}

type Paragraph = Extract<Fact, { kind: 'paragraph' }>

/** Fields that begin within a paragraph, and the text before the first of them, which belongs to the open field. */
function readFieldParagraph(
  { text, words, drafts }: FieldReader,
  fact: Paragraph,
  at: number,
  open: FieldDraft | undefined,
): void {
  const found = readBareFieldLabels(text, fact, at, drafts.at(-1), words)
  const [first] = found
  const before = shift({ start: fact.span.start, end: first?.span.start ?? fact.span.end }, at)
  const hasTextBefore = !first || first.span.start > fact.span.start + 3
  if (open && hasTextBefore && canDraftHoldValue(text, open, before, words))
    addPartsToDraft(open, [{ kind: 'line', span: before }])
  found.forEach((label, index) => {
    const end = found[index + 1]?.span.start ?? fact.span.end
    drafts.push(bareDraft(label, at, shift({ start: label.span.start, end }, at)))
  })
}

/** The labels of a paragraph that begin fields: a single plain word does so only next to other labels, or after the mentors. */
function readBareFieldLabels(
  text: string,
  { labels, span }: Paragraph,
  at: number,
  last: FieldDraft | undefined,
  words: FieldWords,
): readonly Label[] {
  const known = labels.filter(({ key }) => key !== null)
  const isAmongFields = new Set(known.map(({ key }) => key)).size > 1 || last?.shape === 'bare' || last?.key === 'mentors'
  return known.filter((label, index) => {
    if (isLabelWithoutBullet(label)) return true
    const value = shift({ start: label.end, end: known[index + 1]?.span.start ?? span.end }, at)
    return isAmongFields && canDraftHoldValue(text, { key: label.key!, isOutsideItem: false }, value, words)
  })
}

const nextMark = new RegExp(String.raw`[\r\n][ \t]*${bulletLike}?${bulletSpace}*[*_]{0,3}$`)

/** Without the line break, bullet and emphasis marks before the next label, at which a span ends. */
function fieldWithoutNextMark(text: string, { start, end }: Span): Span {
  const mark = nextMark.exec(text.slice(Math.max(start, end - 16), end))
  return mark ? { start, end: end - mark[0].length } : { start, end }
}

/** The field of a draft; `nested` are the nested drafts of the idea, in document order. */
function finishField(text: string, draft: FieldDraft, nested: readonly FieldDraft[]): ParsedField {
  const { key, label, shape, isOutsideItem } = draft
  const parts: ValuePart[] = []
  for (const part of draft.parts) {
    const span = trimSpan(text, fieldWithoutNextMark(text, part.span))
    if (span.end > span.start) parts.push({ ...part, span })
  }
  const own = shape === 'item' ? draft.span : trimSpan(text, fieldWithoutNextMark(text, draft.span))
  const isShared = isOutsideItem || coversNestedDraft(draft, nested)
  const end = lastValuePartEnd(parts, isShared ? label.end : Math.max(label.end, own.end))
  const value = trimSpan(text, { start: label.end, end })
  const isEmpty = value.end <= value.start || (parts.length === 0 && isBulletOnlyPart(text.slice(value.start, value.end)))
  return {
    field: {
      key,
      label: label.text,
      shape,
      colon: label.mark === 'colon' || label.mark === 'link',
      span: { start: draft.span.start, end: Math.max(own.end, isEmpty ? 0 : value.end) },
      labelSpan: label.span,
      valueSpan: isEmpty ? { start: label.end, end: label.end } : value,
      isOutsideItem,
    },
    parts,
  }
}

/** `Apply: https://mentorship.lfx…/project/…`: in an idea without a label of the LFX URL, the first unknown one with such a value. */
function readFieldsByValue(text: string, fields: readonly ParsedField[]): readonly ParsedField[] {
  return fieldKeysByValue.reduce((read, [key, isValue]) => {
    if (read.some(({ field }) => field.key === key)) return read
    const found = read.find(
      ({ field }) => field.key === 'other' && isValue(text.slice(field.valueSpan.start, field.valueSpan.end), field.label),
    )
    return found === undefined
      ? read
      : read.map((each) => (each === found ? { ...each, field: { ...each.field, key, isKnownByValue: true as const } } : each))
  }, fields)
}

/** Fields that a value tells, with a test of a value and its unknown label. */
const fieldKeysByValue: readonly (readonly [FieldKey, (value: string, label: string) => boolean])[] = [
  ['lfxUrl', isLfxProjectLink],
  // Relevant Issues: https://github.com/org/repo/issues/1
  ['upstreamIssue', (value, label) => unknownFieldNamesIssue(label) && areIssueLinks(value)],
]

/** The fields of one key, in their order. */
export const fieldsWithKey = (fields: readonly ParsedField[], key: FieldKey): readonly ParsedField[] =>
  fields.filter(({ field }) => field.key === key)
