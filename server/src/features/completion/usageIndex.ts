import { projectKey } from '../../catalog/projects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import type { Contacts, MentorId } from '../../model/mentors/identity.ts'
import type { KnownIdea, ListSummary } from '../../workspace/listSummary.ts'

/** Somebody who mentors in a list; known by the handle, else by the address. */
export interface Person {
  readonly name: string
  /** Without `@`. */
  readonly handle: string | null
  readonly email: string | null
  /** The keys of the projects that they mentor in. */
  readonly projects: ReadonlySet<string>
  /** What they mentor, as a person reads it: `Harbor: Show the tide`. */
  readonly ideas: readonly string[]
}

export interface UsedSkill {
  /** The catalogue's name, or as it is written where that knows none. */
  readonly name: string
  readonly uses: number
}

/** What completion asks of a list, put together once. */
export interface UsageIndex {
  /** By their handles or addresses in lower case. */
  readonly people: ReadonlyMap<string, Person>
  /** By their keys. */
  readonly skills: ReadonlyMap<string, UsedSkill>
  /** The ideas of each project, by its key. */
  readonly ideas: ReadonlyMap<string, readonly KnownIdea[]>
}

/** Tells the facts of lists, and keeps them for as long as the lists are the same objects. */
export function createListFacts(): (list: ListSummary) => UsageIndex {
  const known = new WeakMap<ListSummary, UsageIndex>()
  return (list) => {
    const facts = known.get(list) ?? factsOf(list)
    known.set(list, facts)
    return facts
  }
}

function factsOf({ projects, programme }: ListSummary): UsageIndex {
  const people = new PeopleIndex()
  const skills = new SkillIndex()
  const ideas = new Map<string, readonly KnownIdea[]>()
  for (const project of projects) {
    const key = projectKey(project.name)
    ideas.set(key, [...(ideas.get(key) ?? []), ...project.ideas])
    for (const idea of project.ideas) {
      for (const mentor of idea.mentors) people.add(mentor, key, () => `${programme.label}, ${project.name}: ${idea.title ?? ''}`)
      for (const { name } of idea.skills) skills.add(name)
    }
  }
  return { people: people.all, skills: skills.all, ideas }
}

/** How many of a person's ideas are told. */
const mostIdeas = 5

/** A mentor as an idea names them. */
interface Sighting extends Contacts {
  readonly name: string | null
  readonly id: MentorId
}

/** Gathers people: each has the first name and the first address that are met. */
export class PeopleIndex {
  readonly #all = new Map<string, Person & { readonly projects: Set<string>; readonly ideas: string[] }>()

  get all(): ReadonlyMap<string, Person> {
    return this.#all
  }

  /** Takes in a mentor without a name, or without both handle and address, as nobody; `told` says what they mentor. */
  add({ name, handle, email, id }: Sighting, project: string, told: () => string): void {
    const key = id.handle ?? id.email
    if (name === null || key === null) return
    const known = this.#all.get(key)
    const person = known ?? { name, handle, email, projects: new Set(), ideas: [] }
    if (!known || (known.email === null && email !== null)) this.#all.set(key, { ...person, email: person.email ?? email })
    person.projects.add(project)
    if (person.ideas.length < mostIdeas) person.ideas.push(told())
  }
}

/** Counts skills under their usual names. */
export class SkillIndex {
  readonly #all = new Map<string, UsedSkill>()

  get all(): ReadonlyMap<string, UsedSkill> {
    return this.#all
  }

  add(written: string, uses = 1): void {
    const name = skillNamed(written)?.name ?? written
    const key = skillKey(name)
    const known = this.#all.get(key)
    this.#all.set(key, { name: known?.name ?? name, uses: (known?.uses ?? 0) + uses })
  }
}
