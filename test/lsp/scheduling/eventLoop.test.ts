import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextTurn, whenIdle } from '../../../server/src/lsp/scheduling/eventLoop.ts'
import { Pacer } from '../../../server/src/lsp/scheduling/pacer.ts'
import { type WarmUpSample, warmUp } from '../../../server/src/lsp/scheduling/warmUp.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'

const turn = (): Promise<void> => new Promise((resolve) => nextTurn(resolve))

async function turns(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await turn()
}

test('eventLoop: runs once a key for many calls in a row', async () => {
  const runs: string[] = []
  const settled = whenIdle<string>((key) => runs.push(key))
  for (const key of ['a', 'b', 'a', 'b', 'a']) settled(key)
  assert.deepEqual(runs, [])
  await turns(5)
  assert.deepEqual(runs, ['a', 'b'])
})

test('eventLoop: waits as long as calls come turn by turn', async () => {
  const runs: string[] = []
  const settled = whenIdle<string>((key) => runs.push(key))
  for (let index = 0; index < 50; index++) {
    settled('a')
    await turn()
  }
  assert.deepEqual(runs, [])
  await turns(4)
  assert.deepEqual(runs, ['a'])
})

test('eventLoop: runs again after it was idle', async () => {
  const runs: string[] = []
  const settled = whenIdle<string>((key) => runs.push(key))
  settled('a')
  await turns(10)
  settled('a')
  await turns(10)
  assert.deepEqual(runs, ['a', 'a'])
})

test('eventLoop: warms up on real idea lists, typing into their descriptions, and ends by itself', async () => {
  const texts: string[] = []
  const typed = new Set<string>()
  const practice: WarmUpSample<string> = {
    open: (text) => {
      texts.push(text)
      return text
    },
    type: (text, offset) => typed.add(text.slice(text.lastIndexOf('\n', offset) + 1, offset)),
  }
  warmUp(practice, () => false)
  await turns(200)
  assert.ok(texts.length >= 10 && texts.length < 100)
  for (const text of new Set(texts)) assert.ok(readIdeaFile(text, { path: '', knowsProject: () => false }).ideaList, text)
  assert.deepEqual([...new Set([...typed].map((before) => before.replace(/The \w\w /, 'The … ')))], ['- Description: ', 'The … '])
  const isWide = (text: string): boolean => /[^\0-\xff]/.test(text)
  assert.ok(texts.some(isWide) && !texts.every(isWide))
})

test('eventLoop: stops to warm up as soon as there is something better to do', async () => {
  let read = 0
  const practice: WarmUpSample<number> = { open: () => read++, type: () => {} }
  warmUp(practice, () => read === 3)
  await turns(50)
  assert.equal(read, 3)
})

test('eventLoop: slices of long work are short while the user types', async () => {
  const pacer = new Pacer()
  const atRest = await pacer.pause()
  const start = performance.now()
  pacer.onActivity()
  const typing = await pacer.pause()
  assert.ok(typing * 3 <= atRest, `${typing} ms while typing, ${atRest} ms at rest`)
  assert.ok(performance.now() - start >= 24, 'it did not wait for the next key')
})
