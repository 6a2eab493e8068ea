import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterCrash, crashWindow } from '../../../client/src/server/crashes.ts'

test('afterCrash: the first crash is shown, the next ones are silent, the fifth within a short time gives up', () => {
  const times = [0, 1, 2, 3, 4].map((n) => 1000 + n * 10_000)
  const answers = times.map((_, index) => afterCrash(times.slice(0, index + 1)))
  assert.deepEqual(answers, ['restartWithMessage', 'restart', 'restart', 'restart', 'giveUp'])
})

test('afterCrash: a crash long after the last one is shown again', () => {
  assert.equal(afterCrash([0, 1000, 1000 + crashWindow]), 'restartWithMessage')
  assert.equal(afterCrash([0, 1000, 999 + crashWindow]), 'restart')
})
