import type { Section } from '../../syntax/sections.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { FieldKey, FieldSpec, LearnedLabel, LearnedLabelStyle, LearnedSchema, Profile, Template } from '../types.ts'
import { type FrontMatter, readFrontMatter } from './frontMatterFields.ts'
import { headingPartsOf, labelsOfHeadingParts, type Part, type PlacedLabel } from './headingParts.ts'
import { labelKey } from './labelKey.ts'
import type { LabelRole } from './labelWords.ts'
import type { ListParts } from './listParts.ts'
import { oneIdeaParts } from './oneIdeaFile.ts'
import { isTemplateTitle, type Recognized, recognize } from './recognize.ts'

const rolesOfFields: Readonly<Partial<Record<FieldKey, LabelRole>>> = {
  mentors: 'mentor',
  size: 'size',
  difficulty: 'difficulty',
  recommendedSkills: 'skills',
  expectedOutcome: 'outcome',
  description: 'description',
  upstreamIssue: 'issue',
}

/** The fields of a program by the keys of their labels. */
const declaredFields: (profile: Profile) => ReadonlyMap<string, FieldSpec> = memoByIdentity(
  ({ fields }) =>
    new Map(fields.flatMap((spec) => [spec.label, ...(spec.aliases ?? [])].map((label) => [labelKey(label), spec] as const))),
)

/**
 * The parts of a list whose program says how its lists are written: what its ideas say themselves, with the labels of the program. Ideas
 * are the same as without a program if they are where it says, otherwise the headings with its labels. It has no titles if there are none; null if the
 * program does not say how its lists are written.
 */
export function declaredList(
  text: string,
  sections: readonly { readonly at: number; readonly section: Section }[],
  profile: Profile | undefined,
): ListParts | null {
  if (!profile?.form) return null
  const declared = declaredFields(profile)
  const frontMatter = declaredMatter(readFrontMatter(text), declared)
  const parts = headingPartsOf(sections, frontMatter !== null).map((part) => declaredPart(part, declared, profile.ideaLevel))
  const labels = labelsOfHeadingParts(parts).map((label) => declaredLabel(label, declared))
  const prefix = profile.form.titlePrefix
  if (profile.form.oneIdeaAFile) {
    const title = frontMatter === null ? parts.findIndex(({ level }) => level > 0) : -1
    const oneIdea = oneIdeaParts(text, { parts, frontMatter }, title)
    const recognized = recognizedAs('folder', [title], oneIdea.labels, declared)
    const isEmpty =
      oneIdea.labels.every(({ key }) => !declared.has(key)) && !frontMatter?.fields.some((field) => declared.has(field.labelKey))
    return isEmpty
      ? { parts, labels, frontMatter, recognized: { ...recognized, titles: [] }, prefix }
      : {
          parts,
          labels,
          frontMatter,
          recognized,
          oneIdea: { ...oneIdea, labels: oneIdea.labels.map((label) => declaredLabel(label, declared)) },
          prefix,
        }
  }
  const own = recognize(parts, labels, frontMatter)
  const isInPlace =
    own !== null &&
    (own.tables.length > 0 ||
      profile.ideaLevel === null ||
      own.titles.some((title) => title < 0 || parts[title]?.level === profile.ideaLevel))
  const recognized = isInPlace ? withDeclared(own, declared) : byDeclaredLabels(parts, labels, declared, profile.ideaLevel)
  return { parts, labels, frontMatter, recognized, prefix }
}

const withDeclared = (own: Recognized, declared: ReadonlyMap<string, FieldSpec>): Recognized => ({
  ...own,
  schema: new Set([...own.schema, ...declared.keys()]),
})

const recognizedAs = (
  reason: Recognized['reason'],
  titles: readonly number[],
  labels: readonly PlacedLabel[],
  declared: ReadonlyMap<string, FieldSpec>,
): Recognized => ({
  reason,
  titles,
  tables: [],
  schema: new Set([...declared.keys(), ...labels.flatMap(({ role, key }) => (role === null ? [] : [key]))]),
})

/** A heading at the level of ideas is a title; a deeper one with a label of the program is a label. */
function declaredPart(part: Part, declared: ReadonlyMap<string, FieldSpec>, ideaLevel: number | null): Part {
  if (part.level === 0) return part
  if (part.level === ideaLevel) return part.isLabel && !declared.has(labelKey(part.text)) ? { ...part, isLabel: false } : part
  const isDeclared = declared.has(labelKey(part.text)) && part.parent >= 0 && (ideaLevel === null || part.level > ideaLevel)
  return isDeclared && !part.isLabel ? { ...part, isLabel: true } : part
}

