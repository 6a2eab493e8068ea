import type { OverviewTable } from '../../../server/src/protocol/overview.ts'
import { pluralOf } from '../../../server/src/text/wording.ts'
import { escapeHtml } from '../ideaPreview/sanitizeHtml.ts'

/** What a button of a row leads to, as the page's script sends it back. */
export interface RowLink {
  readonly table: OverviewTable
  readonly key: string
  /** Where it is another than the page's. */
  readonly year?: number
}

/** A part of a bar, as long as its share of the longest bar of the table. */
export interface Part {
  /** A class of the style sheet. */
  readonly kind: string
  readonly count: number
}

export interface Column {
  readonly title: string
  /** `name` heads its row, `amount` is a number with a bar, `number` a number, `text` anything else. */
  readonly kind: 'name' | 'amount' | 'number' | 'text'
}

/** A table of an overview; rows are cells of HTML, one for each column. */
export interface Table {
  readonly id: string
  /** For a screen reader; plain text. */
  readonly caption: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** How the summary names what is folded: `mentors`. */
  readonly things: string
}

/** So many rows are shown; the others unfold. */
const shownRows = 12

/** A number as a person reads it. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** `1 idea`, `2 ideas`. */
export const counted = (count: number, noun: string): string => `${grouped(count)} ${pluralOf(count, noun)}`

/** A button that leads to the places of a row; `label` (plain text) is what a screen reader says where the text alone says too little. */
export function link(text: string, { table, key, year }: RowLink, label?: string): string {
  const attributes = { 'data-table': table, 'data-key': key, ...(year !== undefined && { 'data-year': String(year) }) }
  const written = Object.entries({ ...attributes, ...(label !== undefined && { 'aria-label': label }) })
  return `<button type="button" class="link"${written.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('')}>${escapeHtml(text)}</button>`
}

/** A row's name, as a button, with what is said beside it. */
export const named = (name: string, detail: string, to: RowLink): string =>
  link(name, to) + (detail === '' ? '' : ` <span class="detail">${escapeHtml(detail)}</span>`)

/** A number with a bar beside it, of parts from left to right; `most` is what the longest bar of the table counts. */
export function amount(count: number, most: number, parts: readonly Part[] = [{ kind: 'plain', count }]): string {
  let at = 0
  const rects = parts.map((part) => {
    const [x, width] = [at, most === 0 ? 0 : (100 * part.count) / most]
    at += width
    return width === 0 ? '' : `<rect class="${part.kind}" x="${digits(x)}" width="${digits(width)}" height="10"/>`
  })
  return `<div class="amount"><span>${grouped(count)}</span><svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">${rects.join('')}</svg></div>`
}

/** What the colours of bars stand for; names are plain text. */
export const legend = (kinds: readonly { readonly kind: string; readonly name: string }[]): string =>
  `<p class="legend">${kinds
    .map(
      ({ kind, name }) =>
        `<span><svg viewBox="0 0 10 10" aria-hidden="true" focusable="false"><rect class="${kind}" width="10" height="10"/></svg>${escapeHtml(name)}</span>`,
    )
    .join(' ')}</p>`

/** At most two digits behind the point. */
export const digits = (number: number): string => String(Math.round(number * 100) / 100)

/** A table, of which the first rows are shown and the others unfold. */
export function tableHtml({ id, caption, columns, rows, things }: Table): string {
  const shown = grid(caption, columns, rows.slice(0, shownRows))
  if (rows.length <= shownRows) return shown
  const rest = grid(`${caption}, the others`, columns, rows.slice(shownRows))
  return `${shown}\n<details id="more-${id}"><summary>All ${grouped(rows.length)} ${things}</summary>\n${rest}\n</details>`
}

const grid = (caption: string, columns: readonly Column[], rows: readonly (readonly string[])[]): string =>
  [
    `<div class="scroll"><table><caption class="heard">${escapeHtml(caption)}</caption>`,
    `<thead><tr>${columns.map(({ title, kind }) => `<th scope="col" class="${kind}">${escapeHtml(title)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map((cell, index) => cellHtml(columns[index]!, cell)).join('')}</tr>`).join('\n')}</tbody>`,
    '</table></div>',
  ].join('\n')

const cellHtml = ({ kind }: Column, cell: string): string =>
  kind === 'name' ? `<th scope="row" class="name">${cell}</th>` : `<td class="${kind}">${cell}</td>`
