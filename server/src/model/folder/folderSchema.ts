import { compareCodeUnits } from '../../text/compareCodeUnits.ts'
import { isSharedInTemplate } from '../schema/learnedTemplate.ts'
import type { FieldKey, LearnedLabel, LearnedLabelStyle, LearnedSchema, MatterPeopleForm, SharedForm } from '../types.ts'
import { folderOrders } from './folderOrders.ts'
import type { OneIdeaFacts, OneIdeaLabel } from './oneIdeaFacts.ts'

/** What the files of a folder that is a list have in common. */
export interface FolderSchema {
  readonly learned: LearnedSchema
  /** Whether a file of the folder is one of the list's ideas. */
  readonly includes: (facts: OneIdeaFacts) => boolean
}

/** A folder is a list from this many files on. */
export const minFolderFiles = 3
const minShare = 0.4
const minFilesOfLabel = 2
const minLabelsOfIdea = 2
/** A file without mentors has as much of the labels that the others share. */
const minShareWithoutMentors = 0.5

const facetFields: readonly FieldKey[] = ['size', 'difficulty', 'recommendedSkills', 'expectedOutcome']

/**
 * The schema of a folder by the facts of its files, in any order; null if it is not a list (docs/spec.md#folders): fewer than three of
 * them share labels of an idea.
 */
export function folderSchema(files: readonly OneIdeaFacts[]): FolderSchema | null {
  const candidates = files.filter(({ evidence }) => evidence !== 'labels')
  if (candidates.length < minFolderFiles) return null
  const shared = sharedFolderKeys(candidates)
  const own = ({ labels }: OneIdeaFacts): number => labels.filter(({ key }) => shared.has(key)).length
  const includes = (facts: OneIdeaFacts): boolean =>
    own(facts) >=
    (facts.evidence === 'labels' ? Math.max(minLabelsOfIdea, shared.size * minShareWithoutMentors) : minLabelsOfIdea)
  const members = candidates.filter(includes)
  if (members.length < minFolderFiles || !folderAsksForSomething(members, shared)) return null
  return { learned: countFolder(files.filter(includes)), includes }
}

/** The keys of labels that at least 40 % of the files have. Keys of front matter without a meaning for an idea do not count. */
function sharedFolderKeys(files: readonly OneIdeaFacts[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { labels } of files)
    for (const { key } of labels.filter(isFolderLabelOfIdeas)) counts.set(key, (counts.get(key) ?? 0) + 1)
  const min = Math.max(minFilesOfLabel, files.length * minShare)
  return new Set([...counts].flatMap(([key, count]) => (count >= min ? [key] : [])))
}

const isFolderLabelOfIdeas = ({ style, field }: OneIdeaLabel): boolean => style !== null || field !== 'other'

/** Files that are lists by themselves share something that an idea asks for; others two such labels, or one and a description. */
function folderAsksForSomething(members: readonly OneIdeaFacts[], shared: ReadonlySet<string>): boolean {
  const labels = members.flatMap((facts) => facts.labels.filter(({ key }) => shared.has(key)))
  const fields = new Set(labels.map(({ field }) => field))
  const facets = facetFields.filter((field) => fields.has(field)).length
  const isAlone = members.filter(({ evidence }) => evidence === 'alone').length * 2 > members.length
  return isAlone ? facets > 0 : facets >= 2 || (facets === 1 && fields.has('description') && shared.size > minFolderFiles)
}

interface LabelTally {
  readonly spellings: Map<string, number>
  readonly samples: Map<string, number>
  /** As JSON. */
  readonly people: Map<string, number>
  readonly values: string[]
  field: FieldKey
  inFrontMatter: boolean
  count: number
  filled: number
  /** Sum of its places among the labels of the files that have it. */
  places: number
}

function countFolder(files: readonly OneIdeaFacts[]): LearnedSchema {
  const tallies = new Map<string, LabelTally>()
  for (const { labels } of files) for (const [place, label] of labels.entries()) countFolderLabel(tallies, label, place)
  const min = Math.max(minFilesOfLabel, files.length * minShare)
  const labels = [...tallies]
    .filter(([, { count }]) => count >= min)
    .sort(([one, a], [other, b]) => a.places / a.count - b.places / b.count || compareCodeUnits(one, other))
    .map(
      ([key, { spellings, samples, people, values, field, count, filled, inFrontMatter }]): LearnedLabel => ({
        key,
        label: usualFolderText(spellings),
        sample: usualFolderText(samples),
        field,
        count,
        filled,
        ...(inFrontMatter && { inFrontMatter }),
        ...(people.size > 0 && { people: usualPeopleForm(people) }),
        ...(values.length > 0 && { values }),
      }),
    )
  return {
    reason: 'folder',
    ideas: files.length,
    labels,
    orders: folderOrders(files, labels),
    titlePrefix: '',
    labelStyle: usualFolderStyle(files.flatMap((file) => file.labels.flatMap(({ style }) => style ?? []))),
    mentors: { handle: usualFolderContact(files, 'handle'), email: usualFolderContact(files, 'email') },
  }
}

function countFolderLabel(
  tallies: Map<string, LabelTally>,
  { key, label, sample, field, style, hasValue, people, value }: OneIdeaLabel,
  place: number,
): void {
  const tally: LabelTally = tallies.get(key) ?? {
    spellings: new Map(),
    samples: new Map(),
    people: new Map(),
    values: [],
    field,
    inFrontMatter: false,
    count: 0,
    filled: 0,
    places: 0,
  }
  tallies.set(key, tally)
  tally.spellings.set(label, (tally.spellings.get(label) ?? 0) + 1)
  tally.samples.set(sample, (tally.samples.get(sample) ?? 0) + 1)
  const form = people && JSON.stringify(people)
  if (form) tally.people.set(form, (tally.people.get(form) ?? 0) + 1)
  if (value !== undefined) tally.values.push(value)
  tally.inFrontMatter ||= style === null
  if (tally.field === 'other') tally.field = field
  tally.count++
  if (hasValue) tally.filled++
  tally.places += place
}

/** The most frequent text; of equally frequent ones always the same, in whatever order the files come. */
const usualFolderText = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([one, a], [other, b]) => b - a || compareCodeUnits(one, other))[0]![0]

/** The most frequent of forms, which are given as JSON. */
const usualPeopleForm = (forms: ReadonlyMap<string, number>): MatterPeopleForm => JSON.parse(usualFolderText(forms))

function usualFolderStyle(styles: readonly LearnedLabelStyle[]): SharedForm<LearnedLabelStyle> | null {
  const counts = new Map<string, { readonly form: LearnedLabelStyle; count: number }>()
  for (const form of styles) {
    const key = `${form.family} ${form.isEmphasized}`
    const known = counts.get(key) ?? { form, count: 0 }
    counts.set(key, known)
    known.count++
  }
  const found = [...counts.values()].find(({ count }) => isSharedInTemplate(count, styles.length))
  return found ? { ...found, total: styles.length } : null
}

/** The files all of whose mentors have a contact, of those with mentors. */
function usualFolderContact(files: readonly OneIdeaFacts[], contact: 'handle' | 'email'): SharedForm<true> | null {
  const known = files.flatMap(({ contacts }) => contacts ?? [])
  const count = known.filter((contacts) => contacts[contact]).length
  return isSharedInTemplate(count, known.length) ? { form: true, count, total: known.length } : null
}
