import * as l10n from '@vscode/l10n'
import type { FindingsOverview, Overview, OverviewPart, OverviewRow } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { formatNumber, pluralOf } from '../../../server/src/text/wording.ts'
import type { OverviewSectionId } from './emptyOverviewPage.ts'
import { findingsPart } from './findingsPart.ts'
import { formatCount, maxNumber } from './numbers.ts'
import {
  type Column,
  numberLink,
  type RowLink,
  tableBarCell,
  tableHtml,
  tableLegend,
  tableNameCell,
  tableNote,
  tableRowLink,
} from './table.ts'
import { chartedProgrammes, chartIdeasOfYear, chartProgrammeName, chartYearName, yearChart } from './yearChart.ts'

/** What the page shows: an overview, or a sentence. Findings are null until they are counted; `counting` is true while they are. */
export type OverviewPageState =
  | {
      readonly kind: 'overview'
      readonly overview: Overview
      readonly findings: FindingsOverview | null
      readonly counting: boolean
    }
  | { readonly kind: 'message'; readonly why: string }

/** The HTML of each part of the page, by its id; an empty part is not shown. */
export interface OverviewPageParts {
  readonly parts: Readonly<Record<PartId, string>>
  /** Plain text that a screen reader reads out if it has changed. */
  readonly announcement: string
}

type PartId = 'choice' | 'summary' | OverviewSectionId

const emptyParts: OverviewPageParts['parts'] = {
  choice: '',
  summary: '',
  years: '',
  lists: '',
  projects: '',
  mentors: '',
  skills: '',
  sizes: '',
  findings: '',
}

export function overviewPageParts(state: OverviewPageState): OverviewPageParts {
  if (state.kind === 'message') return overviewPageMessage(state.why)
  const { overview, findings, counting } = state
  if (overview.years.length === 0) {
    return overviewPageMessage(
      overview.complete
        ? l10n.t(
            'There are no idea lists in this workspace. To create one, run "Idea Files: New Idea" in an empty Markdown file.',
          )
        : l10n.t('Reading idea lists…'),
    )
  }
  return {
    parts: {
      choice: yearOptions(overview),
      summary: totalsPart(overview),
      years: yearsPart(overview),
      lists: listsPart(overview, findings),
      projects: projectsPart(overview),
      mentors: mentorsPart(overview),
      skills: plainPagePart('skills', overview.skills, overview.totals.ideas),
      sizes: plainPagePart('sizes', overview.sizes, sumOfIdeas(overview.sizes)),
      findings: findingsPart(overview, findings, counting),
    },
    announcement: overviewPageAnnouncement(overview, findings, counting),
  }
}

const overviewPageMessage = (text: string): OverviewPageParts => ({
  parts: { ...emptyParts, summary: `<p class="nothing">${escapeHtml(text)}</p>` },
  announcement: text,
})

const yearOptions = ({ year, years: all }: Overview): string =>
  [null, ...all]
    .map((each) => {
      const [value, name] = each === null ? ['', l10n.t('All years')] : [String(each), chartYearName(each)]
      return `<option value="${value}"${each === year ? ' selected' : ''}>${escapeHtml(name)}</option>`
    })
    .join('')

function totalsPart({ totals, complete }: Overview): string {
  const tiles = Object.entries(totals).map(([name, count]) => {
    const noun = pluralOf(count, name.replace(/s$/, ''))
    const number =
      name === 'ideas'
        ? tableRowLink(formatNumber(count), { table: 'years', key: '' }, formatCount(count, 'idea'))
        : `<a href="#section-${name}" aria-label="${escapeHtml(`${formatNumber(count)} ${noun}`)}">${formatNumber(count)}</a>`
    return `<div><dd>${number}</dd><dt>${escapeHtml(noun)}</dt></div>`
  })
  const more = complete ? '' : `\n<p class="nothing">${escapeHtml(l10n.t('Still reading more lists…'))}</p>`
  const note = l10n.t('An idea repeated in several lists of one term counts once, except in the Lists table.')
  return `<dl>${tiles.join('')}</dl>\n<p class="note">${escapeHtml(note)}</p>${more}`
}

