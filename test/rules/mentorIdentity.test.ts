import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { type ListSummary, summarizeList } from '../../server/src/workspace/listSummary.ts'
import { adaFern, checkPeers, lfxList, lfxProjectUrl, lfxTerm, lintWithPeers } from '../support/checkPeers.ts'
import { checkRule, read } from '../support/checkRule.ts'
import { lfxProposal, lfxProposalList } from '../support/mentorLists.ts'

test('mentor-identity: one address of two people is reported, once a pair', () => {
  const list = `${lfxProposalList('- Mentor(s):\n  - Ada Example (@ada, team@example.org)\n  - Ben Example (@ben, ben@example.org)')}
#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-x, team@example.org)
                 ^^^^^^ mentor-identity information: team@example.org has the handle "@ada-x" here but "@ada" above.
  - Ben Example (@Ben, BEN@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`
  checkRule(list, lfxProposal)
})

test('mentor-identity: two addresses in lists of one kind and term are reported at the later list, with the other place', () =>
  checkPeers(
    {
      [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
      [`${lfxTerm}/selected_projects.md`]: lfxList('Copy signs', 'Ada Fern (@Ada-Fern, ada@exmaple.org)', `${lfxProjectUrl}2`),
    },
    {
      [`${lfxTerm}/selected_projects.md`]: [['mentor-identity', 'ada@exmaple.org', `${lfxTerm}/README.md`, 'ada@example.org']],
    },
  ))

test('mentor-identity: an address with two handles in two lists is reported', () =>
  checkPeers(
    {
      [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
      [`${lfxTerm}/selected_projects.md`]: lfxList('Copy signs', 'Ada Fern (@adafern, ada@example.org)', `${lfxProjectUrl}2`),
    },
    { [`${lfxTerm}/selected_projects.md`]: [['mentor-identity', '@adafern', `${lfxTerm}/README.md`, '@ada-fern']] },
  ))

const other = 'Ada Fern (@ada-fern, fern@example.com)'

for (const [what, path] of [
  ['the proposals of the term', `${lfxTerm}/project_ideas.md`],
  ['another term', '/repo/programs/lfx-mentorship/2026/02-Jun-Aug/README.md'],
  ['another year', '/repo/programs/lfx-mentorship/2025/01-Mar-May/README.md'],
  ['a copy of the repository', '/copy/programs/lfx-mentorship/2026/01-Mar-May/README.md'],
  ['a list of no programme', '/repo/README.md'],
] as const) {
  test(`mentor-identity: a list may differ from ${what}`, () =>
    checkPeers({ [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern), [path]: lfxList('Copy signs', other) }, {}))
}

test('mentor-identity: two addresses in one list are reported once for each entry', () =>
  checkPeers(
    {
      [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
      [`${lfxTerm}/selected_projects.md`]: `${lfxList('Copy signs', other, `${lfxProjectUrl}2`)}\n${lfxList('Copy more', adaFern, `${lfxProjectUrl}3`)}`,
    },
    {
      [`${lfxTerm}/selected_projects.md`]: [
        ['mentor-identity', 'fern@example.com', `${lfxTerm}/README.md`, 'ada@example.org'],
        ['mentor-identity', 'ada@example.org', `${lfxTerm}/selected_projects.md`, 'fern@example.com'],
      ],
    },
  ))

test('mentor-identity: the fix writes here what the other list has, and only here', () => {
  const path = `${lfxTerm}/selected_projects.md`
  const files = {
    [`${lfxTerm}/README.md`]: lfxList('Sign copies', adaFern),
    [path]: lfxList('Copy signs', other, `${lfxProjectUrl}2`),
  }
  const [finding] = lintWithPeers(path, files).findings
  const fixes = finding!.fixes!()
  assert.deepEqual(
    fixes.map(({ title, kind }) => [title, kind]),
    [['Use "ada@example.org" here', 'review']],
  )
  assert.equal(applyEdits(files[path]!, fixes[0]!.edits), lfxList('Copy signs', adaFern, `${lfxProjectUrl}2`))
})

test('mentor-identity: a linter that has seen the list follows changes in other lists', () => {
  const linter = createLinter(rules)
  const path = `${lfxTerm}/selected_projects.md`
  const file = read(lfxList('Copy signs', adaFern, `${lfxProjectUrl}2`), path)
  const peersWith = (mentor: string) => [
    summarizeList(`${lfxTerm}/README.md`, read(lfxList('Sign copies', mentor), `${lfxTerm}/README.md`)),
  ]
  const identities = (peers: readonly ListSummary[]) =>
    linter.lint(file, {}, peers).filter(({ code }) => code === 'mentor-identity').length
  assert.deepEqual([peersWith(adaFern), peersWith(other), peersWith(adaFern), []].map(identities), [0, 1, 0, 0])
})
