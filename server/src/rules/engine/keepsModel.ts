import type { Heading, Idea, IdeaFile, Mentor, PlacedIdea, TocHeading } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { lowerBound } from '../../text/lowerBound.ts'
import { compareSpans, type Span, shift } from '../../text/span.ts'
import { keepsWords, placesOfLostWords } from './keepsWords.ts'

/** Edits, and the places that the fixed findings are about; both relative to the file before the edits. */
export interface FixEffect {
  readonly edits: readonly Edit[]
  readonly named: readonly Span[]
}

/**
 * Whether a fix keeps everything but what its findings named: `after` is the file `before` with the edits applied, read again. Every
 * idea is in the same project; every mentor, field, link, title and word is still there; every link leads to the same heading.
 */
export function keepsModel(before: IdeaFile, after: IdeaFile, { edits, named }: FixEffect): boolean {
  const isNamed = keptSpanFinder(named)
  return (
    keepsWords(before.text, edits, named) &&
    keepsHeadings(before, after, isNamed) &&
    keepsIdeas(before, after, isNamed) &&
    keepsLinks(before, after, isNamed) &&
    keepsToc(before, after)
  )
}

/** The places of the file before the edits at which something is lost, as far as that can be said: not where links or entries are. */
export function lossesOfModel(before: IdeaFile, after: IdeaFile, { edits, named }: FixEffect): readonly Span[] {
  const isNamed = keptSpanFinder(named)
  const isComparable =
    before.headings.length === after.headings.length &&
    before.projects.length === after.projects.length &&
    before.projects.every(({ ideas }, index) => ideas.length === after.projects[index]!.ideas.length)
  const words = placesOfLostWords(before.text, edits, named)
  if (!isComparable) return words
  const headings = before.headings.filter(
    ({ heading, at }, index) => !keepsHeading(heading, after.headings[index]!.heading, isNamed, at),
  )
  const ideas = before.projects.flatMap((project, index) =>
    project.ideas.filter((idea, at) => !keepsIdea(idea, after.projects[index]!.ideas[at]!, isNamed)),
  )
  return [
    ...words,
    ...headings.map(({ heading, at }) => shift(heading.span, at)),
    ...ideas.map(({ idea, at }) => ({ start: at, end: at + idea.length })),
  ]
}

/** Whether a finding names a place; `at` is added to the span. */
type IsNamed = (span: Span, at?: number) => boolean

/** Finds whether any of the spans intersects another one, by binary search. */
function keptSpanFinder(spans: readonly Span[]): IsNamed {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted(compareSpans)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return (span, at = 0) => {
    const found = merged[lowerBound(merged, ({ end }) => end < span.start + at)]
    return found !== undefined && found.start <= span.end + at
  }
}

/** The same headings in the same order, with the same text unless a finding names them. */
function keepsHeadings(before: IdeaFile, after: IdeaFile, isNamed: IsNamed): boolean {
  if (before.tocHeadings === after.tocHeadings) return true
  return (
    before.headings.length === after.headings.length &&
    before.headings.every(({ heading, at }, index) => keepsHeading(heading, after.headings[index]!.heading, isNamed, at))
  )
}

const keepsHeading = (heading: Heading, after: Heading, isNamed: IsNamed, at: number): boolean =>
  heading === after || heading.text === after.text || isNamed(heading.span, at)

/** The same ideas in the same projects. */
function keepsIdeas(before: IdeaFile, after: IdeaFile, isNamed: IsNamed): boolean {
  if (before.projects.length !== after.projects.length) return false
  return before.projects.every(({ heading, name, ideas }, index) => {
    const other = after.projects[index]!
    const isSameName = name === other.name || (heading !== null && isNamed(heading.heading.span, heading.at))
    return (
      isSameName && ideas.length === other.ideas.length && ideas.every((idea, at) => keepsIdea(idea, other.ideas[at]!, isNamed))
    )
  })
}

