import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldingRanges } from '../../server/src/features/foldingRanges.ts'
import { foldsOf, open } from '../support/cursor.ts'
import { list } from '../support/list.ts'

const upstream = '- Upstream Issue (URL):'
const issues = 'https://github.com/harbor-light/harbor/issues'

test('foldingRange: folds projects, ideas, the table of contents and the template, without the blank lines after them', () => {
  assert.deepEqual(foldsOf(list), [
    '- [Harbor](#harbor) …   - [Ring the bell 🔔](#ring-the-bell-)',
    '``` … ```',
    `### Harbor … ${upstream} ${issues}/13`,
    `#### Show the tide … ${upstream} ${issues}/12`,
    `#### Read old logs … ${upstream} ${issues}/13`,
    `### Jaeger … ${upstream} 😀 TBD`,
    `#### Ring the bell 🔔 … ${upstream} 😀 TBD`,
  ])
})

test('foldingRange: folds the same lines under CRLF', () => {
  assert.deepEqual(foldsOf(list.replaceAll('\n', '\r\n')), foldsOf(list))
})

test('foldingRange: folds a file that does not end in a line break', () => {
  assert.deepEqual(foldsOf(list.slice(0, list.indexOf('\n\n## How to apply'))), foldsOf(list))
})

test('foldingRange: tells a client that folds characters where they are', () => {
  const { file, lines } = open(list)
  const folds = foldingRanges(file, lines, { lineFoldingOnly: false, rangeLimit: 5000 })
  const rows = list.split('\n')
  for (const { startLine, startCharacter, endLine, endCharacter } of folds) {
    assert.deepEqual([startCharacter, endCharacter], [rows[startLine]!.length, rows[endLine]!.length])
  }
})

test('foldingRange: gives up ideas first where fewer folds are wanted', () => {
  const { file, lines } = open(list)
  const firstLines = foldingRanges(file, lines, { lineFoldingOnly: true, rangeLimit: 2 }).map(
    ({ startLine }) => list.split('\n')[startLine],
  )
  assert.deepEqual(firstLines, ['### Harbor', '### Jaeger'])
})

test('foldingRange: folds nothing in a file that is not a list', () => {
  assert.deepEqual(foldsOf('# A readme\n\n## Part\n\ntext\n'), [])
  assert.deepEqual(foldsOf(''), [])
})
