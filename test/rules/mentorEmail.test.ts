import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'
import { lfxAccepted2022, lfxProposal, lfxProposalList, offeredTexts } from '../support/mentorLists.ts'

test('mentor-email: addresses that are missing, disguised or malformed are warnings if addresses are required', () =>
  checkRule(
    lfxProposalList(`- Mentor(s):
  - Ada Example (@ada)
    ^^^^^^^^^^^ mentor-email warning: Ada Example has no email address; expected "Ada Example (@ada, email)".
  - Ben Example (@ben, ben AT example DOT org)
                       ^^^^^^^^^^^^^^^^^^^^^^ mentor-email warning: "ben AT example DOT org" is an obfuscated address. Write it out, as in name@example.org.
  - Cleo Example (@cleo, cleo@example)
                         ^^^^^^^^^^^^ mentor-email warning: "cleo@example" is not a valid email address; expected something like name@example.org.`),
    lfxProposal,
  ))

test('mentor-email: addresses are not required before 2023', () =>
  checkRule(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada), Ben Example (@ben)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
`,
    lfxAccepted2022,
  ))

for (const [disguised, address] of [
  ['ada AT example DOT org', 'ada@example.org'],
  ['ada.x AT example.org', 'ada.x@example.org'],
  ['ada [at] example [dot] co [dot] uk', 'ada@example.co.uk'],
  ['ada(at)example.org', 'ada@example.org'],
  ['ada DOT x AT example DOT org', 'ada.x@example.org'],
  ['ada at example.org', 'ada@example.org'],
  ['ada_AT_example.org', 'ada@example.org'],
  ['ada_x_at_example_dot_org', 'ada_x@example.org'],
  ['ada@example [dot] org', 'ada@example.org'],
]) {
  test(`mentor-email: the fix of a disguised address is offered: ${disguised}`, () => {
    const at = (email: string | undefined): string =>
      lfxProposalList(`- Mentor(s):\n  - Ada Example (@ada, ${email})\n  - Ben Example (@ben, ben@example.org)`)
    assert.deepEqual(offeredTexts(at(disguised), lfxProposal), [[`Change to "${address}"`, at(address)]])
  })
}

test('mentor-email: an address that the same handle has elsewhere in the file is offered', () => {
  const both = (email: string): string =>
    `${lfxProposalList(`- Mentor(s):\n  - Ada Example (@ADA${email})\n  - Ben Example (@ben, ben@example.org)`)}
#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`
  checkFirstFixes(both(''), both(', ada@example.org'), lfxProposal)
})
