import { projectKey } from '../../catalog/knownProjects.ts'
import { skillKey, skillNamed } from '../../catalog/skills.ts'
import type { Contacts, MentorId } from '../../model/mentors/samePerson.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { IdeaSummary, ListSummary } from '../../workspace/listSummary.ts'

/** A mentor of a list, identified by the handle, otherwise by the address. */
export interface UsedPerson {
  readonly name: string
  /** Without `@`. */
  readonly handle: string | null
  readonly email: string | null
  /** The LF username, from an export; null if it is not known. */
  readonly lfid: string | null
  /** The keys of the projects that they mentor in. */
  readonly projects: ReadonlySet<string>
  /** What they mentor, as text: `Harbor: Show the tide`. */
  readonly ideas: readonly string[]
}

/** A skill of a list, and how many ideas ask for it. */
export interface UsedSkill {
  /** The catalog's name, or as written if the catalog lacks it. */
  readonly name: string
  readonly uses: number
}

/** What completion needs from a list, computed once. */
export interface UsageIndex {
  /** By handle or address in lower case. */
  readonly people: ReadonlyMap<string, UsedPerson>
  /** By `skillKey`. */
  readonly skills: ReadonlyMap<string, UsedSkill>
  /** The ideas of each project, by `projectKey`. */
  readonly ideas: ReadonlyMap<string, readonly IdeaSummary[]>
}

/** Indexes lists, each once for as long as it is the same object. */
export const createUsageIndex = (): ((list: ListSummary) => UsageIndex) => memoByIdentity(indexListUsage)

function indexListUsage({ projects, programme }: ListSummary): UsageIndex {
  const people = new PeopleUsageIndex()
  const skills = new SkillUsageIndex()
  const ideas = new Map<string, readonly IdeaSummary[]>()
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

/** How many of a person's ideas are listed. */
const maxIdeas = 5

/** A mentor as one idea names them. */
interface NamedMentor extends Contacts {
  readonly name: string | null
  readonly id: MentorId
  readonly lfid?: string | null
}

/** Collects people; each has the name and the address that come first. */
export class PeopleUsageIndex {
  readonly #all = new Map<string, UsedPerson & { readonly projects: Set<string>; readonly ideas: string[] }>()

  /** By handle or address in lower case. */
  get all(): ReadonlyMap<string, UsedPerson> {
    return this.#all
  }

  /** Adds a mentor of an idea that `describe` names; without a name, or with neither handle nor address, it is ignored. */
  add({ name, handle, email, id, lfid = null }: NamedMentor, project: string, describe: () => string): void {
    const key = id.handle ?? id.email
    if (name === null || key === null) return
    const known = this.#all.get(key)
    const person = known ?? { name, handle, email, lfid, projects: new Set(), ideas: [] }
    if (!known || (known.email === null && email !== null) || (known.lfid === null && lfid !== null))
      this.#all.set(key, { ...person, email: person.email ?? email, lfid: person.lfid ?? lfid })
    person.projects.add(project)
    if (person.ideas.length < maxIdeas) person.ideas.push(describe())
  }
}

/** What an author says of a skill: `Kubernetes basics (required)`. */
const skillRemark = / *\((?:required|preferred|optional|recommended|desirable|must have|nice to have|bonus|a plus)\)$/i

/** Counts skills under their usual names. */
export class SkillUsageIndex {
  readonly #all = new Map<string, UsedSkill>()

  /** By `skillKey`. */
  get all(): ReadonlyMap<string, UsedSkill> {
    return this.#all
  }

  /** Adds a skill as it is written in a list. */
  add(written: string, uses = 1): void {
    const plain = written.replace(skillRemark, '')
    const name = skillNamed(plain)?.name ?? plain
    const key = skillKey(name)
    const known = this.#all.get(key)
    this.#all.set(key, { name: known?.name ?? name, uses: (known?.uses ?? 0) + uses })
  }
}
