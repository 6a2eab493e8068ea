import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planInsertion } from '../../../server/src/features/authoring/plan.ts'
import { leftAlone, planned, refusal } from '../../support/plans.ts'

const insert = (at: number, newText: string) => ({ span: { start: at, end: at }, newText })

test('plan: rows before and after one line are one edit with it, and none is lost', () => {
  const text = '* [b](#b)\n#### B\n'
  const made = planInsertion(text, { at: text.length, parts: ['##### New\n'] }, [
    insert(0, '* [a](#a)\n'),
    insert(9, '\n* [c](#c)'),
  ])
  assert.equal(leftAlone(text, made), '* [a](#a)\n* [b](#b)\n* [c](#c)\n#### B\n##### New\n')
})

test('plan: an edit within a line is separate from one on another line', () => {
  const text = '* [b](#x)\n* [c](#c)\n'
  const made = planInsertion(text, { at: text.length, parts: ['##### New\n'] }, [
    { span: { start: 7, end: 8 }, newText: 'b' },
    insert(19, '\n* [d](#d)'),
  ])
  assert.deepEqual(
    planned(made).edits.map(({ span }) => span.start),
    [7, 10, 20],
  )
  assert.equal(leftAlone(text, made), '* [b](#b)\n* [c](#c)\n* [d](#d)\n##### New\n')
})

test('plan: a plan that cannot hold every edit is refused, and says why', () => {
  const made = planInsertion('abc', { at: 1, parts: ['x'] }, [{ span: { start: 0, end: 2 }, newText: '' }])
  assert.match(refusal(made), /^The table of contents is where the idea would go\./)
})
