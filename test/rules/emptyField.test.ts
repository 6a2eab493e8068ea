import { test } from 'node:test'
import { emptyField } from '../../server/src/rules/emptyField.ts'
import { rules as all } from '../../server/src/rules/index.ts'
import { checkRule } from '../support/checkRule.ts'

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])

const rules = all.filter(({ code }) => codes.has(code))

const accepted = { rules, path: 'programs/lfx-mentorship/2026/01-Mar-May/README.md' }

test('empty-field: empty fields are reported at their labels, an LFX URL is not', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description:
  ^^^^^^^^^^^ empty-field error: "Description" is required but empty.
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

const classic = { rules, path: 'programs/summerofcode/2020.md' }

test('empty-field: a value after its item is a value', () =>
  checkRule(
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

test('empty-field: co-mentors fill the mentors field', () =>
  checkRule(
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

test('empty-field: an optional field is reported as information', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected outcome:
  ^^^^^^^^^^^^^^^^
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Expected project size: 175 hours
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`,
    { path: 'summerofcode/2022.md', rules: [emptyField] },
  ))
