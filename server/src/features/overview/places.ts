import type { OverviewPlacesParams } from '../../protocol/overview.ts'
import type { Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { FoundIn } from './findingCounts.ts'
import { type Entry, type Facts, inYear, type PersonKey, peopleOf } from './ideaRecords.ts'
import { noSize, sizeKey } from './overview.ts'

// letters: nobody reads more in one row
const longest = 200

/** A place that a row counts; the span counts from the list's start (UTF-16). */
export interface Place {
  readonly uri: string
  readonly span: Span
  readonly title: string
  readonly detail: string
}

/** Where a row of the overview of these lists leads: all places that it counts. `found` matters to rows of findings alone. */
export function placesOf(
  all: readonly Facts[],
  found: readonly FoundIn[],
  { table, key, year }: OverviewPlacesParams,
): readonly Place[] {
  const chosen = inYear(all, year)
  if (table === 'lists') return chosen.filter(({ list }) => list.uri === key).map(({ list }) => place(list, top, ''))
  if (table === 'findings') {
    const lists = new Set(chosen.map(({ list }) => list))
    return found.flatMap(({ list, findings }) =>
      lists.has(list) ? findings.filter(({ code }) => code === key).map(({ span, message }) => place(list, span, message)) : [],
    )
  }
  const person = peopleOf(all)
  return chosen.flatMap(({ list, entries }) =>
    entries.flatMap((entry) => {
      const span = spanIn(entry, table, key, person)
      return span ? [place(list, span, entry.idea.title ?? 'Idea without a title', entry.project.name)] : []
    }),
  )
}

const top: Span = { start: 0, end: 0 }

const place = ({ uri, programme }: ListSummary, span: Span, title: string, project = ''): Place => ({
  uri,
  span,
  title: truncate(title, longest),
  detail: [project, programme.label]
    .filter((part) => part !== '')
    .map((part) => truncate(part, longest))
    .join(' · '),
})

/** Where an idea is what a row counts; undefined where it is not. */
function spanIn(
  { idea, project, mentors, skills }: Entry,
  table: 'projects' | 'mentors' | 'sizes' | 'skills',
  key: string,
  person: PersonKey,
): Span | undefined {
  switch (table) {
    case 'projects':
      return project.key === key ? idea.span : undefined
    case 'mentors':
      return mentors.find((mentor) => person(mentor) === key)?.entry.span
    case 'sizes':
      return (sizeKey(idea) ?? noSize) === key ? idea.span : undefined
    case 'skills':
      return skills.find((skill) => skill.key === key)?.span
  }
}
