import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deferRefresh } from '../../../client/src/ideasView/deferRefresh.ts'

test('deferRefresh: runs immediately if no request is open, else once for many calls when all requests are answered', async ({
  mock,
}) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let now = 1000
  mock.method(performance, 'now', () => now)
  const pass = (time: number): void => {
    now += time
    mock.timers.tick(time)
  }
  let done = 0
  const work = deferRefresh(() => done++)
  work.call()
  assert.equal(done, 1)
  // the first work makes others ask
  pass(100)
  work.call()
  work.touch()
  work.call()
  pass(150)
  work.touch()
  pass(199)
  assert.equal(done, 1)
  pass(1)
  assert.equal(done, 2)
  pass(1000)
  assert.equal(done, 2)
  work.touch()
  work.call()
  work.stop()
  pass(1000)
  assert.equal(done, 2)
})
