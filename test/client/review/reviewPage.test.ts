import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as l10n from '@vscode/l10n'
import { isReviewAction, reviewPageParts, type ShownReview } from '../../../client/src/review/reviewPage.ts'
import type { ReviewAnswerIdea } from '../../../server/src/protocol/review.ts'
import { reviewMarkdown } from '../../../server/src/review/reviewMarkdown.ts'
import { eitherPhrase, noPhrase, phrase } from '../../../server/src/text/phrase.ts'

const range = { start: { line: 4, character: 0 }, end: { line: 9, character: 0 } }
const idea: ReviewAnswerIdea = {
  title: 'Sign <b>',
  project: 'Harbor',
  range,
  projectHeading: null,
  points: [
    { title: 'The upstream issue exists', state: 'fine', note: noPhrase, problem: null },
    {
      title: 'The upstream issue is open',
      state: 'problem',
      note: phrase('it is {0}', '<closed>'),
      problem: { range, message: 'm' },
    },
    { title: 'The mentors have these handles', state: 'unknown', note: phrase('GitHub was not asked'), problem: null },
  ],
}
const review: ShownReview = {
  ideas: [{ idea, isStale: false }],
  date: '2026-11-30',
  canAsk: true,
  path: 'summerofcode/2026.md',
  notes: [],
}
const parts = (more: Partial<ShownReview> = {}) => reviewPageParts({ kind: 'review', review: { ...review, ...more } })
const actions = (html: string): readonly string[] => [...html.matchAll(/data-action="(\w+)"/g)].map(([, action]) => action!)

test('review page: the points with their states, as text only, and where the idea is', () => {
  const { review: html, announcement } = parts()
  assert.ok(!/<b>|<closed>/.test(html))
  assert.match(html, /^<p>summerofcode\/2026.md, 2026-11-30: 1 fine, 1 to check, 1 unknown<\/p>/)
  assert.match(html, /<h2>Harbor: Sign &#60;b&#62; <button type="button" class="place" data-go="0">line 5<\/button><\/h2>/)
  assert.match(html, /<li class="problem"><span class="state">Problem<\/span> The upstream issue is open/)
  assert.equal(announcement, '1 fine, 1 to check, 1 unknown')
})

test('review page: what was edited is marked, and counts no more', () => {
  const { review: html, announcement } = parts({
    ideas: [
      { idea, isStale: false },
      { idea, isStale: true },
    ],
  })
  assert.equal(announcement, '1 fine, 1 to check, 1 unknown; 1 of 2 edited since')
  assert.equal(html.match(/Edited after this review/g)?.length, 1)
  assert.match(html, /<section class="old"><h2>Harbor: Sign &#60;b&#62; <button type="button" class="place" data-go="1">/)
})

test('review page: buttons for what can be done, and the maintainers file as text', () => {
  assert.deepEqual(actions(parts().review), ['copy', 'online', 'maintainers', 'again'])
  const { review: html } = parts({ canAsk: false, notes: ['a<b>.csv'] })
  assert.deepEqual(actions(html), ['copy', 'maintainers', 'again'])
  assert.match(html, /a&#60;b&#62;\.csv/)
  assert.deepEqual(actions(reviewPageParts({ kind: 'message', why: 'No <idea>', canRepeat: true }).review), ['again'])
  assert.deepEqual(['online', 'toString', 1, null].map(isReviewAction), [true, false, false, false])
})

test('review page: in a German window the points and what was found are German, and their Markdown stays English', () => {
  const assigned = phrase('it is assigned to {0}', eitherPhrase(['@eve', '@ben']))
  const limited = phrase("GitHub's limit of requests is reached until {0} UTC; try again then", '12:34')
  const points: ReviewAnswerIdea['points'] = [
    { title: 'The upstream issue is assigned to nobody', state: 'problem', note: assigned, problem: null },
    { title: 'The mentors have these handles', state: 'unknown', note: limited, problem: null },
  ]
  l10n.config({ contents: readFileSync('l10n/bundle.l10n.de.json', 'utf8') })
  try {
    const { review: html } = parts({ ideas: [{ idea: { ...idea, points }, isStale: false }] })
    assert.match(html, / Das Upstream-Issue ist niemandem zugewiesen <span class="note">\(es ist @eve oder @ben zugewiesen\)</)
    assert.match(
      html,
      / Die Mentoren haben diese Handles <span class="note">\(das Anfragelimit von GitHub ist bis 12:34 UTC erreicht[^)]*\)</,
    )
    const markdown = reviewMarkdown('a.md', [{ title: 'Sign', project: '', line: 5, points }], '2026-11-30')
    assert.match(
      markdown,
      /\| The upstream issue is assigned to nobody \| \*\*problem\*\* \| it is assigned to &#64;eve or &#64;ben \|/,
    )
  } finally {
    l10n.config({ contents: {} })
  }
})
