import { test } from 'node:test'
import { unknownField } from '../../server/src/rules/unknownField.ts'
import { checkRule } from '../support/checkRule.ts'

const options = { rules: [unknownField], path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md' }

/** An idea with lines before its other fields, and lines after them. */
const idea = (first: string, last = ''): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
${first}- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
${last}`

const steps = '- Phase one: design\n- Phase two: build\n'

for (const [what, first, last] of [
  ['a heading', '', `\n##### Milestones\n\n${steps}`],
  ['a deeper heading and then the fields', `\n###### Milestones\n\n${steps}\n###### Else\n\n`, ''],
  ['a line in bold', '', `\n**Milestones:**\n\n${steps}`],
  ['a paragraph', `\nWe think of this:\n\n${steps}\nAnd now for the rest.\n\n`, ''],
]) {
  test(`unknown-field: a list below ${what} has labels of its own`, () => checkRule(idea(first!, last), options))
}

test('unknown-field: below a heading the fields may go on in the same list', () =>
  checkRule(idea(`\n##### Milestones\n\n${steps}`), options))

test('unknown-field: numbered steps have labels of their own', () =>
  checkRule(idea('', '\n1. Setup: install it\n2. Build: compile it\n'), options))

test('unknown-field: among the fields a label is one of them', () => {
  checkRule(idea('- Meeting times: Tuesdays\n  ^^^^^^^^^^^^^ unknown-field\n'), options)
  checkRule(idea('\n- Meeting times: Tuesdays\n  ^^^^^^^^^^^^^ unknown-field\n\n'), options)
  checkRule(idea('', '- Meeting times: Tuesdays\n  ^^^^^^^^^^^^^ unknown-field\n'), options)
})

test('unknown-field: an idea written as a numbered list has fields', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

1. Description: Signatures travel along.
2. Meeting times: Tuesdays
   ^^^^^^^^^^^^^ unknown-field
3. Recommended Skills: Go
4. Mentor(s): Ada Example (@ada, ada@example.org)
`,
    options,
  ))

test('unknown-field: a misspelled label is reported wherever it is', () =>
  checkRule(idea('', '\n##### Else\n\n- Upsteam Issue: none\n  ^^^^^^^^^^^^^ unknown-field\n- Phase two: build\n'), options))
