import type { Section } from '../../syntax/sections.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { slug } from '../../text/slug.ts'
import type { Toc, TocEntry, TocHeading, TocItem, TocMatch } from '../types.ts'
import { comparableAnchor, comparableText, isSameText } from './comparableText.ts'
import { matchFlawed } from './flawedEntries.ts'
import { isTocHeading } from './tocHeadings.ts'

/** What the entries of a table of contents are matched with. */
export interface TocTargets {
  /** All of the file's headings in their order. */
  readonly headings: readonly TocHeading[]
  /** Anchors that are not those of headings (`anchorsIn`). */
  readonly anchors: readonly string[]
  /** The file's sections, for their link definitions. */
  readonly sections: () => Iterable<Section>
}

/**
 * Finds the heading that each entry is about. The matchers run in the order of their certainty; most broken links come from a renamed
 * heading or a repeated title, so that an entry's text counts for more than its anchor.
 */
export function matchToc(toc: Toc, { headings, anchors, sections }: TocTargets): TocMatch {
  const targets = tocTargets(toc.entries, headings)
  const claims = new TocClaims(toc.entries, headings, targets)
  matchByTextAndAnchor(claims)
  for (const match of [matchByText, matchByAnchor, matchBySlug]) {
    if (!claims.areComplete) match(claims)
  }
  const flawed = matchFlawed(toc.flawed, { headings, anchors, sections, isTaken: (placed) => claims.isTaken(placed) })
  const isFlawed = new Set(flawed.values())
  const untargeted = toc.entries.filter((entry) => !targets.has(entry))
  const others = new Set(untargeted.length > 0 ? anchors : [])
  const linked = new Set(toc.otherMentions.anchors.map(comparableAnchor))
  const missing = headings.filter(
    (placed) => isTocHeading(placed) && !claims.isTaken(placed) && !isFlawed.has(placed) && !linked.has(placed.anchor),
  )
  return {
    headings: claims.found,
    targets,
    broken: new Set(untargeted.filter(({ anchor }) => !matchesPageTop(anchor) && !others.has(comparableAnchor(anchor)))),
    flawed,
    missing: withoutNamed(missing, toc, flawed),
  }
}

/** The headings that the entries' anchors link to. */
function tocTargets(entries: readonly TocEntry[], headings: readonly TocHeading[]): TocMatch['targets'] {
  const byAnchor = new Map(headings.map((placed) => [placed.anchor, placed]))
  const targets = new Map<TocEntry, TocHeading>()
  for (const entry of entries) {
    const placed = byAnchor.get(entry.anchor) ?? byAnchor.get(comparableAnchor(entry.anchor))
    if (placed && entry.anchor !== '') targets.set(entry, placed)
  }
  return targets
}

/** Which heading each entry is about, while the matchers find out: at most one entry for each heading. */
class TocClaims {
  readonly found = new Map<TocEntry, TocHeading>()
  readonly entries: readonly TocEntry[]
  readonly headings: readonly TocHeading[]
  readonly targets: TocMatch['targets']
  private readonly taken = new Set<TocHeading>()
  private searchOrder: readonly TocEntry[] | null = null

  constructor(entries: readonly TocEntry[], headings: readonly TocHeading[], targets: TocMatch['targets']) {
    this.entries = entries
    this.headings = headings
    this.targets = targets
  }

  /** Whether no entry or no heading is left. */
  get areComplete(): boolean {
    return this.found.size === this.entries.length || this.taken.size === this.headings.length
  }

  isTaken(placed: TocHeading): boolean {
    return this.taken.has(placed)
  }

  claim(entry: TocEntry, placed: TocHeading | undefined): void {
    if (placed === undefined || this.taken.has(placed) || this.found.has(entry)) return
    this.found.set(entry, placed)
    this.taken.add(placed)
  }

  /**
   * Claims the first free heading with the same key. A link that works is only considered wrong if its text names a project or an idea.
   */
  claimByKey(entryKey: (entry: TocEntry) => string, headingKey: (placed: TocHeading) => string): void {
    const free = groupHeadingsByKey(
      this.headings.filter((placed) => !this.isTaken(placed) && placed.heading.text !== ''),
      headingKey,
    )
    for (const entry of this.leastChoiceFirst()) {
      if (this.found.has(entry)) continue
      const group = free.get(entryKey(entry))
      while (group?.length && this.isTaken(group.at(-1)!)) group.pop()
      const next = group?.at(-1)
      if (next && (next.role !== null || !this.targets.has(entry))) this.claim(entry, next)
    }
  }

