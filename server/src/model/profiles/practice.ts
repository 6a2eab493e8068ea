import { groupBy } from '../../text/groupBy.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { aliasSpelling, normalizeLabel } from '../labels/aliases.ts'
import { minSharingIdeas } from '../schema/learnedTemplate.ts'
import type { Field, FieldKey, FieldSpec, Idea, MentorSpec, Profile, Project, Template } from '../types.ts'
import { fieldSpecOf, hasTemplateLabel, type TemplateBlock, templateStatesContacts, templateStatesCount } from './template.ts'

/** What at least 70 % of a list's ideas do otherwise than its profile says (docs/spec.md#practice). */
interface Practice {
  /** Keys of fields that they do not have. */
  readonly lacks: readonly string[]
  readonly noEmail: boolean
  readonly noHandle: boolean
  readonly noPrimary: boolean
  /** Fewer mentors than advised, or than the least number. */
  readonly fewMentors: boolean
  readonly mentorsOnOneLine: boolean
  /** Labels without list marks. */
  readonly bareLabels: boolean
  /** Labels that they write in place of the profile's. */
  readonly labels: readonly PracticedLabel[]
  /** Labels that they have and no template names, as `practiceLabelKey`. */
  readonly ownLabels: readonly string[]
}

/** The label of a profile's field as a list writes it. */
interface PracticedLabel {
  /** The profile's. */
  readonly label: string
  readonly practiced: string
  /** Whether fewer than 70 % write it so, and none as the profile does. */
  readonly isFree: boolean
}

/** What says more than practice does. */
interface TemplateSources {
  /** The list's template block. */
  readonly block: TemplateBlock | null
  /** The profile that the configuration names. */
  readonly profile: Profile | undefined
}

const minPracticeShare = 0.7

/** Practice wins over a profile only if it is shared by 70 % of three or more. */
const isPractice = (count: number, total: number): boolean => total >= minSharingIdeas && count >= total * minPracticeShare

/**
 * A template in which the practice of the list's ideas replaces what only the profile says; what the block (null if there is none) says
 * stays. The same object while practice and template are the same.
 */
export function templateInPractice(
  template: Template,
  { block, profile }: TemplateSources,
  projects: readonly Project[],
): Template {
  const ideas = projects.flatMap((project) => project.ideas.map(({ idea }) => idea)).filter(({ empty }) => !empty)
  if (template.learned || ideas.length < minSharingIdeas) return template
  const practice = practiceOf(ideas, template, block, profile !== undefined)
  const key = JSON.stringify(practice)
  if (key === JSON.stringify(noPractice)) return template
  const known = practised.get(template) ?? new Map<string, Template>()
  practised.set(template, known)
  const found = known.get(key) ?? applyPractice(template, practice)
  known.set(key, found)
  return found
}

const practised = new WeakMap<Template, Map<string, Template>>()

const noPractice: Practice = {
  lacks: [],
  noEmail: false,
  noHandle: false,
  noPrimary: false,
  fewMentors: false,
  mentorsOnOneLine: false,
  bareLabels: false,
  labels: [],
  ownLabels: [],
}

function practiceOf(ideas: readonly Idea[], template: Template, block: TemplateBlock | null, isConfigured: boolean): Practice {
  const { mentors: asked } = template
  const named = ideas.filter(({ mentors }) => mentors.length > 0)
  const several = ideas.filter(({ mentors }) => mentors.length > 1)
  const contacts = block !== null && templateStatesContacts(block)
  const shares = (all: readonly Idea[], test: (idea: Idea) => boolean): boolean => isPractice(all.filter(test).length, all.length)
  const hasNo = (contact: 'email' | 'handle') => (idea: Idea) => idea.mentors.every((mentor) => mentor[contact] === null)
  return {
    lacks: block === null ? practicedLacks(ideas, template) : [],
    noEmail: asked.email && !contacts && shares(named, hasNo('email')),
    noHandle: asked.handle && !contacts && shares(named, hasNo('handle')),
    noPrimary: asked.primary && !contacts && shares(several, ({ mentors }) => !mentors.some(({ primary }) => primary)),
    fewMentors:
      !(block !== null && templateStatesCount(block)) &&
      shares(named, ({ mentors }) => mentors.length < Math.max(asked.min, asked.advised)),
    mentorsOnOneLine: block?.idea.mentors.length !== 1 && shares(several, areMentorsPracticedOnOneLine),
    bareLabels: block === null && shares(ideas, hasBareLabelsInPractice),
    labels: block === null && !isConfigured ? practicedLabels(ideas, template) : [],
    ownLabels: ownPracticedLabels(ideas, template),
  }
}

/** The labels of the required fields that most ideas do without. */
function practicedLacks(ideas: readonly Idea[], template: Template): readonly string[] {
  const counts = new Map<FieldSpec | undefined, number>()
  for (const { fields } of ideas) {
    const present = new Set(fields.map((field) => fieldSpecOf(field, template)))
    for (const spec of present) counts.set(spec, (counts.get(spec) ?? 0) + 1)
  }
  return template.fields.flatMap((spec) =>
    spec.required && isPractice(ideas.length - (counts.get(spec) ?? 0), ideas.length) ? [spec.label] : [],
  )
}

