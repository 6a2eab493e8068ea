import { isTocHeading } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { slug } from '../../text/slug.ts'
import { splitLines } from '../../text/textLines.ts'
import { editTocInRounds, type TocRound, withEditedToc } from './editedToc.ts'
import { syncToc, syncTocInRounds } from './syncToc.ts'

/** The entries of a table that is up to date: the role of each heading by its anchor. Null for any other table, and for none. */
export type TocSnapshot = ReadonlyMap<string, TocHeading['role']> | null

/** Remembers the table of a file that was just opened or saved. */
export function snapshotToc(file: IdeaFile): TocSnapshot {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null || tocMatch.broken.size > 0 || syncToc(file).length > 0) return null
  return new Map(toc.entries.map((entry) => [entry.anchor, tocMatch.headings.get(entry)?.role ?? null]))
}

/**
 * Updates a table that was up to date at `basis`: entries follow headings that were renamed, moved or added since, and entries of
 * deleted projects and ideas are removed. Other broken entries stay. No edits while headings are hidden by an open fence or comment.
 */
export function resyncToc(file: IdeaFile, basis: NonNullable<TocSnapshot>): readonly Edit[] {
  const { toc, tocMatch } = file
  if (toc === null || tocMatch === null) return []
  if (hidesHeadings(file, basis)) return []
  const lost = lostEntries(file, basis).filter((entry) => tocMatch.broken.has(entry))
  const renamed = entriesRenamedAtResync(file, tocMatch, lost, basis)
  return syncToc(
    { ...file, tocMatch: withRenamed(tocMatch, renamed) },
    { drop: new Set(lost.filter((entry) => !renamed.has(entry))) },
  )
}

/**
 * Like {@link syncToc}, but first retargets broken entries to the unlisted headings at the same position (the author renamed those).
 * Other broken entries stay.
 */
export const resyncAfterRenames = (file: IdeaFile): readonly Edit[] =>
  editTocInRounds(file, (now) => {
    const { edits, after } = resyncRenamedOnce(now)
    // only then the next round can find that an entry was renamed
    const hasBroken = now.toc !== null && now.tocMatch !== null && now.tocMatch.broken.size > 0
    return { edits, after: after ?? (edits.length > 0 && hasBroken ? withEditedToc(now, now.toc, edits) : null) }
  }).edits

function resyncRenamedOnce(file: IdeaFile): TocRound {
  const { toc, tocMatch } = file
  // without a required table no entries are added, so none could duplicate a broken one
  if (toc === null || tocMatch === null || tocMatch.broken.size === 0 || !file.template.toc) return syncTocInRounds(file)
  const roles = keptRolesByDepth(toc.entries, tocMatch)
  const broken = toc.entries.filter(
    (entry) => tocMatch.broken.has(entry) && !tocMatch.headings.has(entry) && roles.get(entry.depth),
  )
  const hidden = entriesHiddenAtResync(file, broken)
  const lost = broken.filter((entry) => !hidden.has(entry))
  const basis = new Map(lost.map((entry) => [entry.anchor, roles.get(entry.depth)!]))
  return syncTocInRounds({ ...file, tocMatch: withRenamed(tocMatch, entriesRenamedAtResync(file, tocMatch, lost, basis)) })
}

/** Entries of projects and ideas at `basis` whose headings are gone. */
const lostEntries = ({ toc, tocMatch }: IdeaFile, basis: NonNullable<TocSnapshot>): readonly TocEntry[] =>
  (toc?.entries ?? []).filter((entry) => basis.get(entry.anchor) && !tocMatch!.headings.has(entry))

/** Whether the table that was up to date at `basis`, or headings in it, are hidden: an open fence or comment is above them. */
export const hidesHeadings = (file: IdeaFile, basis: NonNullable<TocSnapshot>): boolean =>
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
  basis: NonNullable<TocSnapshot>,
): ReadonlyMap<TocEntry, TocHeading> {
  const found = new Map<TocEntry, TocHeading>()
  if (lost.length === 0 || match.missing.length === 0) return found
  const isLost = new Set(lost)
  const isMissing = new Set(match.missing)
  const lostRuns = keptRunsByNeighbor(
    file.toc!.entries,
    (entry) => isLost.has(entry),
    (entry) => match.headings.get(entry),
  )
  const newRuns = keptRunsByNeighbor(
    file.tocHeadings.filter(isTocHeading),
    (placed) => isMissing.has(placed),
    (placed) => placed,
  )
  for (const [neighbor, entries] of lostRuns) {
    const headings = newRuns.get(neighbor) ?? []
    for (const role of ['project', 'idea'] as const) {
      const entriesOfRole = entries.filter((entry) => basis.get(entry.anchor) === role)
      const headingsOfRole = headings.filter((placed) => placed.role === role)
      if (entriesOfRole.length === headingsOfRole.length)
        for (const [index, entry] of entriesOfRole.entries()) found.set(entry, headingsOfRole[index]!)
    }
  }
  return found
}

/** The selected items in runs, each by the heading of the last other item before it; null for a run at the start. */
function keptRunsByNeighbor<T>(
  items: readonly T[],
  isSelected: (item: T) => boolean,
  headingOf: (item: T) => TocHeading | undefined,
): ReadonlyMap<TocHeading | null, readonly T[]> {
  const found = new Map<TocHeading | null, T[]>()
  let last: TocHeading | null = null
  for (const item of items) {
    if (isSelected(item)) found.set(last, [...(found.get(last) ?? []), item])
    else {
      const heading = headingOf(item)
      if (heading?.role) last = heading
    }
  }
  return found
}
