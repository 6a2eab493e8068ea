import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingsOverview, type ListFindings } from '../../../server/src/features/overview/findingCounts.ts'
import { createListRecords } from '../../../server/src/features/overview/ideaRecords.ts'
import { overview } from '../../../server/src/features/overview/overview.ts'
import { overviewCsv } from '../../../server/src/features/overview/overviewCsv.ts'
import { rowPlaces } from '../../../server/src/features/overview/rowPlaces.ts'
import type { OverviewPart, OverviewTable } from '../../../server/src/protocol/overview.ts'
import { folderFiles } from '../../support/folderList.ts'
import { listOf, MemoryWorkspace } from '../../support/memoryFiles.ts'
import { factsOf, fiveLists, knownLists, listText, type Reported, uriOf } from '../../support/overviewLists.ts'

const of = (year: number | null) => overview(factsOf(fiveLists), year)
const counts = (rows: readonly { readonly name: string; readonly ideas: number }[]) =>
  rows.map(({ name, ideas }) => `${name} ${ideas}`)

test('overview: ideas are counted over the years; what a term proposes and accepts counts once', () => {
  const { years, totals, byYear } = of(null)
  assert.deepEqual(years, [2026, 2025, 0])
  assert.deepEqual(totals, { lists: 5, projects: 3, ideas: 8, mentors: 5 })
  assert.deepEqual(byYear, [
    { year: 2026, gsoc: 3, lfx: 0, other: 0 },
    { year: 2025, gsoc: 0, lfx: 4, other: 0 },
    { year: 0, gsoc: 0, lfx: 0, other: 1 },
  ])
})

test('overview: each list counts its own ideas, projects and people', () => {
  assert.deepEqual(
    of(null).lists.map(({ name, detail, ideas, projects, mentors }) => [name, detail, ideas, projects, mentors]),
    [
      ['GSoC 2026', '', 3, 2, 3],
      ['LFX 2025 02-Jun-Aug', '', 1, 1, 1],
      ['LFX 2025 01-Mar-May', 'project_ideas.md', 2, 1, 2],
      ['LFX 2025 01-Mar-May', 'README.md', 2, 1, 2],
      ['our ideas.md', '', 1, 1, 1],
    ],
  )
  const copies = knownLists({
    'a/x/ideas.md': listText({ A: [{ title: 'B' }] }),
    'b/x/ideas.md': listText({ A: [{ title: 'B' }] }),
  })
  const { lists, totals } = overview(factsOf(copies), null)
  assert.deepEqual(
    lists.map(({ detail }) => detail),
    ['a/x/ideas.md', 'b/x/ideas.md'],
  )
  // of no common term
  assert.equal(totals.ideas, 2)
})

test('overview: a project is one under all its spellings, and counts by year; one without an idea is left out', () => {
  assert.deepEqual(
    of(null).projects.map(({ name, ideas, perYear }) => [name, ideas, ...perYear]),
    [
      ['Harbor', 4, 1, 3, 0],
      ['OpenTelemetry (OTel)', 3, 2, 1, 0],
      ['Lighthouse', 1, 0, 0, 1],
    ],
  )
})

test('overview: people go by handle, else by an address that is known of a handle, else by what there is', () => {
  assert.deepEqual(
    of(null).mentors.map(({ key, name, detail, ideas, primary }) => [key, name, detail, ideas, primary]),
    [
      ['@bo-reed', 'Bo R.', '@bo-reed', 4, 1],
      ['@ada-fern', 'Ada Fern', '@Ada-Fern', 2, 2],
      ['@cy-moss', 'Cy Moss', '@cy-moss', 2, 1],
      ['name:diholm', 'Di Holm', '', 1, 0],
      ['mail:di@example.org', 'di@example.org', '', 1, 0],
    ],
  )
})

test('overview: sizes keep their order, and skills go by their usual names', () => {
  assert.deepEqual(counts(of(null).sizes), ['small 1', 'medium 1', 'large 1', '200 hours 1'])
  assert.deepEqual(counts(of(null).skills), ['Go 4', 'Rust 2', 'C 1', 'C++ 1', 'Watercolour 1'])
})