function declaredLabel(label: PlacedLabel, declared: ReadonlyMap<string, FieldSpec>): PlacedLabel {
  const spec = declared.get(label.key)
  if (spec === undefined) return label
  const role = spec.key === 'other' ? null : (rolesOfFields[spec.key] ?? label.role)
  const isPrimary = spec.role?.toLowerCase() === 'primary'
  return role === label.role && !isPrimary ? label : { ...label, role, ...(isPrimary && { isPrimary: true }) }
}

function declaredMatter(frontMatter: FrontMatter | null, declared: ReadonlyMap<string, FieldSpec>): FrontMatter | null {
  if (frontMatter === null) return null
  const fields = frontMatter.fields.map((field) => {
    const spec = declared.get(field.labelKey)
    const role = spec === undefined ? field.role : spec.key === 'other' ? null : (rolesOfFields[spec.key] ?? field.role)
    return role === field.role ? field : { ...field, role }
  })
  return { ...frontMatter, fields }
}

const minDeclaredLabels = 2

/** Titles by their labels: at the level of ideas one of the program's is enough, elsewhere two if any title has two. */
function byDeclaredLabels(
  parts: readonly Part[],
  labels: readonly PlacedLabel[],
  declared: ReadonlyMap<string, FieldSpec>,
  ideaLevel: number | null,
): Recognized {
  const counts = new Map<number, Set<string>>()
  for (const { title, key } of labels)
    if (declared.has(key) && title >= 0) counts.set(title, (counts.get(title) ?? new Set()).add(key))
  const isClear = [...counts.values()].some((keys) => keys.size >= minDeclaredLabels)
  const titles = [...counts].flatMap(([title, keys]) => {
    const isEnough = keys.size >= (parts[title]!.level !== ideaLevel && isClear ? minDeclaredLabels : 1)
    return isEnough && !isTemplateTitle(parts, labels, title) ? [title] : []
  })
  return recognizedAs(
    'recurrence',
    titles.toSorted((a, b) => a - b),
    labels,
    declared,
  )
}

/** The template of such a list: the program's fields, with how the list writes them and how many of its ideas have each. */
export function declaredTemplate(profile: Profile, counted: LearnedSchema): Template {
  const labels = profile.fields.map((spec): LearnedLabel => {
    const key = labelKey(spec.label)
    const own = counted.labels.find((label) => label.key === key)
    return {
      key,
      label: spec.label,
      field: spec.key,
      count: own?.count ?? 0,
      filled: own?.filled ?? 0,
      sample: own?.sample ?? declaredSample(spec, profile),
      ...(spec.inFrontMatter && { inFrontMatter: true }),
      ...(spec.aliases && { aliasKeys: spec.aliases.map(labelKey) }),
    }
  })
  const total = counted.ideas
  const style = profile.form?.label ? declaredStyle(profile.form.label) : null
  const asked = { form: true, count: total, total } as const
  const learned: LearnedSchema = {
    ...counted,
    isDeclared: true,
    labels,
    titlePrefix: profile.form?.titlePrefix || counted.titlePrefix,
    labelStyle: style && { form: style, count: total, total },
    mentors: { handle: profile.mentors.handle ? asked : null, email: profile.mentors.email ? asked : null },
  }
  return { ...profile, learned }
}

/** `**Label**: ` → `**Size**: ` */
function declaredSample({ label, written, inFrontMatter }: FieldSpec, { form }: Profile): string {
  return written ?? (inFrontMatter ? `${label}: ` : (form?.label ?? '**Label**: ').replace('Label', () => label))
}

/** The style that an example of a label has: `**Label**: ` is an emphasized paragraph. */
export function declaredStyle(example: string): LearnedLabelStyle {
  const rest = example.trim()
  const isEmphasized = /[*_]Label[^*_]*[*_]/.test(rest.replace(/^[-*+][ \t]/, ''))
  if (rest.startsWith('#')) return { family: 'heading', isEmphasized: false }
  if (rest.startsWith('|')) return { family: 'table', isEmphasized: false }
  return { family: /^(?:[-*+•]|\d{1,9}[.)])[ \t]/.test(rest) ? 'item' : 'paragraph', isEmphasized }
}
