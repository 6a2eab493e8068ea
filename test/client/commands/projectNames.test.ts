import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listedName } from '../../../client/src/commands/projectNames.ts'

const known = [
  { name: 'Harbor', maturity: 'graduated', aliases: [] },
  { name: 'Lantern Light', maturity: 'sandbox', aliases: ['LL', 'Lantern-Lite', 'Harbor'] },
]

test('projectNames: finds the listed name by another name, ignoring letter case, spaces and hyphens', () => {
  for (const typed of ['LL', 'll', 'lantern lite', ' Lanternlite ']) assert.equal(listedName(typed, known), 'Lantern Light')
})

test('projectNames: a listed name is found as itself, even if it is an alias of another; an unknown name is not found', () => {
  for (const typed of ['harbor', 'Lantern light', 'L', 'Lantern', '', ' - ']) assert.equal(listedName(typed, known), undefined)
})
