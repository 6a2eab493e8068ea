import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyOverviewPage } from '../../../client/src/overview/emptyOverviewPage.ts'
import { type OverviewPageParts, overviewPageParts } from '../../../client/src/overview/overviewPage.ts'
import { readPostedMessage, readPostedYear } from '../../../client/src/overview/postedMessage.ts'
import { tableBarCell, tableHtml, tableRowLink } from '../../../client/src/overview/table.ts'
import { yearChart } from '../../../client/src/overview/yearChart.ts'
import type { FindingsOverview, Overview } from '../../../server/src/protocol/overview.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import { formatNumber } from '../../../server/src/text/wording.ts'

const overview: Overview = {
  year: null,
  complete: true,
  years: [2026, 2025],
  totals: { lists: 2, projects: 1, ideas: 1200, mentors: 1 },
  byYear: [
    { year: 2026, gsoc: 30, lfx: 10, other: 0 },
    { year: 2025, gsoc: 80, lfx: 0, other: 0 },
  ],
  lists: [
    { key: 'file:///w/a"b.md', name: 'GSoC 2026', detail: '', year: 2026, ideas: 30, projects: 1, mentors: 1 },
    { key: 'file:///w/c.md', name: 'GSoC 2025', detail: 'c.md', year: 2025, ideas: 80, projects: 1, mentors: 0 },
  ],
  projects: [{ key: 'harbor', name: 'Har<b>or', detail: '', ideas: 110, perYear: [30, 0] }],
  mentors: [{ key: '@ada', name: 'Ada "A" Fern', detail: '@ada', ideas: 4, primary: 1 }],
  sizes: [{ key: 'none', name: 'No size given', detail: '', ideas: 600 }],
  skills: [],
}
const findings: FindingsOverview = {
  total: 3,
  rules: [
    { key: 'invalid-size\nerror', name: 'invalid-size', detail: 'A size & more.', severity: 'error', findings: 1, lists: 1 },
    { key: 'field-order\ninformation', name: 'field-order', detail: '', severity: 'information', findings: 2, lists: 1 },
  ],
  lists: { 'file:///w/c.md': 3 },
}

const shown = (
  view: { readonly overview?: Partial<Overview>; readonly findings?: FindingsOverview | null; readonly counting?: boolean } = {},
): OverviewPageParts =>
  overviewPageParts({
    kind: 'overview',
    overview: { ...overview, ...view.overview },
    findings: view.findings === undefined ? findings : view.findings,
    counting: view.counting ?? false,
  })

/** The text of each row of a part's tables, a cell after the other. */
const rows = (html: string): readonly string[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .replace(/<\/t[hd]>/g, ' | ')
      .replace(/<svg.*?<\/svg>|<[^>]*>/gs, '')
      .replace(/ \| $/, ''),
  )

test('overview page: each part is a table with its numbers', () => {
  const { parts, announcement } = shown()
  assert.deepEqual(rows(parts.years), ['Year | GSoC | LFX | All', '2026 | 30 | 10 | 40', '2025 | 80 | 0 | 80'])
  assert.deepEqual(rows(parts.lists), [
    'List | Ideas | Projects | Mentors | Problems | Review',
    'GSoC 2026 | 30 | 1 | 1 | 0 | Review',
    'GSoC 2025 c.md | 80 | 1 | 0 | 3 | Review',
  ])
  assert.deepEqual(rows(parts.projects), ['Project | Ideas | 2026 | 2025', 'Har&#60;b&#62;or | 110 | 30 | 0'])
  assert.deepEqual(rows(parts.mentors), ['Mentor | Ideas | As primary', 'Ada &#34;A&#34; Fern @ada | 4 | 1'])
  assert.deepEqual(rows(parts.sizes), ['Size | Ideas | Share', 'No size given | 600 | 100%'])
  assert.ok(parts.mentors.includes('primary mentor</span>'))
  assert.equal(parts.skills, '<p class="nothing">No ideas list skills.</p>')
  assert.deepEqual(rows(parts.findings), [
    'Rule | Severity | Problems | Lists',
    'invalid-size A size &#38; more. | Error | 1 | 1',
    'field-order | Info | 2 | 1',
  ])
  assert.equal(announcement, '1,200 ideas in 2 lists, 3 problems')
})

