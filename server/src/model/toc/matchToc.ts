import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { slug } from '../../text/slug.ts'
import { type Span, shift } from '../../text/span.ts'
import type { IdeaFile, PlacedHeading, Project, Toc, TocEntry, TocHeading, TocMatch } from '../types.ts'

/** What a table is held against. */
export interface TocTargets {
  /** All of the file's headings in their order. */
  readonly headings: readonly TocHeading[]
  /** Anchors beside those of headings (`anchorsIn`). */
  readonly anchors: readonly string[]
}

/** The headings that a table should list: those of projects and ideas, as far as one can link to them; in the order of the file. */
export const listedHeadings = (file: IdeaFile): readonly TocHeading[] => file.tocHeadings.filter(isListed)

export const isListed = ({ role, heading, anchor }: TocHeading): boolean => role !== null && heading.text !== '' && anchor !== ''

/** A heading with its place in the file. */
export const placeOf = ({ headings }: IdeaFile, { index }: TocHeading): PlacedHeading => headings[index]!

/** Where a heading's text stands in the file. */
export const textSpanOf = (file: IdeaFile, { heading, index }: TocHeading): Span =>
  shift(heading.textSpan, file.headings[index]!.at)

/** The headings of a file; `previous` where nothing about them has changed but their places. */
export function tocHeadings(
  headings: readonly PlacedHeading[],
  projects: readonly Project[],
  previous: readonly TocHeading[],
): readonly TocHeading[] {
  const roles = new Map<number, TocHeading['role']>()
  for (const { heading, ideas } of projects) {
    if (heading !== null) roles.set(heading.at, 'project')
    for (const { idea, at } of ideas) if (idea.heading !== null) roles.set(at, 'idea')
  }
  const roleOf = (at: number): TocHeading['role'] => roles.get(at) ?? null
  const isSame = ({ heading, at, anchor }: PlacedHeading, index: number): boolean => {
    const known = previous[index]!
    return known.heading === heading && known.anchor === anchor && known.role === roleOf(at)
  }
  if (headings.length === previous.length && headings.every(isSame)) return previous
  return headings.map(({ heading, at, anchor }, index) => ({ heading, anchor, role: roleOf(at), index }))
}

/**
 * Finds the heading that each entry is about. An entry that fits by text and anchor comes first, then one that names a heading
 * by its text (most broken links come from a renamed heading or a repeated title), then one that leads to it by its anchor.
 */
export function matchToc(toc: Toc, { headings: all, anchors }: TocTargets): TocMatch {
  const byAnchor = new Map<string, TocHeading>()
  for (const placed of all) byAnchor.set(placed.anchor, placed)
  const found = new Map<TocEntry, TocHeading>()
  const taken = new Set<TocHeading>()
  const claim = (entry: TocEntry, placed: TocHeading | undefined): void => {
    if (placed === undefined || taken.has(placed) || found.has(entry)) return
    found.set(entry, placed)
    taken.add(placed)
  }
  const targets = new Map<TocEntry, TocHeading>()
  for (const entry of toc.entries) {
    const placed = byAnchor.get(entry.anchor) ?? byAnchor.get(targetName(entry.anchor))
    if (placed && entry.anchor !== '') targets.set(entry, placed)
  }
  const target = (entry: TocEntry): TocHeading | undefined => targets.get(entry)
  for (const [entry, placed] of inOrderFirst(toc, targets)) claim(entry, placed)
  if (found.size < toc.entries.length) {
    const free = all.filter((placed) => !taken.has(placed) && placed.heading.text !== '')
    // an entry whose link leads nowhere, or to what another one lists, has its text alone to go by
    const hasOther = (entry: TocEntry): boolean => targets.has(entry) && !taken.has(targets.get(entry)!)
    const leastChoiceFirst = [...toc.entries.filter((entry) => !hasOther(entry)), ...toc.entries.filter(hasOther)]
    // a link that works is only held to be wrong where its text names a project or an idea
    const claimBy = (entryKey: (entry: TocEntry) => string, headingKey: (placed: TocHeading) => string): void => {
      const waiting = byKey(free, headingKey)
      for (const entry of leastChoiceFirst) {
        if (found.has(entry)) continue
        const live = target(entry) !== undefined
        claim(
          entry,
          waiting.get(entryKey(entry))?.find((placed) => !taken.has(placed) && (!live || placed.role !== null)),
        )
      }
    }
    claimBy(
      ({ text }) => plain(text),
      ({ heading }) => plain(heading.text),
    )
    for (const entry of toc.entries) claim(entry, target(entry))
    if (found.size < toc.entries.length && taken.size < all.length) {
      claimBy(
        ({ text }) => slug(text),
        ({ heading }) => heading.slug,
      )
      claimBy(
        ({ anchor }) => targetName(anchor).toLowerCase(),
        ({ anchor }) => anchor,
      )
    }
  }
  const lost = toc.entries.filter((entry) => target(entry) === undefined)
  const others = new Set(lost.length > 0 ? anchors : [])
  const beside = new Set(toc.beside.anchors.map(targetName))
  const missing = all.filter((placed) => isListed(placed) && !taken.has(placed) && !beside.has(placed.anchor))
  return {
    headings: found,
    targets,
    broken: new Set(lost.filter(({ anchor }) => !isTop(anchor) && !others.has(targetName(anchor)))),
    missing: withoutNamed(missing, toc),
  }
}

