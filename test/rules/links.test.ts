import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateLfxUrl } from '../../server/src/rules/duplicateLfxUrl.ts'
import { duplicateText } from '../../server/src/rules/duplicateText.ts'
import { duplicateUpstream } from '../../server/src/rules/duplicateUpstream.ts'
import { lfxUrl } from '../../server/src/rules/lfxUrl.ts'
import { upstreamProject } from '../../server/src/rules/upstreamProject.ts'
import { upstreamTarget } from '../../server/src/rules/upstreamTarget.ts'
import { upstreamUrl } from '../../server/src/rules/upstreamUrl.ts'
import { checkFixed, lint, read } from '../support/checkRule.ts'

const idea = (title: string, upstream: string, more = ''): string => `#### ${title}
- Description: ${title} is what this idea is about, and nothing else.
- Mentor(s): Ada Example (@ada-example)
- Upstream Issue: ${upstream}
${more}
`

const list = (upstream: string, project = 'Harbor'): string => `### ${project}\n\n${idea('Sign what is copied', upstream)}`

const codes = (text: string, rules: readonly (typeof upstreamUrl | typeof duplicateText)[], path = 'ideas.md') =>
  lint(text, { rules, path }).map(({ code, severity }) => `${code} ${severity}`)

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
  test(`is an issue or a proposal, or on no code host: ${url}`, () => assert.deepEqual(codes(list(url), [upstreamTarget]), []))
}

