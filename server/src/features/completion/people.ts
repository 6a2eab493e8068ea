import { projectKey } from '../../catalog/projects.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import type { KnownList } from '../../workspace/knownList.ts'

/** Somebody who mentors in this list or another. */
export interface Person {
  readonly name: string
  /** Without `@`. */
  readonly handle: string
  readonly email: string | null
  /** What they mentor, the newest first: `Harbor`, `GSoC 2025: Harbor`. */
  readonly ideas: readonly string[]
}

interface Sighting {
  readonly name: string | null
  readonly handle: string | null
  readonly email: string | null
}

interface Draft {
  name: string
  handle: string
  email: string | null
  /** 0 same project here, 1 same project elsewhere, 2 another project here, 3 another project elsewhere. */
  rank: number
  readonly ideas: string[]
}

/** How many of a person's ideas are told. */
const mostIdeas = 5

/**
 * The people of a list and of the others, those of `project` before all others; without those of `idea`. A person is known by the handle,
 * and by the latest name and address that stand with it.
 */
export function peopleFor(
  file: IdeaFile,
  { idea, project }: { readonly idea: PlacedIdea; readonly project: Project },
  lists: readonly KnownList[],
): readonly Person[] {
  const own = projectKey(project.name)
  const known = new Map<string, Draft>()
  const add = ({ name, handle: written, email }: Sighting, rank: number, told: () => string): void => {
    const handle = written?.replace(/^@+/, '') ?? ''
    if (name === null || handle === '') return
    const key = handle.toLowerCase()
    const draft = known.get(key) ?? { name, handle, email, rank, ideas: [] }
    known.set(key, draft)
    draft.email ??= email
    draft.rank = Math.min(draft.rank, rank)
    if (draft.ideas.length < mostIdeas) draft.ideas.push(told())
  }
  for (const { name, ideas } of file.projects) {
    const rank = projectKey(name) === own ? 0 : 2
    for (const placed of ideas) {
      if (placed === idea) continue
      for (const mentor of placed.idea.mentors) add(mentor, rank, () => `${name}: ${placed.idea.heading?.text ?? ''}`)
    }
  }
  for (const { projects, programme } of lists) {
    for (const { name, ideas } of projects) {
      const rank = projectKey(name) === own ? 1 : 3
      for (const each of ideas) {
        for (const mentor of each.mentors) add(mentor, rank, () => `${programme.label}, ${name}: ${each.title ?? ''}`)
      }
    }
  }
  return [...known.values()].sort((a, b) => a.rank - b.rank)
}
