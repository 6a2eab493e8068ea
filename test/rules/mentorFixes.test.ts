import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateMentor } from '../../server/src/rules/duplicateMentor.ts'
import { fieldForm } from '../../server/src/rules/fieldForm.ts'
import { mentorFormat } from '../../server/src/rules/mentorFormat.ts'
import { mentorHandle } from '../../server/src/rules/mentorHandle.ts'
import { mentorPrimary } from '../../server/src/rules/mentorPrimary.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { checkFixed, lint } from '../support/checkRule.ts'

const path = 'programs/summerofcode/2026.md'
const format = { path, rules: [mentorFormat] }

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const one = (entry: string): string => list(`- Mentor(s):\n  - ${entry}`)

const safe: readonly [before: string, after: string][] = [
  ['Mentor(s): Ida Fern (@idafern, ida@example.org) - primary', 'Ida Fern (@idafern, ida@example.org) - primary'],
  ['Co-Mentor(s): Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - Co-Mentor(s)'],
  ['2nd Mentor: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - 2nd Mentor'],
  ['Primary Mentor - Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - primary'],
  ['Maintainer: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - Maintainer'],
  ['Ida Fern (gh: idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern (@idafern, mail: ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern (GitHub @idafern, E-Mail: ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  [
    'Ida Fern\n    - GitHub: @idafern\n    - Email: ida@example.org\n    - primary',
    'Ida Fern (@idafern, ida@example.org) - primary',
  ],
  ['Ida Fern\n  - GitHub: @idafern\n  - Email: ida@example.org\n  - primary', 'Ida Fern (@idafern, ida@example.org) - primary'],
]

for (const [before, after] of safe) {
  test(`is mended by a safe fix: ${JSON.stringify(before)}`, () => {
    assert.deepEqual(
      lint(one(before), format).map(({ fix }) => fix),
      ['safe'],
    )
    checkFixed(one(before), one(after), format)
  })
}

/** What a person is to decide: what is offered says all that stands there. */
const reviewed: readonly [before: string, after: string][] = [
  ['Mentor A: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Mentor 2: Ida Fern (@idafern, ida@example.org)', 'Ida Fern (@idafern, ida@example.org)'],
  ['Ida Fern @idafern <ida@example.org>, CNCF Slack @fern', 'Ida Fern (@idafern, ida@example.org) - CNCF Slack @fern'],
  ['Ida Fern (@idafern, ida@example.org, Slack: @ida) - primary', 'Ida Fern (@idafern, ida@example.org) - primary - Slack: @ida'],
  ['Ida Fern (@idafern, ida@example.org, Slack: @idafern)', 'Ida Fern (@idafern, ida@example.org) - Slack: @idafern'],
  ['Ida Fern (@idafern, @idafern:example.net, ida@example.org)', 'Ida Fern (@idafern, ida@example.org) - @idafern:example.net'],
  ['Ida Fern (@idafern, ida@example.org / fern@example.com)', 'Ida Fern (@idafern, ida@example.org) - fern@example.com'],
  ['Ida Fern (@idafern, ida@example.org), who speaks Go.', 'Ida Fern (@idafern, ida@example.org) - who speaks Go.'],
]

for (const [before, after] of reviewed) {
  test(`is a matter of review: ${before}`, () => {
    const findings = lint(one(before), format)
    assert.deepEqual(
      findings.map(({ fix, message }) => [fix, message.slice(message.indexOf('expected'))]),
      [['review', `expected "${after}".`]],
    )
    assert.equal(applyEdits(one(before), findings[0]!.fixes!()[0]!.edits), one(after))
  })
}

const fine = [
  'Mentor Krasniqi (@mkras, mkras@example.org) - primary',
  'Primary Jones (@pjones, pjones@example.org)',
  'Mentor A:Ida Fern (@idafern, ida@example.org)',
  'Mentor (s) Ida Fern (@idafern, ida@example.org)',
  'Ida *Fern (@idafern, ida*x@example.org)',
  'Ida Fern (@goharbor/all-maintainers, list@example.org)',
  'Ida Fern (@idafern, ida@example.org) - primary\n    - Maintainer at Acme',
  'Ida Fern (@idafern, ida@example.org)\nPlease ping them on Slack.',
]

for (const entry of fine) test(`is left alone: ${JSON.stringify(entry)}`, () => assert.deepEqual(lint(one(entry), format), []))

test('items between somebody’s contacts are not thrown away', () => {
  const [finding, ...others] = lint(one('Ida Fern\n    - Maintainer\n    - GitHub: @idafern'), format)
  assert.deepEqual([finding?.fix, others.length], ['none', 0])
})

test('people on a line with words behind them get bullets from a person alone', () => {
  const mentors = '- Mentor(s): Ida Fern (@idafern, ida@example.org), Otto Moss (@ottomoss, otto@example.org), who both speak Go.'
  assert.deepEqual(
    lint(list(mentors), format).map(({ fix }) => fix),
    ['review'],
  )
})

