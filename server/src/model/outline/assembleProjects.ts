import { createIdentityCache } from '../../text/identityCache.ts'
import { isSameArray } from '../../text/isSameArray.ts'
import { firstFieldBlock } from '../blocks/sectionContent.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import { readIdea, type Vocabulary } from '../readIdea.ts'
import type { Idea, PlacedHeading, PlacedIdea, PlacedSection, Project } from '../types.ts'
import { headingName, isEmptyHeading } from './headingName.ts'
import type { SectionRole } from './sectionRoles.ts'

/** An idea with all that it was read from: while that is the same, so is the idea. */
export interface CachedIdea {
  readonly idea: Idea
  readonly sections: readonly SectionFacts[]
  /** How many blocks of its first section are not its own. */
  readonly skip: number
  readonly vocabulary: Vocabulary
}

/** The idea that was last read from a first section and those after it. */
const ideaOfFirstSection = createIdentityCache<SectionFacts, CachedIdea>()

/** The idea that was read from a first section; undefined if there is none, or it is of other sections by now. */
export const cachedIdeaAt = (first: SectionFacts): CachedIdea | undefined => ideaOfFirstSection.get(first)

/** Reads an idea of some sections, which is the same object while they are. */
export function cachedIdeaOf(sections: readonly SectionFacts[], skip: number, vocabulary: Vocabulary): CachedIdea {
  const [first] = sections
  const cached = ideaOfFirstSection.get(first!)
  if (isIdeaCached(cached, sections, skip, vocabulary)) return cached
  const entry = { idea: readIdea({ sections, skip }, vocabulary), sections, skip, vocabulary }
  ideaOfFirstSection.set(first!, entry)
  return entry
}

const isIdeaCached = (
  cached: CachedIdea | undefined,
  sections: readonly SectionFacts[],
  skip: number,
  { labels, sizes }: Vocabulary,
): cached is CachedIdea =>
  cached !== undefined &&
  cached.skip === skip &&
  cached.vocabulary.labels === labels &&
  cached.vocabulary.sizes === sizes &&
  isSameArray(cached.sections, sections)

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

/** Builds projects and their ideas from the sections' roles, a step for each idea that was not read before. */
export function* assembleProjects(input: AssemblyInput, vocabulary: Vocabulary): Generator<void, readonly Project[]> {
  const { sections, headings, roles, forRoles } = input
  const drafts: ProjectDraft[] = []
  function* add(project: ProjectDraft, index: number, count: number, skip: number): Generator<void, void> {
    const own = sections.slice(index, index + count).map(({ facts }) => facts!)
    const known = cachedIdeaAt(own[0]!)
    const entry = cachedIdeaOf(own, skip, vocabulary)
    const at = sections[index]!.at + (own[0]!.section.blocks[skip]?.at ?? 0)
    project.ideas.push({ idea: entry.idea, at, anchor: skip === 0 ? (headings[index]?.anchor ?? null) : null })
    project.end = at + entry.idea.length
    if (entry !== known) yield
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
  return drafts.map(({ name, heading, start, end, ideas }) => ({ name, heading, ideas, span: { start, end } }))
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