test('overview page: a row leads to what it counts, by its key alone', () => {
  const { parts } = shown()
  assert.ok(parts.lists.includes('data-table="lists" data-key="file:///w/a&#34;b.md">GSoC 2026</button>'), parts.lists)
  assert.ok(
    parts.projects.includes('data-key="harbor" data-year="2026" aria-label="Har&#60;b&#62;or, 2026: 30 ideas">30</button>'),
    parts.projects,
  )
  assert.ok(parts.years.includes('data-only="2025" aria-label="Show only 2025">2025</button>'), parts.years)
  assert.ok(
    parts.lists.includes('data-key="file:///w/c.md" data-part="problems" aria-label="GSoC 2025: 3 problems">3</button>'),
    parts.lists,
  )
  assert.ok(parts.mentors.includes('data-part="primary" aria-label="Ada &#34;A&#34; Fern as primary: 1 idea">1</button>'))
  assert.ok(
    parts.years.includes('data-table="years" data-key="lfx" data-year="2026" aria-label="LFX 2026: 10 ideas">10</button>'),
  )
  assert.ok(parts.summary.includes('<a href="#section-mentors" aria-label="1 mentor">1</a>'), parts.summary)
  // only to parts of the page
  assert.ok(!/href="(?!#section-)/.test(Object.values(parts).join('')))
})

test('overview page: a rule has a row for each severity, and marks code', () => {
  const detail = 'A mentor is not written as `Name (@handle)`.'
  const row = { name: 'mentor-count', detail, lists: 1 }
  const rules = [
    { ...row, key: 'mentor-count\nerror', severity: 'error' as const, findings: 7 },
    { ...row, key: 'mentor-count\ninformation', severity: 'information' as const, findings: 272 },
  ]
  const { parts } = shown({ findings: { total: 279, rules, lists: {} } })
  assert.deepEqual(
    rows(parts.findings).map((each) => each.replace(/ A mentor.*?\)\./, '')),
    ['Rule | Severity | Problems | Lists', 'mentor-count | Error | 7 | 1', 'mentor-count | Info | 272 | 1'],
  )
  assert.ok(parts.findings.includes('<code>Name (@handle)</code>'), parts.findings)
})

test('overview page: everything is escaped, and nothing styles or runs', () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=a()>'
  const row = { key: evil, name: evil, detail: evil, ideas: 3 }
  const { parts } = shown({
    overview: {
      lists: [{ ...row, year: 2026, projects: 1, mentors: 1 }],
      projects: [{ ...row, perYear: [1, 2] }],
      mentors: [{ ...row, primary: 1 }],
      sizes: [row],
      skills: [row],
    },
    findings: { total: 1, rules: [{ key: evil, name: evil, detail: evil, severity: 'error', findings: 1, lists: 1 }], lists: {} },
  })
  const html = Object.values(parts).join('\n')
  assert.ok(!/<script|<img|\sstyle=/.test(html))
  assert.ok(!/"[^"<>]*>[^<]*\sonerror=a\(\)>/.test(html.replaceAll('&#62;', '')))
  assert.equal(html.match(/onerror/g)?.length, html.match(/&#60;img src=x onerror=a\(\)&#62;/g)?.length)
})

test('overview page: one year can be chosen, and is shown to be', () => {
  const { parts, announcement } = shown({ overview: { year: 2025 } })
  assert.equal(
    parts.choice,
    '<option value="">All years</option><option value="2026">2026</option><option value="2025" selected>2025</option>',
  )
  assert.ok(parts.years.includes('aria-label="Show only 2025" aria-current="true"'))
  assert.ok(rows(parts.projects)[0]!.startsWith('Project | Ideas, 2025 |'))
  assert.equal(announcement, '2025: 1,200 ideas in 2 lists, 3 problems')
})

