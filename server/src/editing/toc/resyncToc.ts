import { listedHeadings } from '../../model/toc/tocHeadings.ts'
import { wantsTocEntries } from '../../model/toc/wantedEntries.ts'
import type { IdeaFile, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { slug } from '../../text/slug.ts'
import { splitLines } from '../../text/textLines.ts'
import { editTocInRounds, type TocRound, withEditedToc } from './editedToc.ts'
import { syncToc, syncTocInRounds } from './syncToc.ts'

/** A table of contents as it was. */
export interface TocSnapshot {
  /** The heading of each entry, by the entry's anchor; null if there was none. */
  readonly listed: ReadonlyMap<string, TocHeading | null>
  /** The headings that the table should list, in the order of the file. */
  readonly headings: readonly TocHeading[]
  readonly isUpToDate: boolean
}

/** Remembers the table of a file that was just opened or saved; null if it has none. */
export function snapshotToc(file: IdeaFile): TocSnapshot | null {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null) return null
  return {
    listed: new Map(toc.entries.map((entry) => [entry.anchor, tocMatch.headings.get(entry) ?? null])),
    headings: listedHeadings(file),
    isUpToDate: tocMatch.broken.size === 0 && syncToc(file).length === 0,
  }
}

/**
 * Updates a table that was up to date at `basis`: entries follow headings that were renamed, moved or added since, and entries of
 * deleted projects and ideas are removed. Other broken entries stay. No edits while headings are hidden by an open fence or comment.
 */
export function resyncToc(file: IdeaFile, basis: TocSnapshot): readonly Edit[] {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null) return []
  if (hidesHeadings(file, basis)) return []
  const lost = lostEntries(file, basis).filter((entry) => tocMatch.broken.has(entry))
  const renamed = entriesRenamedAtResync(file, tocMatch, lost, (entry) => roleAt(basis, entry))
  return syncToc(
    { ...file, tocMatch: withRenamed(tocMatch, renamed) },
    { drop: new Set(lost.filter((entry) => !renamed.has(entry))) },
  )
}

/**
 * Like {@link syncToc}, but first retargets broken entries to the unlisted headings at the same position (the author renamed those):
 * first those that had a heading at `basis`, if that is known. Other broken entries stay.
 */
export const resyncAfterRenames = (file: IdeaFile, basis: TocSnapshot | null = null): readonly Edit[] =>
  editTocInRounds(file, (now) => {
    const { edits, after } = resyncRenamedOnce(now, basis)
    // only then the next round can find that an entry was renamed
    const hasBroken = now.toc !== null && now.tocMatch !== null && now.tocMatch.broken.size > 0
    return { edits, after: after ?? (edits.length > 0 && hasBroken ? withEditedToc(now, now.toc, edits) : null) }
  }).edits

function resyncRenamedOnce(file: IdeaFile, basis: TocSnapshot | null): TocRound {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null || tocMatch.broken.size === 0) return syncTocInRounds(file)
  const known = basis === null ? tocMatch : withRenamed(tocMatch, entriesRenamedSince(file, tocMatch, basis))
  // where no entries are added, none could duplicate a broken one
  if (!wantsTocEntries(file)) return syncTocInRounds({ ...file, tocMatch: known })
  const roles = keptRolesByDepth(toc.entries, known)
  const broken = toc.entries.filter((entry) => known.broken.has(entry) && !known.headings.has(entry) && roles.get(entry.depth))
  const lost = visibleEntries(file, broken)
  const renamed = entriesRenamedAtResync(file, known, lost, ({ depth }) => roles.get(depth) ?? null)
  return syncTocInRounds({ ...file, tocMatch: withRenamed(known, renamed) })
}

/** Entries whose headings at `basis` are gone, with the headings that are at their place in the file now. */
function entriesRenamedSince(file: IdeaFile, match: TocMatch, basis: TocSnapshot): ReadonlyMap<TocEntry, TocHeading> {
  const lost = visibleEntries(
    file,
    lostEntries(file, basis).filter((entry) => match.broken.has(entry)),
  )
  const entries = new Map(lost.map((entry) => [basis.listed.get(entry.anchor), entry]))
  const now = listedHeadings(file)
  const [before, after] = [basis.headings, now].map((all) => new Set(all.map(({ anchor }) => anchor)))
  const gone = keptRunsByNeighbor(
    basis.headings,
    ({ anchor }) => !after!.has(anchor),
    ({ anchor }) => anchor,
  )
  const added = keptRunsByNeighbor(
    now,
    ({ anchor }) => !before!.has(anchor),
    ({ anchor }) => anchor,
  )
  const renamed = pairedByNeighbor(gone, added, ({ role }) => role)
  const isMissing = new Set(match.missing)
  return new Map(
    [...renamed].flatMap(([heading, placed]): readonly [TocEntry, TocHeading][] => {
      const entry = entries.get(heading)
      return entry && isMissing.has(placed) ? [[entry, placed]] : []
    }),
  )
}

/** Without those whose headings are hidden. */
const visibleEntries = (file: IdeaFile, entries: readonly TocEntry[]): readonly TocEntry[] => {
  const hidden = entriesHiddenAtResync(file, entries)
  return entries.filter((entry) => !hidden.has(entry))
}

/** What an entry was about. */
const roleAt = ({ listed }: TocSnapshot, { anchor }: TocEntry): TocHeading['role'] => listed.get(anchor)?.role ?? null

