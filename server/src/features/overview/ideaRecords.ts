import { projectKey, projectNamesIn } from '../../catalog/knownProjects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import { squashed } from '../../catalog/spelling.ts'
import { groupByPerson, type MentorId, personKey } from '../../model/mentors/samePerson.ts'
import { programmeRoot } from '../../model/profiles/programmePath.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import { truncate } from '../../text/wording.ts'
import { listPathOfExport } from '../../workspace/exportSummary.ts'
import type { IdeaSummary, ListSummary, MentorSummary, ProjectSummary } from '../../workspace/listSummary.ts'
import { uriKey } from '../../workspace/uris.ts'

/** A list with normalized names and keys, so that lists can be compared. */
export interface ListRecord {
  readonly list: ListSummary
  /** 0 if unknown. */
  readonly year: number
  readonly entries: readonly IdeaRecord[]
}

/** An idea in one list; names are cut to a row and without control and direction characters. */
export interface IdeaRecord {
  readonly idea: IdeaSummary
  /** Equal for all records of one idea: the lists of a term repeat it, proposed and then accepted. */
  readonly key: string
  readonly project: { readonly key: string; readonly name: string }
  readonly mentors: readonly MentorRecord[]
  /** Under their usual names, or as written if the catalog lacks them. */
  readonly skills: readonly { readonly key: string; readonly name: string; readonly span: IdeaSummary['span'] }[]
}

/** A mentor's entry, and who that is. */
export interface MentorRecord {
  readonly entry: MentorSummary
  readonly id: MentorId
  readonly name: string | null
  /** `@handle`, as written. */
  readonly handle: string | null
  /** `personKey` of the entry by itself. */
  readonly person: string | null
  readonly email: string | null
}

/** Characters of a name: a row has no room for more. */
const maxRecordName = 100

/** Makes the records of lists, each once for as long as it is the same object. */
export function createListRecords(): (list: ListSummary) => ListRecord {
  const projectKeyOf = cachedRecordKey(recordProjectKey)
  const shortened = cachedRecordKey((name) => truncate(name, maxRecordName))
  const skillOf = cachedRecordKey((written) => {
    const name = skillNamed(written)?.name ?? written
    return { key: skillKey(name), name: truncate(name, maxRecordName) }
  })

  const entryOf = (idea: IdeaSummary, key: string, project: IdeaRecord['project']): IdeaRecord => ({
    idea,
    key,
    project,
    mentors: idea.mentors.map((mentor) => mentorRecord(mentor, shortened)),
    skills: idea.skills.map(({ name, span }) => ({ ...skillOf(name), span })),
  })
  const recordOf = (list: ListSummary): ListRecord => {
    const term = recordTermKey(list)
    const met = new Map<string, number>()
    const entriesIn = ({ name, ideas }: ProjectSummary): readonly IdeaRecord[] => {
      const project = { key: projectKeyOf(name), name: shortened(name) }
      return ideas.map((idea) => {
        // an idea without a heading equals no other
        const title = idea.title === null ? `${list.uri}\n${idea.span.start}` : squashed(idea.title)
        const key = `${term}\n${project.key}\n${title}`
        const nth = (met.get(key) ?? 0) + 1
        met.set(key, nth)
        return entryOf(idea, `${key}\n${nth}`, project)
      })
    }
    return { list, year: list.programme.year ?? 0, entries: list.projects.flatMap(entriesIn) }
  }
  return memoByIdentity(recordOf)
}

/** `projectKey`, ignoring what follows a known name in brackets: over the years, a project is written with and without it. */
function recordProjectKey(heading: string): string {
  const [known] = projectNamesIn(heading)
  return projectKey(known === undefined || known.kind === 'subproject' ? heading : known.project.name)
}

function mentorRecord(entry: MentorSummary, shorten: (name: string) => string): MentorRecord {
  const { name, handle, email, id } = entry
  return {
    entry,
    id,
    name: name && shorten(name),
    handle: handle ? shorten(`@${handle}`) : null,
    email: email && shorten(email),
    person: personKey(id, name ? squashed(name) : null),
  }
}

/** Limit of the cache: typing a name adds each of its prefixes. */
const maxCachedNames = 20_000

function cachedRecordKey<T>(make: (name: string) => T): (name: string) => T {
  const cache = new Map<string, T>()
  return (name) => {
    const value = cache.get(name) ?? make(name)
    if (cache.size > maxCachedNames) cache.clear()
    cache.set(name, value)
    return value
  }
}

/** The term of a list in its clone of the repository; the same for proposed and accepted lists. */
function recordTermKey({ uri, programme }: ListSummary): string {
  const root = programmeRoot(listPathOfExport(uriKey(uri)))
  return root === null ? uri : `${root}\n${programme.term.replace(/\/(?:proposed|accepted)$/, '')}`
}

/** The lists of a year; all if `year` is null. */
export const ideaRecordsInYear = (all: readonly ListRecord[], year: number | null): readonly ListRecord[] =>
  year === null ? all : all.filter((facts) => facts.year === year)

/** The key of the person that a mentor's entry names; null if it has no name and no contact. */
export type PersonKey = (mentor: MentorRecord) => string | null

/** The key of each mentor of these lists. */
export function recordPersonKeys(all: readonly ListRecord[]): PersonKey {
  const sameAs = groupByPerson(all.flatMap(({ entries }) => entries.flatMap(({ mentors }) => mentors)))
  return (mentor) => sameAs(mentor).person
}
