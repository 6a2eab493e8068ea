import assert from 'node:assert/strict'
import { test } from 'node:test'
import { badgeDecoration, badgePath, findingBadgeText, sumBadgeCounts } from '../../../client/src/ideasView/findingBadges.ts'
import { knownVersions, mergeLists, type ShownList } from '../../../client/src/ideasView/mergeLists.ts'
import { listsWithOpenFindings, withFindingsInTabs } from '../../../client/src/ideasView/openFindings.ts'
import { personRowText } from '../../../client/src/ideasView/people.ts'
import { ideaPicks, sameQuickPick, searchPicks } from '../../../client/src/ideasView/quickPicks.ts'
import { rowAtCursor } from '../../../client/src/ideasView/rowAtCursor.ts'
import {
  changedRows,
  type Grouping,
  noRows,
  type TreeRows,
  treeRowAriaLabel,
  treeRows,
} from '../../../client/src/ideasView/treeRows.ts'
import type { IdeaEntry, MentorEntry } from '../../../server/src/protocol/ideas.ts'

const mentor = (name: string | null, handle: string | null = null, email: string | null = null): MentorEntry => ({
  name,
  handle,
  email,
})
const named = (name: string) => ({ key: name.toLowerCase(), name })

const ada = mentor('Ada Fern', 'ada-fern', 'ada@example.org')
const bo = mentor('Bo Reed', 'bo-reed', 'bo@example.org')

let line = 0
const idea = (title: string | null, project: string | null, more: Partial<IdeaEntry> = {}): IdeaEntry => ({
  title,
  project: project === null ? null : named(project),
  position: { line: ++line, character: 4 },
  mentors: [ada],
  skills: [named('Go')],
  findings: null,
  ...more,
})

const listOf = (year: number, ideas: readonly IdeaEntry[], more: Partial<ShownList> = {}): ShownList => ({
  uri: `file:///w/summerofcode/${year}.md`,
  version: `${year}.1`,
  label: `GSoC ${year}`,
  year,
  findings: null,
  ideas,
  ...more,
})

const pathOf = (uri: string): string => uri.slice('file:///w/'.length)

/** The tree as it is read: two spaces a level, the description after the label. */
function drawn({ roots, all }: TreeRows): string {
  const draw = (id: string, depth: number): readonly string[] => {
    const { label, description, children } = all.get(id)!
    const row = `${'  '.repeat(depth)}${label}${description === '' ? '' : ` — ${description}`}`
    return [row, ...children.flatMap((child) => draw(child, depth + 1))]
  }
  return roots.flatMap((id) => draw(id, 0)).join('\n')
}

const treeOf = (lists: readonly ShownList[], grouping: Grouping): string => drawn(treeRows(lists, grouping, pathOf))
const tree = (...lines: readonly string[]): string => lines.join('\n')

const newer = listOf(2026, [
  idea('Show the tide', 'Harbor', { mentors: [ada, bo], skills: [named('Go'), named('CSS')] }),
  idea('Read old logs', 'Harbor', { mentors: [mentor('Cy Moss', null, 'cy@example.org')], skills: [] }),
  idea('Ring the bell', 'Bells', { mentors: [] }),
])
const older = listOf(2024, [
  idea('Show the ebb', 'harbor', { mentors: [mentor('A. Fern', 'Ada-Fern')], skills: [named('Rust')] }),
  idea(null, null, { mentors: [mentor(null, 'cy-moss', 'CY@example.org')] }),
])

test('ideasView: by list: projects, below them ideas with their mentors; first the ideas without a project', () => {
  assert.equal(
    treeOf([newer, older], 'list'),
    tree(
      'GSoC 2026 — 3 ideas',
      '  Harbor — 2 ideas',
      '    Show the tide — Ada Fern, Bo Reed',
      '    Read old logs — Cy Moss',
      '  Bells — 1 idea',
      '    Ring the bell',
      'GSoC 2024 — 2 ideas',
      '  Untitled idea — @cy-moss',
      '  harbor — 1 idea',
      '    Show the ebb — A. Fern',
    ),
  )
})

test('ideasView: by project: all spellings together under the newest, in the alphabet, with the lists of their ideas', () => {
  assert.equal(
    treeOf([newer, older], 'project'),
    tree(
      'Bells — 1 idea',
      '  Ring the bell — GSoC 2026',
      'Harbor — 3 ideas',
      '  Show the tide — GSoC 2026',
      '  Read old logs — GSoC 2026',
      '  Show the ebb — GSoC 2024',
      'No project — 1 idea',
      '  Untitled idea — GSoC 2024',
    ),
  )
})

