import { isSameText } from '../../model/toc/compareText.ts'
import { placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, Toc, TocEntry, TocHeading, TocItem, TocMatch } from '../../model/types.ts'
import { trimUnchanged } from '../../text/composeEdits.ts'
import { applyEdits, type Edit, joinTouching } from '../../text/edits.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineStart } from '../../text/textLines.ts'
import { reindent } from './tocIndent.ts'
import { clampDepths, insertRow, newRow, renumberRows, separatorBefore, sortRows, type TocRow } from './tocRows.ts'
import { entryTarget, entryText } from './tocText.ts'

export interface SyncOptions {
  /** Whether (or which) unlisted projects and ideas get an entry; by default if the template requires a table. */
  readonly add?: boolean | ((placed: TocHeading) => boolean)
  /** Which entries' texts and anchors are updated; by default all. */
  readonly updates?: (entry: TocEntry) => boolean
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
  const ranks = ranksOf(toc, match)
  const isOrdered = !order || longestIncreasingRun(ranks).size === ranks.length
  const dropped = drop ? droppedItems(toc, drop) : noItems
  if ((missing.length === 0 && isOrdered && dropped.size === 0) || !canMoveEntries(file)) return updates
  const old = tableRows(file, toc, match, updates)
  const left = old.rows.filter(({ index }) => !dropped.has(index))
  const { rows, misplaced } = isOrdered ? { rows: left, misplaced: [] } : sortRows(left)
  const added = [...missing.map((placed) => ({ placed, row: null })), ...misplaced.map((row) => ({ placed: row.placed!, row }))]
  const all = added
    .sort((a, b) => a.placed.index - b.placed.index)
    .reduce((list, { placed, row }) => insertRow(list, newRow(file, list, old.rows, placed, row)), rows)
  return moveRowEdits(file, old, renumberRows(reindent(clampDepths(all, old.rows), old.rows), old.rows), updates)
}

const noItems: ReadonlySet<number> = new Set()

/** The indexes of these entries' items; none if no other item would be left. */
function droppedItems({ items }: Toc, drop: ReadonlySet<TocEntry>): ReadonlySet<number> {
  const found = new Set(items.flatMap(({ entry }, index) => (entry !== null && drop.has(entry) ? [index] : [])))
  return found.size < items.length ? found : noItems
}

/** The indexes of the headings that entries link to, in the order of the entries. */
export const ranksOf = (toc: Toc, { headings }: TocMatch): readonly number[] =>
  toc.entries.flatMap((entry) => {
    const placed = headings.get(entry)
    return placed !== undefined && placed.role !== null ? [placed.index] : []
  })

/** Edits that set texts and anchors of entries to those of their headings. Entries for other sections keep their text. */
function entryUpdates(file: IdeaFile, toc: Toc, match: TocMatch, isUpdated: (entry: TocEntry) => boolean): readonly Edit[] {
  return toc.entries.flatMap((entry) => {
    const placed = match.headings.get(entry)
    if (placed === undefined || !isUpdated(entry)) return []
    const isFine = placed.role === null || isSameText(entry.text, placed.heading.text)
    return [...(isFine ? [] : [updateText(file, toc, entry, placed)]), ...fixAnchor(toc, entry, placed, match)]
  })
}

const updateText = (file: IdeaFile, toc: Toc, entry: TocEntry, placed: TocHeading): Edit => ({
  span: shift(entry.textSpan, toc.at),
  newText: entryText(file, placedHeadingOf(file, placed)),
})

/** The edit that links an entry to its heading; none if it does, or links to an HTML anchor. */
export function fixAnchor(toc: Toc, entry: TocEntry, placed: TocHeading, { targets, broken }: TocMatch): readonly Edit[] {
  if (targets.get(entry) === placed || (targets.get(entry) === undefined && !broken.has(entry))) return []
  return [{ span: shift(entry.anchorSpan, toc.at), newText: entryTarget(placed).slice(1) }]
}

/** Whether each item starts a line. If two items share a line, no entry is added or moved. */
export const canMoveEntries = ({ text, toc }: Pick<IdeaFile, 'text' | 'toc'>): boolean =>
  (toc?.items ?? []).every(({ span, isItem }) => {
    const at = (toc?.at ?? 0) + span.start
    return !isItem || /^[ \t]*$/.test(text.slice(rowStart(text, at), at))
  })

/** Where the line of a row begins, after a byte-order mark. */
const rowStart = (text: string, offset: number): number => lineStart(text, offset) || (text.charCodeAt(0) === 0xfeff ? 1 : 0)

