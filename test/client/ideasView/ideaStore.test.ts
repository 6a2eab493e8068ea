import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createStore, waitForIdeaLists } from '../../../client/src/ideasView/ideaStore.ts'
import type { SendRequest } from '../../../client/src/server/sendRequest.ts'
import { type IdeasAnswer, type IdeasParams, ideasRequest, type ListEntry } from '../../../server/src/protocol/ideas.ts'

const list: ListEntry = { label: 'GSoC 2026', year: 2026, findings: null, ideas: [] }
const uri = 'file:///w/summerofcode/2026.md'
const reported: IdeasAnswer = { loading: true, lists: [{ uri, version: '1', list }] }
const same: IdeasAnswer = { loading: false, lists: [{ uri, version: '1', list: null }] }

/** Answers with these in turn, and keeps what was asked; fails where there are none left. */
function server(...answers: readonly (IdeasAnswer | undefined)[]) {
  const asked: IdeasParams[] = []
  const ask = async (method: string, params?: unknown): Promise<unknown> => {
    assert.equal(method, ideasRequest)
    asked.push(params as IdeasParams)
    if (asked.length > answers.length) throw new Error('the server is gone')
    return answers[asked.length - 1]
  }
  return { asked, ask: ask as SendRequest }
}

test('ideaStore: asks for nothing by itself, and later for what it does not have', async () => {
  const store = createStore()
  let changes = 0
  store.watch(() => changes++)
  assert.deepEqual([store.used(), store.loading(), store.lists()], [false, false, []])
  const { ask, asked } = server(reported, same, same)
  await store.update(ask)
  assert.deepEqual(
    [store.used(), store.loading(), store.lists().map(({ label }) => label), changes],
    [true, true, ['GSoC 2026'], 1],
  )
  const [before] = store.lists()
  await store.update(ask)
  await store.update(ask)
  assert.deepEqual(asked, [{ known: {} }, { known: { [uri]: '1' } }, { known: { [uri]: '1' } }])
  assert.equal(store.lists()[0], before)
  // that there are no more lists is news once
  assert.deepEqual([store.loading(), changes], [false, 2])
})

test('ideaStore: asks once at a time: a second question knows the first answer', async () => {
  const store = createStore()
  const { ask, asked } = server(reported, same)
  await Promise.all([store.update(ask), store.update(ask)])
  assert.deepEqual(asked[1], { known: { [uri]: '1' } })
})

test('ideaStore: keeps its lists when no server runs or one dies, and does not wait for more', async () => {
  const store = createStore()
  const { ask } = server(reported, undefined)
  await store.update(ask)
  await store.update(ask)
  assert.deepEqual([store.lists().length, store.loading()], [1, false])
  await store.update(ask)
  assert.deepEqual([store.lists().length, store.loading()], [1, false])
  store.clear()
  assert.deepEqual(store.lists(), [])
})

test('ideaStore: does not notify a disposed listener', async () => {
  const store = createStore()
  let changes = 0
  const stop = store.watch(() => changes++)
  stop()
  await store.update(server(reported).ask)
  assert.equal(changes, 0)
})

test('ideaStore: lists are waited for while they are read, and not if there are none', async () => {
  const store = createStore()
  const { ask } = server({ loading: true, lists: [] }, reported, { loading: false, lists: [] })
  let isDone = false
  const waiting = waitForIdeaLists(store, ask).then(() => {
    isDone = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(isDone, false)
  await store.update(ask)
  await waiting
  assert.equal(store.lists().length, 1)
  const empty = createStore()
  await waitForIdeaLists(empty, server({ loading: false, lists: [] }).ask)
  assert.deepEqual(empty.lists(), [])
})
