import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withKnownAddresses } from '../../../server/src/features/codeActions/knownAddresses.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { mentorEmail } from '../../../server/src/rules/mentorEmail.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { read } from '../../support/checkRule.ts'

const path = '/repo/programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
const accepted = '/repo/programs/lfx-mentorship/2026/01-Mar-May/README.md'
const older = '/repo/programs/summerofcode/2024.md'
const oldest = '/repo/programs/summerofcode/2023.md'

const listOf = (...mentors: readonly string[]): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
${mentors.map((mentor) => `  - ${mentor}\n`).join('')}- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`

const ben = 'Ben Oak (@ben, ben@example.org)'
const ada = (address: string): string => `Ada Fern (@Ada-Fern, ${address})`

/** What is offered for each finding: the text of the list afterwards. The first of `others` that are peers is what the rule knows itself. */
function offered(
  text: string,
  others: Readonly<Record<string, string>>,
  peers: readonly string[] = [],
): readonly (readonly string[])[] {
  const file = read(text, path)
  const lists = Object.entries(others).map(([uri, other]) => summarizeList(uri, read(other, uri)))
  const known = lists.filter(({ uri }) => peers.includes(uri))
  const findings = createLinter([mentorEmail], assert.fail).lint(file, {}, known)
  return withKnownAddresses(findings, file, () => lists).map(({ fixes }) =>
    (fixes?.() ?? []).map(({ kind, edits }) => {
      assert.equal(kind, 'review')
      return applyEdits(text, edits)
    }),
  )
}

test('knownAddresses: an address that a list of another year has for the handle is offered, each once, the newest first', () => {
  const others = { [older]: listOf(ada('ada@example.org')), [oldest]: listOf(ada('fern@example.com'), ada('ADA@example.org')) }
  assert.deepEqual(offered(listOf('Ada Fern (@ada-fern)', ben), others), [
    [listOf('Ada Fern (@ada-fern, ada@example.org)', ben), listOf('Ada Fern (@ada-fern, fern@example.com)', ben)],
  ])
})

test('knownAddresses: one that cannot be used gives way to it', () =>
  assert.deepEqual(offered(listOf('Ada Fern (@ada-fern, ada@example)', ben), { [older]: listOf(ada('ada@example.org')) }), [
    [listOf('Ada Fern (@ada-fern, ada@example.org)', ben)],
  ]))

test('knownAddresses: the list itself and those of its term come first', () => {
  const others = { [older]: listOf(ada('fern@example.com')), [accepted]: listOf(ada('ada@example.org')) }
  assert.deepEqual(offered(listOf('Ada Fern (@ada-fern)', ben), others, [accepted]), [
    [listOf('Ada Fern (@ada-fern, ada@example.org)', ben)],
  ])
})

test('knownAddresses: nothing is offered for a handle that is in no list', () => {
  const others = { [older]: listOf('Ada Fern (@someone, ada@example.org)', 'Ada Fern (@ada-fern)') }
  assert.deepEqual(offered(listOf('Ada Fern (@ada-fern)', 'Cy Birch (cy@example)', ben), others), [[], []])
  assert.deepEqual(offered(listOf('Ada Fern @ada-fern', ben), { [older]: listOf(ada('ada@example.org')) }), [[]])
})
