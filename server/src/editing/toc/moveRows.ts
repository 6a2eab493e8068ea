import { comparableText } from '../../model/toc/comparableText.ts'
import { matchedTocHeading } from '../../model/toc/matchToc.ts'
import { isTocHeading } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, Toc, TocHeading, TocItem, TocMatch } from '../../model/types.ts'
import { applyEdits, compareEdits, type Edit, joinTouching, trimUnchanged } from '../../text/edits.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { type Span, shift } from '../../text/span.ts'
import { lineStart } from '../../text/textLines.ts'
import { rowSeparatorBefore, type TocRow } from './tocRows.ts'

/** Whether each item starts a line. If two items share a line, no entry is added or moved. */
export const canMoveRows = ({ text, toc }: Pick<IdeaFile, 'text' | 'toc'>): boolean =>
  (toc?.items ?? []).every(({ span, isItem }) => {
    const at = (toc?.at ?? 0) + span.start
    return !isItem || /^[ \t]*$/.test(text.slice(movableRowStart(text, at), at))
  })

/** Where the line of a row begins, after a byte-order mark. */
const movableRowStart = (text: string, offset: number): number =>
  lineStart(text, offset) || (text.charCodeAt(0) === 0xfeff ? 1 : 0)

interface MovableRows {
  readonly rows: readonly TocRow[]
  /** The span of each row in the file, without the separator after it. */
  readonly spans: readonly Span[]
  /** The updates inside each row. */
  readonly updates: readonly (readonly Edit[])[]
}

/** The rows of the table in their order, with updated texts and anchors. */
export function movableRows(file: IdeaFile, toc: Toc, match: TocMatch, updates: readonly Edit[]): MovableRows {
  const { text } = file
  const spans = toc.items.map((_, index) => movableRowSpan(text, toc, index))
  const named = namedByMovableRows(toc, file.tocHeadings, match)
  const own = editsByMovableRow(spans, updates)
  const rows = toc.items.map((item, index): TocRow => {
    const span = spans[index]!
    const placed = matchedTocHeading(item, match)
    return {
      placed: placed?.role === null ? null : placed,
      named: named.get(item) ?? null,
      depth: item.depth,
      index,
      text: applyEdits(
        text.slice(span.start, span.end),
        own[index]!.map((edit) => ({ ...edit, span: shift(edit.span, -span.start) })),
      ),
      gap: index === 0 ? null : text.slice(spans[index - 1]!.end, span.start),
    }
  })
  return { rows, spans, updates: own }
}

/** The span of an item's row in the file, without what is nested in it and without the separator after it. */
export function movableRowSpan(text: string, { at, items }: Toc, index: number): Span {
  const startOf = ({ span, isItem }: TocItem): number => (isItem ? movableRowStart(text, at + span.start) : at + span.start)
  const start = startOf(items[index]!)
  const next = items[index + 1]
  const end = next === undefined ? at + endOfMovableRows(items) : startOf(next)
  return { start, end: start + text.slice(start, end).trimEnd().length }
}

const endOfMovableRows = (items: readonly TocItem[]): number => items.reduce((last, { span }) => Math.max(last, span.end), 0)

/** The edits inside each row. */
function editsByMovableRow(spans: readonly Span[], edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const sorted = edits.toSorted(compareEdits)
  let next = 0
  return spans.map(({ start, end }) => {
    while (next < sorted.length && sorted[next]!.span.start < start) next++
    const first = next
    while (next < sorted.length && sorted[next]!.span.start >= start && sorted[next]!.span.end <= end) next++
    return sorted.slice(first, next)
  })
}

/** The projects and ideas that items without an entry name: `- Harbor`. */
function namedByMovableRows(toc: Toc, headings: readonly TocHeading[], match: TocMatch): ReadonlyMap<TocItem, TocHeading> {
  const plain = toc.items.filter((item) => item.isItem && item.text !== null && matchedTocHeading(item, match) === null)
  if (plain.length === 0) return new Map()
  const byName = new Map(
    headings
      .filter(isTocHeading)
      .toReversed()
      .map((placed) => [comparableText(placed.heading.text), placed]),
  )
  return new Map(
    plain.flatMap((item) => {
      const placed = byName.get(comparableText(item.text!))
      return placed ? [[item, placed] as const] : []
    }),
  )
}

/** The edits from the old rows to the new ones. Rows that keep their order stay, except for updates inside them. */
export function moveRowEdits(
  file: IdeaFile,
  { rows: old, spans, updates }: MovableRows,
  rows: readonly TocRow[],
): readonly Edit[] {
  const own = rows.flatMap((row, at) => (row.index >= 0 ? [{ row, at }] : []))
  const run = longestIncreasingRun(own.map(({ row }) => row.index))
  const gapBefore = (row: TocRow): string => row.gap ?? rowSeparatorBefore(old, row.depth, file.text)
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
  for (const { row, at } of own.filter((_, index) => run.has(index))) {
    close(at, row.index)
    edits.push(...editsOfUnmovedRow(file, row, old[row.index]!, spans[row.index]!, updates[row.index]!))
    from = at + 1
    fromOld = row.index + 1
  }
  close(rows.length, old.length)
  return joinTouching(edits)
}

/** The updates in a row that stays: separate edits, or one if the row's number changes too. */
function editsOfUnmovedRow(file: IdeaFile, row: TocRow, old: TocRow, span: Span, updates: readonly Edit[]): readonly Edit[] {
  if (row.text === old.text) return updates
  const edit = trimUnchanged(file.text, { span, newText: row.text })
  return edit ? [edit] : []
}
