/** A part of a cell: a text, with its address on the web if it has one. */
export interface CellPart {
  readonly text: string
  readonly url?: string
}

/** A row of a report; the parts of a cell are separated by commas. */
export type ReportRow = readonly (readonly CellPart[])[]

/** Rows as a table of GitHub's Markdown; the first row is the header. */
export const markdownTable = ([head = [], ...rows]: readonly ReportRow[]): string =>
  [head.map(markdownCell), head.map(() => '---'), ...rows.map((row) => row.map(markdownCell))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('')

const markdownCell = (parts: readonly CellPart[]): string => parts.map(markdownCellPart).join(', ')

/** `{ text: 'a|b', url: 'https://example.org' }` → `[a\\|b](https://example.org)` */
function markdownCellPart({ text, url }: CellPart): string {
  const escaped = text.replace(/[\\`*_[\]<>|~&#]/g, '\\$&')
  return url === undefined ? escaped : `[${escaped}](${url.replace(/[()\s|<>\\]/g, encodeURIComponent)})`
}

/** Rows as texts for CSV. */
export const csvRowsOfTable = (rows: readonly ReportRow[]): readonly (readonly string[])[] =>
  rows.map((row) => row.map((parts) => parts.map(({ text }) => text).join('; ')))
