import * as l10n from '@vscode/l10n'
import type { OverviewPlacesParams } from '../../protocol/overview.ts'
import type { Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { ListFindings } from './findingCounts.ts'
import { type IdeaRecord, ideaRecordsInYear, type ListRecord, type PersonKey, recordPersonKeys } from './ideaRecords.ts'
import { noSize, overviewListKey, overviewSizeKey } from './overview.ts'

// characters: a row has no room for more
const maxTitleLength = 200

/** A place that a row of the overview counts; the span counts from the list's start (UTF-16). */
export interface RowPlace {
  readonly uri: string
  readonly span: Span
  readonly title: string
  readonly detail: string
}

/** All places that a row of the overview counts. `found` is only used for rows of findings. */
export function rowPlaces(
  all: readonly ListRecord[],
  found: readonly ListFindings[],
  { table, key, year }: OverviewPlacesParams,
): readonly RowPlace[] {
  const chosen = ideaRecordsInYear(all, year)
  if (table === 'lists')
    return chosen.filter(({ list }) => overviewListKey(list) === key).map(({ list }) => rowPlace(list, fileStart, ''))
  if (table === 'findings') {
    const lists = new Set(chosen.map(({ list }) => list))
    return found.flatMap(({ list, findings }) =>
      lists.has(list)
        ? findings.filter(({ code }) => code === key).map(({ span, message }) => rowPlace(list, span, message))
        : [],
    )
  }
  const person = recordPersonKeys(all)
  return chosen.flatMap(({ list, entries }) =>
    entries.flatMap((entry) => {
      const span = placeSpan(entry, table, key, person)
      return span ? [rowPlace(list, span, entry.idea.title ?? l10n.t('Untitled idea'), entry.project.name)] : []
    }),
  )
}

const fileStart: Span = { start: 0, end: 0 }

const rowPlace = ({ uri, programme }: ListSummary, span: Span, title: string, project = ''): RowPlace => ({
  uri,
  span,
  title: truncate(title, maxTitleLength),
  detail: [project, programme.label]
    .filter((part) => part !== '')
    .map((part) => truncate(part, maxTitleLength))
    .join(' · '),
})

/** The place in an idea that the row `key` of a table counts; undefined if it does not count the idea. */
function placeSpan(
  { idea, project, mentors, skills }: IdeaRecord,
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
      return (overviewSizeKey(idea) ?? noSize) === key ? idea.span : undefined
    case 'skills':
      return skills.find((skill) => skill.key === key)?.span
  }
}
