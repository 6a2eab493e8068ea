import { fieldKeysOf, type SectionFacts, weakFieldKeys } from '../blocks/sectionFacts.ts'
import { readIdea, type Vocabulary } from '../readIdea.ts'
import type { Idea, PlacedHeading, PlacedIdea, PlacedSection, Project } from '../types.ts'
import type { SectionRole } from './sectionRoles.ts'

/** An idea with the sections that it was read from: as long as they are the same, so is the idea. */
export interface CachedIdea {
  readonly idea: Idea
  readonly sections: readonly SectionFacts[]
  /** How many blocks of its first section are not its own. */
  readonly skip: number
}

/** Ideas by their first section: what was read once need not be read again, whichever version of the file it was read for. */
export type IdeaCache = WeakMap<SectionFacts, CachedIdea>

interface Draft {
  readonly name: string
  readonly heading: PlacedHeading | null
  readonly start: number
  end: number
  readonly ideas: PlacedIdea[]
}

/**
 * Puts projects and their ideas together from the sections' roles, a step for each idea that is read. What `known` holds is taken
 * over, and what it lacks is put there. Headings are one for each section; null where it has none. `told` are the sections as their
 * roles were told from them: with the loose keys among their keys in a programme's list.
 */
export function* assembleProjects(
  places: readonly PlacedSection[],
  read: readonly SectionFacts[],
  sectionsForRoles: readonly SectionFacts[],
  roles: readonly SectionRole[],
  headings: readonly (PlacedHeading | null)[],
  known: IdeaCache,
  vocabulary: Vocabulary,
): Generator<void, readonly Project[]> {
  const drafts: Draft[] = []
  function* add(project: Draft, index: number, count: number, skip: number): Generator<void, void> {
    const sections = read.slice(index, index + count)
    const old = known.get(sections[0]!)
    const same = old && old.skip === skip && sameSections(old.sections, sections)
    const entry = same ? old : { idea: readIdea({ sections, skip }, vocabulary), sections, skip }
    if (!same) known.set(sections[0]!, entry)
    const at = places[index]!.at + (sections[0]!.section.blocks[skip]?.at ?? 0)
    project.ideas.push({ idea: entry.idea, at, anchor: skip === 0 ? (headings[index]?.anchor ?? null) : null })
    project.end = at + entry.idea.length
    if (!same) yield
  }
  let project: Draft | null = null
  for (const [index, role] of roles.entries()) {
    const heading = headings[index] ?? null
    const { at, section } = places[index]!
    if (role === 'project' && heading) {
      project = { name: heading.heading.text, heading, start: at, end: at + section.length, ideas: [] }
      drafts.push(project)
      const skip = firstField(sectionsForRoles[index]!)
      if (skip > 0) yield* add(project, index, 1, skip)
    } else if (role === 'idea' || role === 'fields') {
      project ??= withoutHeading(headings, index, at)
      if (drafts.at(-1) !== project) drafts.push(project)
      if (role === 'idea') yield* add(project, index, countParts(roles, index), 0)
      else yield* add(project, index, 1, firstField(sectionsForRoles[index]!))
    } else if (role === 'other' && project && heading && endsProject(heading, project.heading)) project = null
  }
  return drafts.map(({ name, heading, start, end, ideas }) => ({ name, heading, ideas, span: { start, end } }))
}

/** Whether a heading that is none of the list's ends a project: one above it, or the empty one of a project whose name is not typed yet. */
function endsProject({ heading: { level, text } }: PlacedHeading, project: PlacedHeading | null): boolean {
  const own = project?.heading.level ?? 0
  return level < own || (level === own && text === '')
}

/** Ideas that stand under no project go by the heading above them. */
function withoutHeading(headings: readonly (PlacedHeading | null)[], index: number, at: number): Draft {
  const level = headings[index]?.heading.level ?? 7
  const above = headings.slice(0, index).findLast((heading) => heading !== null && heading.heading.level < level)
  return { name: above?.heading.text ?? '', heading: null, start: at, end: at, ideas: [] }
}

const sameSections = (a: readonly SectionFacts[], b: readonly SectionFacts[]): boolean =>
  a.length === b.length && a.every((section, index) => section === b[index])

/** How many sections make the idea: its own and the parts behind it. */
function countParts(roles: readonly SectionRole[], index: number): number {
  let end = index + 1
  while (roles[end] === 'part') end++
  return end - index
}

/** The index of the block where fields without an idea heading begin under a project's heading; 0 where there are none. */
function firstField({ facts, keys }: SectionFacts): number {
  if (keys.size < 2) return 0
  const isSure = new Set(facts.flatMap(fieldKeysOf)).size === keys.size
  return facts.findIndex(
    (fact) =>
      fieldKeysOf(fact).length > 0 ||
      (fact.kind === 'item' && (fact.item.label?.key ?? null) !== null) ||
      (!isSure && weakFieldKeys(fact).length > 0),
  )
}
