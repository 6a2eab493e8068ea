import type { PublishedIdea } from './publishedIdeas.ts'

/** A choice on the page. */
export interface SiteFilter {
  readonly key: 'project' | 'skill' | 'size' | 'difficulty' | 'term'
  readonly label: string
  /** What can be chosen, in order. */
  readonly values: readonly string[]
}

/** The values of an idea for a filter. */
const filterValues: Readonly<Record<SiteFilter['key'], (idea: PublishedIdea) => readonly string[]>> = {
  term: ({ list }) => [list],
  project: ({ project }) => [project],
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
  return (Object.keys(filterLabels) as SiteFilter['key'][]).flatMap((key) => {
    const counts = new Map<string, number>()
    for (const value of ideas.flatMap(filterValues[key]).filter(isSiteFilterChoice))
      counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts].filter(([, count]) => key !== 'skill' || count > 1).map(([value]) => value)
    return values.length < 2 ? [] : [{ key, label: filterLabels[key], values: values.toSorted(naturalOrder.compare) }]
  })
}

const naturalOrder = new Intl.Collator('en', { numeric: true })

/** The values of an idea for each filter of the page. */
export const siteFilterData = (
  idea: PublishedIdea,
  filters: readonly SiteFilter[],
): Readonly<Record<string, readonly string[]>> => Object.fromEntries(filters.map(({ key }) => [key, filterValues[key](idea)]))
