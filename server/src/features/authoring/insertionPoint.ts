import { projectKey } from '../../catalog/knownProjects.ts'
import { isInProjectOrder, projectOrderOf } from '../../editing/projectOrderEdits.ts'
import { type ProjectSection, projectContentEnd, projectGroups } from '../../editing/projectSections.ts'
import type { IdeaFile, PlacedHeading, Project } from '../../model/types.ts'
import { touches } from '../../text/span.ts'

/** Where a new idea goes: below an existing project, or with a heading for its project before or after something. */
export interface InsertionPoint {
  /** The project that the idea joins; null if it brings the project's heading. A heading after the last idea counts, too. */
  readonly project: { readonly name: string; readonly heading: PlacedHeading; readonly ideas: Project['ideas'] } | null
  /** UTF-16, in the file. */
  readonly at: number
  /** Whether the idea goes before what begins at `at`; otherwise it goes after what ends there. */
  readonly isBefore: boolean
  /** Separator between the new text and its neighbor: line ends, perhaps `---`. */
  readonly gap: string
}

/**
 * Where an idea of the project `name` goes. `cursor` decides between groups of projects, and between projects of the same name. In a
 * sorted list a new project goes to its place by name, in any other to the end.
 */
export function insertionPointFor(file: IdeaFile, name: string, cursor: number, eol: string): InsertionPoint {
  const groups = projectGroups(file)
  const own = sectionAtInsertionPoint(groups.flat(), name, cursor)
  if (own !== undefined) {
    const { project, heading, end } = own
    const gap = project.ideas.length > 0 ? ideaInsertionGap(file, eol) : projectInsertionLead(file, eol)
    return { project: { ...project, heading }, at: end, isBefore: false, gap }
  }
  const empty = insertionWithoutIdeas(file, name)
  if (empty !== null) return { ...empty, isBefore: false, gap: projectInsertionLead(file, eol) }
  const gap = projectInsertionGap(file, groups, eol)
  const group =
    groups.find((parts) => touches({ start: parts[0]!.start, end: parts.at(-1)!.end }, cursor)) ?? groupAtInsertionPoint(groups)
  if (group !== undefined) return { project: null, gap, ...pointInGroup(group, name) }
  return { project: null, at: firstProjectInsertion(file), isBefore: false, gap }
}

/** The project of the list with this name, or with another name of the same project; the one around `cursor` if there are several. */
export function projectAtInsertionPoint(file: IdeaFile, name: string, cursor: number): Project | undefined {
  return sectionAtInsertionPoint(projectGroups(file).flat(), name, cursor)?.project
}

function sectionAtInsertionPoint(sections: readonly ProjectSection[], name: string, cursor: number): ProjectSection | undefined {
  const key = projectKey(name)
  const same = sections.filter(({ project }) => projectKey(project.name) === key)
  return (
    same.find(({ start, end }) => touches({ start, end }, cursor)) ?? same.find(({ project }) => project.name === name) ?? same[0]
  )
}

/** A project's heading without ideas after the last idea, or in a list without any. */
function insertionWithoutIdeas(
  { text, headings, projectLevel, projects }: IdeaFile,
  name: string,
): Pick<InsertionPoint, 'project' | 'at'> | null {
  const known = new Set(projects.flatMap(({ heading, ideas }) => [heading?.at, ...ideas.map(({ at }) => at)]))
  const found = headings.find(
    ({ heading, at }) => heading.level === projectLevel && !known.has(at) && projectKey(heading.text) === projectKey(name),
  )
  if (found === undefined) return null
  const next = headings.find(({ at, heading }) => at > found.at && heading.level <= projectLevel)
  return {
    project: { name: found.heading.text, heading: found, ideas: [] },
    at: projectContentEnd(text, next?.at ?? text.length),
  }
}

type ProjectGroups = ReturnType<typeof projectGroups>

/** The group with the most projects, the last of equal ones. */
const groupAtInsertionPoint = (groups: ProjectGroups): readonly ProjectSection[] | undefined =>
  groups.reduce<readonly ProjectSection[] | undefined>(
    (best, next) => (best && best.length > next.length ? best : next),
    undefined,
  )

