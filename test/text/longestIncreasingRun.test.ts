import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestIncreasingRun } from '../../server/src/text/longestIncreasingRun.ts'

const runs = [
  { keys: 'abcd', rising: 'abcd', level: 'abcd' },
  { keys: 'dabc', rising: 'abc', level: 'abc' },
  { keys: 'acbd', rising: 'acd', level: 'acd' },
  { keys: 'ba', rising: 'b', level: 'b' },
  { keys: 'aba', rising: 'ab', level: 'ab' },
  { keys: 'aab', rising: 'ab', level: 'aab' },
  { keys: 'dcba', rising: 'd', level: 'd' },
  { keys: '', rising: '', level: '' },
]

for (const { keys, rising, level } of runs) {
  test(`longestIncreasingRun: of "${keys}" it is "${rising}", with repeats "${level}"`, () => {
    const textOf = (kept: ReadonlySet<number>): string => [...kept].map((index) => keys[index]).join('')
    assert.equal(textOf(longestIncreasingRun([...keys])), rising)
    assert.equal(textOf(longestIncreasingRun([...keys], (a, b) => a <= b)), level)
  })
}

test('longestIncreasingRun: numbers are compared as numbers', () =>
  assert.deepEqual([...longestIncreasingRun([10, 9, 100, 20])], [0, 2]))
