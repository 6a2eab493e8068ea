import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LineHunk, lineDiff } from '../../server/src/text/lineDiff.ts'

const check = (before: string, after: string, expected: readonly LineHunk[]): void =>
  assert.deepEqual(lineDiff(before, after), expected)

test('line diff: added, changed and removed lines', () => {
  check('one\ntwo\nthree\nfour\nfive\n', 'one\n2\n2.5\nthree\nfive\nsix\n', [
    { first: 2, added: 2, removed: ['two'] },
    { first: 5, added: 0, removed: ['four'] },
    { first: 6, added: 1, removed: [] },
  ])
})

test('line diff: the start, the end, nothing, everything', () => {
  check('a\nb', 'x\na\nb', [{ first: 1, added: 1, removed: [] }])
  check('x\na\nb', 'a\nb', [{ first: 1, added: 0, removed: ['x'] }])
  check('a\nb', 'a\nb\nc', [{ first: 3, added: 1, removed: [] }])
  check('a\nb', 'a\nb', [])
  check('a\nb', 'c', [{ first: 1, added: 1, removed: ['a', 'b'] }])
})

test('line diff: two edits with repeated lines between them stay apart', () => {
  const [rest, mark] = ['\n\n-\n\n-\n\n', 'between\n\n-\n']
  check(`old${rest}${mark}old${rest}`, `new${rest}${mark}new${rest}`, [
    { first: 1, added: 1, removed: ['old'] },
    { first: 10, added: 1, removed: ['old'] },
  ])
})

test('line diff: line breaks of another kind are no change', () => {
  check('a\nb\n', 'a\r\nb\r\nc\r\n', [{ first: 3, added: 1, removed: [] }])
})

test('line diff: moved lines are removed in one place and added in the other', () => {
  const [hunk, ...others] = lineDiff('a\nb\nc\nd\n', 'b\nc\nd\na\n')
  assert.deepEqual(hunk, { first: 1, added: 0, removed: ['a'] })
  assert.deepEqual(others, [{ first: 4, added: 1, removed: [] }])
})