const overviewAmountColumn = (): Column => ({ title: l10n.t('Ideas'), kind: 'amount' })

function yearsPart({ byYear, year: chosen }: Overview): string {
  const used = chartedProgrammes(byYear)
  const rows = byYear.map((year) => {
    const name = chartYearName(year.year)
    const label = year.year === 0 ? l10n.t('Show only lists without a year') : l10n.t`Show only ${name}`
    const current = chosen === year.year ? ' aria-current="true"' : ''
    const only = `<button type="button" class="link" data-only="${year.year}" aria-label="${escapeHtml(label)}"${current}>${escapeHtml(name)}</button>`
    const number = (count: number, key: string, of: string): string =>
      numberLink(count, { table: 'years', key, year: year.year }, `${of}: ${formatCount(count, 'idea')}`)
    return [
      only,
      ...used.map((kind) => number(year[kind], kind, `${chartProgrammeName(kind)} ${name}`)),
      number(chartIdeasOfYear(year), '', name),
    ]
  })
  const columns: readonly Column[] = [
    { title: l10n.t('Year'), kind: 'name' },
    ...used.map((kind): Column => ({ title: chartProgrammeName(kind), kind: 'number' })),
    { title: l10n.t('All'), kind: 'number' },
  ]
  const table = tableHtml({
    id: 'years',
    caption: l10n.t('Ideas by year and program'),
    columns,
    rows,
    showAll: (count) => l10n.t`Show all ${count} years`,
  })
  const legend = tableLegend(used.map((kind) => ({ kind, name: chartProgrammeName(kind) })))
  return `<div class="side-by-side"><div class="scroll">${yearChart(byYear)}${legend}</div><div>${table}</div></div>`
}

function listsPart({ lists: all }: Overview, findings: FindingsOverview | null): string {
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas, projects: ofProjects, mentors: ofPeople, isExport }) => {
    const number = (count: number, part: OverviewPart, noun: string): string =>
      numberLink(count, { table: 'lists', key, part }, `${name}: ${formatCount(count, noun)}`)
    return [
      tableNameCell(name, detail, { table: 'lists', key }),
      ideasBar(name, ideas, maxIdeas, { table: 'lists', key, part: 'ideas' }),
      number(ofProjects, 'projects', 'project'),
      number(ofPeople, 'mentors', 'mentor'),
      isExport ? '–' : findings === null ? '…' : number(findings.lists[key] ?? 0, 'problems', 'problem'),
      isExport ? '' : reviewRowButton(name, key),
    ]
  })
  const columns: readonly Column[] = [
    { title: l10n.t('List'), kind: 'name' },
    overviewAmountColumn(),
    ...[l10n.t('Projects'), l10n.t('Mentors'), l10n.t('Problems')].map((title): Column => ({ title, kind: 'number' })),
    { title: l10n.t('Review'), kind: 'text' },
  ]
  return tableHtml({
    id: 'lists',
    caption: l10n.t('Idea lists, newest first'),
    columns,
    rows,
    showAll: (count) => l10n.t`Show all ${count} lists`,
  })
}

const ideasBar = (name: string, count: number, max: number, to: RowLink): string =>
  tableBarCell({ count, max, to, label: `${name}: ${formatCount(count, 'idea')}` })

const reviewRowButton = (name: string, key: string): string =>
  `<button type="button" class="link" data-review="${escapeHtml(key)}" aria-label="${escapeHtml(l10n.t`Review ${name}`)}">${escapeHtml(l10n.t('Review'))}</button>`

