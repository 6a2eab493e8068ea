import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutTitleMarks } from '../../../client/src/commands/ideaTitle.ts'

test('ideaTitle: a pasted title loses the marks of a heading, of a list item and of emphasis', () => {
  for (const pasted of [
    '#### **Show the tide**',
    '##### Show the tide ##',
    '  # Show the tide',
    '- Show the tide',
    '• __Show the tide__',
    '***Show the tide***',
    '**Show the tide**:',
    'Show the tide',
  ])
    assert.equal(withoutTitleMarks(pasted), 'Show the tide', pasted)
})

test('ideaTitle: what is part of a title stays', () => {
  for (const title of [
    'C# for the tide',
    '**Fast** and **safe**',
    '#tide on every page',
    'Show `*.md`',
    '-O3 for all',
    'Issue #12',
  ])
    assert.equal(withoutTitleMarks(title), title)
  assert.equal(withoutTitleMarks(' ## '), '')
})
