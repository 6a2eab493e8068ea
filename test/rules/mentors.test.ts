import { test } from 'node:test'
import { checkLint } from '../checkLint.ts'

const gsoc = { path: 'programs/summerofcode/2026.md' }
const classic = { path: 'programs/summerofcode/2020.md' }
const proposal = { path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md' }
const accepted2022 = { path: 'programs/lfx-mentorship/2022/03-Sep-Nov/README.md' }

const inClassic = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
${mentors}
- Issue: https://github.com/goharbor/harbor/issues/1
`

const inProposal = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
${mentors}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

const inGsoc = (mentors: string): string => `#### Harbor

##### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Expected project size: small
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

for (const mentor of [
  'Ada Example (@ada)',
  'Ada Example (@a)',
  'Ada Example (@ada-lovelace-2)',
  `Ada Example (@${'a'.repeat(39)})`,
  'Ada Example (@@ada)',
  'Ada Example (@ADA)',
  '@ada',
  'Ada Example ([@ada](https://github.com/ada))',
  '[Ada Example](https://github.com/ada)',
  'Ada Example (ada)',
]) {
  test(`a handle is found in ${mentor}`, () => checkLint(inClassic(`- Mentor(s): ${mentor}`), classic))
}

test('handles that GitHub cannot have are errors, with the reason', () =>
  checkLint(
    inClassic(`- Mentors:
  - Ada Example (@ada.example)
                 ^^^^^^^^^^^^ mentor-handle error: "@ada.example" cannot be a GitHub handle: it holds "."; expected letters, digits and single inner hyphens.
  - Cleo Example (@cleo--c)
                  ^^^^^^^^ mentor-handle error: "@cleo--c" cannot be a GitHub handle: it doubles a hyphen; expected letters, digits and single inner hyphens.
  - Dan Example (@dddddddddddddddddddddddddddddddddddddddd)
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ mentor-handle error: "@dddddddddddddddddddddddddddddddddddddddd" cannot be a GitHub handle: it has 40 characters of at most 39; expected letters, digits and single inner hyphens.`),
    classic,
  ))

test('handles that old or managed accounts can have are warnings', () =>
  checkLint(
    inClassic(`- Mentors:
  - Ada Example (@ada-)
                 ^^^^^ mentor-handle warning: "@ada-" ends with a hyphen, as only old or managed GitHub accounts do; expected letters, digits and single inner hyphens.
  - Ben Example (@ben_corp)
                 ^^^^^^^^^ mentor-handle warning: "@ben_corp" holds an underscore, as only old or managed GitHub accounts do; expected letters, digits and single inner hyphens.`),
    classic,
  ))

test('no handle at all is an error, at the name', () =>
  checkLint(
    inProposal(`- Mentor(s):
  - Ada Example (ada@example.org)
    ^^^^^^^^^^^ mentor-handle error: Ada Example has no GitHub handle; expected "Ada Example (@handle, ada@example.org)".
  - Ben Example (@ben, ben@example.org)`),
    proposal,
  ))

test('addresses that are missing, disguised or malformed are warnings where addresses are asked for', () =>
  checkLint(
    inProposal(`- Mentor(s):
  - Ada Example (@ada)
    ^^^^^^^^^^^ mentor-email warning: Ada Example has no e-mail address; expected "Ada Example (@ada, e-mail)".
  - Ben Example (@ben, ben AT example DOT org)
                       ^^^^^^^^^^^^^^^^^^^^^^ mentor-email warning: "ben AT example DOT org" is a disguised address; expected it as one types it, such as name@example.org.
  - Cleo Example (@cleo, cleo@example)
                         ^^^^^^^^^^^^ mentor-email warning: "cleo@example" is no e-mail address; expected one such as name@example.org.`),
    proposal,
  ))

test('addresses are not asked for before 2023', () =>
  checkLint(
    `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada), Ben Example (@ben)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000000
`,
    accepted2022,
  ))

test('one mentor where two are advised is information, at the label', () =>
  checkLint(
    inProposal(`- Mentor(s):
  ^^^^^^^^^ mentor-count information: The field names 1 mentor; 2 are advised.
  - Ada Example (@ada, ada@example.org)`),
    proposal,
  ))

test('too many mentors are an error', () =>
  checkLint(
    inProposal(`- Mentor(s):
  ^^^^^^^^^ mentor-count error: The field names 5 mentors; expected 1 to 4.
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
  - Cleo Example (@cleo, cleo@example.org)
  - Dan Example (@dan, dan@example.org)
  - Eve Example (@eve, eve@example.org)`),
    proposal,
  ))

test('too few mentors are an error, and one alone need not be primary', () =>
  checkLint(
    inGsoc(`- Mentor(s):
  ^^^^^^^^^ mentor-count error: The field names 1 mentor; expected 2 or more.
  - Ada Example (@ada, ada@example.org)`),
    gsoc,
  ))

test('a word in the place of mentors names nobody', () =>
  checkLint(
    inGsoc(`- Mentor(s): TBD
  ^^^^^^^^^ mentor-count error: The field names nobody; expected 2 or more.`),
    gsoc,
  ))

test('one of several mentors is primary', () => {
  checkLint(
    inGsoc(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org) - Primary Mentor`),
    gsoc,
  )
  checkLint(
    inGsoc(`- Mentor(s):
  ^^^^^^^^^ mentor-primary warning: None of the 2 mentors is marked primary; expected " - primary" behind one of them.
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)`),
    gsoc,
  )
  checkLint(
    inGsoc(`- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example (@ben, ben@example.org)
  - Cleo Example (@cleo, cleo@example.org) - primary
    ^^^^^^^^^^^^ mentor-primary error: Cleo Example is marked primary beside Ada Example; expected one.`),
    gsoc,
  )
})

test('nobody need be primary where the template marks none', () =>
  checkLint(
    inProposal(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)`),
    proposal,
  ))
