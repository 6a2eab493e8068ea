import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SymbolKind } from 'vscode-languageserver-types'
import { workspaceSymbols } from '../../../server/src/features/navigation/workspaceSymbols.ts'
import { list } from '../../support/list.ts'
import { known, pathOf } from '../../support/workspaceLists.ts'

const other = `### Kubernetes

#### Show the way

- Description: Of all ways the shortest.
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
  - @gil
  - Hal Example

#### Show the way back

- Description: Of all ways back the shortest.
- Mentor(s): Ada Fern (@ada-fern)
`

const lists = [known('summerofcode/2026.md', list), known('lfx-mentorship/2025/03-Sep-Nov/README.md', other)]

const kinds: Readonly<Record<number, string>> = {
  [SymbolKind.Package]: 'project',
  [SymbolKind.Class]: 'idea',
  [SymbolKind.Object]: 'person',
}

/** Each symbol as `kind name – container @ text at its location`; the location is asserted to be in the right list. */
const found = (query: string): readonly string[] =>
  workspaceSymbols(lists, query).map(({ name, kind, container, uri, span }) => {
    const { text } = lists.find((each) => each.uri === uri)!
    assert.ok(container.endsWith(pathOf(uri).startsWith('summer') ? 'GSoC 2026' : 'LFX 2025 03-Sep-Nov'))
    return `${kinds[kind]} ${name} – ${container} @ ${text.slice(span.start, span.end)}`
  })

test('workspaceSymbols: projects, ideas and people of all lists are found by any part of their names, with list and year', () => {
  assert.deepEqual(found('kuber'), ['project Kubernetes – LFX 2025 03-Sep-Nov @ Kubernetes'])
  assert.deepEqual(found('TIDE'), ['idea Show the tide – Harbor · GSoC 2026 @ Show the tide'])
  assert.deepEqual(found('ada-f'), [
    'person Ada Fern (@ada-fern) – GSoC 2026 @ Ada Fern (@ada-fern, ada@example.org) - primary',
    'person Ada Fern (@ada-fern) – LFX 2025 03-Sep-Nov @ Ada Fern (@ada-fern, ada@example.org)',
  ])
  assert.deepEqual(found('@gil'), ['person @gil – LFX 2025 03-Sep-Nov @ @gil'])
  assert.deepEqual(found('hal e'), ['person Hal Example – LFX 2025 03-Sep-Nov @ Hal Example'])
})

test('workspaceSymbols: the whole query comes before its words in any order, and those before its letters alone', () => {
  assert.deepEqual(
    found('show way').map((each) => each.split(' – ')[0]),
    ['idea Show the way', 'idea Show the way back'],
  )
  assert.deepEqual(
    found('kbrnts').map((each) => each.split(' – ')[0]),
    ['project Kubernetes'],
  )
  assert.deepEqual(
    found('back').map((each) => each.split(' – ')[0]),
    ['idea Show the way back'],
  )
  assert.deepEqual(found('zebra'), [])
})

test('workspaceSymbols: an empty query finds everything, each person of a list once', () => {
  const names = found('').map((each) => each.split(' – ')[0])
  assert.equal(names.length, 2 + 3 + 6 + 1 + 2 + 3)
  assert.equal(new Set(names).size, names.length - 1)
})

test('workspaceSymbols: there is an end to what one query finds', () => {
  const many = Array.from({ length: 60 }, (_, year) => known(`summerofcode/${2000 + year}.md`, list))
  const all = workspaceSymbols(many, '')
  assert.equal(all.length, 660)
  assert.equal(workspaceSymbols(Array.from({ length: 16 }, () => many).flat(), '').length, 10_000)
})

test('workspaceSymbols: accents do not count', () => {
  const accented = known('summerofcode/2025.md', other.replaceAll('Ada Fern', 'Tomás Núñez').replace('Hal Example', 'Łukasz Żak'))
  const names = (query: string): readonly string[] => workspaceSymbols([accented], query).map(({ name }) => name)
  for (const query of ['Tomas', 'tomás', 'nunez tomas', 'Núñez'])
    assert.deepEqual(names(query), ['Tomás Núñez (@ada-fern)'], query)
  assert.deepEqual(names('lukasz z'), ['Łukasz Żak'])
})