test('ideasView: by mentor: one person by handle and address, under the newest name', () => {
  assert.equal(
    treeOf([newer, older], 'mentor'),
    tree(
      'Ada Fern — @ada-fern · 2 ideas',
      '  Show the tide — Harbor · GSoC 2026',
      '  Show the ebb — harbor · GSoC 2024',
      'Bo Reed — @bo-reed · 1 idea',
      '  Show the tide — Harbor · GSoC 2026',
      'Cy Moss — @cy-moss · 2 ideas',
      '  Read old logs — Harbor · GSoC 2026',
      '  Untitled idea — GSoC 2024',
      'No mentors — 1 idea',
      '  Ring the bell — Bells · GSoC 2026',
    ),
  )
})

test('ideasView: people without a handle, without a name, without anything, and twice in one idea', () => {
  const mentors = [
    mentor(null, null, 'di@example.org'),
    mentor('Di Holm', null, 'DI@example.org'),
    mentor(null, 'ed-lake'),
    mentor('Fay Pool'),
    mentor('fay pool'),
    mentor(null),
  ]
  assert.equal(
    treeOf([listOf(2026, [idea('Show the tide', 'Harbor', { mentors })])], 'mentor'),
    tree(
      'Di Holm — DI@example.org · 1 idea',
      '  Show the tide — Harbor · GSoC 2026',
      'Fay Pool — 1 idea',
      '  Show the tide — Harbor · GSoC 2026',
      '@ed-lake — 1 idea',
      '  Show the tide — Harbor · GSoC 2026',
    ),
  )
})

test('ideasView: people who are to be found yet are no people, and names come before brackets and handles', () => {
  const mentors = [mentor('[Zoe Lake]', 'zoe'), mentor('[TBD]', 'tbd'), mentor(null, 'tba'), mentor('Zed Moor')]
  assert.equal(
    treeOf([listOf(2026, [idea('Show the tide', 'Harbor', { mentors })])], 'mentor').replaceAll(/\n {2}.*/g, ''),
    tree('Zed Moor — 1 idea', '[Zoe Lake] — @zoe · 1 idea'),
  )
  const unnamed = [mentor('[TBD]', 'tbd')]
  assert.match(treeOf([listOf(2026, [idea('Show the tide', 'Harbor', { mentors: unnamed })])], 'mentor'), /^No mentors/)
})

test('ideasView: lists of one label are told apart by the end of their paths, which others do not show', () => {
  const file = (path: string, label: string) => ({ ...listOf(2026, []), uri: `file:///w/${path}`, label })
  const lists = [
    file('lfx/2026/01/README.md', 'LFX 2026 01'),
    file('lfx/2026/01/project_ideas.md', 'LFX 2026 01'),
    file('a/ideas.md', 'ideas.md'),
    file('b/ideas.md', 'ideas.md'),
    file('summerofcode/2026.md', 'GSoC 2026'),
  ]
  const rows = treeRows(lists, 'list', pathOf)
  assert.deepEqual(
    rows.roots.map((id) => rows.all.get(id)?.description),
    ['README.md · 0 ideas', 'project_ideas.md · 0 ideas', 'a/ideas.md · 0 ideas', 'b/ideas.md · 0 ideas', '0 ideas'],
  )
  assert.equal(rows.all.get(rows.roots[0]!)?.details[0], 'lfx/2026/01/README.md')
})

test('ideasView: rows lead to their places: a list to its start, a project to its heading, a person nowhere', () => {
  const position = { line: 2, character: 5 }
  const list = listOf(2026, [idea('Show the tide', null, { project: { key: 'harbor', name: 'Harbor', position } })])
  const targets = (grouping: Grouping) =>
    [...treeRows([list], grouping, pathOf).all.values()].filter(({ kind }) => kind !== 'idea').map(({ target }) => target)
  const { uri } = list
  assert.deepEqual(targets('list'), [
    { uri, position, project: 'Harbor' },
    { uri, position: null, project: null },
  ])
  assert.deepEqual(targets('project'), [{ uri, position, project: 'Harbor' }])
  assert.deepEqual(targets('mentor'), [null])
  const [person] = [...treeRows([list], 'mentor', pathOf).all.values()].flatMap((row) => row.person ?? [])
  assert.equal(personRowText(person!), 'Ada Fern (@ada-fern, ada@example.org)')
  assert.equal(personRowText(mentor(null, 'ada-fern')), '@ada-fern')
})