/** Entries of projects and ideas at `basis` whose headings are gone. */
const lostEntries = ({ toc, tocMatch }: IdeaFile, basis: TocSnapshot): readonly TocEntry[] =>
  (toc?.entries ?? []).filter((entry) => roleAt(basis, entry) && !tocMatch!.headings.has(entry))

/** Whether the table that there was at `basis`, or headings in it, are hidden: an open fence or comment is above them. */
export const hidesHeadings = (file: IdeaFile, basis: TocSnapshot): boolean =>
  file.tocMatch === null || entriesHiddenAtResync(file, lostEntries(file, basis)).size > 0

/** `## Title`, also in a quote, an item or code, and the underlined form. */
const headingLine = /^[ \t>*+-]*#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/
const underline = /^[ \t]{0,3}(?:=+|-+)[ \t]*$/

/** The entries without a heading whose text or anchor is that of a line that looks like one, but is none for Markdown. */
function entriesHiddenAtResync({ text, headings }: IdeaFile, lost: readonly TocEntry[]): ReadonlySet<TocEntry> {
  if (lost.length === 0) return new Set()
  const hidden = new Map<string, number>()
  const count = (key: string, by: number): void => void hidden.set(key, (hidden.get(key) ?? 0) + by)
  const lines = splitLines(text)
  lines.forEach((line, index) => {
    const title = headingLine.exec(line)?.[1] ?? (underline.test(lines[index + 1] ?? '') ? line.trim() : null)
    if (title !== null) count(slug(title), 1)
  })
  for (const { heading, at } of headings) {
    const source = text.slice(at + heading.textSpan.start, at + heading.textSpan.end)
    count(slug(source), -1)
  }
  const isHidden = (key: string): boolean => (hidden.get(key) ?? 0) > 0
  return new Set(lost.filter(({ text, anchor }) => [slug(text), anchor, anchor.replace(/-\d{1,4}$/, '')].some(isHidden)))
}

/** The role of the headings that entries of each depth link to; null if a depth has both roles. */
function keptRolesByDepth(entries: readonly TocEntry[], { headings }: TocMatch): ReadonlyMap<number, TocHeading['role']> {
  const roles = new Map<number, TocHeading['role']>()
  for (const entry of entries) {
    const role = headings.get(entry)?.role
    if (role) roles.set(entry.depth, (roles.get(entry.depth) ?? role) === role ? role : null)
  }
  return roles
}

/** The match of a table after assigning renamed headings to their entries. */
function withRenamed(match: TocMatch, renamed: ReadonlyMap<TocEntry, TocHeading>): TocMatch {
  const taken = new Set(renamed.values())
  return {
    ...match,
    headings: new Map([...match.headings, ...renamed]),
    missing: match.missing.filter((placed) => !taken.has(placed)),
  }
}

/** Lost entries with the headings at their position: between the same neighbors, if the numbers per role are equal. */
function entriesRenamedAtResync(
  file: IdeaFile,
  match: TocMatch,
  lost: readonly TocEntry[],
  roleOf: (entry: TocEntry) => TocHeading['role'],
): ReadonlyMap<TocEntry, TocHeading> {
  if (lost.length === 0 || match.missing.length === 0) return new Map()
  const isLost = new Set(lost)
  const isMissing = new Set(match.missing)
  const lostRuns = keptRunsByNeighbor(
    file.toc!.entries,
    (entry) => isLost.has(entry),
    (entry) => {
      const heading = match.headings.get(entry)
      return heading?.role ? heading : null
    },
  )
  const newRuns = keptRunsByNeighbor(
    listedHeadings(file),
    (placed) => isMissing.has(placed),
    (placed) => placed,
  )
  return pairedByNeighbor(lostRuns, newRuns, roleOf)
}

/** The old items and the new ones between the same neighbors, if the numbers per role are equal. */
function pairedByNeighbor<Old, Neighbor>(
  oldRuns: ReadonlyMap<Neighbor, readonly Old[]>,
  newRuns: ReadonlyMap<Neighbor, readonly TocHeading[]>,
  roleOf: (item: Old) => TocHeading['role'],
): ReadonlyMap<Old, TocHeading> {
  const found = new Map<Old, TocHeading>()
  for (const [neighbor, items] of oldRuns) {
    const headings = newRuns.get(neighbor) ?? []
    for (const role of ['project', 'idea'] as const) {
      const itemsOfRole = items.filter((item) => roleOf(item) === role)
      const headingsOfRole = headings.filter((placed) => placed.role === role)
      if (itemsOfRole.length === headingsOfRole.length)
        for (const [index, item] of itemsOfRole.entries()) found.set(item, headingsOfRole[index]!)
    }
  }
  return found
}

/** The selected items in runs, each by the last other item before it that has a key; null for a run at the start. */
function keptRunsByNeighbor<T, Key>(
  items: readonly T[],
  isSelected: (item: T) => boolean,
  keyOf: (item: T) => Key | null,
): ReadonlyMap<Key | null, readonly T[]> {
  const found = new Map<Key | null, T[]>()
  let last: Key | null = null
  for (const item of items) {
    if (isSelected(item)) found.set(last, [...(found.get(last) ?? []), item])
    else last = keyOf(item) ?? last
  }
  return found
}
