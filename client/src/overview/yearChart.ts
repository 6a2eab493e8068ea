import type { Overview } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../ideaPreview/sanitizeHtml.ts'
import { digits, grouped } from './table.ts'

type Year = Overview['byYear'][number]

/** How a page names a year. */
export const yearName = (year: number): string => (year === 0 ? 'No year' : String(year))

/** The programmes of a chart, from the ground up, and their names. */
export const programmes = [
  { kind: 'gsoc', name: 'GSoC' },
  { kind: 'lfx', name: 'LFX' },
  { kind: 'other', name: 'Other lists' },
] as const

export const ideasIn = (year: Year): number => programmes.reduce((sum, { kind }) => sum + year[kind], 0)

const [column, bar, height, head, foot] = [56, 32, 120, 16, 18]

/** A column a year, the oldest first, its programmes upon each other. The numbers stand in a table beside it, so it is a picture to a screen reader. */
export function yearChart(years: readonly Year[]): string {
  const ordered = [...years].reverse()
  const most = Math.max(1, ...ordered.map(ideasIn))
  const [width, ground] = [ordered.length * column, head + height]
  const columns = ordered.map((year, index) => {
    const left = index * column + (column - bar) / 2
    const centre = index * column + column / 2
    let top = ground
    const rects = programmes.map(({ kind }) => {
      const tall = (height * year[kind]) / most
      top -= tall
      return tall === 0
        ? ''
        : `<rect class="${kind}" x="${digits(left)}" y="${digits(top)}" width="${bar}" height="${digits(tall)}"/>`
    })
    return [
      ...rects,
      `<text x="${digits(centre)}" y="${digits(top - 4)}">${grouped(ideasIn(year))}</text>`,
      `<text x="${digits(centre)}" y="${ground + foot - 4}">${yearName(year.year)}</text>`,
    ].join('')
  })
  const label = `Ideas by year, ${yearName(ordered[0]?.year ?? 0)} to ${yearName(ordered.at(-1)?.year ?? 0)}; the table has the numbers`
  return [
    `<svg class="chart" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${width} ${ground + foot}" width="${width}" height="${ground + foot}">`,
    ...columns,
    `<line x1="0" y1="${ground}" x2="${width}" y2="${ground}"/></svg>`,
  ].join('\n')
}

/** The programmes that a chart of these years shows. */
export const shownProgrammes = (years: readonly Year[]): readonly (typeof programmes)[number][] =>
  programmes.filter(({ kind }) => years.some((year) => year[kind] > 0))
