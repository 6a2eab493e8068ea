import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ShownList } from '../../../client/src/ideasView/mergeLists.ts'
import { isPageStale } from '../../../client/src/sitePreview/isPageStale.ts'

const list = (name: string, version = '1', isOpen = false): ShownList => ({
  uri: `file:///w/${name}.md`,
  version,
  label: name,
  year: null,
  findings: isOpen ? { errors: 1, warnings: 0, others: 0 } : null,
  ideas: [],
})

test('isPageStale: a list that is added, deleted or changed on disk', () => {
  assert.equal(isPageStale([list('a')], [list('a'), list('b')]), true)
  assert.equal(isPageStale([list('a'), list('b')], [list('b')]), true)
  assert.equal(isPageStale([list('a')], [list('b')]), true)
  assert.equal(isPageStale([list('a')], [list('a', '2')]), true)
  assert.equal(isPageStale([list('a'), list('b')], [list('a'), list('b')]), false)
})

test('isPageStale: what is typed in an open list, opening and closing it are no reason', () => {
  assert.equal(isPageStale([list('a', '1', true)], [list('a', '2', true)]), false)
  assert.equal(isPageStale([list('a')], [list('a', '2', true)]), false)
  assert.equal(isPageStale([list('a', '2', true)], [list('a', '3')]), false)
})
