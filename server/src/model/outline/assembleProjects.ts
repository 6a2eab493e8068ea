import { isSameArray } from '../../text/isSameArray.ts'
import { firstFieldBlock } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { readIdea, type Vocabulary } from '../readIdea.ts'
import type { Idea, PlacedHeading, PlacedIdea, PlacedSection, Project } from '../types.ts'
import { headingName, isEmptyHeading } from './headingName.ts'
import type { SectionRole } from './sectionRoles.ts'

/** An idea with the sections that it was read from: while they are the same objects, so is the idea. */
export interface CachedIdea {
  readonly idea: Idea
  readonly sections: readonly SectionFacts[]
  /** How many blocks of its first section are not its own. */
  readonly skip: number
}

/**
 * The ideas of a file by the first of their sections. An edit within an idea, of which nothing else is assembled again, replaces its entry:
 * that is safe because an entry depends on its sections only. An old version finds its own entries or reads again.
 */
export type IdeaCache = Map<SectionFacts, CachedIdea>

/** What is known of each section, all by its index in the file. */
export interface AssemblyInput {
  readonly sections: readonly (PlacedSection & { readonly facts: SectionFacts | null })[]
  /** Null for a section without a heading. */
  readonly headings: readonly (PlacedHeading | null)[]
  readonly roles: readonly SectionRole[]
  /** The sections that the roles were decided from: in a programme's list weak labels are among their keys. */
  readonly forRoles: readonly SectionFacts[]
}

interface ProjectDraft {
  readonly name: string
  readonly heading: PlacedHeading | null
  readonly start: number
  end: number
  readonly ideas: PlacedIdea[]
}

/** Builds projects and their ideas from the sections' roles, a step for each idea that is not among those of the `previous` version. */
export function* assembleProjects(
  input: AssemblyInput,
  previous: IdeaCache | undefined,
  vocabulary: Vocabulary,
): Generator<void, { readonly projects: readonly Project[]; readonly ideas: IdeaCache }> {
  const { sections, headings, roles, forRoles } = input
  const drafts: ProjectDraft[] = []
  const all: IdeaCache = new Map()
  function* add(project: ProjectDraft, index: number, count: number, skip: number): Generator<void, void> {
    const own = sections.slice(index, index + count).map(({ facts }) => facts!)
    const cached = previous?.get(own[0]!)
    const isSame = cached && cached.skip === skip && isSameArray(cached.sections, own)
    const entry = isSame ? cached : { idea: readIdea({ sections: own, skip }, vocabulary), sections: own, skip }
    all.set(own[0]!, entry)
    const at = sections[index]!.at + (own[0]!.section.blocks[skip]?.at ?? 0)
    project.ideas.push({ idea: entry.idea, at, anchor: skip === 0 ? (headings[index]?.anchor ?? null) : null })
    project.end = at + entry.idea.length
    if (!isSame) yield
  }
  let project: ProjectDraft | null = null
  for (const [index, role] of roles.entries()) {
    const heading = headings[index] ?? null
    const { at, section } = sections[index]!
    if (role === 'project' && heading) {
      project = { name: headingName(heading.heading), heading, start: at, end: at + section.length, ideas: [] }
      drafts.push(project)
      const skip = firstFieldBlock(forRoles[index]!)
      if (skip > 0) yield* add(project, index, 1, skip)
    } else if (role === 'idea' || role === 'fields') {
      project ??= draftWithoutHeading(headings, index, at)
      if (drafts.at(-1) !== project) drafts.push(project)
      if (role === 'idea') yield* add(project, index, countAssembledParts(roles, index), 0)
      else yield* add(project, index, 1, firstFieldBlock(forRoles[index]!))
    } else if (role === 'other' && project && heading && endsAssembledProject(heading, project.heading)) project = null
  }
  const projects = drafts.map(({ name, heading, start, end, ideas }) => ({ name, heading, ideas, span: { start, end } }))
  return { projects, ideas: all }
}

/** Whether a heading outside the list ends a project: one of higher rank, or an empty one of the same, a project that is being typed. */
function endsAssembledProject({ heading }: PlacedHeading, project: PlacedHeading | null): boolean {
  const own = project?.heading.level ?? 0
  return heading.level < own || (heading.level === own && isEmptyHeading(heading))
}

/** Ideas under no project heading are named after the heading above them. */
function draftWithoutHeading(headings: readonly (PlacedHeading | null)[], index: number, at: number): ProjectDraft {
  const level = headings[index]?.heading.level ?? 7
  let above = index - 1
  while (above >= 0 && (headings[above]?.heading.level ?? level) >= level) above--
  const heading = headings[above]?.heading
  return { name: heading ? headingName(heading) : '', heading: null, start: at, end: at, ideas: [] }
}

/** How many sections an idea consists of: its own and the parts after it. */
function countAssembledParts(roles: readonly SectionRole[], index: number): number {
  let end = index + 1
  while (roles[end] === 'part') end++
  return end - index
}
