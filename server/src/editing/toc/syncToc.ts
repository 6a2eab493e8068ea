import { readSections } from '../../model/blocks/sectionFacts.ts'
import { readToc } from '../../model/toc/readToc.ts'
import type { FlawedTocEntry, IdeaFile, Toc, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import { cutSections } from '../../syntax/sections.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { shift } from '../../text/span.ts'
import { eolOf } from '../../text/textLines.ts'
import { entryUpdates, itemHeading } from './entryUpdates.ts'
import { canMoveTableRows, moveRowEdits, tableRows } from './tableRows.ts'
import { reindentRows } from './tocIndent.ts'
import { clampTocRows, insertRows, renumberRows, sortRows, type TocRow } from './tocRows.ts'
import { entryTarget } from './tocText.ts'

export interface SyncOptions {
  /** Whether (or which) unlisted projects and ideas get an entry; by default if the template requires a table. */
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
export function syncToc(file: IdeaFile, options: SyncOptions = {}): readonly Edit[] {
  const { toc, tocMatch: match } = file
  if (toc === null || match === null) return []
  const { add = file.template.toc, updates: isUpdated = () => true, order = true, drop } = options
  const updates = entryUpdates(file, toc, match, isUpdated)
  const missing = match.missing.filter((placed) => (typeof add === 'boolean' ? add : add(placed)))
  const ranks = syncedRanks(toc, match)
  const isOrdered = !order || longestIncreasingRun(ranks).size === ranks.length
  const dropped = drop ? itemsDroppedBySync(toc, drop) : noItems
  if ((missing.length === 0 && isOrdered && dropped.size === 0) || !canMoveTableRows(file)) return updates
  const old = tableRows(file, toc, match, updates)
  const left = old.rows.filter(({ index }) => !dropped.has(index))
  const { rows, misplaced } = isOrdered ? { rows: left, misplaced: [] } : sortRows(left)
  const added = [
    ...missing.map((placed) => ({ placed, row: null })),
    ...misplaced.map((row) => ({ placed: row.placed!, row })),
  ].sort((a, b) => a.placed.index - b.placed.index)
  const withAdded = (gap?: string): readonly TocRow[] => {
    const all = insertRows(file, rows, old.rows, added, gap)
    return renumberRows(reindentRows(clampTocRows(all, old.rows), old.rows), old.rows)
  }
  // right below HTML a row would be part of it: then it needs a blank line before it
  for (const gap of [undefined, eolOf(file.text).repeat(2)]) {
    const all = withAdded(gap)
    const edits = moveRowEdits(file, old, all)
    if (added.length === 0 || readsAsTable(file, toc, edits, all)) return edits
  }
  return updates
}

/** Whether Markdown reads the new rows of an edited table as entries. */
function readsAsTable(file: IdeaFile, toc: Toc, edits: readonly Edit[], rows: readonly TocRow[]): boolean {
  const section = file.sections.find(({ at }) => at === toc.at)
  if (section === undefined) return false
  const text = file.text.slice(toc.at, toc.at + section.section.length)
  const edited = applyEdits(
    text,
    edits.map((edit) => ({ ...edit, span: shift(edit.span, -toc.at) })),
  )
  const [first, ...others] = readSections(cutSections(edited), new Map())
  const items = first && others.length === 0 ? (readToc(first)?.toc.items ?? []) : []
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
    const placed = itemHeading(item, match)
    return placed !== null && placed.role !== null ? [placed.index] : []
  })