for (const [url, told] of [
  ['https://github.com/a', 'a whole organisation'],
  ['https://github.com/a/b', 'a whole repository'],
  ['https://www.github.com/a/b/', 'a whole repository'],
  ['https://github.com/a/b/issues', 'a list of issues'],
  ['https://github.com/a/b/issues?q=is%3Aopen+label%3A1', 'a list of issues'],
  ['https://github.com/a/b/labels/good', 'another page'],
  ['https://github.com/a/b/blob/main/pkg/one.go', 'code'],
  ['https://gitlab.com/a/b/-/issues', 'a list of issues'],
] as const) {
  test(`is no single issue: ${url}`, () => {
    const [finding] = lint(list(url), { rules: [upstreamTarget] })
    assert.ok(finding?.message.includes(` is ${told}; expected`), finding?.message)
  })
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
  test(`no link: ${before}`, () => {
    const options = { rules: [upstreamUrl] }
    assert.equal(lint(list(before), options)[0]?.fix, kind)
    checkFixed(list(before), after === undefined ? undefined : list(after), options)
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
  test(`is a link, or one in another form: ${link}`, () => assert.deepEqual(codes(list(link), [upstreamUrl]), []))
}

test('a link in HTML is one, in the order of the text', () => {
  const text = list('<a href="https://github.com/a/b/issues/1">1</a>, https://github.com/a/b/issues/2')
  const { idea: found, at } = read(text).projects[0]!.ideas[0]!
  assert.deepEqual(
    found.upstream.map(({ url, text: shown, span }) => [url, shown, text.slice(at + span.start, at + span.end)]),
    [
      ['https://github.com/a/b/issues/1', '1', '<a href="https://github.com/a/b/issues/1">1</a>'],
      ['https://github.com/a/b/issues/2', 'https://github.com/a/b/issues/2', 'https://github.com/a/b/issues/2'],
    ],
  )
})

for (const [project, url, reported] of [
  ['Harbor', 'https://github.com/goharbor/harbor/issues/1', false],
  ['Harbor', 'https://github.com/goharbor/acceleration-service/issues/1', false],
  ['harbor', 'https://github.com/GoHarbor/Harbor/issues/1', false],
  ['Harbor', 'https://github.com/linkerd/linkerd2/issues/1', true],
  ['Harbor', 'https://github.com/linkerd/website/issues/1', true],
  ['Harbor', 'https://github.com/kubernetes/kubernetes/issues/1', false],
  ['Harbor', 'https://github.com/kubernetes-sigs/headlamp/issues/1', false],
  ['Harbor', 'https://github.com/an-example/of-nobody/issues/1', false],
  ['Harbor and Linkerd', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['SPIFFE', 'https://github.com/spiffe/spire/issues/1', false],
  ['Fluent Bit', 'https://github.com/fluent/fluentd/issues/1', false],
  ['TAG Network', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['OTel', 'https://github.com/open-telemetry/opentelemetry-go-contrib/issues/1', false],
  ['Notary Project', 'https://github.com/theupdateframework/notary/issues/1', false],
  ['Jaeger', 'https://github.com/open-telemetry/jaeger-proto/issues/1', false],
  ['Jaeger', 'https://github.com/open-telemetry/opentelemetry-go/issues/1', true],
  ['Kubeflow', 'https://github.com/kserve/kserve/issues/1', false],
  ['OpenMetrics', 'https://github.com/prometheus/prometheus/issues/1', false],
  ['Somebody Unknown', 'https://github.com/linkerd/linkerd2/issues/1', false],
  ['Harbor', 'https://github.com/linkerd/linkerd2/issues/1 https://github.com/goharbor/harbor/issues/1', false],
] as const) {
  test(`${project}: ${url} is ${reported ? 'another project’s' : 'let be'}`, () =>
    assert.equal(lint(list(url, project), { rules: [upstreamProject] }).length, reported ? 1 : 0))
}

test('one issue of two ideas: a warning across projects, information within one', () => {
  const url = 'https://github.com/goharbor/harbor/issues/1'
  const text = `### Harbor

${idea('Sign', url)}
${idea('Copy', 'https://www.github.com/GoHarbor/harbor/issues/1/')}
### Linkerd

${idea('Trace', `[the issue](${url})`)}
${idea('Count', `${url}23`)}`
  assert.deepEqual(codes(text, [duplicateUpstream]), ['duplicate-upstream information', 'duplicate-upstream warning'])
})

test('texts are compared without their blanks, short ones not at all', () => {
  const described = (title: string, text: string): string =>
    `#### ${title}\n- Description: ${text}\n- Mentor(s): Ada Example (@ada)\n\n`
  const long = 'An edge site loses its link for hours; its registry should catch up.'
  const ideas = (a: string, b: string): string => `### Harbor\n\n${described('Sign', a)}${described('Copy', b)}`
  assert.deepEqual(codes(ideas(long, long.replace('hours; ', 'hours;\n  ')), [duplicateText]), ['duplicate-text information'])
  assert.deepEqual(codes(ideas(long, `${long}.`), [duplicateText]), [])
  assert.deepEqual(codes(ideas('See the issue.', 'See the issue.'), [duplicateText]), [])
})

test('accepted lists need the address of a project, proposals do not', () => {
  const uuid = '00000000-0000-4000-8000-00000000000a'
  const accepted = 'programs/lfx-mentorship/2026/01-Mar-May/README.md'
  const proposed = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
  const at = (value: string): string => `### Harbor\n\n${idea('Sign', 'TBD', `- LFX URL:${value}`)}`
  const told = (value: string, path = accepted): number => lint(at(value), { path, rules: [lfxUrl] }).length
  const project = `https://mentorship.lfx.linuxfoundation.org/project/${uuid}`
  for (const fine of [
    ` ${project}`,
    ` <${project}>`,
    ` [LFX](${project})`,
    ` ${project.toUpperCase().replace(/^[^/]+/, 'https:')}`,
  ]) {
    assert.equal(told(fine), 0, fine)
  }
  for (const wrong of [
    '',
    ' TBD',
    ' https://mentorship.lfx.linuxfoundation.org/',
    ` http://example.org/project/${uuid}`,
    ` ${project}b`,
  ]) {
    assert.equal(told(wrong), 1, wrong)
    assert.equal(told(wrong, proposed), 0, wrong)
  }
  const twice = `${at(` ${project}`)}\n${idea('Copy', 'TBD', `- LFX URL: [apply](${project.replace('a', 'a')})`)}`
  assert.deepEqual(codes(twice, [duplicateLfxUrl], proposed), ['duplicate-lfx-url error'])
})
