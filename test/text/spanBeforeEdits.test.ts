import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../server/src/text/edits.ts'
import { spanBeforeEdits } from '../../server/src/text/spanBeforeEdits.ts'

const before = 'alpha beta gamma delta'
const edits = [
  { span: { start: 0, end: 0 }, newText: '# ' },
  { span: { start: 6, end: 10 }, newText: 'and' },
  { span: { start: 16, end: 22 }, newText: '' },
]
const after = applyEdits(before, edits)

const textBefore = (piece: string): string | null => {
  const start = after.indexOf(piece)
  const span = spanBeforeEdits(edits, { start, end: start + piece.length })
  return span && before.slice(span.start, span.end)
}

test('span before edits: what no edit touched, or replaced as a whole, is found again', () => {
  assert.equal(after, '# alpha and gamma')
  assert.equal(textBefore('alpha'), 'alpha')
  assert.equal(textBefore('gamma'), 'gamma')
  assert.equal(textBefore('and'), 'beta')
  assert.equal(textBefore('alpha and gamma'), 'alpha beta gamma')
})

test('span before edits: an end inside a new text has no place', () => {
  assert.equal(textBefore('nd gamma'), null)
  assert.equal(textBefore('alpha an'), null)
})

test('span before edits: an empty span stays empty', () => {
  for (const at of [0, 2, 8, after.length]) {
    const span = spanBeforeEdits(edits, { start: at, end: at })
    assert.ok(span && span.start <= span.end)
  }
})
