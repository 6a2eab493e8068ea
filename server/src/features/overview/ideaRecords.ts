import { namesIn, projectKey } from '../../catalog/projects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import { squashed } from '../../catalog/spelling.ts'
import { groupByPerson, type MentorId, personKey } from '../../model/mentors/identity.ts'
import { programmeRoot } from '../../model/profiles/programmePath.ts'
import { truncate } from '../../text/wording.ts'
import type { KnownIdea, KnownMentor, KnownProject, ListSummary } from '../../workspace/listSummary.ts'
import { uriKey } from '../../workspace/uris.ts'

/** A list with its things in one spelling each, by which lists are held against one another. */
export interface Facts {
  readonly list: ListSummary
  /** 0 where it is not known. */
  readonly year: number
  readonly entries: readonly Entry[]
}

/** An idea as one list has it; names are cut and without what could turn a line round. */
export interface Entry {
  readonly idea: KnownIdea
  /** The same for all entries of one idea: lists of one term repeat it, proposed and then accepted. */
  readonly key: string
  readonly project: { readonly key: string; readonly name: string }
  readonly mentors: readonly Mentor[]
  /** Under their usual names, or as they are written. */
  readonly skills: readonly { readonly key: string; readonly name: string; readonly span: KnownIdea['span'] }[]
}

interface Mentor {
  readonly entry: KnownMentor
  readonly id: MentorId
  readonly name: string | null
  /** `@handle`, as it is written. */
  readonly handle: string | null
  /** `personKey` of the entry by itself. */
  readonly person: string | null
  readonly email: string | null
}

/** Letters of a name: nobody reads more in one row. */
const longest = 100

/** Tells the facts of lists, and keeps them for as long as the lists are the same objects. */
export function createFacts(): (list: ListSummary) => Facts {
  const known = new WeakMap<ListSummary, Facts>()
  const projectKeyOf = remembered(keyOfProject)
  const shown = remembered((name) => truncate(name, longest))
  const skillOf = remembered((written) => {
    const name = skillNamed(written)?.name ?? written
    return { key: skillKey(name), name: truncate(name, longest) }
  })

  const entryOf = (idea: KnownIdea, key: string, project: Entry['project']): Entry => ({
    idea,
    key,
    project,
    mentors: idea.mentors.map((mentor) => mentorOf(mentor, shown)),
    skills: idea.skills.map(({ name, span }) => ({ ...skillOf(name), span })),
  })
  const factsOf = (list: ListSummary): Facts => {
    const term = termOf(list)
    const met = new Map<string, number>()
    const entriesIn = ({ name, ideas }: KnownProject): readonly Entry[] => {
      const project = { key: projectKeyOf(name), name: shown(name) }
      return ideas.map((idea) => {
        // fields under no heading are nobody else's
        const title = idea.title === null ? `${list.uri}\n${idea.span.start}` : squashed(idea.title)
        const key = `${term}\n${project.key}\n${title}`
        const nth = (met.get(key) ?? 0) + 1
        met.set(key, nth)
        return entryOf(idea, `${key}\n${nth}`, project)
      })
    }
    return { list, year: list.programme.year ?? 0, entries: list.projects.flatMap(entriesIn) }
  }
  return (list) => {
    const facts = known.get(list) ?? factsOf(list)
    known.set(list, facts)
    return facts
  }
}

/** As `projectKey` has it, a parenthesis behind a known name set aside: over the years a project is written with and without. */
function keyOfProject(heading: string): string {
  const [known] = namesIn(heading)
  return projectKey(known === undefined || known.kind === 'subproject' ? heading : known.project.name)
}

function mentorOf(entry: KnownMentor, shown: (name: string) => string): Mentor {
  const { name, handle, email, id } = entry
  return {
    entry,
    id,
    name: name && shown(name),
    handle: handle ? shown(`@${handle}`) : null,
    email: email && shown(email),
    person: personKey(id, name ? squashed(name) : null),
  }
}

/** So many names are remembered: whoever types one leaves each of its beginnings behind. */
const mostNames = 20_000

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const made = known.get(name) ?? make(name)
    if (known.size > mostNames) known.clear()
    known.set(name, made)
    return made
  }
}

/** The term of a list, proposed and accepted alike, in its own copy of the repository. */
function termOf({ uri, programme }: ListSummary): string {
  const root = programmeRoot(uriKey(uri))
  return root === null ? uri : `${root}\n${programme.term.replace(/\/(?:proposed|accepted)$/, '')}`
}

/** The lists of a year; all for null. */
export const inYear = (all: readonly Facts[], year: number | null): readonly Facts[] =>
  year === null ? all : all.filter((facts) => facts.year === year)

/** Who a mentor is, as a key; null for an entry that names nobody. */
export type PersonKey = (mentor: Mentor) => string | null

/** The key of each mentor of these lists. */
export function peopleOf(all: readonly Facts[]): PersonKey {
  const sameAs = groupByPerson(all.flatMap(({ entries }) => entries.flatMap(({ mentors }) => mentors)))
  return (mentor) => sameAs(mentor).person
}
