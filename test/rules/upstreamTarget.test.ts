import assert from 'node:assert/strict'
import { test } from 'node:test'
import { upstreamTarget } from '../../server/src/rules/upstreamTarget.ts'
import { lint } from '../support/checkRule.ts'
import { codesAndSeverities, listWithUpstream } from '../support/upstreamLists.ts'

for (const url of [
  'https://github.com/a/b/issues/1',
  'https://github.com/a/b/issues/1#issuecomment-2',
  'https://github.com/a/b/pull/1/files',
  'https://github.com/a/b/discussions/1',
  'https://github.com/orgs/a/discussions/1',
  'https://github.com/orgs/a/projects/5/views/1?pane=issue&itemId=7',
  'https://github.com/a/b/blob/main/proposals/one.md',
  'https://github.com/a/b/tree/main/keps/sig-x/12-one',
  'https://github.com/a/b/wiki/One',
  'https://gitlab.com/a/b/-/issues/1',
  'https://gitlab.example.org/a/b/-/merge_requests/1',
  'https://docs.google.com/document/d/abc',
  'https://example.org/a/b',
  'https://github.com/a/b https://github.com/a/b/issues/1',
  'TBD',
]) {
  test(`upstream-target: an issue, a proposal, or a page on no code host is fine: ${url}`, () =>
    assert.deepEqual(codesAndSeverities(listWithUpstream(url), [upstreamTarget]), []))
}

for (const [url, reported] of [
  ['https://github.com/a', 'an organization'],
  ['https://github.com/a/b', 'a repository'],
  ['https://www.github.com/a/b/', 'a repository'],
  ['https://github.com/a/b/issues', 'a list of issues'],
  ['https://github.com/a/b/issues?q=is%3Aopen+label%3A1', 'a list of issues'],
  ['https://github.com/a/b/labels/good', 'some other page'],
  ['https://github.com/a/b/blob/main/pkg/one.go', 'source code'],
  ['https://gitlab.com/a/b/-/issues', 'a list of issues'],
] as const) {
  test(`upstream-target: no single issue: ${url}`, () => {
    const [finding] = lint(listWithUpstream(url), { rules: [upstreamTarget] })
    assert.ok(
      finding?.message.includes(` is ${reported}. Link to one issue, pull request, discussion or proposal.`),
      finding?.message,
    )
  })
}

test('upstream-target: proposals have one link from 2026 on', () => {
  const two = '\n  - https://github.com/a/b/issues/1\n  - https://github.com/a/b/issues/2'
  const path = (year: number): string => `lfx-mentorship/${year}/01-Mar-May/project_ideas.md`
  assert.deepEqual(codesAndSeverities(listWithUpstream(two), [upstreamTarget], path(2026)), ['upstream-target information'])
  assert.deepEqual(codesAndSeverities(listWithUpstream(two), [upstreamTarget], path(2025)), [])
})