test('overview: one year counts alone; the years and their columns stay', () => {
  const year = of(2025)
  assert.deepEqual(year.totals, { lists: 3, projects: 2, ideas: 4, mentors: 2 })
  assert.deepEqual([year.years, year.byYear], [of(null).years, of(null).byYear])
  assert.deepEqual(
    year.projects.map(({ name, ideas, perYear }) => [name, ideas, ...perYear]),
    [
      ['Harbor', 3, 1, 3, 0],
      ['OpenTelemetry (OTel)', 1, 2, 1, 0],
    ],
  )
  assert.deepEqual(counts(year.mentors), ['Bo R. 4', 'Ada Fern 1'])
  assert.deepEqual(counts(of(0).lists), ['our ideas.md 1'])
  assert.deepEqual(of(1999).totals, { lists: 0, projects: 0, ideas: 0, mentors: 0 })
})

test('overview: equal numbers are sorted by name, whatever its letter case and accents', () => {
  const ideas = (...names: readonly string[]): readonly Reported[] => names.map((name) => ({ title: name, skills: name }))
  const lists = knownLists({
    'summerofcode/2026.md': listText({
      pear: ideas('b', 'a'),
      Apple: ideas('D', 'c'),
      fig: ideas('d', 'd'),
      Émeraude: ideas('a', 'b'),
    }),
  })
  const { projects, skills } = overview(factsOf(lists), null)
  assert.deepEqual(counts(projects), ['Apple 2', 'Émeraude 2', 'fig 2', 'pear 2'])
  assert.deepEqual(counts(skills), ['D 3', 'a 2', 'b 2', 'C 1'])
})

test('overview: ideas without a title are different ones, and text of a file cannot change the direction of a line', () => {
  const evil = ['\u202eevil (@evil)']
  const one = listText({ Harbor: [{ title: 'A' }, { title: 'B' }], Jaeger: [{ title: '', mentors: evil }] })
  const lists = knownLists({
    'lfx-mentorship/2025/01-Mar-May/project_ideas.md': one,
    'lfx-mentorship/2025/01-Mar-May/README.md': one,
  })
  const { totals, mentors } = overview(factsOf(lists), null)
  assert.equal(totals.ideas, 4)
  assert.ok(!mentors[0]!.name.includes('\u202e'), mentors[0]!.name)
})

test('overview: without lists there is nothing', () => {
  const { years, totals, lists, sizes } = overview([], null)
  assert.deepEqual([years, lists, sizes], [[], [], []])
  assert.deepEqual(totals, { lists: 0, projects: 0, ideas: 0, mentors: 0 })
})

const textAt = (uri: string, start: number, end: number): string =>
  fiveLists.find((list) => list.uri === uri)!.text.slice(start, end)
const found: readonly ListFindings[] = fiveLists.map((list, index) => ({
  list,
  findings: [
    ...(index === 0
      ? [
          {
            code: 'invalid-size',
            severity: 'error' as const,
            message: 'No size',
            span: { start: 4, end: 8 },
            fix: 'none' as const,
          },
        ]
      : []),
    ...(index < 2
      ? [
          {
            code: 'mentor-format',
            severity: 'information' as const,
            message: 'Odd',
            span: { start: 0, end: 3 },
            fix: 'none' as const,
          },
        ]
      : []),
    ...(index === 1
      ? [
          {
            code: 'mentor-format',
            severity: 'warning' as const,
            message: 'Odder',
            span: { start: 3, end: 4 },
            fix: 'none' as const,
          },
        ]
      : []),
    ...(index === 1
      ? [
          {
            code: 'field-order',
            severity: 'warning' as const,
            message: 'Order',
            span: { start: 3, end: 4 },
            fix: 'none' as const,
          },
        ]
      : []),
  ],
}))
const places = (table: OverviewTable, key: string, year: number | null = null, part?: OverviewPart): readonly string[] =>
  rowPlaces(factsOf(fiveLists), found, { table, key, year, part }).map(
    ({ uri, span, title, detail }) => `${textAt(uri, span.start, span.end)} | ${title} | ${detail}`,
  )