test('ideasView: the row at the cursor is the idea or project above it, otherwise the list; a selected row of the same idea stays', () => {
  const at = (row: number) => ({ position: { line: row, character: 0 } })
  const list = listOf(2026, [
    idea('Show the tide', 'Harbor', { ...at(10), mentors: [ada, bo] }),
    idea('Ring the bell', null, { ...at(20), project: { key: 'bells', name: 'Bells', position: { line: 18, character: 0 } } }),
  ])
  const byList = treeRows([list, older], 'list', pathOf)
  const label = (line: number, uri = list.uri) => byList.all.get(rowAtCursor(byList, uri, line, undefined) ?? '')?.label
  assert.deepEqual(
    [0, 9, 10, 17, 18, 20, 99].map((row) => label(row)),
    ['GSoC 2026', 'GSoC 2026', 'Show the tide', 'Show the tide', 'Bells', 'Ring the bell', 'Ring the bell'],
  )
  assert.equal(label(3, 'file:///w/README.md'), undefined)
  const byMentor = treeRows([list], 'mentor', pathOf)
  const [first, second] = [...byMentor.all.values()].filter((row) => row.label === 'Show the tide').map(({ id }) => id)
  assert.equal(rowAtCursor(byMentor, list.uri, 11, undefined), first)
  assert.equal(rowAtCursor(byMentor, list.uri, 11, second), second)
})

test('ideasView: by skill: the most used first, what names none last', () => {
  assert.equal(
    treeOf([newer, older], 'skill').replaceAll(/\n {2}.*/g, ''),
    tree('Go — 3 ideas', 'CSS — 1 idea', 'Rust — 1 idea', 'No skills — 1 idea'),
  )
})

test('ideasView: no lists, and a list without ideas', () => {
  for (const grouping of ['list', 'project', 'mentor', 'skill'] as const) {
    assert.deepEqual(treeRows([], grouping, pathOf).roots, [])
    assert.equal(treeOf([listOf(2026, [])], grouping), grouping === 'list' ? 'GSoC 2026 — 0 ideas' : '')
  }
})

test('ideasView: the files of a folder with an idea each are one list, each idea leads to its file', () => {
  const file = (name: string, more: Partial<ShownList> = {}): ShownList => ({
    ...listOf(2025, [idea(name, null)]),
    uri: `file:///w/ideas/2025/${name}.md`,
    folder: 'file:///w/ideas/2025',
    label: 'ideas/2025',
    ...more,
  })
  const lists = [file('Wind'), older, file('Ring', { findings: { errors: 0, warnings: 1, others: 0 } })]
  assert.equal(
    treeOf(lists, 'list'),
    tree('ideas/2025 — 2 ideas', '  Wind — Ada Fern', '  Ring — Ada Fern', ...treeOf([older], 'list').split('\n')),
  )
  const { all, roots } = treeRows(lists, 'list', pathOf)
  const folder = all.get(roots[0]!)!
  assert.deepEqual(folder.findings, { errors: 0, warnings: 1, others: 0 })
  assert.deepEqual(
    folder.children.map((child) => all.get(child)?.place?.list.uri),
    ['file:///w/ideas/2025/Wind.md', 'file:///w/ideas/2025/Ring.md'],
  )
})

test('ideasView: every row is found by its id and appears once', () => {
  for (const grouping of ['list', 'project', 'mentor', 'skill'] as const) {
    const { roots, all } = treeRows([newer, older], grouping, pathOf)
    const below = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => [id, ...below(all.get(id)!.children)])
    assert.deepEqual(below(roots).toSorted(), [...all.keys()].toSorted(), grouping)
    for (const [id, row] of all) assert.equal(row.id, id)
  }
})

const counts = (errors: number, warnings = 0, others = 0) => ({ errors, warnings, others })