/** The span of an item's row in the file, without the separator after it. */
function rowSpan({ text }: IdeaFile, { at, items }: Toc, index: number): Span {
  const startOf = ({ span, isItem }: TocItem): number => (isItem ? rowStart(text, at + span.start) : at + span.start)
  const start = startOf(items[index]!)
  const next = items[index + 1]
  const end = next === undefined ? at + lastItemEnd(items) : startOf(next)
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

const lastItemEnd = (items: readonly TocItem[]): number => items.reduce((last, { span }) => Math.max(last, span.end), 0)

interface TableRows {
  readonly rows: readonly TocRow[]
  /** The span of each row in the file, without the separator after it. */
  readonly spans: readonly Span[]
}

/** The rows of the table in their order, with updated texts and anchors. */
function tableRows(file: IdeaFile, toc: Toc, match: TocMatch, updates: readonly Edit[]): TableRows {
  const { text } = file
  const spans = toc.items.map((_, index) => rowSpan(file, toc, index))
  const rows = toc.items.map(({ entry, depth }, index): TocRow => {
    const span = spans[index]!
    const placed = (entry && match.headings.get(entry)) ?? null
    const own = updates
      .filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end)
      .map((edit) => ({ ...edit, span: shift(edit.span, -span.start) }))
    return {
      placed: placed?.role === null ? null : placed,
      depth,
      index,
      text: applyEdits(text.slice(span.start, span.end), own),
      gap: index === 0 ? null : text.slice(spans[index - 1]!.end, span.start),
    }
  })
  return { rows, spans }
}

/**
 * The entries that can be removed along with everything nested below them, with the indexes of their items: none of that is about a
 * heading, or is not an entry.
 */
export function removableEntries({ items }: Toc, { headings }: TocMatch): ReadonlyMap<TocEntry, number> {
  const kept = new Set<number>()
  const open: number[] = []
  for (const [index, { entry, depth }] of items.entries()) {
    while (open.length > 0 && items[open.at(-1)!]!.depth >= depth) open.pop()
    open.push(index)
    if (entry !== null && !headings.has(entry)) continue
    for (let above = open.length - 1; above >= 0 && !kept.has(open[above]!); above--) kept.add(open[above]!)
  }
  return new Map(items.flatMap(({ entry }, index) => (entry !== null && !kept.has(index) ? [[entry, index]] : [])))
}

/** The edit that removes an item, by its index, and everything nested below it. */
export function removeItemEdit(file: IdeaFile, toc: Toc, index: number): Edit {
  const { items } = toc
  let to = index + 1
  while (to < items.length && items[to]!.depth > items[index]!.depth) to++
  const start = index === 0 ? rowSpan(file, toc, 0).start : rowSpan(file, toc, index - 1).end
  const end = index === 0 && to < items.length ? rowSpan(file, toc, to).start : rowSpan(file, toc, to - 1).end
  return { span: { start, end }, newText: '' }
}

/** The edits from the old rows to the new ones. Rows that keep their order stay, except for updates inside them. */
function moveRowEdits(
  file: IdeaFile,
  { rows: old, spans }: TableRows,
  rows: readonly TocRow[],
  updates: readonly Edit[],
): readonly Edit[] {
  const own = rows.filter(({ index }) => index >= 0)
  const run = longestIncreasingRun(own.map(({ index }) => index))
  const kept = rows.filter((row) => row.index >= 0 && run.has(own.indexOf(row)))
  const gapBefore = (row: TocRow): string => row.gap ?? separatorBefore(old, row.depth, file.text)
  const edits: Edit[] = []
  let [from, fromOld] = [0, 0]
  // replaces what is between two rows that stay, or at an end of the table
  const close = (to: number, toOld: number): void => {
    const span = { start: spans[fromOld - 1]?.end ?? spans[0]!.start, end: spans[toOld]?.start ?? spans.at(-1)!.end }
    const parts = rows.slice(from, to).flatMap((row, index) => (from + index === 0 ? [row.text] : [gapBefore(row), row.text]))
    const next = rows[to]
    const newText = [...parts, ...(next && to > 0 ? [gapBefore(next)] : [])].join('')
    const edit = trimUnchanged(file.text, { span, newText })
    if (edit) edits.push(edit)
  }
  for (const row of kept) {
    close(rows.indexOf(row), row.index)
    edits.push(...rowEdits(file, row, old[row.index]!, spans[row.index]!, updates))
    from = rows.indexOf(row) + 1
    fromOld = row.index + 1
  }
  close(rows.length, old.length)
  return joinTouching(edits)
}

/** The updates in a row that stays: separate edits, or one if the row's number changes too. */
function rowEdits(file: IdeaFile, row: TocRow, old: TocRow, span: Span, updates: readonly Edit[]): readonly Edit[] {
  if (row.text === old.text) return updates.filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end)
  const edit = trimUnchanged(file.text, { span, newText: row.text })
  return edit ? [edit] : []
}
