import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movedLines } from '../../../client/src/documents/movedLines.ts'

const lines = { first: 10, last: 20 }

const change = (from: number, to: number, text: string, character = 1) => ({
  range: { start: { line: from }, end: { line: to, character } },
  text,
})

test('movedLines: lines move with what is inserted and deleted above them', () => {
  assert.deepEqual(movedLines(lines, [change(3, 3, 'a\nb\r\nc')]), { first: 12, last: 22 })
  assert.deepEqual(movedLines(lines, [change(3, 5, '')]), { first: 8, last: 18 })
  assert.deepEqual(movedLines(lines, [change(10, 10, 'above\n', 0)]), { first: 11, last: 21 })
})

test('movedLines: what is inserted in them belongs to them, also at their end', () => {
  assert.deepEqual(movedLines(lines, [change(12, 12, 'a\nb')]), { first: 10, last: 21 })
  assert.deepEqual(movedLines(lines, [change(20, 20, '\n')]), { first: 10, last: 21 })
  assert.deepEqual(movedLines(lines, [change(12, 15, '')]), { first: 10, last: 17 })
  assert.deepEqual(movedLines(lines, [change(8, 12, 'a')]), { first: 8, last: 16 })
  assert.deepEqual(movedLines(lines, [change(5, 40, '')]), { first: 5, last: 5 })
})

test('movedLines: changes below leave them where they are, and several changes add up', () => {
  assert.deepEqual(movedLines(lines, [change(21, 30, 'a\nb')]), lines)
  assert.deepEqual(movedLines(lines, [change(25, 25, '\n'), change(15, 15, '\n'), change(1, 1, '\n')]), { first: 11, last: 22 })
})