/** What an idea says is still there. A value that a finding names may change. */
function keepsIdea({ idea, at }: PlacedIdea, { idea: after }: PlacedIdea, isNamed: IsNamed): boolean {
  if (idea === after) return true
  const isChanged = (span: Span): boolean => isNamed(span, at)
  const { heading, size, lfx } = idea
  return (
    heading?.text === after.heading?.text &&
    idea.mentors.every((mentor) => keepsMentor(mentor, after) || (hasNoContact(mentor) && isChanged(mentor.span))) &&
    idea.fields.every(({ key, label, labelSpan }) => keepsField(after, key, label) || isChanged(labelSpan)) &&
    idea.upstream.every(({ url, span }) => after.upstream.some((link) => link.url === url) || isChanged(span)) &&
    idea.skills.every(({ name, span }) => after.skills.some((skill) => skill.name === name) || isChanged(span)) &&
    (lfx === null || lfx.url === after.lfx?.url || isChanged(lfx.span)) &&
    (size === null || (size.word === after.size?.word && size.hours === after.size?.hours) || isChanged(size.span))
  )
}

const keepsField = ({ fields }: Idea, key: string, label: string): boolean =>
  fields.some((field) => field.key === key && (key !== 'other' || field.label === label))

/** Whether some mentor has the name and the contacts of this one. */
const keepsMentor = ({ name, id, primary }: Mentor, { mentors }: Idea): boolean =>
  mentors.some(
    (mentor) =>
      (name === null || mentor.name === name) &&
      (id.handle === null || mentor.id.handle === id.handle) &&
      (id.email === null || mentor.id.email === id.email) &&
      (!primary || mentor.primary),
  )

const hasNoContact = ({ id }: Mentor): boolean => id.handle === null && id.email === null

/** Every link to a heading of the file still leads to that heading, unless a finding names the link. */
function keepsLinks(before: IdeaFile, after: IdeaFile, isNamed: IsNamed): boolean {
  const isSameSection = (_: unknown, index: number): boolean => before.sections[index]!.facts === after.sections[index]!.facts
  // with the same headings, links in the same sections lead where they did
  const isComparable = before.tocHeadings === after.tocHeadings && before.sections.length === after.sections.length
  const changed = ({ sections }: IdeaFile) => (isComparable ? sections.filter((each, at) => !isSameSection(each, at)) : sections)
  const targets = keptLinkTargets(before, changed(before), isNamed)
  const left = keptLinkTargets(after, changed(after), () => false)
  return [...targets].every(([index, count]) => (left.get(index) ?? 0) >= count)
}

/** How many links in these sections lead to each heading, by the heading's index, without those that are ignored. */
function keptLinkTargets(
  { headings }: IdeaFile,
  sections: IdeaFile['sections'],
  isIgnored: IsNamed,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  let byAnchor: ReadonlyMap<string, number> | null = null
  for (const { facts, at } of sections) {
    for (const { path, anchor, span } of facts?.links ?? []) {
      if (path !== '' || anchor === null || isIgnored(span, at)) continue
      byAnchor ??= new Map(headings.map((heading, index) => [heading.anchor, index]))
      const index = byAnchor.get(anchor.toLowerCase())
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1)
    }
  }
  return counts
}

/** No idea's entry comes to be below that of another project. */
function keepsToc(before: IdeaFile, after: IdeaFile): boolean {
  if (before.tocMatch === after.tocMatch && before.toc?.entries === after.toc?.entries) return true
  const known = misfiledTocInModel(before)
  return [...misfiledTocInModel(after)].every((index) => known.has(index))
}

/** The ideas whose entry is nested below the entry of another project, by the index of their heading. */
function misfiledTocInModel({ toc, tocHeadings, tocMatch }: IdeaFile): ReadonlySet<number> {
  const misfiled = new Set<number>()
  if (toc === null || tocMatch === null) return misfiled
  const owners = keptProjectsByIdea(tocHeadings)
  const open: { readonly depth: number; readonly project: TocHeading | null }[] = []
  for (const entry of toc.entries) {
    while (open.length > 0 && open.at(-1)!.depth >= entry.depth) open.pop()
    const placed = tocMatch.headings.get(entry)
    const parent = open.at(-1)?.project ?? null
    if (placed?.role === 'idea' && parent !== null && owners.get(placed) !== parent) misfiled.add(placed.index)
    open.push({ depth: entry.depth, project: placed?.role === 'project' ? placed : parent })
  }
  return misfiled
}

/** The project heading above each idea heading. */
function keptProjectsByIdea(headings: readonly TocHeading[]): ReadonlyMap<TocHeading, TocHeading | null> {
  const owners = new Map<TocHeading, TocHeading | null>()
  let project: TocHeading | null = null
  for (const heading of headings) {
    if (heading.role === 'project') project = heading
    else if (heading.role === 'idea') owners.set(heading, project)
  }
  return owners
}