test('overview: a row leads to every place that it counts', () => {
  assert.deepEqual(places('projects', 'harbor', 2026), ['Show the tide | Show the tide | Harbor · GSoC 2026'])
  assert.deepEqual(places('mentors', '@ada-fern'), [
    'Ada Fern (@Ada-Fern, ada@example.org) - primary | Show the tide | Harbor · GSoC 2026',
    'Ada Fern (@Ada-Fern, ada@example.org) - primary | Sign what travels | Harbor · LFX 2025 01-Mar-May',
    'Ada Fern (@Ada-Fern, ada@example.org) - primary | Sign what travels | harbor · LFX 2025 01-Mar-May',
  ])
  assert.deepEqual(places('skills', 'rust', 2025), [
    'rust | Mend the nets | Opentelemetry · LFX 2025 02-Jun-Aug',
    'Rust | Sign what travels | Harbor · LFX 2025 01-Mar-May',
    'Rust | Sign what travels | harbor · LFX 2025 01-Mar-May',
  ])
  assert.deepEqual(places('sizes', '200 hours'), ['Count the boats | Count the boats | OpenTelemetry (OTel) · GSoC 2026'])
  assert.deepEqual(places('sizes', 'none'), [], 'no list with sizes has an idea without one')
  assert.deepEqual(places('lists', uriOf('notes/our ideas.md')), [' |  | our ideas.md'])
  assert.deepEqual(places('findings', 'mentor-format\ninformation'), ['### | Odd | GSoC 2026', '### | Odd | LFX 2025 02-Jun-Aug'])
  assert.deepEqual(places('findings', 'mentor-format\nwarning'), ['  | Odder | LFX 2025 02-Jun-Aug'])
  for (const table of ['lists', 'projects', 'mentors', 'sizes', 'skills', 'findings'] as const) {
    assert.deepEqual(places(table, 'file:///etc/passwd'), [], table)
  }
})

test('overview: each number of a row leads to as many places', () => {
  for (const { key, ideas, projects, mentors } of of(null).lists) {
    for (const [part, count] of Object.entries({ ideas, projects, mentors }) as [OverviewPart, number][])
      assert.equal(places('lists', key, null, part).length, count, `${part} of ${key}`)
  }
  const [newest] = of(null).lists
  assert.deepEqual(places('lists', newest!.key, null, 'problems'), ['Harb | No size | GSoC 2026', '### | Odd | GSoC 2026'])
  assert.deepEqual(
    places('lists', newest!.key, null, 'mentors').map((place) => place.split(' | ')[1]),
    ['Ada Fern', 'Cy Moss', 'Di Holm'],
  )
  assert.deepEqual(
    places('lists', newest!.key, null, 'projects').map((place) => place.split(' | ')[1]),
    ['Harbor', 'OpenTelemetry (OTel)'],
  )
  assert.equal(places('years', 'gsoc', 2026).length, 3)
  assert.equal(places('years', 'lfx', 2026).length, 0)
  assert.equal(places('years', '', 0).length, 1)
  assert.equal(places('mentors', '@bo-reed').length > places('mentors', '@bo-reed', null, 'primary').length, true)
  assert.deepEqual(places('findings', 'mentor-format\ninformation', null, 'lists'), [
    '### | GSoC 2026 | ',
    '### | LFX 2025 02-Jun-Aug | ',
  ])
})

test('overview: a program without sizes has no ideas that lack one', () => {
  const lists = knownLists({
    'summerofcode/2026.md': listText({ A: [{ title: 'B', size: 'small' }, { title: 'C' }] }),
    'lfx-mentorship/2025/01-Mar-May/README.md': listText({ A: [{ title: 'D' }, { title: 'E' }] }),
  })
  assert.deepEqual(counts(overview(factsOf(lists), null).sizes), ['small 1', 'No size 1'])
  const none = rowPlaces(factsOf(lists), [], { table: 'sizes', key: 'none', year: null })
  assert.deepEqual(
    none.map(({ title }) => title),
    ['C'],
  )
})

