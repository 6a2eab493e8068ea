import { isSameArray } from '../../text/isSameArray.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { PlacedHeading, PlacedSection, Project, Toc, TocHeading, TocMatch } from '../types.ts'
import { comparableAnchor, comparableText } from './comparableText.ts'
import { matchToc } from './matchToc.ts'
import { hasTocMarks, readToc, type TocCandidate } from './readToc.ts'
import { isTocHeading, tocHeadings } from './tocHeadings.ts'

/** A file's table of contents with what the next reading can reuse. */
export interface TocState {
  readonly toc: Toc | null
  readonly headings: readonly TocHeading[]
  readonly match: TocMatch | null
  /** What each section with a list could be; null for one that cannot be the table. */
  readonly candidates: ReadonlyMap<SectionFacts, TocCandidate | null>
  /** The section of the table. */
  readonly chosen: SectionFacts | null
  /** Anchors in the file that are not those of its headings. */
  readonly anchors: readonly string[]
}

/** The state of a file without a table of contents. */
export const noToc: TocState = {
  toc: null,
  headings: [],
  match: null,
  candidates: new Map(),
  chosen: null,
  anchors: [],
}

interface TocParts {
  readonly sections: readonly (PlacedSection & { readonly facts: SectionFacts | null })[]
  readonly headings: readonly PlacedHeading[]
  /** Anchors of headings in quotes, list items and HTML. */
  readonly nestedAnchors: readonly string[]
  readonly projects: readonly Project[]
}

/** Finds the table of contents and matches it with the headings. Whatever is the same as in `previous` is the same object again. */
export function findToc({ sections, headings: placed, nestedAnchors, projects }: TocParts, previous: TocState): TocState {
  const headings = tocHeadings(placed, projects, previous.headings)
  const allAnchors = [...nestedAnchors, ...sections.flatMap(({ facts }) => facts?.ids ?? [])]
  const anchors = isSameArray(allAnchors, previous.anchors) ? previous.anchors : allAnchors
  const candidates = tocCandidates(sections, previous.candidates)
  const isUnchanged = headings === previous.headings && candidates === previous.candidates
  const chosen = isUnchanged ? previous.chosen : chooseTocCandidate(candidates, headings)
  const found = chosen && candidates.get(chosen)
  if (!found) return { ...noToc, headings, candidates, anchors }
  const toc = { ...found.toc, at: sections.find(({ facts }) => facts === chosen)!.at }
  // link definitions are not compared: they may be anywhere
  const hasReferences = toc.flawed.some(({ reference }) => reference !== null)
  const isMatched = isUnchanged && !hasReferences && anchors === previous.anchors && previous.match !== null
  const allSections = () => sections.flatMap(({ facts }) => facts?.section ?? [])
  const match = isMatched ? previous.match : matchToc(toc, { headings, anchors, sections: allSections })
  return { toc, headings, candidates, chosen, anchors, match }
}

/** The sections with a list that have no fields, or marks of a table; the same map as before if none of them changed. */
function tocCandidates(
  sections: TocParts['sections'],
  cached: ReadonlyMap<SectionFacts, TocCandidate | null>,
): ReadonlyMap<SectionFacts, TocCandidate | null> {
  const lists = sections.flatMap(({ facts }) =>
    facts !== null && (facts.keys.size === 0 || hasTocMarks(facts)) && facts.facts.some(({ kind }) => kind === 'item')
      ? [facts]
      : [],
  )
  if (lists.length === cached.size && lists.every((facts) => cached.has(facts))) return cached
  return new Map(lists.map((facts) => [facts, cached.has(facts) ? cached.get(facts)! : readToc(facts)]))
}

const minIdeasInTable = 3

/** From the strongest evidence to the weakest. */
const evidenceRanks = ['marks', 'title', 'links'] as const satisfies readonly TocCandidate['evidence'][]

/**
 * Comment marks are the strongest evidence, then a title, then the number of links to projects and ideas. A list without marks and title
 * must list most of them: a few links may be anything, such as ideas for beginners.
 */
function chooseTocCandidate(
  candidates: ReadonlyMap<SectionFacts, TocCandidate | null>,
  headings: readonly TocHeading[],
): SectionFacts | null {
  const all = [...candidates].flatMap(([facts, found]) => (found ? [{ facts, ...found }] : []))
  for (const rank of evidenceRanks) {
    const likely = all.filter(({ evidence }) => evidence === rank)
    const [only] = likely
    if (only === undefined) continue
    if (likely.length === 1 && rank !== 'links' && only.toc.entries.length > 0) return only.facts
    const reached = likely
      .filter(({ toc }) => rank !== 'links' || tocListsMostHeadings(toc, headings))
      .map(({ facts, toc }) => ({ facts, reach: countTocLinks(toc, headings), links: toc.entries.length }))
      .filter(({ reach, links }) => reach > 0 || links > 0)
    const [first] = reached
    if (first) return reached.reduce((best, next) => (next.reach > best.reach ? next : best), first).facts
  }
  return null
}

/** How many of a table's items link to a project or an idea, or name one. */
const countTocLinks = (toc: Toc, headings: readonly TocHeading[]): number =>
  findListedHeadings(toc, headings).filter((placed) => placed !== null).length

/** The project or idea that each item of a table links to or names; null for an item about something else. */
function findListedHeadings({ items }: Toc, headings: readonly TocHeading[]): readonly (TocHeading | null)[] {
  const listed = headings.filter(isTocHeading).toReversed()
  const byAnchor = new Map(listed.map((placed) => [placed.anchor, placed]))
  const byName = new Map(
    listed.flatMap((placed) => [placed.title, placed.heading.text].map((name) => [comparableText(name ?? ''), placed] as const)),
  )
  return items
    .filter(({ isItem }) => isItem)
    .map(({ entry, text }) => {
      const linked = entry && byAnchor.get(comparableAnchor(entry.anchor))
      const name = entry ? entry.text : text
      return linked ?? (name === null || name === '' ? undefined : byName.get(comparableText(name))) ?? null
    })
}

/**
 * Whether a list is a table of contents by what it lists: most projects, or most projects and ideas, nearly in the order of the file,
 * and hardly anything else. Ideas without their projects are a choice of ideas; all ideas of a list without several
 * projects are not, in any order, nor are seven of ten in theirs.
 */
function tocListsMostHeadings(toc: Toc, headings: readonly TocHeading[]): boolean {
  const found = findListedHeadings(toc, headings)
  const listed = [...new Set(found.flatMap((placed) => placed ?? []))]
  if (2 * found.filter((placed) => placed !== null).length <= found.length) return false
  const all = headings.filter(isTocHeading)
  const projects = all.filter(({ role }) => role === 'project')
  const listsProjects = listed.some(({ role }) => role === 'project')
  const ideas = listed.filter(({ role }) => role === 'idea').length
  if (projects.length < 2 && ideas === all.length - projects.length && ideas >= minIdeasInTable) return true
  const inOrder = longestIncreasingRun(listed.map(({ index }) => index)).size
  if (4 * inOrder < 3 * listed.length) return false
  // the one project is the title of the list
  if (projects.length === 1 && !listsProjects) return ideas >= minIdeasInTable && 10 * ideas >= 7 * (all.length - 1)
  if (projects.length > 0 && !listsProjects) return false
  const required = listed.every(({ role }) => role === 'project') ? projects : all
  return 2 * listed.length > required.length
}