test('ideasView: findings add up if they are known, and are not shown for lists that were not checked', () => {
  const open = listOf(
    2026,
    [
      idea('Show the tide', 'Harbor', { findings: counts(1, 2) }),
      idea('Read old logs', 'Harbor', { findings: counts(0, 1, 1) }),
      idea('Ring the bell', 'Bells', { findings: counts(0) }),
    ],
    // one in the table of contents
    { findings: counts(1, 4, 1) },
  )
  const rows = treeRows([open, older], 'list', pathOf)
  const of = (label: string) => [...rows.all.values()].find((row) => row.label === label)?.findings
  assert.deepEqual(['GSoC 2026', 'Harbor', 'Bells', 'GSoC 2024', 'Show the ebb'].map(of), [
    counts(1, 4, 1),
    counts(1, 3, 1),
    counts(0),
    null,
    null,
  ])
  const harbor = [...treeRows([open, older], 'project', pathOf).all.values()].find(({ label }) => label === 'Harbor')
  assert.deepEqual(harbor?.findings, counts(1, 3, 1))
  assert.equal(sumBadgeCounts([]), null)
  assert.deepEqual([counts(1, 2, 1), counts(0, 0, 3), counts(0), null].map(findingBadgeText), [
    '1 error, 2 warnings, 1 info',
    '3 info',
    '',
    '',
  ])
})

test('ideasView: a badge has two characters, the colour of the worst, and tells it all in words', () => {
  const shown = (...of: Parameters<typeof counts>) => badgeDecoration(badgePath(counts(...of)) ?? '')
  assert.deepEqual(shown(2, 7), { badge: '9', level: 'error', tooltip: '2 errors, 7 warnings' })
  assert.deepEqual(shown(0, 10), { badge: '9+', level: 'warning', tooltip: '10 warnings' })
  assert.deepEqual(shown(0, 0, 1), { badge: '1', level: 'other', tooltip: '1 info' })
  assert.equal(badgePath(counts(0)), null)
  assert.equal(badgePath(null), null)
  for (const path of ['', '/', '/1/2', '/1/2/x', '/1/2/3/4', '/-1/2/3']) assert.equal(badgeDecoration(path), null, path)
})

test('ideasView: a screen reader says what is seen', () => {
  const open = listOf(2026, [idea('Show the tide', 'Harbor', { mentors: [ada, bo], findings: counts(1) })], {
    findings: counts(2),
  })
  const rows = treeRows([open], 'list', pathOf)
  assert.deepEqual([...rows.all.values()].map(treeRowAriaLabel).toSorted(), [
    'GSoC 2026, 1 idea, 2 errors',
    'Harbor, 1 idea, 1 error',
    'Show the tide, Harbor · GSoC 2026, Mentors: Ada Fern, Bo Reed, Skills: Go, Problems: 1 error',
  ])
})

test('ideasView: only what has changed is redrawn', () => {
  const changes = (lists: readonly ShownList[]): 'all' | readonly string[] =>
    changedRows(treeRows([newer, older], 'list', pathOf), treeRows(lists, 'list', pathOf))
  const [first, ...rest] = newer.ideas
  const withFirst = (change: Partial<IdeaEntry>): ShownList => ({ ...newer, ideas: [{ ...first!, ...change }, ...rest] })
  const row = `list\n${newer.uri}\nproject\nharbor`
  assert.deepEqual(changes([newer, older]), [])
  assert.deepEqual(changes([structuredClone(newer), older]), [])
  assert.deepEqual(changes([withFirst({ title: 'Show the flood' }), older]), [`${row}\nidea\n${newer.uri}\n0`])
  assert.deepEqual(changes([withFirst({ position: { line: 99, character: 4 } }), older]), [`${row}\nidea\n${newer.uri}\n0`])
  assert.deepEqual(changes([withFirst({ findings: counts(1) }), older]), [`${row}\nidea\n${newer.uri}\n0`, row])
  assert.deepEqual(changes([{ ...newer, ideas: newer.ideas.slice(0, 2) }, older]), [`list\n${newer.uri}`])
  assert.equal(changes([newer]), 'all')
  assert.equal(changes([older, newer]), 'all')
  assert.equal(changedRows(noRows, treeRows([newer], 'list', pathOf)), 'all')
})

test('ideasView: a list whose last tab was closed has no problems', () => {
  const open = { ...newer, findings: counts(2), ideas: newer.ideas.map((each) => ({ ...each, findings: counts(1) })) }
  const shown = withFindingsInTabs([open, older], new Set([open.uri, older.uri]))
  assert.ok(shown[0] === open && shown[1] === older)
  assert.deepEqual(listsWithOpenFindings([open, older], new Set([open.uri, older.uri])), [open])
  const closed = withFindingsInTabs([open, older], new Set([older.uri]))
  assert.deepEqual(closed, [{ ...newer, findings: null, ideas: newer.ideas.map((each) => ({ ...each, findings: null })) }, older])
  assert.deepEqual(listsWithOpenFindings([open, older], new Set([older.uri])), [])
  const redrawn = changedRows(treeRows([open, older], 'list', pathOf), treeRows(closed, 'list', pathOf))
  assert.ok(redrawn.includes(`list\n${newer.uri}`))
})

