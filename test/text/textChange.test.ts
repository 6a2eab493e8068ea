import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Change, composeChanges } from '../../server/src/text/textChange.ts'
import { anyFraction } from '../support/anyFraction.ts'
import { runs } from '../support/runs.ts'

/** An edit of a text of any length: where it begins and ends as parts of the length, and what it puts there. */
const anyEdit = fc.record({
  from: anyFraction,
  to: anyFraction,
  text: fc.string({ maxLength: 5 }),
})

test('textChange: two insertions side by side are one', () => {
  assert.deepEqual(composeChanges({ start: 3, oldEnd: 3, newEnd: 4 }, { start: 4, oldEnd: 4, newEnd: 5 }), {
    start: 3,
    oldEnd: 3,
    newEnd: 5,
  })
})

test('textChange: an edit before another moves its end', () => {
  assert.deepEqual(composeChanges({ start: 10, oldEnd: 12, newEnd: 10 }, { start: 2, oldEnd: 2, newEnd: 7 }), {
    start: 2,
    oldEnd: 12,
    newEnd: 15,
  })
})

test('textChange: outside the folded change the old and the new text are the same', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(anyEdit, { minLength: 1, maxLength: 8 }), (before, edits) => {
      let text = before
      const changes = edits.map((edit): Change => {
        const [start, oldEnd] = [Math.floor(edit.from * text.length), Math.floor(edit.to * text.length)].sort(
          (a, b) => a - b,
        ) as [number, number]
        text = text.slice(0, start) + edit.text + text.slice(oldEnd)
        return { start, oldEnd, newEnd: start + edit.text.length }
      })
      const { start, oldEnd, newEnd } = changes.reduce(composeChanges)
      assert.equal(before.slice(0, start) + text.slice(start, newEnd) + before.slice(oldEnd), text)
      assert.equal(before.length - oldEnd, text.length - newEnd)
    }),
    runs(100),
  )
})