test('overview page: what is not known yet is said', () => {
  const first = shown({ findings: null, counting: true })
  assert.equal(first.parts.findings, '<p class="nothing">Counting problems…</p>')
  assert.ok(rows(first.parts.lists)[1]!.endsWith(' | … | Review'))
  assert.equal(first.announcement, '1,200 ideas in 2 lists')
  const again = shown({ counting: true })
  assert.ok(again.parts.findings.startsWith('<p class="nothing">Recounting…</p>'))
  assert.equal(rows(again.parts.findings).length, 3)
  assert.equal(
    shown({ findings: null }).parts.findings,
    '<p class="nothing">Could not count the problems. Select Refresh to try again.</p>',
  )
  assert.equal(
    shown({ findings: { total: 0, rules: [], lists: {} } }).parts.findings,
    '<p class="nothing">No problems in 2 lists.</p>',
  )
  const loading = shown({ overview: { complete: false } })
  assert.ok(loading.parts.summary.endsWith('<p class="nothing">Still reading more lists…</p>'))
  assert.equal(loading.announcement, 'Reading idea lists…')
})

test('overview page: an empty workspace, and a server that does not answer, are a sentence', () => {
  const none = {
    years: [],
    totals: { lists: 0, projects: 0, ideas: 0, mentors: 0 },
    byYear: [],
    lists: [],
    projects: [],
    mentors: [],
  }
  const { parts, announcement } = shown({ overview: { ...none, sizes: [] } })
  assert.equal(
    announcement,
    'There are no idea lists in this workspace. To create one, run "Idea Files: New Idea" in an empty Markdown file.',
  )
  assert.deepEqual(
    Object.entries(parts).filter(([, html]) => html !== ''),
    [['summary', `<p class="nothing">${escapeHtml(announcement)}</p>`]],
  )
  assert.equal(shown({ overview: { ...none, complete: false } }).announcement, 'Reading idea lists…')
  assert.equal(overviewPageParts({ kind: 'message', why: 'a < b' }).parts.summary, '<p class="nothing">a &#60; b</p>')
})

test('overview page: of many rows the first twelve are shown, and the others unfold', () => {
  const columns = [{ title: 'Mentor', kind: 'name' }] as const
  const many = (count: number) => Array.from({ length: count }, (_, index) => [`m${index + 1}`])
  const table = (count: number) =>
    tableHtml({ id: 'mentors', caption: 'Mentors', columns, rows: many(count), showAll: (shown) => `Show all ${shown} mentors` })
  assert.equal(rows(table(12)).length, 13)
  assert.ok(!table(12).includes('<details'))
  const [first, rest] = table(1300).split('<details id="more-mentors"><summary>Show all 1,300 mentors</summary>')
  assert.deepEqual([rows(first!).length, rows(rest!).length], [13, 1289])
  assert.deepEqual([rows(rest!)[0], rows(rest!)[1]], ['Mentor', 'm13'])
  assert.equal(table(13).match(/<caption class="heard">Mentors/g)?.length, 2)
})

test('overview page: what unfolds the projects has the number of the tile, without the row of no project', () => {
  const named = Array.from({ length: 13 }, (_, index) => ({ key: `p${index}`, name: `P${index}` }))
  const projects = [...named, { key: '', name: 'No project' }].map((each) => ({ ...each, detail: '', ideas: 1, perYear: [1, 0] }))
  const { parts } = shown({ overview: { projects, totals: { ...overview.totals, projects: 13 } } })
  assert.ok(parts.projects.includes('<summary>Show all 13 projects</summary>'))
  assert.ok(rows(parts.projects).some((row) => row.startsWith('No project | ')))
})

test('overview page: a bar is as long as its share, part by part', () => {
  const parts = [
    { kind: 'primary', count: 1 },
    { kind: 'none', count: 0 },
    { kind: 'plain', count: 2 },
  ]
  const bar = { to: { table: 'sizes', key: 'k' }, label: 'Small: 3 ideas' } as const
  assert.ok(
    tableBarCell({ ...bar, count: 3, max: 9, segments: parts }).includes(
      '<rect class="primary" x="0" width="11.11" height="10"/><rect class="plain" x="11.11" width="22.22" height="10"/></svg>',
    ),
  )
  assert.ok(!tableBarCell({ ...bar, count: 0, max: 0 }).includes('<rect'))
  assert.deepEqual([0, 999, 1000, 1234567].map(formatNumber), ['0', '999', '1,000', '1,234,567'])
  assert.equal(
    tableRowLink('a<', { table: 'sizes', key: 'k' }),
    '<button type="button" class="link" data-table="sizes" data-key="k">a&#60;</button>',
  )
})

