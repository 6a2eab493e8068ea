import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSeenReviews } from '../../../server/src/lsp/handlers/seenReviews.ts'
import { noReviews, ReviewMemory } from '../../../server/src/review/reviewMemory.ts'

test('seen reviews: what a memory keeps is read as it was', () => {
  const memory = new ReviewMemory()
  memory.addAnswer(
    '/repos/a-b/c.d_e/issues/1',
    { kind: 'found', data: { state: 'open', assignees: [{ login: 'eve' }] } },
    '2026-11-29',
  )
  memory.addAnswer('/users/a-b', { kind: 'missing' }, '2026-11-30')
  memory.addMaintainers({ projectsOf: new Map([['ben', new Set(['harbor'])]]) }, '2026-12-01')
  assert.deepEqual(readSeenReviews(JSON.parse(JSON.stringify(memory.kept()))), memory.kept())
})

test('seen reviews: another version, and what was changed by hand, is nothing', () => {
  const fine = { path: '/users/ada', date: '2026-11-30', kind: 'missing' }
  for (const odd of [undefined, null, 7, [], {}, { version: 2, answers: [fine], maintainers: null }, { version: 1 }])
    assert.deepEqual(readSeenReviews(odd), noReviews)
  const answers = [{ ...fine, date: 'today' }, fine, { ...fine, path: 'https://example.org' }, null, { ...fine, kind: 'found' }]
  const odd = { version: 1, answers, maintainers: { date: '2026-11-30', handles: [7] } }
  assert.deepEqual(readSeenReviews(odd), { version: 1, answers: [fine], maintainers: null })
})
