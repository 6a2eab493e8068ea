import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HangDetector, monitorHangs } from '../../../client/src/server/hangMonitor.ts'

const limits = { intervalMs: 1000, maxMissed: 3 }

/** What a detector says at each of these times; at `answers` the last ping is answered right before. */
const looks = (times: readonly number[], answers: readonly number[] = []): readonly string[] => {
  const detector = new HangDetector(limits, 0)
  return times.map((time) => {
    if (answers.includes(time)) detector.answered()
    return detector.look(time)
  })
}

test('HangDetector: a server that answers in time gets one ping after the other', () => {
  assert.deepEqual(looks([1000, 2000, 3000], [2000, 3000]), ['ping', 'ping', 'ping'])
})

test('HangDetector: a server that does not answer three times hangs', () => {
  assert.deepEqual(looks([1000, 2000, 3000, 4000]), ['ping', 'wait', 'wait', 'hung'])
})

test('HangDetector: a late answer is an answer, and the count begins again', () => {
  const times = [1000, 2000, 3000, 4000, 5000, 6000, 7000]
  assert.deepEqual(looks(times, [4000]), ['ping', 'wait', 'wait', 'ping', 'wait', 'wait', 'hung'])
})

test('HangDetector: the sleep of a computer does not count', () => {
  const hour = 3_600_000
  assert.deepEqual(looks([1000, 2000, 3000, hour, hour + 1000, hour + 2000, hour + 3000]), [
    ...['ping', 'wait', 'wait'],
    ...['wait', 'wait', 'wait', 'hung'],
  ])
})

test('monitorHangs: reports a silent server once, and none that answers with an error', async () => {
  let [silentHangs, failingHangs] = [0, 0]
  const quick = { intervalMs: 5, maxMissed: 3 }
  const reported = new Promise<void>((resolve) => {
    monitorHangs(
      () => new Promise(() => undefined),
      () => {
        silentHangs++
        resolve()
      },
      quick,
    )
  })
  const stop = monitorHangs(
    () => Promise.reject(new Error('unknown request')),
    () => failingHangs++,
    quick,
  )
  await reported
  await new Promise((resolve) => setTimeout(resolve, 50))
  stop()
  assert.deepEqual([silentHangs, failingHangs], [1, 0])
})