test('ideasView: an answer repeats no list that is known: it stays the same object', () => {
  const version = (list: ShownList, more: Partial<{ readonly version: string }> = {}) => {
    const { uri, version, ...entry } = list
    return { uri, version, list: entry, ...more }
  }
  const first = mergeLists([], { loading: true, lists: [version(newer), version(older)] })
  assert.deepEqual(first, [newer, older])
  assert.deepEqual(knownVersions(first), { [newer.uri]: '2026.1', [older.uri]: '2024.1' })
  const next = mergeLists(first, {
    loading: false,
    lists: [version({ ...newer, ideas: [] }, { version: '2026.2' }), { uri: older.uri, version: '2024.1', list: null }],
  })
  assert.deepEqual([next[0]?.version, next[0]?.ideas.length], ['2026.2', 0])
  assert.equal(next[1], first[1])
  assert.deepEqual(mergeLists(first, { loading: false, lists: [{ uri: 'file:///w/unknown.md', version: '1', list: null }] }), [])
})

const picksOf = (lists: readonly ShownList[]) => ideaPicks(lists, (uri) => uri.replace('file:///w/', ''))

test('picks: the idea and its project, then list, year and mentors', () => {
  const other = listOf(2023, [idea('Show $(bug) the $(sync~spin) moon', null, { mentors: [mentor(null, 'di-holm')] })], {
    label: 'ideas.md',
  })
  assert.deepEqual(
    picksOf([newer, other])
      .filter((_, index) => index !== 1)
      .map(({ label, description, detail }) => [label, description, detail]),
    [
      ['Show the tide', 'Harbor', 'GSoC 2026 · Ada Fern, Bo Reed'],
      ['Ring the bell', 'Bells', 'GSoC 2026'],
      ['Show \\$(bug) the \\$(sync~spin) moon', '', 'ideas.md · 2023 · @di-holm'],
    ],
  )
})

test('picks: lists of one name are told apart by their files', () => {
  const two = ['README.md', 'project_ideas.md'].map((name) => ({ ...older, uri: `file:///w/2026/${name}` }))
  assert.deepEqual([...new Set(picksOf(two).map(({ detail }) => detail.split(' · ')[1]))], ['README.md', 'project_ideas.md'])
})

test('ideasView: the selected pick stays the same when more are loaded', () => {
  const [, second] = picksOf([older])
  const more = picksOf([newer, older])
  assert.equal(sameQuickPick(more, second!), more[4])
  const moved = picksOf([{ ...older, ideas: [idea('A new one', 'Harbor'), ...older.ideas] }])
  assert.equal(sameQuickPick(moved, second!), moved[2])
  assert.equal(sameQuickPick(picksOf([newer]), second!), undefined)
})

test('Go to Idea: words in any order over title, project, list, year and mentors; whole words first, then the newest', () => {
  const picks = picksOf([
    listOf(2025, [idea('Trace dm4 devices', 'Jaeger'), idea('Compact 20240 blocks', 'Cortex')]),
    listOf(2024, [
      idea('Show long traces', 'Jaeger', { mentors: [mentor('Zoë Łuk', 'zed-luk')] }),
      idea('WasmEdge exceptions', 'WasmEdge'),
    ]),
  ])
  const found = (query: string) => searchPicks(picks, query).map(({ label }) => label)
  assert.deepEqual(found('2024 jaeger'), ['Show long traces'])
  assert.deepEqual(found('exception wasmedge'), ['WasmEdge exceptions'])
  assert.deepEqual(found('zoe luk 2024'), ['Show long traces'])
  assert.deepEqual(found('2024'), ['Show long traces', 'WasmEdge exceptions', 'Compact 20240 blocks'])
  assert.deepEqual(found('trace'), ['Trace dm4 devices', 'Show long traces'])
  for (const handle of ['zed-luk', '@zed-luk', '@zed', 'jaeger @zed-luk']) assert.deepEqual(found(handle), ['Show long traces'])
  assert.deepEqual(found('@luk'), [])
  assert.deepEqual(found('zzzz'), [])
  assert.equal(found('  ').length, picks.length)
})