/** A profile's label is asked for only if the list has it, and not if 70 % of the ideas with the field write another. */
function practicedLabels(ideas: readonly Idea[], { fields: specs }: Template): readonly PracticedLabel[] {
  const labelsByKey = firstLabelsByKey(ideas)
  return specs.flatMap((spec) => {
    const labels = spec.key === 'other' ? labelsOfOwnField(ideas, spec) : (labelsByKey.get(spec.key) ?? noLabels)
    const spellings = spellingsOfLabels(labels)
    const own = aliasSpelling(spec.label)
    const [common] = spellings.toSorted((a, b) => b.count - a.count)
    if (common === undefined || common.spelling === own) return []
    const written = spellings.reduce((sum, { count }) => sum + count, 0)
    const isShared = isPractice(common.count, written)
    if (!isShared && (written < minSharingIdeas || spellings.some(({ spelling }) => spelling === own))) return []
    return [{ label: spec.label, practiced: common.label, isFree: !isShared }]
  })
}

interface WrittenSpelling {
  readonly spelling: string
  /** The first label that is spelled so. */
  readonly label: string
  readonly count: number
}

/** How often each label is written, in the order of the text. */
type LabelCounts = ReadonlyMap<string, number>

const noLabels: LabelCounts = new Map()

/** The labels of known fields, of each idea the first with its key. */
function firstLabelsByKey(ideas: readonly Idea[]): ReadonlyMap<FieldKey, LabelCounts> {
  const labelsByKey = new Map<FieldKey, Map<string, number>>()
  const seen = new Set<FieldKey>()
  for (const { fields } of ideas) {
    seen.clear()
    for (const { key, label } of fields) {
      if (seen.has(key)) continue
      seen.add(key)
      const counts = labelsByKey.get(key) ?? new Map<string, number>()
      counts.set(label, (counts.get(label) ?? 0) + 1)
      labelsByKey.set(key, counts)
    }
  }
  return labelsByKey
}

/** The labels that ideas write for a field that only its label tells. */
function labelsOfOwnField(ideas: readonly Idea[], spec: FieldSpec): LabelCounts {
  const counts = new Map<string, number>()
  for (const { fields } of ideas) {
    const field = fields.find(({ key, label }) => key === 'other' && hasTemplateLabel(spec, label))
    if (field !== undefined) counts.set(field.label, (counts.get(field.label) ?? 0) + 1)
  }
  return counts
}

const spellingsOfLabels = (labels: LabelCounts): readonly WrittenSpelling[] =>
  [...groupBy([...labels], ([label]) => aliasSpelling(label))].map(([spelling, labels]) => ({
    spelling,
    label: labels[0]![0],
    count: labels.reduce((sum, [, count]) => sum + count, 0),
  }))

/** The labels of at least 70 % of the ideas that the template does not name, and those of fields known by their value. */
function ownPracticedLabels(ideas: readonly Idea[], template: Template): readonly string[] {
  const counts = new Map<string, number>()
  for (const { fields } of ideas) {
    const own = fields.filter((field) => field.isKnownByValue || fieldSpecOf(field, template) === undefined)
    if (own.length === 0) continue
    for (const key of new Set(own.map(({ label }) => practiceLabelKey(label)))) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].flatMap(([key, count]) => (isPractice(count, ideas.length) ? [key] : [])).sort()
}

/** `Mentee (LFX profile)` → `mentee`: labels with the same key count as one. */
const practiceLabelKey = (label: string): string => normalizeLabel(label.replace(/\([^()]*\)$/, ''))

/** Whether a label that the template does not name is the practice of the list's ideas. */
export const isPracticedLabel = ({ label }: Field, { ownLabels }: Template): boolean =>
  ownLabels?.includes(practiceLabelKey(label)) ?? false

const hasBareLabelsInPractice = ({ fields }: Idea): boolean => fields.length > 0 && fields.every(({ shape }) => shape === 'bare')

const areMentorsPracticedOnOneLine = ({ mentors }: Idea): boolean => mentors.every(({ sharesLine }) => sharesLine)

/** Whether two versions of an idea count for the same practice, whatever the template is: an edit of prose changes nothing of it. */
export const havePracticeInCommon = (a: Idea, b: Idea): boolean => practiceKey(a) === practiceKey(b)

const practiceKey = (idea: Idea): string => practiceKeyOnce(idea).key

const practiceKeyOnce = memoByIdentity(({ empty, mentors, fields }: Idea) => ({
  key: JSON.stringify([
    empty,
    mentors.map(({ email, handle, primary, sharesLine }) => [email === null, handle === null, primary, sharesLine]),
    fields.map(({ key, label, shape }) => [key, label, shape]),
  ]),
}))

function applyPractice(template: Template, practice: Practice): Template {
  const { mentors } = template
  const asked: MentorSpec = {
    ...mentors,
    email: mentors.email && !practice.noEmail,
    handle: mentors.handle && !practice.noHandle,
    primary: mentors.primary && !practice.noPrimary,
  }
  const fields = template.fields.map((spec) => {
    const found = practice.labels.find(({ label }) => label === spec.label)
    return {
      ...spec,
      ...(practice.lacks.includes(spec.label) && { required: false }),
      ...(found && { label: found.practiced, aliases: [spec.label, ...(spec.aliases ?? [])] }),
      ...(found?.isFree && { isLabelFree: true }),
    }
  })
  return {
    ...template,
    fields,
    mentors: asked,
    ...(practice.fewMentors && { fewMentors: true }),
    ...(practice.mentorsOnOneLine && { mentorsOnOneLine: true }),
    ...(practice.bareLabels && { bareLabels: true }),
    ...(practice.ownLabels.length > 0 && { ownLabels: practice.ownLabels }),
  }
}
