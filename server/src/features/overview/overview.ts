import * as l10n from '@vscode/l10n'
import type { Overview, OverviewRow } from '../../protocol/overview.ts'
import { compareCodeUnits } from '../../text/compareCodeUnits.ts'
import { groupBy } from '../../text/groupBy.ts'
import { pathEnds } from '../../text/pathEnds.ts'
import { truncate } from '../../text/wording.ts'
import { isExportSummary } from '../../workspace/exportSummary.ts'
import { folderOfSummary, type IdeaSummary, type ListSummary } from '../../workspace/listSummary.ts'
import { type IdeaRecord, ideaRecordsInYear, type ListRecord, type PersonKey, recordPersonKeys } from './ideaRecords.ts'

/** The workspace in numbers. `all` are its lists, the newest first; `year` selects one year: 0 for lists without one, null for all. */
export function overview(all: readonly ListRecord[], year: number | null): Omit<Overview, 'complete'> {
  const person = recordPersonKeys(all)
  const years = [...new Set(all.map((facts) => facts.year))].sort((a, b) => b - a)
  const chosen = ideaRecordsInYear(all, year)
  const ideas = overviewIdeas(all)
  const entries = year === null ? ideas : ideas.filter(({ facts }) => facts.year === year)
  const projects = overviewProjectRows(ideas, years, year)
  const mentors = overviewMentorRows(entries, person)
  return {
    year,
    years,
    totals: {
      lists: new Set(chosen.map(({ list }) => overviewListKey(list))).size,
      projects: projects.filter(({ key }) => key !== '').length,
      ideas: new Set(entries.map(({ id }) => id)).size,
      mentors: mentors.length,
    },
    byYear: overviewYearRows(ideas, years),
    lists: overviewListRows(chosen, person),
    projects,
    mentors,
    sizes: overviewSizeRows(entries),
    skills: overviewSkillRows(entries),
  }
}

/** A record with a number for its key: sets of numbers are several times as fast as sets of strings. */
interface NumberedIdea {
  readonly facts: ListRecord
  readonly entry: IdeaRecord
  readonly id: number
}

function overviewIdeas(all: readonly ListRecord[]): readonly NumberedIdea[] {
  const ids = new Map<string, number>()
  return all.flatMap((facts) =>
    facts.entries.map((entry) => {
      const id = ids.get(entry.key) ?? ids.size
      ids.set(entry.key, id)
      return { facts, entry, id }
    }),
  )
}

/** Counts ideas per row, each idea once. */
class IdeaCounter<T extends object> {
  readonly #rows = new Map<string, { readonly about: T; readonly ideas: Set<number> }>()

  /** Counts an idea in the row `key`; `about` makes the row's content when it is first needed. */
  add(key: string, idea: number, about: () => T): T {
    const row = this.#rows.get(key) ?? { about: about(), ideas: new Set() }
    this.#rows.set(key, row)
    row.ideas.add(idea)
    return row.about
  }

