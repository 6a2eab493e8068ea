import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkHandles } from '../../../client/src/ideaPreview/linkHandles.ts'

const ada = '<a href="https://github.com/ada-fern">@ada-fern</a>'

test('idea page: handles of mentors are links to GitHub', () => {
  const cases: readonly (readonly [html: string, linked: string])[] = [
    [
      '<li>Ada (@ada-fern, <a href="mailto:a@b.org">a@b.org</a>)</li>',
      `<li>Ada (${ada}, <a href="mailto:a@b.org">a@b.org</a>)</li>`,
    ],
    ['@ada-fern @ada-fern, and @ada-fern.', `${ada} ${ada}, and ${ada}.`],
    ['@Bo_x', '<a href="https://github.com/Bo_x">@Bo_x</a>'],
  ]
  for (const [html, linked] of cases) assert.equal(linkHandles(html, ['ada-fern', 'bo_x']), linked, html)
})

test('idea page: what is a link, code or no handle of a mentor stays', () => {
  for (const html of [
    '<a href="https://example.org/@ada-fern">@ada-fern</a>',
    '<a href="https://example.org"><b>@ada-fern</b> @ada-fern</a>',
    '<pre><code>@ada-fern</code> @ada-fern</pre>',
    'me@ada-fern mastodon.social/@ada-fern @ada-fern/package @ada-fern-2 @@ada-fern @ada-fern@host.org @eve a &#60; b @',
  ])
    assert.equal(linkHandles(html, ['ada-fern']), html)
  assert.equal(linkHandles('@ada-fern', []), '@ada-fern')
})
