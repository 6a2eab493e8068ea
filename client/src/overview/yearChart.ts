import * as l10n from '@vscode/l10n'
import type { Overview } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { formatNumber } from '../../../server/src/text/wording.ts'
import { svgNumber } from './numbers.ts'

type YearRow = Overview['byYear'][number]

/** `2026`; a year of 0 is unknown. */
export const chartYearName = (year: number): string => (year === 0 ? l10n.t('No year') : String(year))

/** The programs of a chart from bottom to top. */
const chartProgrammes = ['gsoc', 'lfx', 'other'] as const

type ChartProgramme = (typeof chartProgrammes)[number]

/** The name of a program in a chart. */
export const chartProgrammeName = (kind: ChartProgramme): string =>
  kind === 'other' ? l10n.t('Other lists') : kind === 'gsoc' ? 'GSoC' : 'LFX'

/** The ideas of all programs in a year. */
export const chartIdeasOfYear = (year: YearRow): number => chartProgrammes.reduce((sum, kind) => sum + year[kind], 0)

/** In pixels; `head` and `foot` have room for the labels. */
const [column, bar, height, head, foot] = [56, 32, 120, 16, 18]

/** One stacked column per year, the oldest first, and lists without a year last, as in the table. The table next to it has the numbers, so to a screen reader it is an image. */
export function yearChart(years: readonly YearRow[]): string {
  const known = years.filter(({ year }) => year !== 0).toReversed()
  const ordered = [...known, ...years.filter(({ year }) => year === 0)]
  const maxIdeas = Math.max(1, ...ordered.map(chartIdeasOfYear))
  const [width, ground] = [ordered.length * column, head + height]
  const columns = ordered.map((year, index) => {
    const left = index * column + (column - bar) / 2
    const center = index * column + column / 2
    let top = ground
    const rects = chartProgrammes.map((kind) => {
      const barHeight = (height * year[kind]) / maxIdeas
      top -= barHeight
      return barHeight === 0
        ? ''
        : `<rect class="${kind}" x="${svgNumber(left)}" y="${svgNumber(top)}" width="${bar}" height="${svgNumber(barHeight)}"/>`
    })
    return [
      ...rects,
      `<text x="${svgNumber(center)}" y="${svgNumber(top - 4)}">${formatNumber(chartIdeasOfYear(year))}</text>`,
      `<text x="${svgNumber(center)}" y="${ground + foot - 4}">${chartYearName(year.year)}</text>`,
    ].join('')
  })
  const [from, to] = [chartYearName(known[0]?.year ?? 0), chartYearName(known.at(-1)?.year ?? 0)]
  const label = l10n.t`Bar chart of ideas per year, ${from} to ${to}; the table next to it has the numbers`
  return [
    `<svg class="chart" role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${width} ${ground + foot}" width="${width}" height="${ground + foot}">`,
    ...columns,
    `<line x1="0" y1="${ground}" x2="${width}" y2="${ground}"/></svg>`,
  ].join('\n')
}

/** The programs with an idea in any of these years. */
export const chartedProgrammes = (years: readonly YearRow[]): readonly ChartProgramme[] =>
  chartProgrammes.filter((kind) => years.some((year) => year[kind] > 0))
