import { matchedTocHeading } from '../../model/toc/matchToc.ts'
import { isTocEntryWanted, wantsTocEntries } from '../../model/toc/wantedEntries.ts'
import type { FlawedTocEntry, IdeaFile, Toc, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { eolOf } from '../../text/textLines.ts'
import { editTocInRounds, type TocRound, withEditedToc } from './editedToc.ts'
import { entryUpdates } from './entryUpdates.ts'
import { canMoveRows, movableRows, moveRowEdits } from './moveRows.ts'
import { reindentTocRows } from './tocIndent.ts'
import { clampTocRows, insertTocRows, renumberTocRows, sortRows, type TocRow } from './tocRows.ts'
import { entryTarget } from './tocText.ts'

export interface SyncOptions {
  /** Whether (or which) unlisted projects and ideas get an entry; by default those that should have one. */
  readonly add?: boolean | ((placed: TocHeading) => boolean)
  /** Which entries' texts and anchors are updated; by default all. */
  readonly updates?: (entry: TocEntry | FlawedTocEntry) => boolean
  /** Whether entries are sorted into the order of the headings; by default they are. */
  readonly order?: boolean
  /** Entries to remove; their children move below another entry. */
  readonly drop?: ReadonlySet<TocEntry>
}

/**
 * Updates the table of contents with as few edits as possible: texts and anchors are fixed, entries sorted into the order of the
 * headings, missing ones added. Bullets, indentation, markers and all other lines stay as they are. No edits if the table is up to
 * date. Spans count from the start of the file.
 */
export const syncToc = (file: IdeaFile, options: SyncOptions = {}): readonly Edit[] => syncTocInRounds(file, options).edits

/** The same as {@link syncToc}, with the file after the edits if rows were added or moved. */
export function syncTocInRounds(file: IdeaFile, options: SyncOptions = {}): TocRound {
  const { add = wantsTocEntries(file) && isTocEntryWanted(file) } = options
  const missing = new Set(file.tocMatch?.missing.filter((placed) => (typeof add === 'boolean' ? add : add(placed))))
  return editTocInRounds(file, (now) => syncTocOnce(now, missing, options))
}

/** `wanted` are the headings that get an entry if they have none. */
function syncTocOnce(file: IdeaFile, wanted: ReadonlySet<TocHeading>, options: SyncOptions): TocRound {
  const { toc, tocMatch: match } = file
  if (toc === null || match === null) return { edits: [], after: null }
  const { updates: isUpdated = () => true, order = true, drop } = options
  const updates = entryUpdates(file, toc, match, isUpdated)
  const missing = match.missing.filter((placed) => wanted.has(placed))
  const ranks = syncedRanks(toc, match)
  const isOrdered = !order || longestIncreasingRun(ranks).size === ranks.length
  const dropped = drop ? itemsDroppedBySync(toc, drop) : noItems
  if ((missing.length === 0 && isOrdered && dropped.size === 0) || !canMoveRows(file)) return { edits: updates, after: null }
  const old = movableRows(file, toc, match, updates)
  const left = old.rows.filter(({ index }) => !dropped.has(index))
  const { rows, misplaced } = isOrdered ? { rows: left, misplaced: [] } : sortRows(left)
  const added = [
    ...missing.map((placed) => ({ placed, row: null })),
    ...misplaced.map((row) => ({ placed: row.placed!, row })),
  ].sort((a, b) => a.placed.index - b.placed.index)
  const withAdded = (gap?: string): readonly TocRow[] => {
    const all = insertTocRows(file, rows, old.rows, added, gap)
    return renumberTocRows(reindentTocRows(clampTocRows(all, old.rows), old.rows), old.rows)
  }
  // right below HTML a row would be part of it: then it needs a blank line before it
  for (const gap of [undefined, eolOf(file.text).repeat(2)]) {
    const all = withAdded(gap)
    const edits = moveRowEdits(file, old, all)
    const after = withEditedToc(file, toc, edits)
    if (added.length === 0 || (after?.toc && readsSyncedRows(after.toc, all))) return { edits, after }
  }
  return { edits: updates, after: null }
}

/** Whether Markdown reads the new rows of an edited table as entries. */
function readsSyncedRows({ items }: Toc, rows: readonly TocRow[]): boolean {
  return (
    items.length === rows.length &&
    rows.every(
      ({ placed, index }, at) => index >= 0 || placed === null || items[at]!.entry?.anchor === entryTarget(placed).slice(1),
    )
  )
}

const noItems: ReadonlySet<number> = new Set()

/** The indexes of these entries' items; none if no other item would be left. */
function itemsDroppedBySync({ items }: Toc, drop: ReadonlySet<TocEntry>): ReadonlySet<number> {
  const found = new Set(items.flatMap(({ entry }, index) => (entry !== null && drop.has(entry) ? [index] : [])))
  return found.size < items.length ? found : noItems
}

/** The indexes of the headings that entries link to, in the order of the entries. */
const syncedRanks = (toc: Toc, match: TocMatch): readonly number[] =>
  toc.items.flatMap((item) => {
    const placed = matchedTocHeading(item, match)
    return placed !== null && placed.role !== null ? [placed.index] : []
  })
