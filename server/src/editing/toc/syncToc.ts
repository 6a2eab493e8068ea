import { isSameText } from '../../model/toc/compareText.ts'
import { placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, Toc, TocEntry, TocHeading, TocMatch } from '../../model/types.ts'
import { trimUnchanged } from '../../text/composeEdits.ts'
import { applyEdits, type Edit, joinTouching } from '../../text/edits.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineStart } from '../../text/textLines.ts'
import { reindent } from './tocIndent.ts'
import { clampDepths, insertRow, newRow, renumberRows, separatorBefore, sortRows, type TocRow } from './tocRows.ts'
import { entryTarget, entryText } from './tocText.ts'

export interface SyncOptions {
  /** Whether projects and ideas that no entry lists get one, or which of them; as the list's template asks for a table, where it is not said. */
  readonly add?: boolean | ((placed: TocHeading) => boolean)
  /** Which entries' texts and anchors are mended; all, where it is not said. */
  readonly updates?: (entry: TocEntry) => boolean
  /** Whether entries are put into the order of the headings; they are, where it is not said. */
  readonly order?: boolean
  /** Entries that go; what stands below them is put under others. */
  readonly drop?: ReadonlySet<TocEntry>
}

/**
 * Makes the table of contents list what the file holds, with the fewest edits: texts and anchors are mended, entries put into
 * the order of the headings, absent ones added. Bullets, indentation, marks and the table's place stay as they are, and so does
 * every line about anything else. No edit at all where everything is in order; spans count from the file's start.
 */
export function syncToc(file: IdeaFile, options: SyncOptions = {}): readonly Edit[] {
  const { toc, tocMatch: match } = file
  if (toc === null || match === null) return []
  const { add = file.template.toc, updates: isMended = () => true, order = true, drop } = options
  const mends = entryUpdates(file, toc, match, isMended)
  const missing = match.missing.filter((placed) => (typeof add === 'boolean' ? add : add(placed)))
  const ranks = ranksOf(toc, match)
  const isOrdered = !order || longestIncreasingRun(ranks).size === ranks.length
  const dropped = drop ? droppedItems(toc, drop) : noItems
  if ((missing.length === 0 && isOrdered && dropped.size === 0) || !canMoveEntries(file)) return mends
  const old = tableRows(file, toc, match, mends)
  const left = old.rows.filter(({ index }) => !dropped.has(index))
  const { rows, loose } = isOrdered ? { rows: left, loose: [] } : sortRows(left)
  const added = [...missing.map((placed) => ({ placed, row: null })), ...loose.map((row) => ({ placed: row.placed!, row }))]
  const all = added
    .sort((a, b) => a.placed.index - b.placed.index)
    .reduce((list, { placed, row }) => insertRow(list, newRow(file, list, old.rows, placed, row)), rows)
  return moveRowEdits(file, old, renumberRows(reindent(clampDepths(all, old.rows), old.rows), old.rows), mends)
}

const noItems: ReadonlySet<number> = new Set()

/** The numbers of these entries' items; none at all where no item would be left. */
function droppedItems({ items }: Toc, drop: ReadonlySet<TocEntry>): ReadonlySet<number> {
  const found = new Set(items.flatMap(({ entry }, index) => (entry !== null && drop.has(entry) ? [index] : [])))
  return found.size < items.length ? found : noItems
}

/** The numbers in the file of the headings that entries are about, in the entries' order. */
export const ranksOf = (toc: Toc, { headings }: TocMatch): readonly number[] =>
  toc.entries.flatMap((entry) => {
    const placed = headings.get(entry)
    return placed !== undefined && placed.role !== null ? [placed.index] : []
  })

/** Texts and anchors of entries, made those of their headings. An entry about another heading keeps its text. */
function entryUpdates(file: IdeaFile, toc: Toc, match: TocMatch, isMended: (entry: TocEntry) => boolean): readonly Edit[] {
  return toc.entries.flatMap((entry) => {
    const placed = match.headings.get(entry)
    if (placed === undefined || !isMended(entry)) return []
    const isFine = placed.role === null || isSameText(entry.text, placed.heading.text)
    return [...(isFine ? [] : [updateText(file, toc, entry, placed)]), ...fixAnchor(toc, entry, placed, match)]
  })
}

const updateText = (file: IdeaFile, toc: Toc, entry: TocEntry, placed: TocHeading): Edit => ({
  span: shift(entry.textSpan, toc.at),
  newText: entryText(file, placedHeadingOf(file, placed)),
})

