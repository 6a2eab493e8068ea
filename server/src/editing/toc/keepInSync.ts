import { isTocHeading } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { syncToc } from './syncToc.ts'

/** The entries of a table that was in step, by their anchors, each with what its heading names. Null for one that was not, and for no table. */
export type TocSnapshot = ReadonlyMap<string, TocHeading['role']> | null

/** What to hold on to of a list at a time when its author was content with it. */
export function snapshotToc(file: IdeaFile): TocSnapshot {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null || tocMatch.broken.size > 0 || syncToc(file).length > 0) return null
  return new Map(toc.entries.map((entry) => [entry.anchor, tocMatch.headings.get(entry)?.role ?? null]))
}

/**
 * The edits that bring a table of contents back in step, when it was so at `basis`: entries follow headings that have been renamed,
 * moved or added since, and those of projects and ideas that are gone go too. What else leads nowhere is left to its author.
 */
export function resyncToc(file: IdeaFile, basis: NonNullable<TocSnapshot>): readonly Edit[] {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null) return []
  const lost = toc.entries.filter(
    (entry) => tocMatch.broken.has(entry) && basis.get(entry.anchor) && !tocMatch.headings.has(entry),
  )
  const renamed = renamedEntries(file, tocMatch, lost, basis)
  return syncToc(
    { ...file, tocMatch: withRenamed(tocMatch, renamed) },
    { drop: new Set(lost.filter((entry) => !renamed.has(entry))) },
  )
}

/**
 * The edits of `syncToc`, where entries that lead nowhere follow the headings that stand in their place and that no entry lists: an author
 * who asks for a table in step has renamed those, and would find the old entries beside the new ones. Others that lead nowhere stay.
 */
export function syncAfterRenames(file: IdeaFile): readonly Edit[] {
  const { toc, tocMatch } = file
  // where new headings get no entries there is nothing to find beside the old ones
  if (toc === null || tocMatch === null || tocMatch.broken.size === 0 || !file.template.toc) return syncToc(file)
  const roles = rolesByDepth(toc.entries, tocMatch)
  const lost = toc.entries.filter(
    (entry) => tocMatch.broken.has(entry) && !tocMatch.headings.has(entry) && roles.get(entry.depth),
  )
  const basis = new Map(lost.map((entry) => [entry.anchor, roles.get(entry.depth)!]))
  return syncToc({ ...file, tocMatch: withRenamed(tocMatch, renamedEntries(file, tocMatch, lost, basis)) })
}

/** What the entries of each depth name; null where they name projects and ideas alike. */
function rolesByDepth(entries: readonly TocEntry[], { headings }: TocMatch): ReadonlyMap<number, TocHeading['role']> {
  const roles = new Map<number, TocHeading['role']>()
  for (const entry of entries) {
    const role = headings.get(entry)?.role
    if (role) roles.set(entry.depth, (roles.get(entry.depth) ?? role) === role ? role : null)
  }
  return roles
}

/** What a table lists, with renamed headings in their entries. */
function withRenamed(match: TocMatch, renamed: ReadonlyMap<TocEntry, TocHeading>): TocMatch {
  const taken = new Set(renamed.values())
  return {
    ...match,
    headings: new Map([...match.headings, ...renamed]),
    missing: match.missing.filter((placed) => !taken.has(placed)),
  }
}

/** Lost entries and the headings that stand in their place: between the same neighbours, as many of a role as are lost there. */
function renamedEntries(
  file: IdeaFile,
  match: TocMatch,
  lost: readonly TocEntry[],
  basis: NonNullable<TocSnapshot>,
): ReadonlyMap<TocEntry, TocHeading> {
  const found = new Map<TocEntry, TocHeading>()
  if (lost.length === 0 || match.missing.length === 0) return found
  const isLost = new Set(lost)
  const isMissing = new Set(match.missing)
  const holes = runsByNeighbour(
    file.toc!.entries,
    (entry) => isLost.has(entry),
    (entry) => match.headings.get(entry),
  )
  const fresh = runsByNeighbour(
    file.tocHeadings.filter(isTocHeading),
    (placed) => isMissing.has(placed),
    (placed) => placed,
  )
  for (const [neighbour, entries] of holes) {
    const headings = fresh.get(neighbour) ?? []
    for (const role of ['project', 'idea'] as const) {
      const gone = entries.filter((entry) => basis.get(entry.anchor) === role)
      const come = headings.filter((placed) => placed.role === role)
      if (gone.length === come.length) for (const [index, entry] of gone.entries()) found.set(entry, come[index]!)
    }
  }
  return found
}

/** The things that are wanted, by the heading of the last thing before them that is not; null where they come first. */
function runsByNeighbour<T>(
  things: readonly T[],
  isWanted: (thing: T) => boolean,
  headingOf: (thing: T) => TocHeading | undefined,
): ReadonlyMap<TocHeading | null, readonly T[]> {
  const found = new Map<TocHeading | null, T[]>()
  let last: TocHeading | null = null
  for (const thing of things) {
    if (isWanted(thing)) found.set(last, [...(found.get(last) ?? []), thing])
    else {
      const heading = headingOf(thing)
      if (heading?.role) last = heading
    }
  }
  return found
}
