import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules as all } from '../../server/src/rules/index.ts'
import { upstreamTarget } from '../../server/src/rules/upstreamTarget.ts'
import { upstreamUrl } from '../../server/src/rules/upstreamUrl.ts'
import { checkFirstFixes, checkRule, lint } from '../support/checkRule.ts'
import { codesAndSeverities, listWithUpstream } from '../support/upstreamLists.ts'

const upstream = (value: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
- Issue: ${value}
`

const codes = new Set(['empty-idea', 'missing-field', 'empty-field', 'invalid-size', 'upstream-url'])

const rules = all.filter(({ code }) => codes.has(code))

const classic = { rules, path: 'programs/summerofcode/2020.md' }

for (const value of [
  'https://github.com/goharbor/harbor/issues/1',
  'http://example.org/1',
  '<https://github.com/goharbor/harbor/issues/1>',
  '[#1](https://github.com/goharbor/harbor/issues/1)',
  'see https://github.com/goharbor/harbor/issues/1 and more',
  '\n  - https://github.com/goharbor/harbor/issues/1\n  - https://github.com/goharbor/harbor/issues/2',
]) {
  test(`upstream-url: an upstream issue may be ${JSON.stringify(value)}`, () => checkRule(upstream(value), classic))
}

test('upstream-url: an upstream issue without a URL is quoted', () =>
  checkRule(
    upstream(`TBD
         ^^^ upstream-url error: "TBD" is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.`),
    classic,
  ))

for (const value of [
  'goharbor/harbor#1',
  'htps://github.com/goharbor/harbor/issues/1',
  'github.com/goharbor/harbor',
  '[#1](../issues/1)',
  'https://',
]) {
  test(`upstream-url: ${value} is no upstream issue`, () =>
    checkRule(upstream(`${value}\n         ${'^'.repeat(value.length)} upstream-url`), classic))
}

for (const [before, after, kind] of [
  ['goharbor/harbor#12', 'https://github.com/goharbor/harbor/issues/12', 'safe'],
  ['`goharbor/harbor#12`', 'https://github.com/goharbor/harbor/issues/12', 'safe'],
  ['see a/b#1, a/c.d#2', 'see https://github.com/a/b/issues/1, https://github.com/a/c.d/issues/2', 'safe'],
  ['htps://github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['https//github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['hhttps://github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['hthttps://github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['https:https://github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['https://https://github.com/a/b/issues/1', 'https://github.com/a/b/issues/1', 'review'],
  ['<http://https://github.com/a/b/issues/1>', '<https://github.com/a/b/issues/1>', 'review'],
  ['[the issue](hhttps://github.com/a/b/issues/1)', '[the issue](https://github.com/a/b/issues/1)', 'review'],
  ['https://github', undefined, 'none'],
  ['https://github/a/b/issues/1', undefined, 'none'],
  ['TBD', undefined, 'none'],
  ['#12', undefined, 'none'],
  ['Harbor', undefined, 'none'],
] as const) {
  test(`upstream-url: no link: ${before}`, () => {
    const options = { rules: [upstreamUrl] }
    assert.equal(lint(listWithUpstream(before), options)[0]?.fix, kind)
    checkFirstFixes(listWithUpstream(before), after === undefined ? undefined : listWithUpstream(after), options)
  })
}

for (const link of [
  'https://web.archive.org/web/2020/https://github.com/a/b/issues/1',
  'see:https://github.com/a/b/issues/1',
  'https: https://github.com/a/b/issues/1',
  '`https://github.com/a/b/issues/1`',
  'hhttps://github.com/a/b/issues/1 or https://github.com/a/b/issues/2',
  '[the issue][1]',
  'http://go/a-b-1',
]) {
  test(`upstream-url: a link, or one in another form, is fine: ${link}`, () =>
    assert.deepEqual(codesAndSeverities(listWithUpstream(link), [upstreamUrl]), []))
}

for (const url of [
  'https://github.comgoharbor/harbor/issues/1',
  'https://github.com/goharbor/harbor/issues/XXX',
  'https://github.com/goharbor/harbor/pull/NUMBER',
]) {
  test(`upstream-url: a URL that leads nowhere is reported once: ${url}`, () =>
    assert.deepEqual(codesAndSeverities(listWithUpstream(url), [upstreamUrl, upstreamTarget]), ['upstream-url error']))
}

for (const url of ['https://github.community/t/1', 'https://github.com/goharbor/harbor/issues/12']) {
  test(`upstream-url: another host, or a number: ${url}`, () =>
    assert.deepEqual(codesAndSeverities(listWithUpstream(url), [upstreamUrl]), []))
}