  /** Entries that have only their text come first: their link is broken, or its heading belongs to another entry. */
  private leastChoiceFirst(): readonly TocEntry[] {
    const hasTarget = (entry: TocEntry): boolean => this.targets.has(entry) && !this.isTaken(this.targets.get(entry)!)
    this.searchOrder ??= [...this.entries.filter((entry) => !hasTarget(entry)), ...this.entries.filter(hasTarget)]
    return this.searchOrder
  }
}

/**
 * Entries whose text and anchor are a heading's, those in the order of the headings first. Otherwise two identical entries would swap
 * on every sync (it would not be idempotent).
 */
function matchByTextAndAnchor(claims: TocClaims): void {
  const matching = claims.entries.flatMap((entry) => {
    const placed = claims.targets.get(entry)
    return placed !== undefined && isSameText(placed.heading.text, entry.text) ? [[entry, placed] as const] : []
  })
  // without a repeated heading there is no choice
  const isUnique = new Set(matching.map(([, placed]) => placed)).size === matching.length
  for (const [entry, placed] of isUnique ? matching : inOrderFirst(matching)) claims.claim(entry, placed)
}

function inOrderFirst(matching: readonly (readonly [TocEntry, TocHeading])[]): readonly (readonly [TocEntry, TocHeading])[] {
  const listed = matching.filter(([, { role }]) => role !== null)
  const run = longestIncreasingRun(listed.map(([, { index }]) => index))
  return [...listed.filter((_, index) => run.has(index)), ...matching]
}

function matchByText(claims: TocClaims): void {
  const entryText = ({ text }: TocEntry): string => comparableText(text)
  claims.claimByKey(entryText, ({ heading }) => comparableText(heading.text))
  if (claims.headings.some(({ title }) => title !== undefined))
    claims.claimByKey(entryText, ({ title }) => comparableText(title ?? ''))
}

function matchByAnchor(claims: TocClaims): void {
  for (const entry of claims.entries) claims.claim(entry, claims.targets.get(entry))
}

/** Texts that differ in punctuation or letter case only, then anchors in other letter case. */
function matchBySlug(claims: TocClaims): void {
  claims.claimByKey(
    ({ text }) => slug(text),
    ({ heading }) => heading.slug,
  )
  claims.claimByKey(
    ({ anchor }) => comparableAnchor(anchor).toLowerCase(),
    ({ anchor }) => anchor,
  )
}

/** Headings by a key, as stacks: projects and ideas are on top, in the order of the file. Those with an empty key are left out. */
function groupHeadingsByKey(
  headings: readonly TocHeading[],
  keyOf: (placed: TocHeading) => string,
): ReadonlyMap<string, TocHeading[]> {
  const groups = new Map<string, TocHeading[]>()
  const ranked = [...headings.filter(({ role }) => role !== null), ...headings.filter(({ role }) => role === null)]
  for (const placed of ranked.toReversed()) {
    const key = keyOf(placed)
    const group = groups.get(key)
    if (key === '') continue
    if (group) group.push(placed)
    else groups.set(key, [placed])
  }
  return groups
}

/** The headings that are not named by an item without a link or by a line of the section either; each of those names one heading. */
function withoutNamed(headings: readonly TocHeading[], toc: Toc, claimed: TocMatch['flawed']): readonly TocHeading[] {
  const names = new Map<string, number>()
  for (const text of [
    ...toc.items.map(({ text, flawed }) => (flawed && claimed.has(flawed) ? null : text)),
    ...toc.otherMentions.names,
  ])
    if (text !== null) names.set(comparableText(text), (names.get(comparableText(text)) ?? 0) + 1)
  if (headings.length === 0 || names.size === 0) return headings
  return headings.filter(({ heading }) => {
    const name = comparableText(heading.text)
    const left = names.get(name) ?? 0
    if (left > 0) names.set(name, left - 1)
    return left === 0
  })
}

/** Browsers go to the top of the page for `#` and `#top` (HTML, "Indicated part of the document"). */
const matchesPageTop = (anchor: string): boolean => anchor === '' || anchor.toLowerCase() === 'top'

/** The heading that an item is about. */
export const matchedTocHeading = ({ entry, flawed }: TocItem, match: TocMatch): TocHeading | null =>
  (entry ? match.headings.get(entry) : flawed ? match.flawed.get(flawed) : null) ?? null