test('overview page: the chart has a column a year, the oldest first', () => {
  const chart = yearChart(overview.byYear)
  assert.ok(chart.includes('aria-label="Bar chart of ideas per year, 2025 to 2026; the table next to it has the numbers"'), chart)
  assert.deepEqual(
    [...chart.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text),
    ['80', '2025', '40', '2026'],
  )
  // 120 units for the 80 of 2025
  assert.deepEqual(
    [...chart.matchAll(/<rect class="(\w+)" x="\d+" y="([\d.]+)" width="32" height="([\d.]+)"/g)].map(([, kind, y, height]) => [
      kind,
      y,
      height,
    ]),
    [
      ['gsoc', '16', '120'],
      ['gsoc', '91', '45'],
      ['lfx', '76', '15'],
    ],
  )
  assert.ok(yearChart([{ year: 0, gsoc: 0, lfx: 0, other: 0 }]).includes('No year'))
  // as in the table
  const all = yearChart([2026, 2025, 0].map((year) => ({ year, gsoc: 1, lfx: 0, other: 0 })))
  assert.deepEqual(
    [...all.matchAll(/>(20\d\d|No year)</g)].map(([, name]) => name),
    ['2025', '2026', 'No year'],
  )
  assert.ok(all.includes('2025 to 2026'))
})

test('overview page: the page has a place for each part, a heading for each table, and buttons with names', () => {
  const page = emptyOverviewPage()
  for (const id of Object.keys(shown().parts)) assert.equal(page.split(` id="${id}"`).length, 2, id)
  const titles = [...page.matchAll(/<h2 id="title-(\w+)">/g)].map(([, id]) => id)
  assert.deepEqual(titles, ['years', 'lists', 'projects', 'mentors', 'skills', 'sizes', 'findings'])
  for (const id of titles) assert.ok(page.includes(`aria-labelledby="title-${id}"`) && page.includes(`href="#section-${id}"`), id)
  assert.ok(page.includes('<h1>Overview</h1>') && page.includes('aria-live="polite"'))
  assert.ok(!/\sstyle=|\son\w+=/.test(page))
})

test('overview page: of what the page posts only what it can mean is read', () => {
  assert.deepEqual(readPostedMessage({ kind: 'ready', x: 1 }), { kind: 'ready' })
  assert.deepEqual(readPostedMessage({ kind: 'year', year: 2025 }), { kind: 'year', year: 2025 })
  assert.deepEqual(readPostedMessage({ kind: 'open', table: 'mentors', key: '@ada', year: null, uri: 'file:///etc/passwd' }), {
    kind: 'open',
    table: 'mentors',
    key: '@ada',
    year: null,
    part: undefined,
  })
  assert.deepEqual(readPostedMessage({ kind: 'open', table: 'lists', key: 'a', part: 'mentors' }), {
    ...{ kind: 'open', table: 'lists', key: 'a', year: null, part: 'mentors' },
  })
  assert.deepEqual(readPostedMessage({ kind: 'review', key: 'a', uri: 'file:///etc/passwd' }), { kind: 'review', key: 'a' })
  for (const message of [
    {},
    [],
    { kind: 'review' },
    { kind: 'x' },
    { kind: 'open' },
    { kind: 'open', table: 'toString', key: 'a' },
    { kind: 'open', table: 'lists', key: 1 },
  ]) {
    assert.equal(readPostedMessage(message), undefined, JSON.stringify(message))
  }
  assert.deepEqual([2025, 0, -1, 1.5, '2025', null, undefined].map(readPostedYear), [2025, 0, null, null, null, null, null])
})
