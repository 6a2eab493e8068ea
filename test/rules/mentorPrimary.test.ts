import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentorPrimary } from '../../server/src/rules/mentorPrimary.ts'
import { checkRule, lint, read } from '../support/checkRule.ts'
import { gsoc2026, gsoc2026List, lfxProposal, lfxProposalList, offeredTexts } from '../support/mentorLists.ts'

test('mentor-primary: one of several mentors is primary', () => {
  checkRule(
    gsoc2026List(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org) - Primary Mentor`),
    gsoc2026,
  )
  checkRule(
    gsoc2026List(`- Mentor(s):
  ^^^^^^^^^ mentor-primary warning: None of the 2 mentors is marked as primary. Add " - primary" after one of them.
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)`),
    gsoc2026,
  )
  checkRule(
    gsoc2026List(`- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example (@ben, ben@example.org)
  - Cleo Example (@cleo, cleo@example.org) - primary
    ^^^^^^^^^^^^ mentor-primary error: Both Ada Example and Cleo Example are marked as primary. Keep one.`),
    gsoc2026,
  )
})

test('mentor-primary: no mentor need be primary if the template marks none', () =>
  checkRule(
    lfxProposalList(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)
  - Ben Example (@ben, ben@example.org)`),
    lfxProposal,
  ))

test('mentor-primary: each mentor may be marked primary, whatever role the entry gives', () => {
  const three = (marks: readonly string[]): string =>
    gsoc2026List(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)${marks[0]}
  - Ben Example (@ben, ben@example.org)${marks[1]}
  - Cleo Example (@cleo, cleo@example.org)${marks[2]}`)
  const marks = ['', ' - Secondary Mentor', ' - from Example']
  assert.deepEqual(offeredTexts(three(marks), gsoc2026), [
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
  test(`mentor-primary: two people separated by a space keep separate roles after the fix: ${first} ${second}`, () => {
    const line = (people: string): string => gsoc2026List(`- Mentor(s): ${people}`)
    const options = { ...gsoc2026, rules: [mentorPrimary] }
    const offered = offeredTexts(line(`${first} ${second}`), options).map(([, text]) => text)
    assert.deepEqual(offered, [line(`${first} - primary, ${second}`), line(`${first} ${second} - primary`)])
    assert.deepEqual(
      offered.map((text) =>
        read(text, gsoc2026.path).projects[0]!.ideas[0]!.idea.mentors.map(({ handle, primary }) => `${handle} ${primary}`),
      ),
      [
        ['ada true', 'ben false'],
        ['ada false', 'ben true'],
      ],
    )
  })
}

test('mentor-primary: of several that are marked primary, each may be kept as the only one', () => {
  const three = (marks: readonly string[]): string =>
    gsoc2026List(`- Mentor(s):
  - Ada Example (@ada, ada@example.org)${marks[0]}
  - Ben Example (@ben, ben@example.org)${marks[1]}
  - Cleo Example (@cleo, cleo@example.org)${marks[2]}`)
  const marks = [' - **primary**', ' (primary)', ' - Primary, from Example']
  assert.deepEqual(offeredTexts(three(marks), gsoc2026), [
    ['Keep only Ada Example as primary', three([marks[0]!, '', ' - from Example'])],
    ['Keep only Ben Example as primary', three(['', marks[1]!, ' - from Example'])],
    ['Keep only Cleo Example as primary', three(['', '', marks[2]!])],
  ])
})

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const path = 'programs/summerofcode/2026.md'

const marks = (mentors: string): readonly string[] =>
  lint(list(mentors), { path, rules: [mentorPrimary] }).flatMap(({ fixes }) => fixes?.().map(({ title }) => title) ?? [])

test('mentor-primary: no fix if the mark would absorb the next name', () => {
  const [ida, otto] = ['[Ida Fern](https://github.com/idafern)', '[Otto Moss](https://github.com/ottomoss)']
  assert.deepEqual(marks(`- Mentor(s): ${ida}/${otto}`), ['Mark Otto Moss as primary'])
  const both = ['Mark Ida Fern as primary', 'Mark Otto Moss as primary']
  for (const between of [', ', ' / ', ' and ', '; ', '<br>'])
    assert.deepEqual(marks(`- Mentor(s): ${ida}${between}${otto}`), both)
})
