import { isSameSet } from '../../text/isSameSet.ts'
import type { Part, PlacedLabel } from './headingParts.ts'
import type { LabelForm } from './labelOccurrence.ts'
import type { LabelRole } from './labelWords.ts'

/** Forms of labels that are interchangeable: a list that uses one of them may use the other. */
type Family = 'item' | 'paragraph' | 'heading' | 'table'

const families: Readonly<Record<LabelForm, Family>> = {
  item: 'item',
  bareItem: 'item',
  paragraph: 'paragraph',
  ownLine: 'paragraph',
  plain: 'paragraph',
  heading: 'heading',
  row: 'table',
  column: 'table',
  frontMatter: 'table',
}

export const labelFamily = (form: LabelForm): Family => families[form]

const half = 0.5
const minRecurring = 2

/** What is known of a list's labels when it is decided which of them are fields. */
export interface LabelContext {
  readonly schema: ReadonlySet<string>
  /** Whether at least half of the list's labels with a role are list items. */
  readonly hasItemLabels: boolean
  /** Whether at least half of them are plain words and a colon. */
  readonly hasPlainLabels: boolean
  /** The keys of bare list items that recur. */
  readonly bareItems: ReadonlySet<string>
  /** Roles of labels by their values (`rolesByValues`), which the labels have already. */
  readonly valueRoles: ReadonlyMap<string, LabelRole>
}

const noRoles: LabelContext['valueRoles'] = new Map()

/** The context of before if labels are read by it as by the new one. */
export function sameContext(context: LabelContext, previous: LabelContext | null): LabelContext {
  const isSame =
    previous !== null &&
    previous.hasItemLabels === context.hasItemLabels &&
    previous.hasPlainLabels === context.hasPlainLabels &&
    isSameSet(previous.schema, context.schema) &&
    isSameSet(previous.bareItems, context.bareItems) &&
    haveSameLabelEffects(previous.valueRoles, context.valueRoles)
  return isSame ? previous : context
}

const haveSameLabelEffects = (a: LabelContext['valueRoles'], b: LabelContext['valueRoles']): boolean =>
  a.size === b.size && [...a].every(([key, role]) => b.get(key) === role)

/** Counts the labels of a list's ideas. */
export function labelContext(
  labels: readonly PlacedLabel[],
  schema: ReadonlySet<string>,
  valueRoles: LabelContext['valueRoles'] = noRoles,
): LabelContext {
  const withRole = labels.filter(({ role, form }) => role !== null && form !== 'bareItem')
  const isMost = (count: number): boolean => count > 0 && count >= withRole.length * half
  const items = withRole.filter(({ form }) => labelFamily(form) === 'item').length
  const plain = withRole.filter(({ form }) => form === 'plain').length
  const counts = new Map<string, number>()
  for (const { key, form } of labels) if (form === 'bareItem') counts.set(key, (counts.get(key) ?? 0) + 1)
  const bareItems = new Set([...counts].flatMap(([key, count]) => (count >= minRecurring ? [key] : [])))
  return { schema, hasItemLabels: isMost(items), hasPlainLabels: isMost(plain), bareItems, valueRoles }
}

/** `field`: begins a field; `boundary`: only ends the one before it; `text`: neither. */
export type LabelEffect = 'field' | 'boundary' | 'text'

interface Decision {
  readonly name: string
  readonly when: (label: PlacedLabel, part: Part, context: LabelContext, field: PlacedLabel | null) => boolean
  readonly effect: LabelEffect
}

/** The first case that applies decides. */
export const labelDecisions: readonly Decision[] = [
  {
    name: 'heading or table',
    when: ({ form }) => labelFamily(form) === 'heading' || labelFamily(form) === 'table',
    effect: 'field',
  },
  {
    // #### Mentors⏎- **Primary:** Ada
    name: 'inside the value of a label heading',
    when: ({ key }, part, { schema }) => part.isLabel && !schema.has(key),
    effect: 'text',
  },
  {
    name: 'bare list item that recurs',
    when: ({ form, key, role }, _, { schema, bareItems }) =>
      form === 'bareItem' && role !== null && schema.has(key) && bareItems.has(key),
    effect: 'field',
  },
  {
    // - Mentors⏎  - Ada⏎- Skills⏎  - Go
    name: 'bare list item next to the item of a field',
    when: ({ form, role, indent, part }, _, __, field) =>
      form === 'bareItem' && role !== null && field?.form === 'bareItem' && field.part === part && field.indent === indent,
    effect: 'field',
  },
  { name: 'bare list item', when: ({ form }) => form === 'bareItem', effect: 'text' },
  {
    name: 'list item in a list whose labels are list items',
    when: ({ form }, _, { hasItemLabels }) => form === 'item' && hasItemLabels,
    effect: 'field',
  },
  {
    name: 'list item with a role of the schema',
    when: ({ form, key, role }, _, { schema }) => form === 'item' && role !== null && schema.has(key),
    effect: 'field',
  },
  {
    // - Mentors: Ada⏎- Resources: …, in an idea of a list whose labels are paragraphs
    name: 'list item next to the item of a field',
    when: ({ form, indent, part }, _, __, field) =>
      form === 'item' && field?.form === 'item' && field.part === part && field.indent === indent,
    effect: 'field',
  },
  { name: 'list item', when: ({ form }) => form === 'item', effect: 'text' },
  {
    name: 'paragraph of the schema, or with a role',
    when: ({ key, role }, _, { schema }) => schema.has(key) || role !== null,
    effect: 'field',
  },
  { name: 'emphasized, with a colon', when: ({ form, isEmphasized }) => form === 'paragraph' && isEmphasized, effect: 'field' },
  { name: 'emphasized, on its own line', when: ({ isEmphasized }) => isEmphasized, effect: 'boundary' },
  {
    name: 'plain words in a list whose labels are plain words',
    when: ({ form }, _, { hasPlainLabels }) => form === 'plain' && hasPlainLabels,
    effect: 'field',
  },
  { name: 'plain words', when: () => true, effect: 'text' },
]

/** What a label does in its idea; `field` is the label of the field before it. */
const labelEffect = (label: PlacedLabel, part: Part, context: LabelContext, field: PlacedLabel | null): LabelEffect =>
  labelDecisions.find(({ when }) => when(label, part, context, field))!.effect

/** The labels of an idea that are more than text, in their order. */
export function effectiveLabels(
  parts: readonly Part[],
  labels: readonly PlacedLabel[],
  context: LabelContext,
): readonly { readonly label: PlacedLabel; readonly effect: LabelEffect }[] {
  let field: PlacedLabel | null = null
  return labels.flatMap((label) => {
    const effect = labelEffect(label, parts[label.part]!, context, field)
    if (effect === 'field') field = label
    return effect === 'text' ? [] : [{ label, effect }]
  })
}
