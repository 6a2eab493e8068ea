import assert from 'node:assert/strict'
import { test } from 'node:test'
import { knownProject, listedName, nearProjectNames } from '../../../client/src/commands/projectNames.ts'

const known = [
  { name: 'Harbor', maturity: 'graduated', aliases: [] },
  { name: 'Lantern Light', maturity: 'sandbox', aliases: ['LL', 'Lantern-Lite', 'Harbor'] },
]

test('headingProjectNames: finds the listed name by another name, ignoring letter case, spaces and hyphens', () => {
  for (const typed of ['LL', 'll', 'lantern lite', ' Lanternlite ']) assert.equal(listedName(typed, known), 'Lantern Light')
})

test('headingProjectNames: a listed name is found as itself, even if it is an alias of another; an unknown name is not found', () => {
  for (const typed of ['harbor', 'Lantern light', 'L', 'Lantern', '', ' - ']) assert.equal(listedName(typed, known), undefined)
})

test('headingProjectNames: a slip finds the near names, the nearest first; another name finds none', () => {
  const names = [...known, { name: 'Arbor', maturity: '', aliases: [] }]
  assert.deepEqual(nearProjectNames('harbr', known.slice(0, 1)), ['Harbor'])
  assert.deepEqual(nearProjectNames('habror', [...names.slice(0, 1), ...names.slice(2)]), ['Harbor'])
  assert.deepEqual(nearProjectNames('lantern lihgt', known), ['Lantern Light'])
  for (const typed of ['', 'hrb', 'Flipt', 'harbor', 'Harbor Tools']) assert.deepEqual(nearProjectNames(typed, known), [], typed)
})

test('headingProjectNames: a project is known by its name first, then by an alias', () => {
  assert.equal(knownProject('lantern-light', known)?.maturity, 'sandbox')
  assert.equal(knownProject('ll', known)?.name, 'Lantern Light')
  assert.equal(knownProject('Harbor', known)?.maturity, 'graduated')
  assert.equal(knownProject('Flipt', known), undefined)
})
