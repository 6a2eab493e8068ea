import type { FieldKey, Labels } from '../types.ts'

/** `affixed(['', 'co-'], ['mentor', 'mentors'])` → `mentor`, `mentors`, `co-mentor`, `co-mentors` */
const affixedAliases = (prefixes: readonly string[], words: readonly string[]): readonly string[] =>
  prefixes.flatMap((prefix) => words.map((word) => prefix + word))

const mentorPrefixes: readonly string[] = [
  '',
  'likely ',
  'potential ',
  'possible ',
  'proposed ',
  'suggested ',
  'project ',
  'secondary ',
  'co-',
  'co',
]

/** The spellings of each field's label, in lower case (docs/spec.md#aliases). */
const aliases: Readonly<Record<Exclude<FieldKey, 'other'>, readonly string[]>> = {
  description: ['description', 'project description', 'idea description'],
  expectedOutcome: affixedAliases(['expected ', ''], ['outcome', 'outcomes', 'outcome(s)']),
  recommendedSkills: [
    ...affixedAliases(['recommended ', 'required '], ['skills', 'skill', 'skill(s)']),
    'recommend skills',
    'recommend skill',
    'preferred skills',
    'desired skills',
    'needed skills',
    'skills needed',
    'skills required',
    'skills',
    'skill(s)',
  ],
  size: [
    'expected project size',
    'expected size of the project',
    'expected size of project',
    'expected size',
    'project size',
    'size',
  ],
  mentors: [
    ...affixedAliases(mentorPrefixes, ['mentor(s)', 'mentor', 'mentors']),
    'mentors(s)',
    // there is one primary mentor, so no list calls them `primary mentors`
    'primary mentor',
    'primary mentor(s)',
  ],
  upstreamIssue: [
    ...affixedAliases(['upstream ', '', 'github '], ['issue', 'issues', 'issue(s)']),
    'upstream issue (url)',
    'upstream issues (url)',
    'upstream issue url',
    'upstream issue link',
    'issue link',
    'issue links',
    'task link',
    'task links',
    'enhancement',
    'enhancements',
  ],
  lfxUrl: ['lfx url', 'lfx urls', 'apply for lfx url', 'lfx mentorship url', 'lfx project url'],
  technologies: ['technologies', 'technology'],
  difficulty: ['difficulty', 'difficulty level', 'difficulty rating'],
}

/** `Upstream  Issue (URL)` → `upstream issue(url)` */
const normalizeAlias = (label: string): string => label.toLowerCase().replace(/\s+/g, ' ').replaceAll(' (', '(').trim()

const fieldKeysByAlias = (spellings: Readonly<Partial<Record<FieldKey, readonly string[]>>>): ReadonlyMap<string, FieldKey> =>
  new Map(
    Object.entries(spellings).flatMap(([key, names]) =>
      names.map((name): [string, FieldKey] => [normalizeAlias(name), key as FieldKey]),
    ),
  )

const keyByAlias = fieldKeysByAlias(aliases)

/** The field that a label names, ignoring letter case, spaces and a remark in brackets; null for an unknown label. */
export const fieldKey: Labels = (label) => {
  // nearly every label is written as in the table
  const known = keyByAlias.get(label.toLowerCase())
  if (known) return known
  const name = normalizeAlias(label)
  // `Mentors (GitHub handle)`
  return keyByAlias.get(name) ?? keyByAlias.get(name.replace(/\([^()]*\)$/, '')) ?? null
}

/** The spellings of a field's label, in lower case. */
export const aliasesOfField = (key: FieldKey): readonly string[] => (key === 'other' ? [] : aliases[key])

/** A lookup that knows `more` labels, too, and prefers them to those of `others`. */
export function labelsWith(more: Readonly<Partial<Record<FieldKey, readonly string[]>>>, others: Labels = fieldKey): Labels {
  const own = fieldKeysByAlias(more)
  return (label) => own.get(normalizeAlias(label)) ?? others(label)
}

/** `Primary Mentor`: the label of one person, who is the first contact. */
export const isPrimaryMentorAlias = (label: string): boolean => /^primary mentor/i.test(label)

/** `Primary Mentor`, `Secondary Mentors` */
export const isMentorRoleAlias = (label: string): boolean => /^(?:primary|secondary) mentor/i.test(label)

/** `Co-Mentor(s)`: adds to the mentors that another field names. */
export const isCoMentorAlias = (label: string): boolean => /^co[- ]?mentor/i.test(label)

/** A label in the form in which labels are compared. */
export const normalizeLabel = (label: string): string => label.toLowerCase().replace(/\s+/g, '')

/** A label in the form in which spellings are compared: `Upstream Issue` and `Upstream Issue (URL)` are one (docs/spec.md#aliases). */
export const aliasSpelling = (label: string): string => normalizeLabel(label).replace(/^(upstreamissue)\(url\)$/, '$1')
