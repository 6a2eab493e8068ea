import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  groupByPerson,
  handleWithoutAt,
  mentorId,
  personKey,
  refersTo,
  samePerson,
} from '../../../server/src/model/mentors/samePerson.ts'
import { onlyIdea } from '../../support/idea.ts'

const id = (handle: string | null, email: string | null = null) => mentorId({ handle, email })

test('identity: letter case does not tell people apart', () => {
  assert.deepEqual(id('Ada-Example', 'Ada@Example.org'), { handle: 'ada-example', email: 'ada@example.org' })
})

test('identity: one contact in common makes two entries the same person', () => {
  assert.ok(samePerson(id('ada'), id('Ada', 'ada@example.org')))
  assert.ok(samePerson(id('ada', 'team@example.org'), id('ben', 'team@example.org')))
  assert.ok(!samePerson(id('ada'), id(null, 'ada@example.org')))
  assert.ok(!samePerson(id(null), id(null)))
})

test('identity: an entry refers to a person with a handle by that handle only', () => {
  assert.ok(!refersTo(id('ben', 'team@example.org'), id('ada', 'team@example.org')))
  assert.ok(refersTo(id('ben', 'team@example.org'), id(null, 'team@example.org')))
  assert.ok(!refersTo(id(null), id(null)))
})

test('identity: an address next to a handle belongs to its owner, and the first owner keeps it', () => {
  const entries = [id(null, 'ada@example.org'), id('ada', 'ada@example.org'), id('ben', 'ada@example.org'), id(null)]
  const sameAs = groupByPerson(entries.map((each) => ({ id: each })))
  const keys = entries.map((each) => personKey(sameAs({ id: each }).id, 'name of none'))
  assert.deepEqual(keys, ['@ada', '@ada', '@ben', 'name:name of none'])
  assert.equal(personKey(id(null, 'x@example.org'), null), 'mail:x@example.org')
  assert.equal(personKey(id(null), null), null)
})

for (const written of ['@ada', '@@ada', '[Ada](https://github.com/@ada)', 'Ada (ada)', 'github: @ada', 'https://github.com/ada/'])
  test(`identity: the handle of ${written} has no @`, () => {
    assert.deepEqual(
      onlyIdea(`- Mentors: ${written}\n- Description: text`).placed.idea.mentors.map(({ handle }) => handle),
      ['ada'],
    )
    assert.equal(handleWithoutAt('@@ada'), 'ada')
  })
