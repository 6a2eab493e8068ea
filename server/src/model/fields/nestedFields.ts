import { lowerBound } from '../../text/lowerBound.ts'
import { covers, shift } from '../../text/span.ts'
import type { Item } from '../blocks/sectionFacts.ts'
import type { Label } from '../labels/labelSyntax.ts'
import { bareDraft, type FieldDraft, itemDraft } from './fieldDrafts.ts'
import { isLazyNestedLabel, isNestedLabel, misnestedLabelItems } from './nestedLabels.ts'
import { childValueParts, itemValueParts, lastValuePartEnd, type ValuePart } from './valueParts.ts'

/** The fields within the item of another field: its children, further lines, and lines that a child's paragraph continues on. */
export function nestedFields(text: string, item: Item, at: number): readonly FieldDraft[] {
  const { label } = item
  if (!label?.key || (item.children.length === 0 && item.laterLabels.length === 0)) return noNestedFields
  // what is below the first paragraph belongs to its last label
  const owner = item.laterLabels.findLast((later) => isLazyNestedLabel(later, label)) ?? label
  const isField = (child: Item): boolean => child.label !== null && isNestedLabel(child.label, owner)
  return [
    ...item.children.filter(isField).map((child) => nestedDraft(text, item, child, at, owner)),
    ...laterLineFields(item, at, label, childValueParts(text, item, at, owner)),
    ...item.children.filter((child) => !isField(child)).flatMap((child) => laterLinesBelow(child, at, owner)),
  ]
}

const noNestedFields: readonly FieldDraft[] = []

function nestedDraft(text: string, item: Item, child: Item, at: number, owner: Label): FieldDraft {
  const label = child.label!
  const draft: FieldDraft = { ...itemDraft(text, child, at, label.key!, label), shape: 'nested' }
  const misnested = misnestedLabelItems(item, child, owner)
  if (misnested.length === 0) return draft
  const parts = [...draft.parts, ...misnested.flatMap((each) => itemValueParts(each, at, label))]
  return { ...draft, parts, span: { start: draft.span.start, end: lastValuePartEnd(parts, draft.span.end) }, isOutsideItem: true }
}

/** Fields on further lines of an item in a field's value, and of the items nested in it. */
const laterLinesBelow = (item: Item, at: number, outer: Label): readonly FieldDraft[] => [
  ...laterLineFields(item, at, outer, []),
  ...item.children.flatMap((child) => laterLinesBelow(child, at, outer)),
]

/** Fields on further lines of an item's first paragraph; `below`, the parts after that paragraph, belongs to the last of them. */
function laterLineFields(item: Item, at: number, outer: Label, below: readonly ValuePart[]): readonly FieldDraft[] {
  const lines = item.laterLabels.filter((later) => isLazyNestedLabel(later, outer))
  return lines.map((later, index): FieldDraft => {
    const next = lines[index + 1]
    const draft = bareDraft(later, at, shift({ start: later.span.start, end: next?.span.start ?? item.lead!.end }, at))
    const parts = next ? draft.parts : [...draft.parts, ...below]
    const end = lastValuePartEnd(parts, draft.span.end)
    return { ...draft, shape: 'nested', parts, span: { start: draft.span.start, end } }
  })
}

/** The label that ends an item's paragraph: in `- Size: small⏎  Mentors:` the content after the item is its value. */
export function trailingNestedLabels(item: Item, at: number, label: Label): readonly FieldDraft[] {
  const later = item.children.length > 0 ? undefined : item.laterLabels.at(-1)
  if (later === undefined || later.end < item.span.end || !isLazyNestedLabel(later, label)) return []
  return laterLineFields(item, at, label, []).slice(-1)
}

/** Fields on further lines of an item, and of the items in it, that is the value of a label without an item around it. */
export function bareNestedFields(item: Item, at: number, outer: Label): readonly FieldDraft[] {
  const own = laterLineFields(item, at, outer, []).map((draft): FieldDraft => ({ ...draft, shape: 'bare' }))
  return [...own, ...item.children.flatMap((child) => bareNestedFields(child, at, outer))]
}

/** Whether a draft contains one of these, which are sorted by their start. */
export function coversNestedDraft(draft: FieldDraft, sorted: readonly FieldDraft[]): boolean {
  const first = lowerBound(sorted, ({ span }) => span.start < draft.span.start)
  for (let index = first; index < sorted.length && sorted[index]!.span.start <= draft.span.end; index++)
    if (sorted[index] !== draft && covers(draft.span, sorted[index]!.span)) return true
  return false
}