  /** The rows with their keys and numbers of ideas, in the order of their first idea. */
  rows(): readonly (T & { readonly key: string; readonly ideas: number })[] {
    return [...this.#rows].map(([key, { about, ideas }]) => ({ ...about, key, ideas: ideas.size }))
  }
}

// characters: a row has no room for more
const maxNameLength = 200

/** Sorted by number of ideas, then by name (ignoring case and accents), then by key. */
function overviewMostIdeasFirst<T extends OverviewRow>(rows: readonly T[]): readonly T[] {
  return rows
    .map((row) => ({ row, name: overviewSortLetters(row.name) }))
    .sort((a, b) => b.row.ideas - a.row.ideas || compareCodeUnits(a.name, b.name) || compareCodeUnits(a.row.key, b.row.key))
    .map(({ row }) => row)
}

const overviewSortLetters = (name: string): string =>
  /[^ -~]/.test(name) ? name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : name.toLowerCase()

function overviewYearRows(ideas: readonly NumberedIdea[], years: readonly number[]): Overview['byYear'] {
  const rows = new Map(years.map((year) => [year, { gsoc: new Set<number>(), lfx: new Set<number>(), other: new Set<number>() }]))
  for (const { facts, id } of ideas) rows.get(facts.year)?.[overviewProgrammeColumn(facts.list)].add(id)
  return [...rows].map(([year, { gsoc, lfx, other }]) => ({ year, gsoc: gsoc.size, lfx: lfx.size, other: other.size }))
}

/** The column of a list in the table of years. */
export const overviewProgrammeColumn = ({ programme: { term } }: ListSummary): 'gsoc' | 'lfx' | 'other' =>
  term.startsWith('gsoc/') ? 'gsoc' : term.startsWith('lfx/') ? 'lfx' : 'other'

function overviewListRows(all: readonly ListRecord[], person: PersonKey): Overview['lists'] {
  const files = new Map<string, ListRecord[]>()
  for (const each of all) {
    const key = overviewListKey(each.list)
    const own = files.get(key)
    if (own) own.push(each)
    else files.set(key, [each])
  }
  const lists = [...files].map(([key, records]) => ({ key, programme: records[0]!.list.programme, records }))
  const details = overviewPathEnds(lists)
  return lists.map(({ key, programme, records }, index) => {
    const entries = records.flatMap((record) => record.entries)
    return {
      key,
      name: truncate(programme.label, maxNameLength),
      detail: truncate(details[index]!, maxNameLength),
      year: records[0]!.year,
      ideas: entries.length,
      projects: new Set(entries.flatMap(({ project }) => (project.key === '' ? [] : [project.key]))).size,
      mentors: new Set(entries.flatMap(({ mentors }) => mentors.map(person)).filter((each) => each !== null)).size,
      ...(isExportSummary(records[0]!.list) && { isExport: true as const }),
    }
  })
}

/** The key of a list's row: its URI, or that of the folder of which it is one idea. */
export const overviewListKey = (list: ListSummary): string => folderOfSummary(list) ?? list.uri

/** For each list the shortest end of its path that no other list with this label has: empty, `2026.md`, or more. */
function overviewPathEnds(lists: readonly (Pick<ListSummary, 'programme'> & { readonly key: string })[]): readonly string[] {
  const byLabel = groupBy(lists, ({ programme }) => programme.label)
  const ends = [...byLabel.values()].flatMap((same) => {
    const own = same.length === 1 ? [''] : pathEnds(same.map(({ key }) => overviewListPath(key)))
    return same.map((list, index) => [list, own[index]!] as const)
  })
  const found = new Map(ends)
  return lists.map((list) => found.get(list)!)
}

function overviewListPath(uri: string): string {
  try {
    return decodeURIComponent(uri)
  } catch {
    return uri
  }
}

function overviewProjectRows(all: readonly NumberedIdea[], years: readonly number[], year: number | null): Overview['projects'] {
  const projects = new Map<string, { readonly name: string; readonly perYear: readonly Set<number>[] }>()
  for (const { facts, entry, id } of all) {
    const { key, name } = entry.project
    // the newest list's spelling
    const row = projects.get(key) ?? { name, perYear: years.map(() => new Set()) }
    projects.set(key, row)
    row.perYear[years.indexOf(facts.year)]?.add(id)
  }
  const rows = [...projects].map(([key, { name, perYear }]) => {
    const counts = perYear.map(({ size }) => size)
    const ideas = counts.reduce((sum, count, column) => (year === null || years[column] === year ? sum + count : sum), 0)
    return { key, name: name || l10n.t('No project'), detail: '', ideas, perYear: counts }
  })
  return overviewMostIdeasFirst(rows.filter(({ ideas }) => ideas > 0))
}

function overviewMentorRows(entries: readonly NumberedIdea[], personOf: PersonKey): Overview['mentors'] {
  const people = new IdeaCounter<{ name: string | null; handle: string | null; email: string | null; primary: Set<number> }>()
  for (const { entry, id } of entries) {
    for (const mentor of entry.mentors) {
      const key = personOf(mentor)
      if (key === null) continue
      const person = people.add(key, id, () => ({ name: null, handle: null, email: null, primary: new Set() }))
      // the newest list's spelling
      person.name ??= mentor.name
      person.handle ??= mentor.handle
      person.email ??= mentor.email
      if (mentor.entry.primary) person.primary.add(id)
    }
  }
  const rows = people.rows().map(({ key, name, handle, email, ideas, primary }) => {
    const account = handle ?? email ?? ''
    return { key, name: name ?? account, detail: name === null ? '' : account, ideas, primary: primary.size }
  })
  return overviewMostIdeasFirst(rows)
}

const sizeWords: readonly string[] = ['small', 'medium', 'large']

/** `large`, otherwise `350 hours`; null if the idea gives neither. */
export const overviewSizeKey = ({ size }: IdeaSummary): string | null =>
  size === null ? null : (size.word ?? (size.hours === null ? null : `${size.hours} hours`))

/** The key of ideas without a size. */
export const noSize = 'none'

/** Whether ideas of a list have sizes at all: LFX has none. */
export const overviewGivesSizes = ({ entries }: ListRecord): boolean => entries.some(({ idea }) => overviewSizeKey(idea) !== null)

/** Words from small to large, then hours from few to many, then ideas without a size. */
function overviewSizeRows(entries: readonly NumberedIdea[]): readonly OverviewRow[] {
  const sizes = new Map<number, string | null>()
  for (const { facts, entry, id } of entries)
    if (overviewGivesSizes(facts)) sizes.set(id, sizes.get(id) ?? overviewSizeKey(entry.idea))
  const counts = new Map<string, number>()
  for (const size of sizes.values()) counts.set(size ?? noSize, (counts.get(size ?? noSize) ?? 0) + 1)
  return [...counts]
    .map(([key, ideas]) => ({ key, name: key === noSize ? l10n.t('No size') : key, detail: '', ideas }))
    .sort((a, b) => overviewSizeRank(a.key) - overviewSizeRank(b.key))
}

function overviewSizeRank(key: string): number {
  if (key === noSize) return Number.POSITIVE_INFINITY
  const word = sizeWords.indexOf(key)
  return word < 0 ? Number.parseInt(key, 10) : word - sizeWords.length
}

function overviewSkillRows(entries: readonly NumberedIdea[]): readonly OverviewRow[] {
  const skills = new IdeaCounter<{ readonly name: string; readonly detail: string }>()
  for (const { entry, id } of entries) for (const { key, name } of entry.skills) skills.add(key, id, () => ({ name, detail: '' }))
  return overviewMostIdeasFirst(skills.rows())
}
