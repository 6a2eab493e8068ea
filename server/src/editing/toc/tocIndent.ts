import { columnWidth, listMarker } from '../../text/textLines.ts'
import type { TocRow } from './tocRows.ts'

/** The columns of an item's bullet and of its text. */
interface ItemColumns {
  readonly bullet: number
  readonly text: number
}

/** CommonMark 5.2: the text begins after the spaces; five or more of them count as one. */
function tocItemColumns(text: string): ItemColumns | null {
  const mark = listMarker.exec(text)
  if (mark === null || !/\S/.test(text.charAt(mark[0].length))) return null
  const [, indent = '', bullet = '', spaces = ''] = mark
  const afterBullet = columnWidth(indent + bullet)
  const begins = columnWidth(indent + bullet + spaces)
  return { bullet: columnWidth(indent), text: begins - afterBullet > 4 ? afterBullet + 1 : begins }
}

/** Maps the rows in order. `place` gets the text columns of the rows that a row can be below, outermost first. */
function walkTocIndents(rows: readonly TocRow[], place: (row: TocRow, open: readonly number[]) => TocRow): readonly TocRow[] {
  let open: readonly number[] = []
  return rows.map((row) => {
    const placed = place(row, open)
    const at = tocItemColumns(placed.text)
    if (at !== null) open = [...open.filter((column) => column <= at.bullet), at.text]
    return placed
  })
}

/** Whether Markdown would read a row at a smaller depth, or not as an item. Being read deeper is harmless. */
function isTocIndentWrong({ text, depth }: TocRow, open: readonly number[]): boolean {
  const at = tocItemColumns(text)
  if (at === null) return false
  const above = open.filter((column) => column <= at.bullet)
  return above.length < depth || at.bullet > (above.at(-1) ?? 0) + 3
}

/**
 * Indents each row so that Markdown reads it at its depth: to the text column of its parent row, which may be a new one. Rows that
 * fit stay as they are, and so do rows that were already misplaced in the old table.
 */
export function reindentTocRows(rows: readonly TocRow[], old: readonly TocRow[]): readonly TocRow[] {
  const odd = new Set<number>()
  walkTocIndents(old, (row, open) => {
    if (isTocIndentWrong(row, open)) odd.add(row.index)
    return row
  })
  return walkTocIndents(rows, (row, open) => {
    if (odd.has(row.index) || !isTocIndentWrong(row, open)) return row
    const column = open[Math.min(row.depth, open.length) - 1] ?? 0
    return { ...row, text: ' '.repeat(column) + row.text.replace(/^[ \t]+/, '') }
  })
}
