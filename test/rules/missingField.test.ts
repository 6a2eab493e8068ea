import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules as all } from '../../server/src/rules/index.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { fieldRules, gsocPath, lfxProposalPath, listWithBody, withCrlf } from '../support/checkFieldFixes.ts'
import { checkRule, lint } from '../support/checkRule.ts'

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])

const rules = all.filter(({ code }) => codes.has(code))

const proposal = { rules, path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md' }

test('missing-field: each missing field is a finding of its own, at the heading', () =>
  checkRule(
    `### Harbor

#### Sign what is copied
     ^^^^^^^^^^^^^^^^^^^ missing-field error: This idea is missing the "Expected Outcome" field.
     ^^^^^^^^^^^^^^^^^^^ missing-field error: This idea is missing the "Upstream Issue" field.

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
`,
    proposal,
  ))

test('missing-field: a file asks for the fields of its own template, under its own labels', () =>
  checkRule(
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
     ^^^^^^^^^^^^^^^^^^^ missing-field error: This idea is missing the "Outcomes" field.

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

const classic = { rules, path: 'programs/summerofcode/2020.md' }

test('missing-field: a field is not missing for its bullet, its colon, its letter case or its place', () =>
  checkRule(
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

const gsoc2022 = { rules, path: 'programs/summerofcode/2022.md' }

test('missing-field: optional fields may be absent', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: 175 hours
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`,
    gsoc2022,
  ))

test('missing-field: a misspelled label in another part of the idea stays: that part lacks the field', () => {
  const part = '\n###### Later\n\n- Descripton: More of them.\n- Recommended Skills: C\n'
  const text = (first: string): string =>
    `### Harbor\n\n#### Sign what is copied\n\n${first}- Expected Outcome: Signatures.\n- Recommended Skills: Go\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n  - Ben Example (@ben, ben@example.org)\n- Upstream Issue: https://github.com/goharbor/harbor/issues/1\n${part}`
  const [finding, ...others] = lint(text(''), { ...proposal, rules: rules.filter(({ code }) => code === 'missing-field') })
  assert.equal(others.length, 0)
  assert.deepEqual(
    finding?.fixes?.().map(({ title, edits }) => [title, applyEdits(text(''), edits)]),
    [['Add the "Description" field', text('- Description:\n')]],
  )
})

test('missing-field: missing fields are added one by one in the idea’s own style', () => {
  const path = gsocPath
  let text = withCrlf(listWithBody('* **Description:** d\n\n* **Upstream Issue (URL):** x', path))
  for (let left = 4; left > 0; left--) {
    const missing = lint(text, { rules: fieldRules, path }).filter(({ code }) => code === 'missing-field')
    assert.equal(missing.length, left)
    text = applyEdits(text, missing.at(left % 2 === 0 ? -1 : 0)!.fixes!()[0]!.edits)
  }
  const body =
    '* **Description:** d\n\n* **Expected Outcome:**\n\n* **Recommended Skills:**\n\n* **Expected project size:**\n\n* **Mentor(s):**\n  - Name (@handle, email) - primary\n  - Name (@handle, email)\n\n* **Upstream Issue (URL):** x'
  assert.equal(text, withCrlf(listWithBody(body, path)))
})

test('missing-field: the fix renames a misspelled field if there is one', () => {
  const text = listWithBody('- Descripiton: d\n- Mentor(s): Ann (@ann, a@b.co)', lfxProposalPath)
  const [missing] = lint(text, { rules: fieldRules, path: lfxProposalPath }).filter(({ code }) => code === 'missing-field')
  assert.match(applyEdits(text, missing!.fixes!()[0]!.edits), /\n- Description: d\n- Mentor/)
})
