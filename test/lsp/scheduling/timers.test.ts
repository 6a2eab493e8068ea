import assert from 'node:assert/strict'
import { test } from 'node:test'
import { throttled } from '../../../server/src/lsp/scheduling/timers.ts'

test('throttled: runs at once, and for all calls of an interval once more when it is over', ({ mock }) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  let runs = 0
  const call = throttled(() => runs++, 100)
  call()
  assert.equal(runs, 1)
  for (let index = 0; index < 5; index++) call()
  mock.timers.tick(99)
  assert.equal(runs, 1)
  mock.timers.tick(1)
  assert.equal(runs, 2)
  mock.timers.tick(500)
  assert.equal(runs, 2)
  call()
  assert.equal(runs, 3)
})
