import { projectKey } from '../catalog/knownProjects.ts'
import { groupBy } from '../text/groupBy.ts'
import type { PublishedIdea } from './publishedIdeas.ts'

/** A choice on the page. */
export interface SiteFilter {
  readonly key: 'project' | 'skill' | 'size' | 'difficulty' | 'term'
  readonly label: string
  /** What can be chosen, in order. */
  readonly values: readonly string[]
  /** Which of them an idea has. */
  readonly valuesOf: (idea: PublishedIdea) => readonly string[]
}

interface FilterSpec {
  readonly label: string
  /** The values of an idea, as it writes them. */
  readonly written: (idea: PublishedIdea) => readonly string[]
  /** Equal for two spellings of one value. */
  readonly same: (value: string) => string
  /** What the page shows of a value, if not what most ideas write. */
  readonly shown?: (value: string) => string
}

const lowerCase = (value: string): string => value.toLowerCase()

/** The hours of these words in all programs that have them. */
const wordsOfHours: ReadonlyMap<string, string> = new Map([
  ['90 hours', 'small'],
  ['175 hours', 'medium'],
  ['350 hours', 'large'],
])

const filterSpecs: Readonly<Record<SiteFilter['key'], FilterSpec>> = {
  term: { label: 'List', written: ({ list }) => [list], same: (value) => value },
  project: { label: 'Project', written: ({ project }) => [project], same: projectKey },
  skill: { label: 'Skill', written: ({ skills }) => skills.map(({ name }) => name), same: lowerCase },
  size: {
    label: 'Size',
    written: ({ size }) => [size ?? ''],
    same: (value) => wordsOfHours.get(value) ?? lowerCase(value),
  },
  difficulty: {
    label: 'Difficulty',
    // `**Medium**.` is `Medium`
    written: ({ difficulty }) => [(difficulty ?? '').replace(/[*_`]+|[.\s]+$/g, '')],
    same: lowerCase,
    shown: (value) => value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase(),
  },
}

/** A longer value is a sentence, not a choice. */
const maxFilterValue = 40

const isSiteFilterChoice = (value: string): boolean => value !== '' && value.length <= maxFilterValue

/** The filters that tell these ideas apart: those with two values or more. Skills of one idea only are left to the search. */
export function siteFilters(ideas: readonly PublishedIdea[]): readonly SiteFilter[] {
  return (Object.keys(filterSpecs) as SiteFilter['key'][]).flatMap((key) => {
    const { label, written, same, shown = (value) => value } = filterSpecs[key]
    const names = usualNames(ideas.flatMap(written), same)
    const valuesOf = (idea: PublishedIdea): readonly string[] => [
      ...new Set(written(idea).map((value) => shown(names.get(same(value))!))),
    ]
    const counts = countSiteValues(ideas.flatMap(valuesOf).filter(isSiteFilterChoice))
    const values = [...counts].filter(([, count]) => key !== 'skill' || count > 1).map(([value]) => value)
    return values.length < 2 ? [] : [{ key, label, values: values.toSorted(naturalOrder.compare), valuesOf }]
  })
}

const countSiteValues = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** For the ideas that write `Containerd` and those that write `containerd`, what most of them write; a word before hours. */
function usualNames(values: readonly string[], same: (value: string) => string): ReadonlyMap<string, string> {
  return new Map(
    [...groupBy(values, same)].map(([key, own]) => {
      const counts = [...countSiteValues(own)]
      const words = counts.filter(([value]) => !wordsOfHours.has(value))
      const [name] = (words.length > 0 ? words : counts).reduce((most, each) => (each[1] > most[1] ? each : most))
      return [key, name]
    }),
  )
}

const naturalOrder = new Intl.Collator('en', { numeric: true })

/** The values of an idea for each filter of the page. */
export const siteFilterData = (
  idea: PublishedIdea,
  filters: readonly SiteFilter[],
): Readonly<Record<string, readonly string[]>> => Object.fromEntries(filters.map(({ key, valuesOf }) => [key, valuesOf(idea)]))
