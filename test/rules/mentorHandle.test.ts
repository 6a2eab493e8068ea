import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentorHandle } from '../../server/src/rules/mentorHandle.ts'
import { checkFirstFixes, checkRule, lint } from '../support/checkRule.ts'
import { gsoc2020, gsoc2020List, lfxProposal, lfxProposalList } from '../support/mentorLists.ts'

for (const mentor of [
  'Ada Example (@ada)',
  'Ada Example (@a)',
  'Ada Example (@ada-lovelace-2)',
  `Ada Example (@${'a'.repeat(39)})`,
  'Ada Example (@ADA)',
  '@ada',
  'Ada Example ([@ada](https://github.com/ada))',
  '[Ada Example](https://github.com/ada)',
  'Ada Example (ada)',
]) {
  test(`mentor-handle: a handle is found in ${mentor}`, () => checkRule(gsoc2020List(`- Mentor(s): ${mentor}`), gsoc2020))
}

test('mentor-handle: handles that GitHub cannot have are errors, with the reason', () =>
  checkRule(
    gsoc2020List(`- Mentors:
  - Ada Example (@ada.example)
                 ^^^^^^^^^^^^ mentor-handle error: "@ada.example" is not a valid GitHub handle: it contains ".". Handles are letters, digits and single hyphens.
  - Cleo Example (@cleo--c)
                  ^^^^^^^^ mentor-handle error: "@cleo--c" is not a valid GitHub handle: it contains two hyphens in a row.
  - Dan Example (@dddddddddddddddddddddddddddddddddddddddd)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mentor-handle error: "@dddddddddddddddddddddddddddddddddddddddd" is not a valid GitHub handle: it is 40 characters long (the maximum is 39).`),
    gsoc2020,
  ))

test('mentor-handle: handles that old or managed accounts can have are warnings', () =>
  checkRule(
    gsoc2020List(`- Mentors:
  - Ada Example (@ada-)
                 ^^^^^ mentor-handle warning: "@ada-" ends with a hyphen, which only old or managed GitHub accounts can have. Check the handle.
  - Ben Example (@ben_corp)
                 ^^^^^^^^^ mentor-handle warning: "@ben_corp" contains an underscore, which only old or managed GitHub accounts can have. Check the handle.`),
    gsoc2020,
  ))

test('mentor-handle: no handle at all is an error, at the name', () =>
  checkRule(
    lfxProposalList(`- Mentor(s):
  - Ada Example (ada@example.org)
    ^^^^^^^^^^^ mentor-handle error: Ada Example has no GitHub handle; expected "Ada Example (@handle, ada@example.org)".
  - Ben Example (@ben, ben@example.org)`),
    lfxProposal,
  ))

test('mentor-handle: a handle with two @ loses one', () =>
  checkFirstFixes(gsoc2020List('- Mentor(s): Ada Example (@@ada)'), gsoc2020List('- Mentor(s): Ada Example (@ada)'), gsoc2020))

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const one = (entry: string): string => list(`- Mentor(s):\n  - ${entry}`)

const path = 'programs/summerofcode/2026.md'

test('mentor-handle: a team is no handle', () => {
  const [finding] = lint(one('Ida Fern (@goharbor/all-maintainers, list@example.org)'), { path, rules: [mentorHandle] })
  assert.match(finding!.message, /^"@goharbor\/all-maintainers" is not a valid GitHub handle: it contains "\/"/)
})

test('mentor-handle: a linked handle that GitHub cannot have is an error, too', () =>
  checkRule(
    gsoc2020List(`- Mentors: [Ada Example](https://github.com/ada.example)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mentor-handle error: "@ada.example" is not a valid GitHub handle: it contains ".". Handles are letters, digits and single hyphens.`),
    gsoc2020,
  ))

test('mentor-handle: a handle that links to another account', () => {
  checkRule(
    gsoc2020List(`- Mentors: Ada Example ([@ada](https://github.com/ben))
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mentor-handle information: "@ada" links to the account of "@ben". Check which one is the mentor's.`),
    gsoc2020,
  )
  checkRule(gsoc2020List('- Mentors: Ada Example ([@ada](https://github.com/Ada/))'), gsoc2020)
  checkRule(gsoc2020List('- Mentors: [Ada Example](https://github.com/ben)'), gsoc2020)
})
