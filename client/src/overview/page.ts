import type { FindingsOverview, Overview, OverviewRow } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { severityNames } from '../webview/severityNames.ts'
import { formatCount, formatNumber, maxNumber } from './numbers.ts'
import { barCell, type Column, nameCell, rowLink, tableHtml, tableLegend } from './table.ts'
import { chartedProgrammes, ideasOfYear, yearChart, yearName } from './yearChart.ts'

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

type PartId = 'choice' | 'summary' | SectionId
type SectionId = (typeof sections)[number]['id']

const sections = [
  { id: 'years', title: 'Ideas over the years' },
  { id: 'lists', title: 'Lists' },
  { id: 'projects', title: 'Projects' },
  { id: 'mentors', title: 'Mentors by load' },
  { id: 'skills', title: 'Skills' },
  { id: 'sizes', title: 'Sizes' },
  { id: 'findings', title: 'Findings' },
] as const

/** The page without content, which its script (`media/overview.js`) fills in. */
export const emptyOverviewPage = `<header>
<h1>Overview</h1>
<div class="tools">
<label id="scope" hidden>Year <select id="choice"></select></label>
<button type="button" data-do="refresh">Refresh</button>
<button type="button" data-do="save">Save as CSV</button>
<button type="button" data-do="copy">Copy as Table</button>
</div>
</header>
<main id="main" tabindex="-1" aria-label="Overview">
<div id="summary"><p class="nothing">Reading the lists of the workspace …</p></div>
<nav id="nav" aria-label="Parts of the overview" hidden><ul>${sections.map(({ id, title }) => `<li><a href="#section-${id}">${title}</a></li>`).join('')}</ul></nav>
<div class="sections">
${sections.map(({ id, title }) => `<section id="section-${id}" tabindex="-1" aria-labelledby="title-${id}" hidden><h2 id="title-${id}">${title}</h2><div id="${id}"></div></section>`).join('\n')}
</div>
</main>
<p id="news" class="heard" role="status" aria-live="polite"></p>`

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
        ? 'There is not an idea list in this workspace. New Idea, in an empty Markdown file, lays one down.'
        : 'Reading the lists of the workspace …',
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
      skills: plainTable('skills', 'Skill', 'skills', overview.skills, overview.totals.ideas),
      sizes: plainTable('sizes', 'Size', 'sizes', overview.sizes, overview.totals.ideas),
      findings: findingsPart(overview, findings, counting),
    },
    announcement: announcementOf(overview, findings, counting),
  }
}

const overviewPageMessage = (text: string): OverviewPageParts => ({
  parts: { ...emptyParts, summary: `<p class="nothing">${escapeHtml(text)}</p>` },
  announcement: text,
})

const yearOptions = ({ year, years: all }: Overview): string =>
  [null, ...all]
    .map((each) => {
      const [value, name] = each === null ? ['', 'All years'] : [String(each), yearName(each)]
      return `<option value="${value}"${each === year ? ' selected' : ''}>${name}</option>`
    })
    .join('')

function totalsPart({ totals, complete }: Overview): string {
  const tiles = Object.entries(totals).map(([name, count]) => {
    const noun = count === 1 ? name.replace(/s$/, '') : name
    return `<div><dd>${formatNumber(count)}</dd><dt>${noun}</dt></div>`
  })
  const more = complete ? '' : '\n<p class="nothing">More lists are still being read …</p>'
  return `<dl>${tiles.join('')}</dl>\n<p class="note">An idea that several lists of one term repeat counts once; in the table of lists each counts its own.</p>${more}`
}

const amountColumn: Column = { title: 'Ideas', kind: 'amount' }

function yearsPart({ byYear, year: chosen }: Overview): string {
  const used = chartedProgrammes(byYear)
  const rows = byYear.map((year) => {
    const name = yearName(year.year)
    const label = `Show ${year.year === 0 ? 'lists without a year' : name} alone`
    const current = chosen === year.year ? ' aria-current="true"' : ''
    const only = `<button type="button" class="link" data-only="${year.year}" aria-label="${label}"${current}>${name}</button>`
    return [only, ...used.map(({ kind }) => formatNumber(year[kind])), formatNumber(ideasOfYear(year))]
  })
  const columns: readonly Column[] = [
    { title: 'Year', kind: 'name' },
    ...used.map(({ name }): Column => ({ title: name, kind: 'number' })),
    { title: 'All', kind: 'number' },
  ]
  const table = tableHtml({ id: 'years', caption: 'Ideas by year and programme', columns, rows, things: 'years' })
  return `<div class="beside"><div class="scroll">${yearChart(byYear)}${tableLegend(used)}</div><div>${table}</div></div>`
}

