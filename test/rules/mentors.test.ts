import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateMentor } from '../../server/src/rules/duplicateMentor.ts'
import { mentorCount } from '../../server/src/rules/mentorCount.ts'
import { mentorEmail } from '../../server/src/rules/mentorEmail.ts'
import { mentorHandle } from '../../server/src/rules/mentorHandle.ts'
import { mentorIdentity } from '../../server/src/rules/mentorIdentity.ts'
import { mentorPrimary } from '../../server/src/rules/mentorPrimary.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { checkFixed, checkLint, lint, read } from '../support/checkRule.ts'

// `mentor-format` has a test of its own
const rules = [mentorHandle, mentorEmail, mentorCount, mentorPrimary, duplicateMentor, mentorIdentity]
const gsoc = { path: 'programs/summerofcode/2026.md', rules }
const classic = { path: 'programs/summerofcode/2020.md', rules }
const proposal = { path: 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md', rules }
const accepted2022 = { path: 'programs/lfx-mentorship/2022/03-Sep-Nov/README.md', rules }

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

test('a handle with two @ loses one', () =>
  checkFixed(inClassic('- Mentor(s): Ada Example (@@ada)'), inClassic('- Mentor(s): Ada Example (@ada)'), classic))

/** The texts that the fixes of the first finding make of a list, by their titles. */
const offers = (text: string, options: typeof gsoc): readonly (readonly [string, string])[] =>
  lint(text, options)[0]
    ?.fixes?.()
    .map(({ title, edits }) => [title, applyEdits(text, edits)] as const) ?? []

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
  test(`a disguised address is unmasked on request: ${disguised}`, () => {
    const at = (email: string | undefined): string =>
      inProposal(`- Mentor(s):\n  - Ada Example (@ada, ${email})\n  - Ben Example (@ben, ben@example.org)`)
    assert.deepEqual(offers(at(disguised), proposal), [[`Write "${address}"`, at(address)]])
  })
}

test('an address that the same handle has elsewhere in the file is offered', () => {
  const both = (email: string): string =>
    `${inProposal(`- Mentor(s):\n  - Ada Example (@ADA${email})\n  - Ben Example (@ben, ben@example.org)`)}
#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`
  checkFixed(both(''), both(', ada@example.org'), proposal)
})

test('each mentor may be marked primary, whatever part the entry gives', () => {
  const three = (marks: readonly string[]): string =>
    inGsoc(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)${marks[0]}
  - Ben Example (@ben, ben@example.org)${marks[1]}
  - Cleo Example (@cleo, cleo@example.org)${marks[2]}`)
  const marks = ['', ' - Secondary Mentor', ' - from Example']
  assert.deepEqual(offers(three(marks), gsoc), [
    ['Mark Ada Example as primary', three([' - primary', marks[1]!, marks[2]!])],
    ['Mark Ben Example as primary', three([marks[0]!, ' - Primary Mentor', marks[2]!])],
    ['Mark Cleo Example as primary', three([marks[0]!, marks[1]!, ' - primary - from Example'])],
  ])
})

for (const [first, second] of [
  ['@ada', '@ben'],
  ['https://github.com/ada', 'https://github.com/ben'],
  ['Ada Example (@ada)', 'Ben Example (@ben)'],
  ['[Ada Example](https://github.com/ada)', '[Ben Example](https://github.com/ben)'],
]) {
  test(`a mark between two whom a blank parts is told from both: ${first} ${second}`, () => {
    const line = (people: string): string => inGsoc(`- Mentor(s): ${people}`)
    const options = { ...gsoc, rules: [mentorPrimary] }
    const offered = offers(line(`${first} ${second}`), options).map(([, text]) => text)
    assert.deepEqual(offered, [line(`${first} - primary, ${second}`), line(`${first} ${second} - primary`)])
    assert.deepEqual(
      offered.map((text) =>
        read(text, gsoc.path).projects[0]!.ideas[0]!.idea.mentors.map(({ handle, primary }) => `${handle} ${primary}`),
      ),
      [
        ['ada true', 'ben false'],
        ['ada false', 'ben true'],
      ],
    )
  })
}

test('of several that are marked primary each may be kept alone', () => {
  const three = (marks: readonly string[]): string =>
    inGsoc(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)${marks[0]}
  - Ben Example (@ben, ben@example.org)${marks[1]}
  - Cleo Example (@cleo, cleo@example.org)${marks[2]}`)
  const marks = [' - **primary**', ' (primary)', ' - Primary, from Example']
  assert.deepEqual(offers(three(marks), gsoc), [
    ['Keep Ada Example alone as primary', three([marks[0]!, '', ' - from Example'])],
    ['Keep Ben Example alone as primary', three(['', marks[1]!, ' - from Example'])],
    ['Keep Cleo Example alone as primary', three(['', '', marks[2]!])],
  ])
})

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
  test(`a mentor in two entries is removed once: ${what}`, () => {
    const text = inClassic(`- Mentor(s):${before}`)
    const [finding] = lint(text, classic)
    assert.deepEqual([finding?.code, finding?.fix], ['duplicate-mentor', kind])
    if (after !== null) checkFixed(text, inClassic(`- Mentor(s):${after}`), classic)
  })
}

test('one address of two people is told, once a pair', () => {
  const list = `${inProposal('- Mentor(s):\n  - Ada Example (@ada, team@example.org)\n  - Ben Example (@ben, ben@example.org)')}
#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-x, team@example.org)
                 ^^^^^^ mentor-identity information: team@example.org has the handle "@ada-x" here and "@ada" before; expected one.
  - Ben Example (@Ben, BEN@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`
  checkLint(list, proposal)
})
