import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spellingDistance } from '../../server/src/catalog/spelling.ts'
import { runs } from '../support/runs.ts'

/** By the definition: every way to end with one edit. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [shortA, shortB] = [a.slice(0, -1), b.slice(0, -1)]
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return Math.min(
    plainDistance(shortA, b) + 1,
    plainDistance(a, shortB) + 1,
    plainDistance(shortA, shortB) + (a.at(-1) === b.at(-1) ? 0 : 1),
    swapped ? plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1 : Number.POSITIVE_INFINITY,
  )
}

test('spellingDistance: the number of edits up to a limit', () => {
  assert.equal(spellingDistance('descripton', 'description', 3), 1)
  assert.equal(spellingDistance('mnetor', 'mentor', 1), 1)
  assert.equal(spellingDistance('size', 'skills', 2), 3)
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })
  fc.assert(
    fc.property(word, word, fc.nat(4), (a, b, max) => {
      assert.equal(spellingDistance(a, b, max), Math.min(plainDistance(a, b), max + 1))
    }),
    runs(300),
  )
})
