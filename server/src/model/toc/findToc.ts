import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { PlacedHeading, PlacedSection, Project, Toc, TocHeading, TocMatch } from '../types.ts'
import { countTocLinks, listsMostHeadings, matchToc } from './matchToc.ts'
import { readToc, type TocCandidate } from './readToc.ts'
import { tocHeadings } from './tocHeadings.ts'

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
  const anchors = reuseTocAnchors([...nestedAnchors, ...sections.flatMap(({ facts }) => facts?.ids ?? [])], previous.anchors)
  const candidates = candidatesOf(sections, previous.candidates)
  const isUnchanged = headings === previous.headings && candidates === previous.candidates
  const chosen = isUnchanged ? previous.chosen : chooseCandidate(candidates, headings)
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

const reuseTocAnchors = (anchors: readonly string[], old: readonly string[]): readonly string[] =>
  anchors.length === old.length && anchors.every((anchor, index) => anchor === old[index]) ? old : anchors

/** The sections with a list and without fields; the same map as before if none of them changed. */
function candidatesOf(
  sections: TocParts['sections'],
  cached: ReadonlyMap<SectionFacts, TocCandidate | null>,
): ReadonlyMap<SectionFacts, TocCandidate | null> {
  const lists = sections.flatMap(({ facts }) =>
    facts !== null && facts.keys.size === 0 && facts.facts.some(({ kind }) => kind === 'item') ? [facts] : [],
  )
  if (lists.length === cached.size && lists.every((facts) => cached.has(facts))) return cached
  return new Map(lists.map((facts) => [facts, cached.has(facts) ? cached.get(facts)! : readToc(facts)]))
}

/** From the strongest evidence to the weakest. */
const evidenceRanks = ['marks', 'title', 'links'] as const satisfies readonly TocCandidate['evidence'][]

/**
 * Comment marks are the strongest evidence, then a title, then the number of links to projects and ideas. A list without marks and title
 * must list most of them: a few links may be anything, such as ideas for beginners.
 */
function chooseCandidate(
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
      .filter(({ toc }) => rank !== 'links' || listsMostHeadings(toc, headings))
      .map(({ facts, toc }) => ({ facts, reach: countTocLinks(toc, headings), links: toc.entries.length }))
      .filter(({ reach, links }) => reach > 0 || links > 0)
    const [first] = reached
    if (first) return reached.reduce((best, next) => (next.reach > best.reach ? next : best), first).facts
  }
  return null
}