function pointInGroup(sections: readonly ProjectSection[], name: string): Pick<InsertionPoint, 'at' | 'isBefore'> {
  const order = projectOrderOf(sections)
  const key = order.keyOf(name)
  const next = isInProjectOrder(order, sections)
    ? sections.findIndex(({ project }, index) => order.kept.has(index) && order.keyOf(project.name) > key)
    : -1
  if (next === 0) return { at: sections[0]!.start, isBefore: true }
  return { at: (next < 0 ? sections.at(-1)! : sections[next - 1]!).end, isBefore: false }
}

/** Where the first project of a list goes: after ideas without a project, at the end of the section for ideas, or of the file. */
function firstProjectInsertion(file: IdeaFile): number {
  const { text, projects, headings, projectLevel } = file
  const last = projects.at(-1)
  if (last !== undefined) return projectContentEnd(text, last.span.end)
  const section = headings.findLast(
    ({ heading }) => heading.level < projectLevel && /\b(?:ideas?|projects?|proposals?)\b/i.test(heading.text),
  )
  const next = section && headings.find(({ at, heading }) => at > section.at && heading.level <= section.heading.level)
  return projectContentEnd(text, next?.at ?? text.length)
}

/** The most common number of line ends; by default two, which is one blank line. */
const usualInsertionGap = (counts: readonly number[], eol: string): string => eol.repeat(mostCommonInsertionGap(counts) ?? 2)

/** The line ends between a project's heading and its first idea. */
export const projectInsertionLead = (file: IdeaFile, eol: string): string => usualInsertionGap(firstIdeaInsertionGaps(file), eol)

/** The line ends between an idea's heading and its first field, as in this file, otherwise as in its template. */
export const headingInsertionLead = (file: IdeaFile, templateLead: number | null, eol: string): string => {
  const counts = file.projects
    .flatMap(({ ideas }) => ideas)
    .flatMap(({ idea, at }) =>
      idea.heading && idea.fields[0]
        ? insertionGapEols(file.text, at + idea.heading.span.end, at + idea.fields[0].span.start)
        : [],
    )
  return eol.repeat(mostCommonInsertionGap(counts) ?? templateLead ?? 2)
}

/** The number of line ends between two offsets; empty if there is none, or anything but whitespace. */
export function insertionGapEols(text: string, from: number, to: number): readonly number[] {
  const between = text.slice(from, to)
  return /^[\s]*$/.test(between) && between.length < 100
    ? [(between.match(/\r\n|\r|\n/g) ?? []).length].filter((count) => count > 0)
    : []
}

const firstIdeaInsertionGaps = ({ text, projects }: IdeaFile): readonly number[] =>
  projects.flatMap(({ heading, ideas }) =>
    heading && ideas[0]?.idea.heading ? insertionGapEols(text, heading.at + heading.heading.span.end, ideas[0].at) : [],
  )

/** What separates most ideas of a project. */
export function ideaInsertionGap(file: IdeaFile, eol: string): string {
  const gaps = file.projects.flatMap(({ ideas }) => ideas.slice(1).map(({ at }) => insertionGapBefore(file.text, at)))
  return mostCommonInsertionGap(gaps.filter(isInsertionGap)) ?? usualInsertionGap(firstIdeaInsertionGaps(file), eol)
}

/** What separates most projects. */
function projectInsertionGap(file: IdeaFile, groups: ProjectGroups, eol: string): string {
  const gaps = groups.flatMap((sections) => sections.slice(1).map(({ start }) => insertionGapBefore(file.text, start)))
  return mostCommonInsertionGap(gaps.filter(isInsertionGap)) ?? eol + eol
}

const insertionGapBefore = (text: string, at: number): string => text.slice(projectContentEnd(text, at), at)

const isInsertionGap = (gap: string): boolean => gap.length < 100 && /[\r\n]$/.test(gap)

function mostCommonInsertionGap<T>(things: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return [...counts].reduce<readonly [T | null, number]>((best, next) => (next[1] > best[1] ? next : best), [null, 0])[0]
}
