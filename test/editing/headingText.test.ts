import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingText } from '../../server/src/editing/headingText.ts'

test('heading text: only what would be read as a mark is escaped', () => {
  assert.equal(headingText('Copy & sign <every> image'), 'Copy & sign \\<every\\> image')
  assert.equal(headingText('R&D; &amp; by <name>'), 'R\\&D; \\&amp; by \\<name\\>')
  assert.equal(headingText('Tom & Jerry'), 'Tom & Jerry')
})
