import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateMentor } from '../../server/src/rules/duplicateMentor.ts'
import { checkFirstFixes, lint } from '../support/checkRule.ts'
import { gsoc2020, gsoc2020List } from '../support/mentorLists.ts'

for (const [what, before, kind, after] of [
  [
    'on a line of its own',
    '\n  - Ada Example (@ada)\n  - Ben Example (@ben)\n  - Ada Example (@ADA)',
    'safe',
    '\n  - Ada Example (@ada)\n  - Ben Example (@ben)',
  ],
  [
    'last on a shared line',
    ' Ada Example (@ada), Ben Example (@ben), Ada Example (@ada)',
    'safe',
    ' Ada Example (@ada), Ben Example (@ben)',
  ],
  [
    'within a shared line',
    ' Ada Example (@ada), Ada Example (@ada) and Ben Example (@ben)',
    'safe',
    ' Ada Example (@ada) and Ben Example (@ben)',
  ],
  [
    'with an address that is new',
    '\n  - Ada Example (@ada)\n  - Ada Example (@ada, ada@example.org)',
    'review',
    '\n  - Ada Example (@ada)',
  ],
  ['under another name', '\n  - Ada Example (@ada)\n  - Ben Example (@ada)', 'review', '\n  - Ada Example (@ada)'],
  ['with a part that is new', '\n  - Ada Example (@ada)\n  - Ada Example (@ada) - primary', 'review', '\n  - Ada Example (@ada)'],
  ['with lines below it', '\n  - Ada Example (@ada)\n  - Ada Example (@ada)\n    - knows the code\n', 'none', null],
] as const) {
  test(`duplicate-mentor: a mentor in two entries is removed once: ${what}`, () => {
    const text = gsoc2020List(`- Mentor(s):${before}`)
    const [finding] = lint(text, gsoc2020)
    assert.deepEqual([finding?.code, finding?.fix], ['duplicate-mentor', kind])
    if (after !== null) checkFirstFixes(text, gsoc2020List(`- Mentor(s):${after}`), gsoc2020)
  })
}

const path = 'programs/summerofcode/2026.md'

const kinds = (text: string): readonly string[] =>
  lint(text, { path, rules: [duplicateMentor] }).flatMap(({ fix, fixes }) => [fix, ...fixes!().map(({ kind }) => kind)])

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

test('duplicate-mentor: a mentor twice in one field has a safe fix, in two fields one for review', () => {
  const twice = '  - Ida Fern (@idafern, ida@example.org)'
  assert.deepEqual(kinds(list(`- Mentor(s):\n${twice}\n${twice}`)), ['safe', 'safe'])
  assert.deepEqual(kinds(list(`- Mentor(s):\n${twice}\n- Co-Mentor(s):\n${twice}`)), ['review', 'review'])
  const lost = `- Mentor(s):\n${twice}\n\n**Copy what is signed**\n- Description: Copies.\n- Mentor(s):\n${twice}`
  assert.deepEqual(kinds(list(lost)), ['review', 'review'])
  const below = (eol: string): string => list(`- Mentor(s):\n${twice}\n  - Co-Mentor(s):\n  ${twice}`).replaceAll('\n', eol)
  for (const eol of ['\n', '\r\n']) assert.deepEqual(kinds(below(eol)), ['review', 'review'])
  const deeper = `- Mentor(s):\n${twice}\n  - Co-Mentor(s):\n    - Otto Moss (@ottomoss, otto@example.org)\n  ${twice}`
  assert.deepEqual(kinds(list(deeper)), ['safe', 'safe'])
})
