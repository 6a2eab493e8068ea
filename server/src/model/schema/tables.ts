import { type Span, trimSpan } from '../../text/span.ts'
import type { ShownLine } from './shownLines.ts'

export interface TableCell {
  /** Without spaces at its ends. */
  readonly text: string
  /** Counted from the section's start; empty between the bars of an empty cell. */
  readonly span: Span
}

export interface TableRow {
  readonly line: ShownLine
  readonly cells: readonly TableCell[]
}

/** A table of GitHub's Markdown. */
export interface Table {
  readonly head: TableRow
  readonly rows: readonly TableRow[]
  /** Its lines, the one under the head included. */
  readonly lines: readonly ShownLine[]
}

const isTableDelimiter = (line: string): boolean => line.includes('|') && line.includes('-') && /^[ \t|:-]+$/.test(line)

/** The tables of a section, in their order. */
export function tablesIn(lines: readonly ShownLine[]): readonly Table[] {
  const tables: Table[] = []
  for (let index = 0; index + 1 < lines.length; index++) {
    const head = lines[index]!
    if (!head.text.includes('|') || !isTableDelimiter(lines[index + 1]!.text)) continue
    let end = index + 2
    while (end < lines.length && lines[end]!.text.includes('|')) end++
    const own = lines.slice(index, end)
    tables.push({ head: tableRowOf(head), rows: own.slice(2).map(tableRowOf), lines: own })
    index = end - 1
  }
  return tables
}

/** `| a | b |` → `a`, `b`; an escaped bar (`\|`) is text. */
function tableRowOf(line: ShownLine): TableRow {
  const cells: TableCell[] = []
  const text = line.text.trimEnd()
  let from = text.length - text.trimStart().length
  if (text[from] === '|') from++
  for (let at = from; at <= text.length; at++) {
    if (at < text.length && (text[at] !== '|' || text[at - 1] === '\\')) continue
    if (at === text.length && from >= at) break
    const span = trimSpan(line.text, { start: from, end: at })
    cells.push({
      text: line.text.slice(span.start, span.end),
      span: { start: line.start + span.start, end: line.start + span.end },
    })
    from = at + 1
  }
  return { line, cells }
}
