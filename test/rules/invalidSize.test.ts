import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules as all } from '../../server/src/rules/index.ts'
import { applySafeFixes, gsocPath, listWithBody } from '../support/checkFieldFixes.ts'
import { checkRule, lint } from '../support/checkRule.ts'

const sized = (size: string): string => `#### Harbor

##### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Expected project size: ${size}
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example (@ben, ben@example.org)
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])

const rules = all.filter(({ code }) => codes.has(code))

const gsoc = { rules, path: 'programs/summerofcode/2026.md' }

for (const size of ['small', 'Medium', '**large**', 'large (~350 hours)', '350 hours (large)', 'medium - 90 hours']) {
  test(`invalid-size: a template with words takes ${size}`, () => checkRule(sized(size), gsoc))
}

for (const range of ['90h - 175h', '90 - 175 h', '90/175 hours']) {
  test(`invalid-size: a range of hours names the sizes of both: ${range}`, () =>
    checkRule(
      sized(`${range}
                         ${'^'.repeat(range.length)} invalid-size error: "${range}" does not name a size; expected "small (~90 hour projects)" or "medium (~175 hour projects)".`),
      gsoc,
    ))
}

test('invalid-size: hours without a word are no size in a template with words; the word for those hours is named', () =>
  checkRule(
    sized(`175 hrs
                         ^^^^^^^ invalid-size error: "175 hrs" does not name a size; expected "medium (~175 hour projects)".`),
    gsoc,
  ))

for (const two of ['medium-to-large', 'Medium or Large', 'medium / large']) {
  test(`invalid-size: two sizes are one too many: ${two}`, () =>
    checkRule(
      sized(`${two}
                         ${'^'.repeat(two.length)} invalid-size error: "${two}" names two sizes, but an idea has one; expected "medium (~175 hour projects)" or "large (~350 hour projects)".`),
      gsoc,
    ))
}

for (const one of ['medium, with enough for a large one', 'medium (~175 hours), or large with the stretch goals'])
  test(`invalid-size: a remark may name another size: ${one}`, () => checkRule(sized(one), gsoc))

test('invalid-size: another word is no size', () =>
  checkRule(
    sized(`huge
                         ^^^^ invalid-size error: "huge" is not one of the available sizes; expected small (~90 h), medium (~175 h) or large (~350 h).`),
    gsoc,
  ))

test('invalid-size: a value over several lines is marked on its first line', () =>
  checkRule(
    sized(`to be said,
                         ^^^^^^^^^^^ invalid-size
  in spring`),
    gsoc,
  ))

const counted = (size: string): string => `#### Harbor

##### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: ${size}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const gsoc2022 = { rules, path: 'programs/summerofcode/2022.md' }

for (const size of ['175 hours', '~350 hrs', 'medium', 'large']) {
  test(`invalid-size: a template of hours takes ${size}`, () => checkRule(counted(size), gsoc2022))
}

test('invalid-size: a template of hours takes no other hours', () =>
  checkRule(
    counted(`100 hours
                         ^^^^^^^^^ invalid-size error: "100 hours" is not one of the available sizes; expected 175 or 350 hours.`),
    gsoc2022,
  ))

const classic = { rules, path: 'programs/summerofcode/2020.md' }

test('invalid-size: a template without sizes asks for none', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Size: huge
- Mentor(s): Ada Example (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

for (const [size, fixed] of [
  ['**350 hrs**', '**large (~350 hour projects)**'],
  ['# 175 hours', 'medium (~175 hour projects)'],
  ['(~175 hours), flexible', 'medium (~175 hour projects), flexible'],
  ['Meduim (~175 hours)', 'medium (~175 hours)'],
  ['175 Stunden', 'medium (~175 hour projects)'],
  ['~350 heures', 'large (~350 hour projects)'],
  ['175 horas, flexible', 'medium (~175 hour projects), flexible'],
  ['90小时', 'small (~90 hour projects)'],
] as const) {
  test(`invalid-size: a size is written in the words of the template: ${size}`, () => {
    const body = (value: string): string => `- Description: d\n- Expected project size: ${value}\n- Mentor(s): Ann (@ann, a@b.co)`
    assert.equal(applySafeFixes(listWithBody(body(size), gsocPath), gsocPath), listWithBody(body(fixed), gsocPath))
  })
}

test('invalid-size: for a few words that are no size all sizes are offered, to be looked at', () => {
  const body = (size: string): string => `- Description: d\n- Expected project size: ${size}\n- Mentor(s): Ann (@ann, a@b.co)`
  const found = (size: string) =>
    lint(listWithBody(body(size), gsocPath), { path: gsocPath }).find(({ code }) => code === 'invalid-size')
  const finding = found('huge')
  assert.equal(finding?.fix, 'review')
  assert.deepEqual(
    finding?.fixes?.().map(({ edits }) => edits[0]!.newText),
    ['small (~90 hour projects)', 'medium (~175 hour projects)', 'large (~350 hour projects)'],
  )
  assert.equal(found('about 12 weeks')?.fixes?.().length, 3)
  const other = found('as long as it takes, but not longer than a year')
  assert.deepEqual([other?.code, other?.fixes], ['invalid-size', undefined])
})

for (const size of ['175 or 350 hours', '90-175 hours', '12 weeks', 'huge']) {
  test(`invalid-size: a size that may be several is left to the author: ${size}`, () => {
    const text = listWithBody(`- Description: d\n- Expected project size: ${size}\n- Mentor(s): Ann (@ann, a@b.co)`, gsocPath)
    assert.equal(applySafeFixes(text, gsocPath), text)
  })
}
