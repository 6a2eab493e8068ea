import { type Span, shift } from '../../text/span.ts'
import type { Item } from '../blocks/sectionFacts.ts'
import { isCoMentorAlias, isMentorRoleAlias } from '../labels/aliases.ts'
import { isLabelMarkedTwice, type Label, labelAt, shiftLabel } from '../labels/labelSyntax.ts'
import type { Field, FieldKey, Heading, Labels, SizeWord } from '../types.ts'
import { sizeWordsIn } from './sizes.ts'
import { type ValuePart, valueParts } from './valueParts.ts'

/** A field whose value may still grow; spans count from the start of the idea. */
export interface FieldDraft {
  readonly key: FieldKey
  readonly label: Label
  readonly shape: Field['shape']
  readonly span: Span
  readonly parts: ValuePart[]
  /** Weak candidate, used only if no list item has the same field key: a link whose text is `Upstream Issue`. */
  readonly isWeak?: boolean
  isOutsideItem: boolean
  /** Whether its label is a heading, so that everything up to the next heading belongs to it. */
  isHeading?: boolean
}

/** The words of a programme by which fields are recognized. */
export interface FieldWords {
  readonly labels: Labels | undefined
  readonly sizes: readonly SizeWord[]
}

/** `**Skills**` on a line of its own, without a bullet: it begins a field even if there is one of its kind. */
export const isHeadingLikeDraft = (text: string, { shape, label }: FieldDraft): boolean =>
  shape === 'bare' && isLabelMarkedTwice(text, label) && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(label.end, label.end + 80))

/** Whether the value is empty, or only a second colon. */
export const isEmptyDraft = (text: string, draft: FieldDraft): boolean =>
  draft.parts.every(({ span }) => span.start >= span.end || /^\s*(?:[:：]\s*)?$/.test(text.slice(span.start, span.end)))

/** Whether text outside the label's item can be its value: a thematic break cannot, and a field of links needs a link. */
export function canDraftHoldValue(
  text: string,
  { key, isOutsideItem }: Pick<FieldDraft, 'key' | 'isOutsideItem'>,
  span: Span,
  { sizes }: FieldWords,
): boolean {
  const source = text.slice(span.start, Math.min(span.end, span.start + 1000))
  if (/^(?:[-*_][ \t]*){3,100}$/.test(source)) return false
  if (key === 'size') return isOutsideItem || /\d/.test(source) || sizeWordsIn(source, sizes).length > 0
  return (key !== 'upstreamIssue' && key !== 'lfxUrl') || /https?:\/\/|\]\(|#\d|^\W{0,6}TB[DAC]\b/i.test(source)
}

/** Adds parts outside the label's item to its value. */
export function addPartsToDraft(draft: FieldDraft, parts: readonly ValuePart[]): void {
  for (const part of parts) draft.parts.push(part)
  if (parts.length > 0 && !draft.isHeading) draft.isOutsideItem = true
}

/** A field that is a list item of its own. */
export function itemDraft(text: string, item: Item, at: number, key: FieldKey, label: Label): FieldDraft {
  return {
    key,
    label: shiftLabel(label, at),
    shape: 'item',
    span: shift(item.span, at),
    parts: [...valueParts(text, item, at, label)],
    isWeak: label.mark === 'link' || label.mark === 'url',
    isOutsideItem: false,
  }
}

/** A field whose known label has no bullet; `span` is its extent in the idea. */
export const bareDraft = (label: Label, at: number, span: Span): FieldDraft => ({
  key: label.key!,
  label: shiftLabel(label, at),
  shape: 'bare',
  span,
  parts: [{ kind: 'line', span: { start: label.end + at, end: span.end } }],
  isOutsideItem: false,
})

/** `##### Mentors`: the heading of a part of the idea that is a known label; empty for any other. */
export function headingDrafts(
  text: string,
  { span, textSpan, text: title }: Heading,
  at: number,
  labels: Labels | undefined,
): readonly FieldDraft[] {
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

/** Adds drafts one by one: an idea may have more than a call has room for arguments. */
export function addDrafts(drafts: FieldDraft[], more: readonly FieldDraft[]): void {
  for (const draft of more) drafts.push(draft)
}

/** Whether a field still accepts content outside its item. */
export const fieldAcceptsMore = (text: string, draft: FieldDraft): boolean =>
  draft.isOutsideItem || draft.isHeading === true || isEmptyDraft(text, draft)

/** `- Mentors:⏎- Primary Mentor: Ada`: whether a mentors label names people of the field before it. */
export const draftExtendsMentors = (open: FieldDraft, { key, text }: Label): boolean =>
  open.key === 'mentors' && key === 'mentors' && !isCoMentorAlias(text) && (open.shape !== 'nested' || isMentorRoleAlias(text))
