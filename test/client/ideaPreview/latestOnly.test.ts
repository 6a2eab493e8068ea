import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { latestOnly } from '../../../client/src/ideaPreview/latestOnly.ts'

/** Lets promises that are settled be seen. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done))

test('latestOnly: several calls are one, soon after the last', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const work = mock.fn(async () => undefined)
  const { call } = latestOnly(work, 80)
  call()
  context.mock.timers.tick(79)
  call()
  context.mock.timers.tick(79)
  assert.equal(work.mock.callCount(), 0)
  context.mock.timers.tick(1)
  assert.equal(work.mock.callCount(), 1)
})

test('latestOnly: a call while it works is answered once more, and never at the same time', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const finish: (() => void)[] = []
  const work = mock.fn(() => new Promise<void>((done) => finish.push(done)))
  const { call } = latestOnly(work, 80)
  call()
  context.mock.timers.tick(80)
  call()
  call()
  context.mock.timers.tick(1000)
  assert.equal(work.mock.callCount(), 1)
  finish[0]!()
  await turn()
  context.mock.timers.tick(80)
  assert.equal(work.mock.callCount(), 2)
  finish[1]!()
  await turn()
  context.mock.timers.tick(1000)
  assert.equal(work.mock.callCount(), 2)
})

test('latestOnly: what is stopped does not begin', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const work = mock.fn(async () => undefined)
  const { call, stop } = latestOnly(work, 80)
  call()
  stop()
  context.mock.timers.tick(1000)
  assert.equal(work.mock.callCount(), 0)
})
