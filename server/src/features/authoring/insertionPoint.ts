import { projectKey } from '../../catalog/projects.ts'
import { isSorted, orderOf } from '../../editing/projectOrder.ts'
import { contentEnd, type ProjectSection, projectGroups } from '../../editing/projectSections.ts'
import type { IdeaFile, PlacedHeading, Project } from '../../model/types.ts'
import { touches } from '../../text/span.ts'

/** Where a new idea goes: under a project that is there, or with a heading for its project before or behind something. */
export interface InsertionPoint {
  /** The project that it joins; null where it brings a heading of its own. A heading without ideas behind the last one is no project yet. */
  readonly project: { readonly name: string; readonly heading: PlacedHeading; readonly ideas: Project['ideas'] } | null
  readonly at: number
  /** Whether what is inserted stands before what is at `at`, rather than behind what ends there. */
  readonly leads: boolean
  /** From what it stands behind to itself, or from itself to what it stands before: line ends, perhaps a ruled line. */
  readonly gap: string
}

/**
 * Where an idea of a project goes in a list. `at` is where the author is: it tells chapters, and projects of one name, apart.
 * In a list that is kept in order a new project finds its place by its name, in any other it comes last.
 */
export function insertionPointFor(file: IdeaFile, name: string, at: number, eol: string): InsertionPoint {
  const chapters = projectGroups(file)
  const own = projectAt(chapters.flat(), name, at)
  if (own !== undefined) {
    const { project, heading, end } = own
    const gap = project.ideas.length > 0 ? ideaGap(file, eol) : projectLead(file, eol)
    return { project: { ...project, heading }, at: end, leads: false, gap }
  }
  const bare = bareHeading(file, name)
  if (bare !== null) return { ...bare, leads: false, gap: projectLead(file, eol) }
  const gap = projectGap(file, chapters, eol)
  const chapter = chapters.find((parts) => touches({ start: parts[0]!.start, end: parts.at(-1)!.end }, at)) ?? largest(chapters)
  if (chapter !== undefined) return { project: null, gap, ...placeAmong(chapter, name) }
  return { project: null, at: emptyPlace(file), leads: false, gap }
}

/** The project of the list that goes by a name or another name of the same project. */
export function projectNamed(file: IdeaFile, name: string, at: number): Project | undefined {
  return projectAt(projectGroups(file).flat(), name, at)?.project
}

function projectAt(parts: readonly ProjectSection[], name: string, at: number): ProjectSection | undefined {
  const key = projectKey(name)
  const same = parts.filter(({ project }) => projectKey(project.name) === key)
  return (
    same.find(({ start, end }) => touches({ start, end }, at)) ?? same.find(({ project }) => project.name === name) ?? same[0]
  )
}

/** A project's heading behind the last idea, or in a list without any. */
function bareHeading(
  { text, headings, projectLevel, projects }: IdeaFile,
  name: string,
): Pick<InsertionPoint, 'project' | 'at'> | null {
  const known = new Set(projects.flatMap(({ heading, ideas }) => [heading?.at, ...ideas.map(({ at }) => at)]))
  const isBare = ({ heading, at }: PlacedHeading): boolean =>
    heading.level === projectLevel && !known.has(at) && projectKey(heading.text) === projectKey(name)
  const found = headings.find(isBare)
  if (found === undefined) return null
  const next = headings.find(({ at, heading }) => at > found.at && heading.level <= projectLevel)
  return { project: { name: found.heading.text, heading: found, ideas: [] }, at: contentEnd(text, next?.at ?? text.length) }
}

/** The chapter with the most projects, of equal ones the last. */
const largest = (chapters: ReturnType<typeof projectGroups>): readonly ProjectSection[] | undefined =>
  chapters.reduce<readonly ProjectSection[] | undefined>(
    (best, next) => (best && best.length > next.length ? best : next),
    undefined,
  )

