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

/** The values of an idea for a filter; names of projects are made the same in all ideas. */
const filterValues: Readonly<Record<Exclude<SiteFilter['key'], 'project'>, (idea: PublishedIdea) => readonly string[]>> = {
  term: ({ list }) => [list],
  skill: ({ skills }) => skills.map(({ name }) => name),
  size: ({ size }) => [size ?? ''],
  difficulty: ({ difficulty }) => [difficulty ?? ''],
}

const filterLabels: Readonly<Record<SiteFilter['key'], string>> = {
  term: 'List',
  project: 'Project',
  skill: 'Skill',
  size: 'Size',
  difficulty: 'Difficulty',
}

/** A longer value is a sentence, not a choice. */
const maxFilterValue = 40

const isSiteFilterChoice = (value: string): boolean => value !== '' && value.length <= maxFilterValue

/** The filters that tell these ideas apart: those with two values or more. Skills of one idea only are left to the search. */
export function siteFilters(ideas: readonly PublishedIdea[]): readonly SiteFilter[] {
  const properNames = projectNames(ideas)
  return (Object.keys(filterLabels) as SiteFilter['key'][]).flatMap((key) => {
    const valuesOf = (idea: PublishedIdea): readonly string[] =>
      key === 'project' ? [properNames.get(projectKey(idea.project))!] : filterValues[key](idea)
    const counts = countSiteValues(ideas.flatMap(valuesOf).filter(isSiteFilterChoice))
    const values = [...counts].filter(([, count]) => key !== 'skill' || count > 1).map(([value]) => value)
    return values.length < 2 ? [] : [{ key, label: filterLabels[key], values: values.toSorted(naturalOrder.compare), valuesOf }]
  })
}

const countSiteValues = (values: readonly string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** For the lists that write `Containerd` and those that write `containerd`, the name that most of the ideas have. */
const projectNames = (ideas: readonly PublishedIdea[]): ReadonlyMap<string, string> =>
  new Map(
    [...groupBy(ideas, ({ project }) => projectKey(project))].map(([key, own]) => {
      const names = [...countSiteValues(own.map(({ project }) => project))]
      return [key, names.reduce((most, each) => (each[1] > most[1] ? each : most))[0]]
    }),
  )

const naturalOrder = new Intl.Collator('en', { numeric: true })

/** The values of an idea for each filter of the page. */
export const siteFilterData = (
  idea: PublishedIdea,
  filters: readonly SiteFilter[],
): Readonly<Record<string, readonly string[]>> => Object.fromEntries(filters.map(({ key, valuesOf }) => [key, valuesOf(idea)]))
