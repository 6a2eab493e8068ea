import * as l10n from '@vscode/l10n'
import type { OverviewPart, OverviewPlacesParams } from '../../protocol/overview.ts'
import type { Span } from '../../text/span.ts'
import { truncate } from '../../text/wording.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { type FoundInList, findingsRowKey, type ListFindings } from './findingCounts.ts'
import {
  type IdeaRecord,
  ideaRecordsInYear,
  type ListRecord,
  type MentorRecord,
  type PersonKey,
  recordPersonKeys,
} from './ideaRecords.ts'
import { noSize, overviewGivesSizes, overviewListKey, overviewProgrammeColumn, overviewSizeKey } from './overview.ts'

// characters: a row has no room for more
const maxTitleLength = 200

/** A place that a row of the overview counts; the span counts from the list's start (UTF-16). */
export interface RowPlace {
  readonly uri: string
  readonly span: Span
  readonly title: string
  readonly detail: string
}

/** All places that a row of the overview counts, or one of its numbers. `found` is only used for findings. */
export function rowPlaces(
  all: readonly ListRecord[],
  found: readonly ListFindings[],
  { table, key, year, part }: OverviewPlacesParams,
): readonly RowPlace[] {
  const chosen = ideaRecordsInYear(all, year)
  switch (table) {
    case 'years':
      return chosen.filter(({ list }) => key === '' || overviewProgrammeColumn(list) === key).flatMap(ideaPlaces)
    case 'lists':
      return listPlaces(
        chosen.filter(({ list }) => overviewListKey(list) === key),
        found,
        recordPersonKeys(all),
        part,
      )
    case 'findings': {
      const isWanted = (finding: FoundInList): boolean => findingsRowKey(finding) === key
      return part === 'lists'
        ? found.flatMap(({ list, findings }) => {
            const first = chosen.some((record) => record.list === list) ? findings.find(isWanted) : undefined
            return first ? [{ ...rowPlace(list, first.span, list.programme.label), detail: '' }] : []
          })
        : findingPlaces(chosen, found, isWanted)
    }
    default: {
      const person = recordPersonKeys(all)
      return chosen.flatMap((record) =>
        record.entries.flatMap((entry) => {
          const span = placeSpan(record, entry, { table, key, part }, person)
          return span ? [ideaPlace(record, entry, span)] : []
        }),
      )
    }
  }
}

/** What the numbers of a list's row count. */
function listPlaces(
  records: readonly ListRecord[],
  found: readonly ListFindings[],
  person: PersonKey,
  part: OverviewPart | undefined,
): readonly RowPlace[] {
  switch (part) {
    case 'ideas':
      return records.flatMap(ideaPlaces)
    case 'problems':
      return findingPlaces(records, found, () => true)
    case 'projects': {
      const places = records.flatMap((record) =>
        record.entries.map((entry) => ({ key: entry.project.key, place: projectPlace(record, entry) })),
      )
      return firstPlacePerKey(places, ({ key }) => key).map(({ place }) => place)
    }
    case 'mentors': {
      const places = records.flatMap((record) =>
        record.entries.flatMap((entry) =>
          entry.mentors.map((mentor) => ({ key: person(mentor), place: mentorPlace(record, mentor) })),
        ),
      )
      return firstPlacePerKey(
        places.filter(({ key }) => key !== null),
        ({ key }) => key,
      ).map(({ place }) => place)
    }
    default:
      return records.map(({ list }) => rowPlace(list, fileStart, ''))
  }
}

/** The first item of each key. */
function firstPlacePerKey<T>(items: readonly T[], keyOf: (item: T) => unknown): readonly T[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const key = keyOf(item)
    return !seen.has(key) && seen.add(key)
  })
}

const ideaPlaces = (record: ListRecord): readonly RowPlace[] =>
  record.entries.map((entry) => ideaPlace(record, entry, entry.idea.span))

const ideaPlace = ({ list }: ListRecord, { idea, project }: IdeaRecord, span: Span): RowPlace =>
  rowPlace(list, span, idea.title ?? l10n.t('Untitled idea'), project.name)

const projectPlace = ({ list }: ListRecord, { idea, project }: IdeaRecord): RowPlace =>
  rowPlace(list, idea.span, project.name || l10n.t('No project'))

const mentorPlace = ({ list }: ListRecord, { entry, name, handle, email }: MentorRecord): RowPlace =>
  rowPlace(list, entry.span, name ?? handle ?? email ?? '')

/** `field-label: The label …` at its place, with its idea. */
function findingPlaces(
  records: readonly ListRecord[],
  found: readonly ListFindings[],
  isWanted: (finding: FoundInList) => boolean,
): readonly RowPlace[] {
  const lists = new Set(records.map(({ list }) => list))
  return found.flatMap(({ list, findings }) =>
    lists.has(list)
      ? findings.filter(isWanted).map(({ span, message }) => {
          const own = list.projects
            .flatMap(({ ideas }) => ideas)
            .find(({ whole }) => whole.start <= span.start && span.start < whole.end)
          return rowPlace(
            list,
            span,
            message,
            own ? [own.project, own.title ?? ''].filter((each) => each !== '').join(' › ') : '',
          )
        })
      : [],
  )
}

const fileStart: Span = { start: 0, end: 0 }

const rowPlace = ({ uri, programme }: ListSummary, span: Span, title: string, within = ''): RowPlace => ({
  uri,
  span,
  title: truncate(title, maxTitleLength),
  detail: [within, programme.label]
    .filter((part) => part !== '')
    .map((part) => truncate(part, maxTitleLength))
    .join(' · '),
})

/** The place in an idea that the row `key` of a table counts; undefined if it does not count the idea. */
function placeSpan(
  record: ListRecord,
  { idea, project, mentors, skills }: IdeaRecord,
  {
    table,
    key,
    part,
  }: Pick<OverviewPlacesParams, 'key' | 'part'> & { readonly table: 'projects' | 'mentors' | 'sizes' | 'skills' },
  person: PersonKey,
): Span | undefined {
  switch (table) {
    case 'projects':
      return project.key === key ? idea.span : undefined
    case 'mentors':
      return mentors.find((mentor) => person(mentor) === key && (part !== 'primary' || mentor.entry.primary))?.entry.span
    case 'sizes':
      return overviewGivesSizes(record) && (overviewSizeKey(idea) ?? noSize) === key ? idea.span : undefined
    case 'skills':
      return skills.find((skill) => skill.key === key)?.span
  }
}