/**
 * The entries that fit by text and anchor, each with its heading; those that stand in the order of the headings come first. Of two
 * equal entries the one in its place is thus the heading's, and the other one is left alone: else the sync would take the one out
 * of its place, leave the other, and find them the other way round when it reads the table again.
 */
function inOrderFirst({ entries }: Toc, targets: TocMatch['targets']): readonly (readonly [TocEntry, TocHeading])[] {
  const fitting = entries.flatMap((entry) => {
    const placed = targets.get(entry)
    return placed !== undefined && isSameText(placed.heading.text, entry.text) ? [[entry, placed] as const] : []
  })
  // a table in which no heading stands twice needs no choice
  if (new Set(fitting.map(([, placed]) => placed)).size === fitting.length) return fitting
  const listed = fitting.filter(([, { role }]) => role !== null)
  const run = longestIncreasingRun(listed.map(([, { index }]) => index))
  return [...listed.filter((_, index) => run.has(index)), ...fitting]
}

/** The headings that no item without a link names either, nor a line beside: each names one. */
function withoutNamed(headings: readonly TocHeading[], toc: Toc): readonly TocHeading[] {
  const names = new Map<string, number>()
  for (const text of [...toc.items.map(({ text }) => text), ...toc.beside.names])
    if (text !== null) names.set(plain(text), (names.get(plain(text)) ?? 0) + 1)
  if (headings.length === 0 || names.size === 0) return headings
  return headings.filter(({ heading }) => {
    const name = plain(heading.text)
    const left = names.get(name) ?? 0
    if (left > 0) names.set(name, left - 1)
    return left === 0
  })
}

/** How many of a table's items lead to a project or an idea, or name one. */
export function linkedAnchors({ items }: Toc, headings: readonly TocHeading[]): number {
  const listed = headings.filter(isListed)
  const anchors = new Set(listed.map(({ anchor }) => anchor))
  const names = new Set(listed.map(({ heading }) => plain(heading.text)))
  return items.filter(({ entry, text }) =>
    entry ? anchors.has(targetName(entry.anchor)) || names.has(plain(entry.text)) : text !== null && names.has(plain(text)),
  ).length
}

/** Browsers go to the top of the page (HTML, "Indicated part of the document"). */
const isTop = (anchor: string): boolean => anchor === '' || anchor.toLowerCase() === 'top'

/** Headings by a key, those of projects and ideas before others. */
function byKey(
  headings: readonly TocHeading[],
  keyOf: (placed: TocHeading) => string,
): ReadonlyMap<string, readonly TocHeading[]> {
  const found = new Map<string, TocHeading[]>()
  for (const placed of [...headings.filter(({ role }) => role !== null), ...headings.filter(({ role }) => role === null)]) {
    const key = keyOf(placed)
    const same = found.get(key)
    if (key === '') continue
    if (same) same.push(placed)
    else found.set(key, [placed])
  }
  return found
}

/** Letters as a reader compares them: which quotation marks an editor has made of `"` and `'` is nothing that anybody sees. */
const plain = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[‘’ʼ]/g, "'").replace(/[“”]/g, '"')

/** Whether two texts read the same. */
export const isSameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b)

/** What an anchor is the name of: without escapes, one that is broken aside, and without the prefix that GitHub puts before ids. */
export const targetName = (anchor: string): string => decoded(anchor).replace(/^user-content-/, '')

function decoded(anchor: string): string {
  if (!anchor.includes('%')) return anchor
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}
