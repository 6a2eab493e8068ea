import { fieldKey } from '../model/labels/aliases.ts'
import type { FieldKey } from '../model/types.ts'
import type { FormPurpose } from './issueForm.ts'

/** The ids of the CNCF's form. */
const purposesById: Readonly<Record<string, FormPurpose>> = {
  cncf_project: 'project',
  term: 'term',
  program_name: 'name',
  program_description: 'description',
  technologies: 'technologies',
  skills_same: 'sameSkills',
  skills: 'skills',
  mentors: 'mentors',
  upstream_issue_url: 'upstream',
}

const purposesByKey: Readonly<Partial<Record<FieldKey, FormPurpose>>> = {
  description: 'description',
  expectedOutcome: 'expectedOutcome',
  recommendedSkills: 'skills',
  technologies: 'technologies',
  size: 'size',
  difficulty: 'difficulty',
  mentors: 'mentors',
  upstreamIssue: 'upstream',
}

/** Labels that name no field of an idea. */
const purposesByLabel: readonly (readonly [RegExp, FormPurpose])[] = [
  [/^(?:term|cycle|cohort|round)$/i, 'term'],
  [/^(?:program(?:me)? name|(?:project|idea|proposal|program(?:me)?) title|title|idea(?: name)?)$/i, 'name'],
  [/^(?:\w+ )?(?:project|sub-?project|organi[sz]ation)(?: name)?$/i, 'project'],
  [/^(?:program(?:me)?|proposal|detailed|short) description$/i, 'description'],
  [/^skills same\b/i, 'sameSkills'],
  [/\bskills$/i, 'skills'],
  [/^(?:upstream )?(?:issue|tracking issue)(?: \(?(?:url|link)\)?)?$/i, 'upstream'],
]

/** What an input asks for, by its id in the CNCF's form, otherwise by its label, as labels of ideas are read. */
export function purposeOfField(id: string, label: string): FormPurpose | null {
  const byId = Object.hasOwn(purposesById, id) ? purposesById[id] : undefined
  if (byId !== undefined) return byId
  const key = fieldKey(label)
  const byKey = key === null ? undefined : purposesByKey[key]
  return byKey ?? purposesByLabel.find(([pattern]) => pattern.test(label.trim()))?.[1] ?? null
}
