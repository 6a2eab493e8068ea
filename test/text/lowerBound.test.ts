import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lowerBound } from '../../server/src/text/lowerBound.ts'

test('lowerBound: the first item that is not before a value, among equal ones too', () => {
  const items = [2, 4, 4, 4, 9]
  const found = [1, 2, 3, 4, 5, 9, 10].map((value) => lowerBound(items, (item) => item < value))
  assert.deepEqual(found, [0, 0, 1, 1, 4, 4, 5])
  assert.equal(
    lowerBound([], () => true),
    0,
  )
})