function placeAmong(parts: readonly ProjectSection[], name: string): Pick<InsertionPoint, 'at' | 'leads'> {
  const order = orderOf(parts)
  const key = order.keyOf(name)
  const next = isSorted(order, parts)
    ? parts.findIndex(({ project }, index) => order.kept.has(index) && order.keyOf(project.name) > key)
    : -1
  if (next === 0) return { at: parts[0]!.start, leads: true }
  return { at: (next < 0 ? parts.at(-1)! : parts[next - 1]!).end, leads: false }
}

/** Where the first project of a list goes: at the end of the section for ideas, behind ideas without a project, else at the end. */
function emptyPlace(file: IdeaFile): number {
  const { text, projects, headings, projectLevel } = file
  const last = projects.at(-1)
  if (last !== undefined) return contentEnd(text, last.span.end)
  const above = headings.findLast(
    ({ heading }) => heading.level < projectLevel && /\b(?:ideas?|projects?|proposals?)\b/i.test(heading.text),
  )
  const next = above && headings.find(({ at, heading }) => at > above.at && heading.level <= above.heading.level)
  return contentEnd(text, next?.at ?? text.length)
}

/** How many line ends stand where; the commonest, one blank line where nothing says so. */
const blankLines = (counts: readonly number[], eol: string): string => eol.repeat(commonest(counts) ?? 2)

/** What stands between a project's heading and its first idea. */
export const projectLead = (file: IdeaFile, eol: string): string => blankLines(firstGaps(file), eol)

/** What stands between an idea's heading and its first field, in this file and else in its template. */
export const headingLead = (file: IdeaFile, templateLead: number | null, eol: string): string => {
  const counts = ideasOf(file).flatMap(({ idea, at }) =>
    idea.heading && idea.fields[0] ? lineEnds(file.text, at + idea.heading.span.end, at + idea.fields[0].span.start) : [],
  )
  return eol.repeat(commonest(counts) ?? templateLead ?? 2)
}

/** How many line ends stand between two places with nothing else but blanks; none where something does. */
export function lineEnds(text: string, from: number, to: number): readonly number[] {
  const between = text.slice(from, to)
  return /^[\s]*$/.test(between) && between.length < 100
    ? [(between.match(/\r\n|\r|\n/g) ?? []).length].filter((count) => count > 0)
    : []
}

const ideasOf = ({ projects }: IdeaFile) => projects.flatMap(({ ideas }) => ideas)

const firstGaps = ({ text, projects }: IdeaFile): readonly number[] =>
  projects.flatMap(({ heading, ideas }) =>
    heading && ideas[0]?.idea.heading ? lineEnds(text, headingEnd(heading), ideas[0].at) : [],
  )

const headingEnd = ({ heading, at }: PlacedHeading): number => at + heading.span.end

/** What parts the ideas of a project, as most of them are parted. */
function ideaGap(file: IdeaFile, eol: string): string {
  const gaps = file.projects.flatMap(({ ideas }) => ideas.slice(1).map(({ at }) => gapBefore(file.text, at)))
  return commonest(gaps.filter(isGap)) ?? blankLines(firstGaps(file), eol)
}

/** What parts two projects. */
function projectGap(file: IdeaFile, chapters: ReturnType<typeof projectGroups>, eol: string): string {
  const gaps = chapters.flatMap((parts) => parts.slice(1).map(({ start }) => gapBefore(file.text, start)))
  return commonest(gaps.filter(isGap)) ?? eol + eol
}

const gapBefore = (text: string, at: number): string => text.slice(contentEnd(text, at), at)

/** Whether a heading can stand behind it. */
const isGap = (gap: string): boolean => gap.length < 100 && /[\r\n]$/.test(gap)

function commonest<T>(things: readonly T[]): T | null {
  const counts = new Map<T, number>()
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return [...counts].reduce<readonly [T | null, number]>((best, next) => (next[1] > best[1] ? next : best), [null, 0])[0]
}