/** The edit that lets an entry lead to its heading; none where it does, or leads to a place that somebody made by hand. */
export function fixAnchor(toc: Toc, entry: TocEntry, placed: TocHeading, { targets, broken }: TocMatch): readonly Edit[] {
  if (targets.get(entry) === placed || (targets.get(entry) === undefined && !broken.has(entry))) return []
  return [{ span: shift(entry.anchorSpan, toc.at), newText: entryTarget(placed).slice(1) }]
}

/** Whether each item of the table begins a line: where one shares its line with another, none is added or moved. */
export const canMoveEntries = ({ text, toc }: IdeaFile): boolean =>
  (toc?.items ?? []).every(({ span, isItem }) => {
    const at = (toc?.at ?? 0) + span.start
    return !isItem || /^[ \t]*$/.test(text.slice(rowStart(text, at), at))
  })

/** Where the line of a row begins, after a byte-order mark. */
const rowStart = (text: string, offset: number): number => lineStart(text, offset) || (text.charCodeAt(0) === 0xfeff ? 1 : 0)

interface TableRows {
  readonly rows: readonly TocRow[]
  /** Where each row stands in the file, without what separates it from the next. */
  readonly spans: readonly Span[]
}

/** The table's lines as they stand, with their texts and anchors mended. */
function tableRows(file: IdeaFile, toc: Toc, match: TocMatch, mends: readonly Edit[]): TableRows {
  const { text } = file
  const last = Math.max(...toc.items.map(({ span }) => span.end)) + toc.at
  const starts = toc.items.map(({ span, isItem }) => {
    const at = span.start + toc.at
    return isItem ? rowStart(text, at) : at
  })
  const spans = starts.map((start, index): Span => {
    const end = starts[index + 1] ?? last
    return { start, end: start + text.slice(start, end).trimEnd().length }
  })
  const rows = toc.items.map(({ entry, depth }, index): TocRow => {
    const span = spans[index]!
    const placed = (entry && match.headings.get(entry)) ?? null
    const own = mends
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
 * The edit that takes an entry out of the table, with everything below it; null where something below it is about a heading, or
 * where its line holds more.
 */
export function removeEntryEdit(file: IdeaFile, entry: TocEntry, match: TocMatch): Edit | null {
  const { toc } = file
  if (toc === null || !canMoveEntries(file)) return null
  const from = toc.items.findIndex((item) => item.entry === entry)
  const after = toc.items.findIndex((item, index) => index > from && item.depth <= toc.items[from]!.depth)
  const to = after < 0 ? toc.items.length : after
  if (toc.items.slice(from, to).some((item) => item.entry === null || match.headings.has(item.entry))) return null
  const { spans } = tableRows(file, toc, match, [])
  const start = from === 0 ? spans[0]!.start : spans[from - 1]!.end
  const end = from === 0 && to < spans.length ? spans[to]!.start : spans[to - 1]!.end
  return { span: { start, end }, newText: '' }
}

/** The edits that make the old rows the new ones: rows that keep their order stay, save for what is mended in them. */
function moveRowEdits(
  file: IdeaFile,
  { rows: old, spans }: TableRows,
  rows: readonly TocRow[],
  mends: readonly Edit[],
): readonly Edit[] {
  const own = rows.filter(({ index }) => index >= 0)
  const run = longestIncreasingRun(own.map(({ index }) => index))
  const kept = rows.filter((row) => row.index >= 0 && run.has(own.indexOf(row)))
  const gapBefore = (row: TocRow): string => row.gap ?? separatorBefore(old, row.depth, file.text)
  const edits: Edit[] = []
  let [from, fromOld] = [0, 0]
  // what stands between two rows that stay, or at an end of the table, is written anew
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
    edits.push(...rowEdits(file, row, old[row.index]!, spans[row.index]!, mends))
    from = rows.indexOf(row) + 1
    fromOld = row.index + 1
  }
  close(rows.length, old.length)
  return joinTouching(edits)
}

/** What is mended in a row that stays: each place for itself, unless its number changes, too. */
function rowEdits(file: IdeaFile, row: TocRow, old: TocRow, span: Span, mends: readonly Edit[]): readonly Edit[] {
  if (row.text === old.text) return mends.filter((edit) => edit.span.start >= span.start && edit.span.end <= span.end)
  const edit = trimUnchanged(file.text, { span, newText: row.text })
  return edit ? [edit] : []
}