test('remarks, posts and sentences are no mentors without a handle', () => {
  const mentors = `- Mentor(s):
  - Ida Fern (@idafern, ida@example.org) - primary
    - Maintainer at Acme
  - Otto Moss (@ottomoss, otto@example.org)
  - Looking for a third mentor!
  - TBC (from CNCF TAG)
Please ping them on Slack.`
  assert.deepEqual(lint(list(mentors), { path, rules: [mentorFormat, mentorHandle, mentorPrimary] }), [])
})

test('a team is no handle', () => {
  const [finding] = lint(one('Ida Fern (@goharbor/all-maintainers, list@example.org)'), { path, rules: [mentorHandle] })
  assert.match(finding!.message, /^"@goharbor\/all-maintainers" cannot be a GitHub handle: it holds "\/"/)
})

for (const label of ['-Mentor(s):', '**Mentor(s):**', '-Mentor(s)', 'Mentor(s)']) {
  test(`people with roles stay where they are when their label is mended: ${label}`, () => {
    const people = '  - Primary Mentor: Ida Fern (@idafern, ida@example.org)\n  - Otto Moss (@ottomoss, otto@example.org)'
    const bad = list(`${label}\n${people}`)
    const options = { path, rules: [fieldForm] }
    assert.deepEqual(
      lint(bad, options).map(({ span }) => bad.slice(span.start, span.end)),
      ['Mentor(s)'],
    )
    checkFixed(bad, list(`${label.replace(/^-?/, '- ').replace(/\)$/, '):')}\n${people}`), options)
  })
}

test('somebody with a role in a field that names no mentors is moved by a person alone', () => {
  const people = '  - Primary Mentor: Ida Fern (@idafern, ida@example.org)\n  - Otto Moss (@ottomoss, otto@example.org)'
  assert.deepEqual(
    lint(list(people), { path, rules: [fieldForm] }).flatMap(({ fix, fixes }) => [fix, fixes!().map(({ kind }) => kind)]),
    ['review', ['review']],
  )
})

test('a label below the items of a bare label is mended by field-form alone', () => {
  const body = (mark: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
- Mentor(s): Ida Fern (@idafern, ida@example.org)

##### Copy what is signed
${mark}**Description:** Signatures travel along.

${mark}**Mentor(s):**
  - Ida Fern (@idafern, ida@example.org)
  - Otto Moss (@ottomoss, otto@example.org)
${mark}**Upstream Issue (URL):** https://github.com/goharbor/harbor/issues/1
`
  const options = { path, rules: [fieldForm] }
  assert.deepEqual(
    lint(body(''), options).map(({ message }) => message),
    ['Description', 'Mentor(s)', 'Upstream Issue (URL)'].map((label) => `"${label}" is no list item; expected "- ${label}:".`),
  )
  checkFixed(body(''), body('- '), options)
})

const kinds = (text: string): readonly string[] =>
  lint(text, { path, rules: [duplicateMentor] }).flatMap(({ fix, fixes }) => [fix, ...fixes!().map(({ kind }) => kind)])

test('somebody twice in one field goes by a safe fix, in two fields by a person alone', () => {
  const twice = '  - Ida Fern (@idafern, ida@example.org)'
  assert.deepEqual(kinds(list(`- Mentor(s):\n${twice}\n${twice}`)), ['safe', 'safe'])
  assert.deepEqual(kinds(list(`- Mentor(s):\n${twice}\n- Co-Mentor(s):\n${twice}`)), ['review', 'review'])
  const lost = `- Mentor(s):\n${twice}\n\n**Copy what is signed**\n- Description: Copies.\n- Mentor(s):\n${twice}`
  assert.deepEqual(kinds(list(lost)), ['review', 'review'])
  const below = (eol: string): string => list(`- Mentor(s):\n${twice}\n  - Co-Mentor(s):\n  ${twice}`).replaceAll('\n', eol)
  for (const eol of ['\n', '\r\n']) assert.deepEqual(kinds(below(eol)), ['review', 'review'])
  const beside = `- Mentor(s):\n${twice}\n  - Co-Mentor(s):\n    - Otto Moss (@ottomoss, otto@example.org)\n  ${twice}`
  assert.deepEqual(kinds(list(beside)), ['safe', 'safe'])
})

const marks = (mentors: string): readonly string[] =>
  lint(list(mentors), { path, rules: [mentorPrimary] }).flatMap(({ fixes }) => fixes?.().map(({ title }) => title) ?? [])

test('nobody is marked primary where the mark would take in the next name', () => {
  const [ida, otto] = ['[Ida Fern](https://github.com/idafern)', '[Otto Moss](https://github.com/ottomoss)']
  assert.deepEqual(marks(`- Mentor(s): ${ida}/${otto}`), ['Mark Otto Moss as primary'])
  const both = ['Mark Ida Fern as primary', 'Mark Otto Moss as primary']
  for (const between of [', ', ' / ', ' and ', '; ', '<br>'])
    assert.deepEqual(marks(`- Mentor(s): ${ida}${between}${otto}`), both)
})
