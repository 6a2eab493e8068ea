import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../support/checkRule.ts'
import { listWithUpstream } from '../support/upstreamLists.ts'

test('readIdea: a link in HTML is an upstream link, in the order of the text', () => {
  const text = listWithUpstream('<a href="https://github.com/a/b/issues/1">1</a>, https://github.com/a/b/issues/2')
  const { idea: found, at } = read(text).projects[0]!.ideas[0]!
  assert.deepEqual(
    found.upstream.map(({ url, text: shown, span }) => [url, shown, text.slice(at + span.start, at + span.end)]),
    [
      ['https://github.com/a/b/issues/1', '1', '<a href="https://github.com/a/b/issues/1">1</a>'],
      ['https://github.com/a/b/issues/2', 'https://github.com/a/b/issues/2', 'https://github.com/a/b/issues/2'],
    ],
  )
})
