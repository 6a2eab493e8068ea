import { columnWidth, listMarker } from '../../text/textLines.ts'
import type { TocRow } from './tocRows.ts'

/** Where an item's bullet and its text stand, in columns. */
interface ItemColumns {
  readonly bullet: number
  readonly text: number
}

/** CommonMark 5.2: an item's text begins behind its blanks, or behind the first of five and more. */
function columnsOf(text: string): ItemColumns | null {
  const mark = listMarker.exec(text)
  if (mark === null || !/\S/.test(text.charAt(mark[0].length))) return null
  const [, indent = '', bullet = '', blanks = ''] = mark
  const behind = columnWidth(indent + bullet)
  const begins = columnWidth(indent + bullet + blanks)
  return { bullet: columnWidth(indent), text: begins - behind > 4 ? behind + 1 : begins }
}

/** The rows one after the other, each as `place` would have it, given the columns of the texts that it may stand below, outermost first. */
function walked(rows: readonly TocRow[], place: (row: TocRow, open: readonly number[]) => TocRow): readonly TocRow[] {
  let open: readonly number[] = []
  return rows.map((row) => {
    const placed = place(row, open)
    const at = columnsOf(placed.text)
    if (at !== null) open = [...open.filter((column) => column <= at.bullet), at.text]
    return placed
  })
}

/** Whether a row would be read less deep than it should be, or as no item at all. To be read deeper does it no harm. */
function isMisplaced({ text, depth }: TocRow, open: readonly number[]): boolean {
  const at = columnsOf(text)
  if (at === null) return false
  const above = open.filter((column) => column <= at.bullet)
  return above.length < depth || at.bullet > (above.at(-1) ?? 0) + 3
}

/**
 * The rows with each indented so that Markdown reads it at its depth: up to the text of the row that it belongs to, which need not
 * be the one that it stood under. Rows that fit stay as they are, and so do those that no column explains in the table as it was.
 */
export function reindent(rows: readonly TocRow[], old: readonly TocRow[]): readonly TocRow[] {
  const odd = new Set<number>()
  walked(old, (row, open) => {
    if (isMisplaced(row, open)) odd.add(row.index)
    return row
  })
  return walked(rows, (row, open) => {
    if (odd.has(row.index) || !isMisplaced(row, open)) return row
    const column = open[Math.min(row.depth, open.length) - 1] ?? 0
    return { ...row, text: ' '.repeat(column) + row.text.replace(/^[ \t]+/, '') }
  })
}
