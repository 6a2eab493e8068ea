import type { SectionFacts } from '../blocks/sectionFacts.ts'
import type { PlacedHeading, PlacedSection, Project, Toc, TocHeading, TocMatch } from '../types.ts'
import { linkedAnchors, matchToc, tocHeadings } from './matchToc.ts'
import { readToc, type TocCandidate } from './readToc.ts'

/** A file's table of contents with what the next reading of it can take over. */
export interface TocState {
  readonly toc: Toc | null
  readonly headings: readonly TocHeading[]
  readonly match: TocMatch | null
  /** Each list that may be the table, and the one that is. */
  readonly candidates: ReadonlyMap<SectionFacts, TocCandidate | null>
  readonly chosen: SectionFacts | null
  readonly anchors: readonly string[]
}

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
  readonly projects: readonly Project[]
}

/** Finds the table of contents and what it lists; what did not change since `previous` is not looked at again. */
export function findToc({ sections, headings: placed, projects }: TocParts, previous: TocState): TocState {
  const headings = tocHeadings(placed, projects, previous.headings)
  const anchors = same(
    sections.flatMap(({ facts }) => facts?.anchors ?? []),
    previous.anchors,
  )
  const candidates = candidatesOf(sections, previous.candidates)
  const isKnown = headings === previous.headings && candidates === previous.candidates
  const chosen = isKnown ? previous.chosen : choose(candidates, headings)
  const found = chosen && candidates.get(chosen)
  if (!found) return { ...noToc, headings, candidates, anchors }
  const toc = { ...found.toc, at: sections.find(({ facts }) => facts === chosen)!.at }
  const isMatched = isKnown && anchors === previous.anchors && previous.match !== null
  return { toc, headings, candidates, chosen, anchors, match: isMatched ? previous.match : matchToc(toc, { headings, anchors }) }
}

const same = (anchors: readonly string[], old: readonly string[]): readonly string[] =>
  anchors.length === old.length && anchors.every((anchor, index) => anchor === old[index]) ? old : anchors

/** What each section that is no idea and holds a list may be; the same map as before where nothing changed. */
function candidatesOf(
  sections: TocParts['sections'],
  known: ReadonlyMap<SectionFacts, TocCandidate | null>,
): ReadonlyMap<SectionFacts, TocCandidate | null> {
  const lists = sections.flatMap(({ facts }) =>
    facts !== null && facts.keys.size === 0 && facts.facts.some(({ kind }) => kind === 'item') ? [facts] : [],
  )
  if (lists.length === known.size && lists.every((facts) => known.has(facts))) return known
  return new Map(lists.map((facts) => [facts, known.has(facts) ? known.get(facts)! : readToc(facts)]))
}

const ranks = ['links', 'title', 'marks'] as const satisfies readonly TocCandidate['said'][]

/** Marks say most, then a title, then how many projects and ideas a list leads to; one that nothing calls a table must lead to some. */
function choose(
  candidates: ReadonlyMap<SectionFacts, TocCandidate | null>,
  headings: readonly TocHeading[],
): SectionFacts | null {
  const all = [...candidates].flatMap(([facts, found]) => (found ? [{ facts, ...found }] : []))
  for (const rank of ranks.toReversed()) {
    const likely = all.filter(({ said }) => said === rank)
    const [only] = likely
    if (only === undefined) continue
    if (likely.length === 1 && rank !== 'links' && only.toc.entries.length > 0) return only.facts
    const reached = likely
      .map(({ facts, toc }) => ({ facts, reach: linkedAnchors(toc, headings), links: toc.entries.length }))
      .filter(({ reach, links }) => reach > 0 || (rank !== 'links' && links > 0))
    const [first] = reached
    if (first) return reached.reduce((best, next) => (next.reach > best.reach ? next : best), first).facts
  }
  return null
}
