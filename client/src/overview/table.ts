import * as l10n from '@vscode/l10n'
import type { OverviewPart, OverviewTable } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { formatNumber } from '../../../server/src/text/wording.ts'
import { svgNumber } from './numbers.ts'

/** What a button of a row shows, as the page's script sends it back. */
export interface RowLink {
  readonly table: OverviewTable
  readonly key: string
  /** If it is not the page's year. */
  readonly year?: number
  /** If it is not what the row is named after. */
  readonly part?: OverviewPart
}

/** A segment of a bar, as long as its share of the longest bar of the table. */
export interface BarSegment {
  /** A CSS class. */
  readonly kind: string
  readonly count: number
}

export interface Column {
  readonly title: string
  /** `name` is the row's header, `amount` a number with a bar, `number` a number, `text` anything else. */
  readonly kind: 'name' | 'amount' | 'number' | 'text'
}

/** A table of an overview; rows are cells of HTML, one for each column. */
export interface OverviewTableContent {
  readonly id: string
  /** For a screen reader; plain text. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** How many are counted, if a row is none of them: `No project`. */
  readonly count?: number
  /** The summary of the folded rows: `Show all 40 mentors`. */
  readonly showAll: (count: string) => string
}

/** The number of rows that are not folded. */
const maxUnfoldedRows = 12

/** A button that shows the places of a row; `label` (plain text) is for a screen reader if the text alone is not clear. */
export function tableRowLink(text: string, { table, key, year, part }: RowLink, label?: string): string {
  const attributes = {
    'data-table': table,
    'data-key': key,
    ...(year !== undefined && { 'data-year': String(year) }),
    ...(part !== undefined && { 'data-part': part }),
  }
  const written = Object.entries({ ...attributes, ...(label !== undefined && { 'aria-label': label }) })
  return `<button type="button" class="link"${written.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')}>${escapeHtml(text)}</button>`
}

/** A row's name as a button, followed by a detail, in which backticks mark code. */
export const tableNameCell = (name: string, detail: string, to: RowLink): string =>
  tableRowLink(name, to) + (detail === '' ? '' : ` <span class="detail">${withCode(escapeHtml(detail))}</span>`)

const withCode = (html: string): string => html.replace(/`([^`]+)`/g, '<code>$1</code>')

/** A number that leads to what it counts; 0 leads nowhere. `label` is for a screen reader. */
export const numberLink = (count: number, to: RowLink, label: string): string =>
  count === 0 ? '<span class="detail">0</span>' : tableRowLink(formatNumber(count), to, label)

/** A number of a row and its bar, made of segments from left to right. */
export interface Bar {
  readonly count: number
  /** The number of the longest bar of the table. */
  readonly max: number
  readonly segments?: readonly BarSegment[]
  /** What the number leads to. */
  readonly to: RowLink
  /** For a screen reader. */
  readonly label: string
}

/** A number, which leads to what it counts, and its bar. */
export function tableBarCell({ count, max, segments = [{ kind: 'plain', count }], to, label }: Bar): string {
  let at = 0
  const rects = segments.map((segment) => {
    const [x, width] = [at, max === 0 ? 0 : (100 * segment.count) / max]
    at += width
    return width === 0 ? '' : `<rect class="${segment.kind}" x="${svgNumber(x)}" width="${svgNumber(width)}" height="10"/>`
  })
  return `<div class="amount"><span>${numberLink(count, to, label)}</span><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects.join('')}</svg></div>`
}

/** The legend of the bars' colors; names are plain text. */
export const tableLegend = (kinds: readonly { readonly kind: string; readonly name: string }[]): string =>
  `<p class="legend">${kinds
    .map(
      ({ kind, name }) =>
        `<span><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="${kind}" width="10" height="10"/></svg>${escapeHtml(name)}</span>`,
    )
    .join(' ')}</p>`

/** A table whose first rows are shown; the others can be unfolded. */
export function tableHtml({ id, caption, columns, rows, count = rows.length, showAll }: OverviewTableContent): string {
  const head = gridTable(caption, columns, rows.slice(0, maxUnfoldedRows))
  if (rows.length <= maxUnfoldedRows) return head
  const rest = gridTable(l10n.t`${caption}, continued`, columns, rows.slice(maxUnfoldedRows))
  return `${head}\n<details id="more-${id}"><summary>${escapeHtml(showAll(formatNumber(count)))}</summary>\n${rest}\n</details>`
}

const gridTable = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string =>
  [
    `<div class="scroll"><table><caption class="heard">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${columns.map(({ title, kind }) => `<th scope="col" class="${kind}">${escapeHtml(title)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map((cell, index) => tableCellHtml(columns[index]!, cell)).join('')}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n')

const tableCellHtml = ({ kind }: Column, cell: string): string =>
  kind === 'name' ? `<th scope="row" class="name">${cell}</th>` : `<td class="${kind}">${cell}</td>`

/** A paragraph in place of a table without rows. */
export const tableNote = (text: string): string => `<p class="nothing">${escapeHtml(text)}</p>`