test('overview: findings are counted by rule and severity, the worst first', () => {
  const row = (name: string, severity: string, findings: number, inLists: number, detail = '') => ({
    ...{ key: `${name}\n${severity}`, name, detail, severity, findings, lists: inLists },
  })
  const { total, rules, lists } = findingsOverview(found, null, new Map([['invalid-size', 'A size is none.']]))
  assert.equal(total, 5)
  assert.deepEqual(rules, [
    row('invalid-size', 'error', 1, 1, 'A size is none.'),
    row('field-order', 'warning', 1, 1),
    row('mentor-format', 'warning', 1, 1),
    row('mentor-format', 'information', 2, 2),
  ])
  assert.deepEqual(lists, { [fiveLists[0]!.uri]: 2, [fiveLists[1]!.uri]: 3 })
  assert.equal(findingsOverview(found, 2025, new Map()).total, 3)
})

test('overview: as CSV each row of a table is a row, and nothing in it is a formula', () => {
  const lists = knownLists({
    'summerofcode/2026.md': listText({
      '=cmd()': [{ title: 'A', mentors: ['Ada, Fern (@ada-fern) - primary'], skills: '+1', size: 'small' }],
    }),
  })
  const findings = findingsOverview([{ list: lists[0]!, findings: found[0]!.findings }], null, new Map())
  const uri = uriOf('summerofcode/2026.md')
  assert.deepEqual(findings.lists, { [uri]: 2 })
  assert.equal(
    overviewCsv(overview(factsOf(lists), 2026), findings),
    [
      'table,name,detail,year,ideas,primary,findings',
      'years,GSoC,,2026,1,,',
      'lists,GSoC 2026,,2026,1,,2',
      "projects,'=cmd(),,2026,1,,",
      'mentors,"Ada, Fern",\'@ada-fern,2026,1,1,',
      'sizes,small,,2026,1,,',
      "skills,'+1,,2026,1,,",
      'findings,invalid-size,error,2026,,,1',
      'findings,mentor-format,information,2026,,,1',
      '',
    ].join('\r\n'),
  )
})

test('overview: the facts of a list stay the same object for as long as the list does', () => {
  const facts = createListRecords()
  assert.equal(facts(fiveLists[0]!), facts(fiveLists[0]!))
})

test('overview: the files of a folder with an idea each are one list', async () => {
  const memory = new MemoryWorkspace({ ...folderFiles('/w/ideas/2025', 3), '/w/old.md': listOf('One') })
  await memory.load('/w')
  const facts = factsOf(memory.workspace.lists())
  const { lists, totals, years } = overview(facts, 2025)
  assert.deepEqual(years, [2025, 0])
  assert.equal(totals.lists, 1)
  assert.deepEqual(
    lists.map(({ key, name, ideas, mentors }) => [key, name, ideas, mentors]),
    [['memory://host/w/ideas/2025', 'ideas/2025', 3, 1]],
  )
  const places = rowPlaces(facts, [], { table: 'lists', key: lists[0]!.key, year: null })
  assert.deepEqual(
    places.map(({ uri }) => uri),
    ['1', '2', '3'].map((name) => `memory://host/w/ideas/2025/${name}.md`),
  )
  // none has a project
  assert.deepEqual([totals.projects, lists[0]!.projects], [0, 0])
  const problem = { code: 'missing-field', severity: 'warning', message: 'x', span: { start: 0, end: 1 }, fix: 'none' } as const
  const found = memory.workspace.lists().map((list) => ({ list, findings: [problem] }))
  const { total, rules, lists: problems } = findingsOverview(found, 2025, new Map())
  assert.deepEqual([total, problems, rules[0]?.lists], [3, { 'memory://host/w/ideas/2025': 3 }, 1])
})
