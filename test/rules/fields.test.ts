import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules as all } from '../../server/src/rules/index.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { checkLint, lint } from '../support/checkRule.ts'

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])
const rules = all.filter(({ code }) => codes.has(code))
const gsoc = { rules, path: 'programs/summerofcode/2026.md' }
const gsoc2022 = { rules, path: 'programs/summerofcode/2022.md' }
const classic = { rules, path: 'programs/summerofcode/2020.md' }
const proposal = { rules, path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md' }
const accepted = { rules, path: 'programs/lfx-mentorship/2026/01-Mar-May/README.md' }

test('each missing field is a finding of its own, at the heading', () =>
  checkLint(
    `### Harbor

#### Sign what is copied
     ^^^^^^^^^^^^^^^^^^^ missing-field error: The idea has no field "Expected Outcome"; this list asks for one.
     ^^^^^^^^^^^^^^^^^^^ missing-field error: The idea has no field "Upstream Issue"; this list asks for one.

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
`,
    proposal,
  ))

test('a file asks for the fields of its own template, under its own labels', () =>
  checkLint(
    `## Template

\`\`\`
### Project
#### Title
- Description:
- Outcomes:
- Mentor(s):
- Effort:
\`\`\`

## Ideas

### Harbor

#### Sign what is copied
     ^^^^^^^^^^^^^^^^^^^ missing-field error: The idea has no field "Outcomes"; this list asks for one.

- Description: Signatures travel along.
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Cleo Example (@cleo, cleo@example.org)

#### Copy what is signed

- Description: Copies keep their signatures.
- Outcome: They keep them.
- Mentor(s):
  - Ben Example (@ben, ben@example.org)
  - Cleo Example (@cleo, cleo@example.org)
`,
    { rules },
  ))

test('an idea with nothing under it lacks no single field', () =>
  checkLint(
    `### Harbor

#### To be written
     ^^^^^^^^^^^^^ empty-idea

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

test('a field is not missing for its bullet, its colon, its letter case or its place', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

*  **DESCRIPTION**: Signatures travel along.
-Recommended Skills: Go
- mentors
  - Ada Example (@ada)
  - Upstream Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

test('optional fields may be absent and empty', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected outcome:
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: 175 hours
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`,
    gsoc2022,
  ))

test('empty fields are reported at their labels, an LFX URL is not', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

- Description:
  ^^^^^^^^^^^ empty-field error: "Description" has no value; this list asks for one.
- **Recommended Skills**:
    ^^^^^^^^^^^^^^^^^^ empty-field
- Mentor(s):
  ^^^^^^^^^ empty-field
- Upstream Issue:
  ^^^^^^^^^^^^^^ empty-field
- LFX URL:
`,
    accepted,
  ))

test('a value beside its item is a value', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

- Description:

Signatures travel along.

- Recommended Skills:
- Go
- Mentor(s):
  - Ada Example (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

test('co-mentors fill the mentors field', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor:
- Co-Mentor: Ada Example (@ada)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
    classic,
  ))

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

for (const size of ['small', 'Medium', '**large**', 'large (~350 hours)', '350 hours (large)', 'medium - 90 hours']) {
  test(`a template with words takes ${size}`, () => checkLint(sized(size), gsoc))
}

for (const range of ['90h - 175h', '90 - 175 h', '90/175 hours']) {
  test(`a range of hours names the sizes of both: ${range}`, () =>
    checkLint(
      sized(`${range}
                         ${'^'.repeat(range.length)} invalid-size error: "${range}" has no size word; expected small (~90 h) or medium (~175 h).`),
      gsoc,
    ))
}

test('hours alone are no size where there are words; the word of those hours is named', () =>
  checkLint(
    sized(`175 hrs
                         ^^^^^^^ invalid-size error: "175 hrs" has no size word; expected medium (~175 h).`),
    gsoc,
  ))

test('another word is no size', () =>
  checkLint(
    sized(`huge
                         ^^^^ invalid-size error: "huge" is no size on offer; expected small (~90 h), medium (~175 h) or large (~350 h).`),
    gsoc,
  ))

test('a value over several lines is marked on its first', () =>
  checkLint(
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

for (const size of ['175 hours', '~350 hrs', 'medium', 'large']) {
  test(`a template of hours takes ${size}`, () => checkLint(counted(size), gsoc2022))
}

test('a template of hours takes no other hours', () =>
  checkLint(
    counted(`100 hours
                         ^^^^^^^^^ invalid-size error: "100 hours" is no size on offer; expected 175 or 350 hours.`),
    gsoc2022,
  ))

test('a template without sizes asks for none', () =>
  checkLint(
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

const upstream = (value: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Issue: ${value}
`

for (const value of [
  'https://github.com/goharbor/harbor/issues/1',
  'http://example.org/1',
  '<https://github.com/goharbor/harbor/issues/1>',
  '[#1](https://github.com/goharbor/harbor/issues/1)',
  'see https://github.com/goharbor/harbor/issues/1 and more',
  '\n  - https://github.com/goharbor/harbor/issues/1\n  - https://github.com/goharbor/harbor/issues/2',
]) {
  test(`an upstream issue may be ${JSON.stringify(value)}`, () => checkLint(upstream(value), classic))
}

test('an upstream issue without a URL is quoted', () =>
  checkLint(
    upstream(`TBD
         ^^^ upstream-url error: "TBD" is no link; expected the issue's URL, such as https://github.com/org/repo/issues/1.`),
    classic,
  ))

for (const value of [
  'goharbor/harbor#1',
  'htps://github.com/goharbor/harbor/issues/1',
  'github.com/goharbor/harbor',
  '[#1](../issues/1)',
  'https://',
]) {
  test(`${value} is no upstream issue`, () =>
    checkLint(upstream(`${value}\n         ${'^'.repeat(value.length)} upstream-url`), classic))
}

test('what is no idea list is left alone', () =>
  checkLint(
    `# Notes

- Description:
- Recommended Skills:
- Expected project size: huge
`,
  ))

test('a label that says more in brackets is renamed by a person alone', () => {
  const path = 'lfx-mentorship/2025/01-Mar-May/project_ideas.md'
  const list = (mentors: string): string => `### Harbor

#### Sign what is copied
- Description: Signatures travel along.
- ${mentors}: Ann Lee (@ann, a@b.co)
`
  const told = (mentors: string): readonly string[] =>
    lint(list(mentors), { path })
      .filter(({ code }) => code === 'field-label')
      .flatMap(({ fix, fixes }) => [fix, ...fixes!().map(({ kind, title }) => `${kind}: ${title}`)])
  assert.deepEqual(told('Mentors (GitHub handle)'), ['review', 'review: Write the label as "Mentor(s)"'])
  assert.deepEqual(told('Mentors'), ['safe', 'safe: Write the label as "Mentor(s)"'])
  assert.deepEqual(told('Mentors(s)'), ['safe', 'safe: Write the label as "Mentor(s)"'])
})

test('a misspelled label in another part of the idea stays: it is that part that lacks the field', () => {
  const part = '\n###### Later\n\n- Descripton: More of them.\n- Recommended Skills: C\n'
  const text = (first: string): string =>
    `### Harbor\n\n#### Sign what is copied\n\n${first}- Expected Outcome: Signatures.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n  - Ben Example (@ben, ben@example.org)\n- Upstream Issue: https://github.com/goharbor/harbor/issues/1\n${part}`
  const [finding, ...others] = lint(text(''), { ...proposal, rules: rules.filter(({ code }) => code === 'missing-field') })
  assert.equal(others.length, 0)
  assert.deepEqual(
    finding?.fixes?.().map(({ title, edits }) => [title, applyEdits(text(''), edits)]),
    [['Add the field "Description"', text('- Description:\n')]],
  )
})