function listsPart({ lists: all }: Overview, findings: FindingsOverview | null): string {
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas, projects: ofProjects, mentors: ofPeople }) => [
    nameCell(name, detail, { table: 'lists', key }),
    barCell(ideas, maxIdeas),
    formatNumber(ofProjects),
    formatNumber(ofPeople),
    findings === null ? '…' : formatNumber(findings.lists[key] ?? 0),
  ])
  const columns: readonly Column[] = [
    { title: 'List', kind: 'name' },
    amountColumn,
    ...['Projects', 'Mentors', 'Findings'].map((title): Column => ({ title, kind: 'number' })),
  ]
  return tableHtml({ id: 'lists', caption: 'Lists, the newest first', columns, rows, things: 'lists' })
}

function projectsPart({ projects: all, years: columnsOf, year }: Overview): string {
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  // the oldest first
  const order = columnsOf.map((each, index) => ({ each, index })).reverse()
  const rows = all.map(({ key, name, detail, ideas, perYear }) => [
    nameCell(name, detail, { table: 'projects', key }),
    barCell(ideas, maxIdeas),
    ...order.map(({ each, index }) => {
      const count = perYear[index] ?? 0
      if (count === 0) return '<span class="detail">0</span>'
      return rowLink(
        formatNumber(count),
        { table: 'projects', key, year: each },
        `${name}, ${yearName(each)}: ${formatCount(count, 'idea')}`,
      )
    }),
  ])
  const columns: readonly Column[] = [
    { title: 'Project', kind: 'name' },
    year === null ? amountColumn : { title: `Ideas, ${yearName(year)}`, kind: 'amount' },
    ...order.map(({ each }): Column => ({ title: yearName(each), kind: 'number' })),
  ]
  return tableHtml({ id: 'projects', caption: 'Projects by ideas, and their ideas by year', columns, rows, things: 'projects' })
}

function mentorsPart({ mentors: all }: Overview): string {
  if (all.length === 0) return '<p class="nothing">No idea names a mentor.</p>'
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas, primary }) => [
    nameCell(name, detail, { table: 'mentors', key }),
    barCell(ideas, maxIdeas, [
      { kind: 'primary', count: primary },
      { kind: 'plain', count: ideas - primary },
    ]),
    formatNumber(primary),
  ])
  const columns: readonly Column[] = [{ title: 'Mentor', kind: 'name' }, amountColumn, { title: 'As primary', kind: 'number' }]
  const kinds = tableLegend([
    { kind: 'primary', name: 'as primary mentor' },
    { kind: 'plain', name: 'beside one' },
  ])
  return kinds + tableHtml({ id: 'mentors', caption: 'Mentors by the ideas that they mentor', columns, rows, things: 'mentors' })
}

function plainTable(
  table: 'skills' | 'sizes',
  title: string,
  things: string,
  all: readonly OverviewRow[],
  total: number,
): string {
  if (all.length === 0) return `<p class="nothing">No idea names ${things}.</p>`
  const maxIdeas = maxNumber(all.map(({ ideas }) => ideas))
  const rows = all.map(({ key, name, detail, ideas }) => [
    nameCell(name, detail, { table, key }),
    barCell(ideas, maxIdeas),
    `${Math.round((100 * ideas) / Math.max(1, total))} %`,
  ])
  const columns: readonly Column[] = [{ title, kind: 'name' }, amountColumn, { title: 'Of all', kind: 'number' }]
  return tableHtml({ id: table, caption: `${title}s by ideas`, columns, rows, things })
}

function findingsPart({ complete, lists: all }: Overview, findings: FindingsOverview | null, counting: boolean): string {
  const note = counting || !complete ? '<p class="nothing">Counting the findings …</p>' : ''
  if (findings === null) return note || '<p class="nothing">The findings could not be counted. Refresh tries again.</p>'
  if (findings.total === 0) return note || `<p class="nothing">No findings in ${formatCount(all.length, 'list')}.</p>`
  const maxFindings = maxNumber(findings.rules.map((rule) => rule.findings))
  const rows = findings.rules.map(({ key, detail, severity, findings: count, lists: inLists }) => [
    nameCell(key, detail, { table: 'findings', key }),
    severityNames[severity],
    barCell(count, maxFindings, [{ kind: severity, count }]),
    formatNumber(inLists),
  ])
  const columns: readonly Column[] = [
    { title: 'Rule', kind: 'name' },
    { title: 'Severity', kind: 'text' },
    { title: 'Findings', kind: 'amount' },
    { title: 'Lists', kind: 'number' },
  ]
  // the old numbers stay until the new ones arrive
  const again = note && '<p class="nothing">Counting again …</p>'
  return again + tableHtml({ id: 'findings', caption: 'Findings by rule', columns, rows, things: 'rules' })
}

function announcementOf({ totals, complete, year }: Overview, findings: FindingsOverview | null, counting: boolean): string {
  if (!complete) return 'Reading the lists of the workspace …'
  const scope = year === null ? '' : `${yearName(year)}: `
  const found = counting || findings === null ? '' : `, ${formatCount(findings.total, 'finding')}`
  return `${scope}${formatCount(totals.ideas, 'idea')} in ${formatCount(totals.lists, 'list')}${found}`
}
