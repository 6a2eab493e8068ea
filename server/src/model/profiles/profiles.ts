import { translatable } from '../../text/wording.ts'
import type { BuiltInId, FieldKey, FieldSpec, MentorSpec, Profile, SizeSpec, TocMarkers } from '../types.ts'
import { parseProgrammePath } from './programmePath.ts'

const requiredProfileField = (key: FieldKey, label: string): FieldSpec => ({ key, label, required: true })
const optionalProfileField = (key: FieldKey, label: string): FieldSpec => ({ key, label, required: false })

const descriptionField = requiredProfileField('description', 'Description')
const outcomeField = requiredProfileField('expectedOutcome', 'Expected Outcome')
const skillsField = requiredProfileField('recommendedSkills', 'Recommended Skills')
const mentorField = requiredProfileField('mentors', 'Mentor(s)')
const sizeField = requiredProfileField('size', 'Expected project size')
const upstreamField = requiredProfileField('upstreamIssue', 'Upstream Issue')
const upstreamUrlField = requiredProfileField('upstreamIssue', 'Upstream Issue (URL)')

const noLimit = Number.POSITIVE_INFINITY
const anyMentor: MentorSpec = { min: 1, advised: 1, max: noLimit, handle: true, email: false, primary: false }
const lfxMentors: MentorSpec = { min: 1, advised: 2, max: 4, handle: true, email: true, primary: false }
const sizesByWord: readonly SizeSpec[] = [
  { word: 'small', hours: 90 },
  { word: 'medium', hours: 175 },
  { word: 'large', hours: 350 },
]
const sizesByHours: readonly SizeSpec[] = [
  { word: null, hours: 175 },
  { word: null, hours: 350 },
]
/** The comments around the table of contents in most lists. */
export const defaultTocMarkers: TocMarkers = { open: '<!-- TOC -->', close: '<!-- TOC -->' }
/** What all built-in profiles have in common. */
const commonParts = {
  projectLevel: null,
  ideaLevel: null,
  tocMarks: defaultTocMarkers,
  mentorsOnOneLine: false,
  cncfProjects: true,
}
const gsocParts = { ...commonParts, programme: 'Google Summer of Code' }
const lfxParts = { ...commonParts, programme: 'LFX Mentorship' }

/** The built-in profiles (`docs/spec.md#profiles`): they complete a file's template. */
export const profiles: Readonly<Record<BuiltInId, Profile>> = {
  gsoc: {
    id: 'gsoc',
    title: translatable('Google Summer of Code (2024 and later)'),
    fields: [descriptionField, outcomeField, skillsField, sizeField, mentorField, upstreamUrlField],
    sizes: sizesByWord,
    mentors: { min: 2, advised: 2, max: noLimit, handle: true, email: true, primary: true },
    toc: true,
    ...gsocParts,
  },
  'gsoc-2022': {
    id: 'gsoc-2022',
    title: translatable('Google Summer of Code (2022 and 2023)'),
    fields: [
      descriptionField,
      optionalProfileField('expectedOutcome', 'Expected outcome'),
      skillsField,
      mentorField,
      sizeField,
      optionalProfileField('difficulty', 'Difficulty'),
      upstreamUrlField,
    ],
    sizes: sizesByHours,
    mentors: anyMentor,
    toc: true,
    ...gsocParts,
  },
  'gsoc-classic': {
    id: 'gsoc-classic',
    title: translatable('Google Summer of Code (until 2021)'),
    fields: [descriptionField, skillsField, mentorField, requiredProfileField('upstreamIssue', 'Issue')],
    sizes: [],
    mentors: anyMentor,
    toc: false,
    ...gsocParts,
    mentorsOnOneLine: true,
  },
  'lfx-proposal': {
    id: 'lfx-proposal',
    title: translatable('LFX Mentorship (proposed ideas)'),
    fields: [descriptionField, outcomeField, skillsField, mentorField, upstreamField, optionalProfileField('lfxUrl', 'LFX URL')],
    sizes: [],
    mentors: lfxMentors,
    toc: false,
    ...lfxParts,
  },
  'lfx-accepted': {
    id: 'lfx-accepted',
    title: translatable('LFX Mentorship (accepted projects)'),
    fields: [
      descriptionField,
      optionalProfileField('expectedOutcome', 'Expected Outcome'),
      skillsField,
      optionalProfileField('technologies', 'Technologies'),
      mentorField,
      upstreamField,
      requiredProfileField('lfxUrl', 'LFX URL'),
    ],
    sizes: [],
    mentors: lfxMentors,
    toc: true,
    ...lfxParts,
  },
}

/** The ids of the built-in profiles. */
export const builtInIds = Object.keys(profiles) as readonly BuiltInId[]

/** The profile with an id, built-in or from a project file (`own`); null for an unknown id. */
export const profileById = (id: string, own: readonly Profile[] = []): Profile | null =>
  Object.hasOwn(profiles, id) ? profiles[id as BuiltInId] : (own.find((profile) => profile.id === id) ?? null)

/** Whether a profile requires the LFX URL. */
export const profileRequiresLfxUrl = ({ fields }: Profile): boolean =>
  fields.some(({ key, required }) => key === 'lfxUrl' && required)

/** Accepted LFX lists ask for e-mail addresses from this year on. */
const firstYearOfAddresses = 2023

/** The profile of a programme's path; null for any other path, and for a file of LFX Mentorship with a name of its own. */
export function profileByPath(path: string): Profile | null {
  const found = parseProgrammePath(path)
  if (found?.programme === 'gsoc') return gsocProfile(found.year)
  if (!found?.isUsualName) return null
  return found.kind === 'proposed' ? proposalProfile(found.year) : acceptedProfile(found.year)
}

const gsocProfile = (year: number): Profile => profiles[year >= 2024 ? 'gsoc' : year >= 2022 ? 'gsoc-2022' : 'gsoc-classic']

/** LFX Mentorship has an issue form for proposals from this year on. */
const firstYearOfIssueForm = 2026
const proposalByIssueForm: Profile = { ...profiles['lfx-proposal'], issueForm: true }
const proposalProfile = (year: number): Profile => (year >= firstYearOfIssueForm ? proposalByIssueForm : profiles['lfx-proposal'])

/** One object for all years, as profiles are compared by identity. */
const acceptedWithoutAddresses: Profile = { ...profiles['lfx-accepted'], mentors: { ...lfxMentors, email: false } }
const acceptedProfile = (year: number): Profile =>
  year >= firstYearOfAddresses ? profiles['lfx-accepted'] : acceptedWithoutAddresses

/** The profile that is closest to the fields of a template or list: with the fewest missing and additional ones. */
export function profileByFields(used: ReadonlySet<string>): Profile {
  const all = Object.values(profiles)
  const distance = (profile: Profile): number => {
    const keys: readonly string[] = profile.fields.map((spec) => spec.key)
    const lacking = profile.fields.filter((spec) => spec.required && !used.has(spec.key)).length
    const foreign = [...used].filter((key) => !key.startsWith('other') && !keys.includes(key)).length
    return lacking + foreign
  }
  return all.reduce((nearest, profile) => (distance(profile) < distance(nearest) ? profile : nearest))
}
