import assert from 'node:assert/strict'
import { test } from 'node:test'
import { flatSymbols } from '../../server/src/features/documentSymbols.ts'
import { open, outlineOf } from '../support/cursor.ts'
import { list } from '../support/list.ts'

test('documentSymbol: shows projects and their ideas, and not the same fields for each', () => {
  assert.equal(
    outlineOf(list),
    `Harbor (2 ideas)
  Show the tide (large · 2 mentors)
  Read old logs (small · 2 mentors)
Jaeger (1 idea)
  Ring the bell 🔔 (medium · 2 mentors)`,
  )
})

test('documentSymbol: names what has no name of its own', () => {
  assert.match(outlineOf(list.replace('#### Show the tide', '####')), /^\S/)
  assert.match(outlineOf(list.replace('### Harbor', '###')), /^\S/)
  assert.match(outlineOf(list.replace('#### Show the tide\n', '')), /^\S/)
})

test('documentSymbol: flattens with the name of what holds it', () => {
  const { file, lines } = open(list)
  const symbols = flatSymbols(file, lines, 'file:///ideas/list.md')
  const tide = symbols.find(({ name }) => name === 'Show the tide')
  assert.equal(tide?.containerName, 'Harbor')
  assert.equal(symbols.length, 2 + 3)
})

test('documentSymbol: shows nothing of a file that is not a list', () => {
  assert.equal(outlineOf('# A readme\n\n- Description: none\n'), '')
})
