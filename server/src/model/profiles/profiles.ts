import type { BuiltInId, FieldKey, FieldSpec, MentorSpec, Profile, SizeSpec, TocMarkers } from '../types.ts'
import { parseProgrammePath } from './programmePath.ts'

const field = (key: FieldKey, label: string): FieldSpec => ({ key, label, required: true })
const optional = (key: FieldKey, label: string): FieldSpec => ({ key, label, required: false })

const description = field('description', 'Description')
const outcome = field('expectedOutcome', 'Expected Outcome')
const skills = field('recommendedSkills', 'Recommended Skills')
const mentors = field('mentors', 'Mentor(s)')
const size = field('size', 'Expected project size')
const upstream = field('upstreamIssue', 'Upstream Issue')
const upstreamUrl = field('upstreamIssue', 'Upstream Issue (URL)')

const many = Number.POSITIVE_INFINITY
const anyMentor: MentorSpec = { min: 1, advised: 1, max: many, handle: true, email: false, primary: false }
const lfxMentors: MentorSpec = { min: 1, advised: 2, max: 4, handle: true, email: true, primary: false }
const words: readonly SizeSpec[] = [
  { word: 'small', hours: 90 },
  { word: 'medium', hours: 175 },
  { word: 'large', hours: 350 },
]
const hours: readonly SizeSpec[] = [
  { word: null, hours: 175 },
  { word: null, hours: 350 },
]
/** The comments that most lists have around their tables. */
export const defaultTocMarkers: TocMarkers = { open: '<!-- TOC -->', close: '<!-- TOC -->' }
/** What the programmes have in common. */
const common = { projectLevel: null, ideaLevel: null, tocMarks: defaultTocMarkers, mentorsOnOneLine: false, cncfProjects: true }
const ofGsoc = { ...common, programme: 'Google Summer of Code' }
const ofLfx = { ...common, programme: 'LFX Mentorship' }

/** The programmes' own forms (`rules.md`, "Profiles"): they fill in what a file's template does not say. */
export const profiles: Readonly<Record<BuiltInId, Profile>> = {
  gsoc: {
    id: 'gsoc',
    title: 'Google Summer of Code, from 2024',
    fields: [description, outcome, skills, size, mentors, upstreamUrl],
    sizes: words,
    mentors: { min: 2, advised: 2, max: many, handle: true, email: true, primary: true },
    toc: true,
    ...ofGsoc,
  },
  'gsoc-2022': {
    id: 'gsoc-2022',
    title: 'Google Summer of Code, 2022 and 2023',
    fields: [
      description,
      optional('expectedOutcome', 'Expected outcome'),
      skills,
      mentors,
      size,
      optional('difficulty', 'Difficulty'),
      upstreamUrl,
    ],
    sizes: hours,
    mentors: anyMentor,
    toc: true,
    ...ofGsoc,
  },
  'gsoc-classic': {
    id: 'gsoc-classic',
    title: 'Google Summer of Code, up to 2021',
    fields: [description, skills, mentors, field('upstreamIssue', 'Issue')],
    sizes: [],
    mentors: anyMentor,
    toc: false,
    ...ofGsoc,
    mentorsOnOneLine: true,
  },
  'lfx-proposal': {
    id: 'lfx-proposal',
    title: 'LFX Mentorship, proposed ideas',
    fields: [description, outcome, skills, mentors, upstream, optional('lfxUrl', 'LFX URL')],
    sizes: [],
    mentors: lfxMentors,
    toc: false,
    ...ofLfx,
  },
  'lfx-accepted': {
    id: 'lfx-accepted',
    title: 'LFX Mentorship, accepted projects',
    fields: [
      description,
      optional('expectedOutcome', 'Expected Outcome'),
      skills,
      optional('technologies', 'Technologies'),
      mentors,
      upstream,
      field('lfxUrl', 'LFX URL'),
    ],
    sizes: [],
    mentors: lfxMentors,
    toc: true,
    ...ofLfx,
  },
}

/** The ids of the profiles that come with us. */
export const builtInIds = Object.keys(profiles) as readonly BuiltInId[]

/** The profile with an id, one of a project file's own or one that comes with us; null for any other word. */
export const profileById = (id: string, own: readonly Profile[] = []): Profile | null =>
  Object.hasOwn(profiles, id) ? profiles[id as BuiltInId] : (own.find((profile) => profile.id === id) ?? null)

/** Whether a profile asks for the page of each project on LFX Mentorship, and does not only leave room for it. */
export const requiresLfxUrl = ({ fields }: Profile): boolean => fields.some(({ key, required }) => key === 'lfxUrl' && required)

/** From this year on the accepted LFX lists ask for addresses. */
const firstYearOfAddresses = 2023

/** The profile of a programme's path; null for any other path, and for a file of LFX Mentorship with a name of its own. */
export function profileByPath(path: string): Profile | null {
  const found = parseProgrammePath(path)
  if (found?.programme === 'gsoc') return gsocOf(found.year)
  if (!found?.isUsualName) return null
  return found.kind === 'proposed' ? profiles['lfx-proposal'] : acceptedOf(found.year)
}

const gsocOf = (year: number): Profile => profiles[year >= 2024 ? 'gsoc' : year >= 2022 ? 'gsoc-2022' : 'gsoc-classic']

/** One object a year range, as profiles are compared by identity. */
const acceptedWithoutAddresses: Profile = { ...profiles['lfx-accepted'], mentors: { ...lfxMentors, email: false } }
const acceptedOf = (year: number): Profile => (year >= firstYearOfAddresses ? profiles['lfx-accepted'] : acceptedWithoutAddresses)

/** The profile nearest to the fields that a template or a list uses: the most shared ones, then the fewest it lacks. */
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
