import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMaintainers } from '../../server/src/review/maintainers.ts'
import { ReviewMemory } from '../../server/src/review/reviewMemory.ts'
import { phrase } from '../../server/src/text/phrase.ts'

const issue = '/repos/goharbor/harbor/issues/1'
const url = 'https://github.com/goharbor/Harbor/issues/1'

test('review memory: the last that was seen of an issue, with its date', () => {
  const memory = new ReviewMemory()
  assert.equal(memory.issue(url), null)
  memory.addAnswer(issue, { kind: 'found', data: { state: 'open', assignees: [] } }, '2026-11-29')
  assert.deepEqual(memory.issue(url), { date: '2026-11-29', text: 'open, not assigned' })
  const assignees = [{ login: 'eve' }, { login: 'mallory' }]
  memory.addAnswer(issue, { kind: 'found', data: { state: 'closed', assignees } }, '2026-11-30')
  assert.deepEqual(memory.issue(`${url}#note`), { date: '2026-11-30', text: 'closed, assigned to @eve and @mallory' })
  memory.addAnswer(issue, { kind: 'unknown', why: phrase('limit') }, '2026-12-01')
  assert.equal(memory.issue(url)?.date, '2026-11-30')
  memory.addAnswer(issue, { kind: 'missing' }, '2026-12-01')
  assert.equal(memory.issue(url)?.text, 'GitHub has no such issue, or its repository is private')
  assert.equal(memory.issue('https://example.org/1'), null)
})

test('review memory: accounts, and whether the maintainers file has them', () => {
  const memory = new ReviewMemory()
  memory.addAnswer('/users/Ada', { kind: 'found', data: {} }, '2026-11-30')
  memory.addAnswer('/users/eve', { kind: 'missing' }, '2026-11-30')
  assert.deepEqual(memory.account('ada'), [{ date: '2026-11-30', text: 'GitHub has this account' }])
  assert.deepEqual(memory.account('eve'), [{ date: '2026-11-30', text: 'GitHub has no such account' }])
  assert.deepEqual(memory.account('ben'), [])
  memory.addMaintainers(readMaintainers('Graduated,Harbor,Ben,ACME,ben\n')!, '2026-12-01')
  assert.deepEqual(memory.account('ben'), [{ date: '2026-12-01', text: "in the maintainers' file" }])
  assert.deepEqual(memory.account('ada')[1], { date: '2026-12-01', text: "not in the maintainers' file" })
})

test('review memory: it forgets the oldest', () => {
  const memory = new ReviewMemory()
  for (let index = 0; index < 2001; index++) memory.addAnswer(`/users/a${index}`, { kind: 'missing' }, '2026-11-30')
  assert.deepEqual([memory.account('a0').length, memory.account('a1').length, memory.account('a2000').length], [0, 1, 1])
})

test('review memory: what is kept says the same after a restart, and the oldest goes first again', () => {
  const memory = new ReviewMemory()
  memory.addAnswer(issue, { kind: 'found', data: { state: 'open', assignees: [{ login: 'eve' }], body: 'long' } }, '2026-11-29')
  memory.addAnswer('/users/eve', { kind: 'missing' }, '2026-11-30')
  memory.addMaintainers(readMaintainers('Graduated,Harbor,Ben,ACME,ben\n')!, '2026-12-01')
  const restarted = new ReviewMemory(memory.kept())
  assert.deepEqual(restarted.issue(url), memory.issue(url))
  for (const handle of ['eve', 'ben', 'ada']) assert.deepEqual(restarted.account(handle), memory.account(handle))
  assert.deepEqual(restarted.kept(), memory.kept())
  assert.doesNotMatch(JSON.stringify(memory.kept()), /long/)
  for (let index = 0; index < 1999; index++) restarted.addAnswer(`/users/a${index}`, { kind: 'missing' }, '2026-12-02')
  assert.deepEqual([restarted.issue(url), restarted.account('eve').length, restarted.kept().answers.length], [null, 2, 2000])
})

test('review memory: what is kept is bounded, and half a maintainers file is none', () => {
  const memory = new ReviewMemory()
  const row = (index: number) => `Graduated,Harbor,Ben,ACME,${'b'.repeat(30)}${index}`
  memory.addMaintainers(readMaintainers(Array.from({ length: 10_001 }, (_, index) => row(index)).join('\n'))!, '2026-12-01')
  for (let index = 0; index < 3000; index++)
    memory.addAnswer(`/repos/${'o'.repeat(39)}/${'r'.repeat(100)}/issues/${index}`, { kind: 'missing' }, '2026-12-01')
  assert.equal(memory.account('ben').length, 1)
  assert.equal(memory.kept().maintainers, null)
  assert.ok(JSON.stringify(memory.kept()).length < 500_000)
})