function projectsPart({ projects: all, years: columnsOf, year, totals }: Overview): string {
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas, perYear }) => [
    tableNameCell(name, detail, { table: 'projects', key }),
    ideasBar(name, ideas, maxIdeas, { table: 'projects', key }),
    // the newest first: it is the last to be cut off in a narrow window
    ...columnsOf.map((each, index) => {
      const count = perYear[index] ?? 0
      const label = `${name}, ${chartYearName(each)}: ${formatCount(count, 'idea')}`
      return numberLink(count, { table: 'projects', key, year: each }, label)
    }),
  ])
  const columns: readonly Column[] = [
    { title: l10n.t('Project'), kind: 'name' },
    year === null ? overviewAmountColumn() : { title: l10n.t`Ideas, ${chartYearName(year)}`, kind: 'amount' },
    ...columnsOf.map((each): Column => ({ title: chartYearName(each), kind: 'number' })),
  ]
  return tableHtml({
    id: 'projects',
    caption: l10n.t('Projects by number of ideas, per year'),
    columns,
    rows,
    count: totals.projects,
    showAll: (count) => l10n.t`Show all ${count} projects`,
  })
}

function mentorsPart({ mentors: all }: Overview): string {
  if (all.length === 0) return tableNote(l10n.t('No ideas list mentors.'))
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas, primary }) => [
    tableNameCell(name, detail, { table: 'mentors', key }),
    tableBarCell({
      count: ideas,
      max: maxIdeas,
      segments: [
        { kind: 'primary', count: primary },
        { kind: 'plain', count: ideas - primary },
      ],
      to: { table: 'mentors', key },
      label: `${name}: ${formatCount(ideas, 'idea')}`,
    }),
    numberLink(primary, { table: 'mentors', key, part: 'primary' }, l10n.t`${name} as primary: ${formatCount(primary, 'idea')}`),
  ])
  const columns: readonly Column[] = [
    { title: l10n.t('Mentor'), kind: 'name' },
    overviewAmountColumn(),
    { title: l10n.t('As primary'), kind: 'number' },
  ]
  const kinds = tableLegend([
    { kind: 'primary', name: l10n.t('primary mentor') },
    { kind: 'plain', name: l10n.t('co-mentor') },
  ])
  return (
    kinds +
    tableHtml({
      id: 'mentors',
      caption: l10n.t('Mentors by number of ideas'),
      columns,
      rows,
      showAll: (count) => l10n.t`Show all ${count} mentors`,
    })
  )
}

const plainPagePartTexts = () => ({
  skills: {
    empty: l10n.t('No ideas list skills.'),
    title: l10n.t('Skill'),
    caption: l10n.t('Skills by number of ideas'),
    showAll: (count: string) => l10n.t`Show all ${count} skills`,
  },
  sizes: {
    empty: l10n.t('No ideas list sizes.'),
    title: l10n.t('Size'),
    caption: l10n.t('Sizes by number of ideas'),
    showAll: (count: string) => l10n.t`Show all ${count} sizes`,
  },
})

/** Each idea has one size; those of programs without sizes have none. */
const sumOfIdeas = (rows: readonly OverviewRow[]): number => rows.reduce((sum, { ideas }) => sum + ideas, 0)

function plainPagePart(table: 'skills' | 'sizes', all: readonly OverviewRow[], total: number): string {
  const { empty, title, caption, showAll } = plainPagePartTexts()[table]
  if (all.length === 0) return tableNote(empty)
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas }) => [
    tableNameCell(name, detail, { table, key }),
    ideasBar(name, ideas, maxIdeas, { table, key }),
    `${Math.round((100 * ideas) / Math.max(1, total))}%`,
  ])
  const columns: readonly Column[] = [{ title, kind: 'name' }, overviewAmountColumn(), { title: l10n.t('Share'), kind: 'number' }]
  return tableHtml({ id: table, caption, columns, rows, showAll })
}

function overviewPageAnnouncement(
  { totals, complete, year }: Overview,
  findings: FindingsOverview | null,
  counting: boolean,
): string {
  if (!complete) return l10n.t('Reading idea lists…')
  const scope = year === null ? '' : `${chartYearName(year)}: `
  const found = counting || findings === null ? '' : `, ${formatCount(findings.total, 'problem')}`
  return `${scope}${l10n.t`${formatCount(totals.ideas, 'idea')} in ${formatCount(totals.lists, 'list')}`}${found}`
}
