import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DocumentEdit, type ReviewedIdea, reviewsAfterEdit } from '../../../client/src/review/reviewsAfterEdit.ts'
import type { Range } from '../../../server/src/protocol/protocol.ts'
import { noPhrase } from '../../../server/src/text/phrase.ts'

const lines = (start: number, end: number): Range => ({ start: { line: start, character: 0 }, end: { line: end, character: 0 } })
const idea = (title: string, start: number, end: number): ReviewedIdea => ({
  isStale: false,
  idea: {
    title,
    project: 'Harbor',
    range: lines(start, end),
    projectHeading: { start: { line: 2, character: 0 }, end: { line: 2, character: 10 } },
    points: [{ title: 'p', state: 'problem', note: noPhrase, problem: { range: lines(start + 1, start + 1), message: 'm' } }],
  },
})
const reviewed = [idea('a', 4, 10), idea('b', 10, 20), idea('c', 20, 30)]

/** Title, first line and the problem's line of each review after an edit; stale ones with a `*`. */
const after = (edit: DocumentEdit): readonly string[] =>
  reviewsAfterEdit(reviewed, edit).map(
    ({ isStale, idea: { title, range, points } }) =>
      `${title}${isStale ? '*' : ''} ${range.start.line} ${points[0]?.problem?.range.start.line}`,
  )
const at = (line: number, character: number, text: string, end = { line, character }): DocumentEdit => ({
  start: { line, character },
  end,
  text,
})

test('reviewed idea: an edit makes the idea stale that it touches, and moves what is below', () => {
  assert.deepEqual(after(at(12, 4, 'x')), ['a 4 5', 'b* 10 11', 'c 20 21'])
  assert.deepEqual(after(at(12, 4, 'x\ny\n')), ['a 4 5', 'b* 10 11', 'c 22 23'])
  assert.deepEqual(after(at(12, 0, '', { line: 15, character: 0 })), ['a 4 5', 'b* 10 11', 'c 17 18'])
  assert.deepEqual(after(at(8, 0, '', { line: 12, character: 0 })), ['a* 4 5', 'b* 8 8', 'c 16 17'])
})

test('reviewed idea: above all ideas nothing is stale but what the edit touches; the heading of the project concerns its ideas', () => {
  assert.deepEqual(after(at(0, 0, 'note\n')), ['a 5 6', 'b 11 12', 'c 21 22'])
  assert.deepEqual(after(at(2, 5, 's')), ['a* 4 5', 'b* 10 11', 'c* 20 21'])
})

test('reviewed idea: a line between two ideas belongs to the first, text at the start of a heading to both', () => {
  assert.deepEqual(after(at(10, 0, '- Size: large\n')), ['a* 4 5', 'b 11 12', 'c 21 22'])
  assert.deepEqual(after(at(10, 0, '#')), ['a* 4 5', 'b* 10 11', 'c 20 21'])
})

test('reviewed idea: what is stale stays so', () => {
  const [first] = reviewsAfterEdit(reviewsAfterEdit(reviewed, at(5, 0, 'x')), at(5, 0, '', { line: 5, character: 1 }))
  assert.equal(first?.isStale, true)
})
