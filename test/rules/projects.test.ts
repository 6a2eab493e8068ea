import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateProject } from '../../server/src/rules/duplicateProject.ts'
import { emptyProject } from '../../server/src/rules/emptyProject.ts'
import { rules } from '../../server/src/rules/index.ts'
import { projectName } from '../../server/src/rules/projectName.ts'
import { projectOrder } from '../../server/src/rules/projectOrder.ts'
import type { Rule } from '../../server/src/rules/rule.ts'
import { unknownProject } from '../../server/src/rules/unknownProject.ts'
import { applyEdits } from '../../server/src/text/edits.ts'
import { checkFixed, checkLint, lint } from '../support/checkRule.ts'

const fields = '\n- Description: It should.\n- Recommended Skills: Go\n- Mentor(s): Ada Example (@ada)\n\n'
const project = (name: string, ...titles: readonly string[]): string =>
  `### ${name}\n\n${titles.map((title) => `#### ${title}\n${fields}`).join('')}`
const list = (...names: readonly string[]): string => names.map((name) => project(name, `For ${name}`)).join('')

/** The headings that a rule reports. */
const told = (text: string, rule: Rule): readonly string[] =>
  lint(text, { rules: [rule] }).map(({ span }) => text.slice(span.start, span.end))

test('a project without ideas counts between the first and the last idea alone', () =>
  assert.deepEqual(told(`### Envoy\n\n${list('Harbor')}### Jaeger\n\nNone yet.\n\n${list('Zot')}### Linkerd\n`, emptyProject), [
    'Jaeger',
  ]))

test('fields without a heading and instructions are no empty projects', () =>
  assert.deepEqual(told(`${list('Harbor')}### Jaeger\n${fields}### Mentors\n\ntext\n\n${list('Zot', 'zot')}`, emptyProject), []))

test('a heading that is only begun is told of by no rule', () =>
  assert.deepEqual(told(`${list('Envoy')}### \n\n${list('Harbor')}`, emptyProject), []))

test('each project out of order is told with its place', () =>
  checkLint(
    `${list('Antrea', 'Backstage', 'Cilium', 'Dapr', 'Envoy', 'Falco', 'Harbor')}### Contour
    ^^^^^^^ project-order information: "Contour" is out of alphabetical order; expected it before "Dapr".

#### One
${fields}${list('keda', 'Thanos')}### Rook
    ^^^^ project-order

#### Two
${fields}`,
    { rules: [projectOrder] },
  ))

test('a list that keeps no order is told once', () =>
  assert.deepEqual(told(list('Antrea', 'Zot', 'Thanos', 'Rook', 'Keda'), projectOrder), ['Thanos']))

test('letter case is no matter, nor whether blanks count; a chapter begins anew', () => {
  assert.deepEqual(told(list('Cilium', 'etcd', 'Falco'), projectOrder), [])
  assert.deepEqual(told(list('Open Cluster Management', 'OpenFeature', 'Open Policy Agent', 'OpenTelemetry'), projectOrder), [])
  assert.deepEqual(told(list('Open Cluster Management', 'Open Policy Agent', 'OpenFeature', 'OpenTelemetry'), projectOrder), [])
  assert.deepEqual(told(`## First\n\n${list('Rook', 'Thanos')}## Then\n\n${list('Antrea', 'Dapr')}`, projectOrder), [])
})

test('emoji, numbers in boxes and signs before a name are no letters of it', () => {
  assert.deepEqual(told(list('🚢 Antrea', 'Dapr', ':whale: Harbor', '1️⃣ Rook', '"Thanos"'), projectOrder), [])
  assert.deepEqual(told(list('Antrea', 'Dapr', 'Harbor', 'Rook', '🚢 Cilium'), projectOrder), ['🚢 Cilium'])
})

test('sorting takes the table of contents along', () => {
  const toc = (...lines: readonly string[]): string => `<!-- TOC -->\n${lines.join('\n')}\n<!-- /TOC -->\n\n`
  const both = rules.filter(({ code }) => code === 'project-order' || code === 'toc-order')
  checkFixed(
    toc('* [Rook](#rook)', '  * [Tests](#tests)', '* [Antrea](#antrea)', '  * [Tests](#tests-1)') +
      project('Rook', 'Tests') +
      project('Antrea', 'Tests').trimEnd(),
    toc('* [Antrea](#antrea)', '  * [Tests](#tests)', '* [Rook](#rook)', '  * [Tests](#tests-1)') +
      project('Antrea', 'Tests') +
      project('Rook', 'Tests').trimEnd(),
    { rules: both },
  )
})

test('sorting moves whole projects, and leaves what stands between and behind them', () => {
  const ruled = (...names: readonly string[]): string => names.map((name) => `${list(name)}---\n\n`).join('')
  checkFixed(
    `## Ideas\n\n${ruled('Thanos', 'Antrea', 'Dapr', 'Harbor', 'Rook')}## Later\n\ntext\n`,
    `## Ideas\n\n${ruled('Antrea', 'Dapr', 'Harbor', 'Rook', 'Thanos')}## Later\n\ntext\n`,
    { rules: [projectOrder] },
  )
  checkFixed(`${list('Thanos', 'Antrea')}`.trimEnd(), `${list('Antrea', 'Thanos')}`.trimEnd(), { rules: [projectOrder] })
})

test('a listed name and its alias are one project, a joined name and one with a group are others', () => {
  assert.deepEqual(told(list('Litmus', 'Harbor', 'LitmusChaos'), duplicateProject), ['LitmusChaos'])
  assert.deepEqual(
    told(list('Linkerd', 'Linkerd and Envoy', 'Kubernetes (SIG CLI)', 'Kubernetes (SIG Docs)', 'Kubernetes'), duplicateProject),
    [],
  )
  assert.deepEqual(told(`## First\n\n${list('Rook')}## Then\n\n${list('Rook')}`, duplicateProject), [])
})

test('merging moves the ideas and their entries, wherever the second heading stands', () => {
  const toc = (...lines: readonly string[]): string => `<!-- TOC -->\n${lines.join('\n')}\n<!-- /TOC -->\n\n`
  const [one, two, three] = ['  * [One](#one)', '  * [Two](#two)', '  * [Three](#three)']
  const only = { rules: [duplicateProject] }
  checkFixed(
    toc('* [Rook](#rook)', one, '* [Zot](#zot)', two, '* [Rook](#rook-1)', three) +
      project('Rook', 'One') +
      project('Zot', 'Two') +
      project('Rook', 'Three'),
    toc('* [Rook](#rook)', one, three, '* [Zot](#zot)', two) + project('Rook', 'One', 'Three') + project('Zot', 'Two'),
    only,
  )
  checkFixed(
    toc('* [Rook](#rook)', one, '* [Rook](#rook-1)', three, '* [Zot](#zot)', two) +
      project('Rook', 'One') +
      project('Rook', 'Three') +
      project('Zot', 'Two'),
    toc('* [Rook](#rook)', one, three, '* [Zot](#zot)', two) + project('Rook', 'One', 'Three') + project('Zot', 'Two'),
    only,
  )
})

test('a name that nobody knows is told, a known one with a word or two behind it is not', () =>
  assert.deepEqual(
    told(
      list('Kubernetes', 'Kubernetes Dashboard', 'CNCF Harbor', 'The Falco Project', '2. Rook', 'Quuxly', 'Etcdd'),
      unknownProject,
    ),
    ['Quuxly', 'Etcdd'],
  ))

test('a list of projects that are all unknown is another programme’s, but for near names', () => {
  assert.deepEqual(told(list('Quux', 'Corge', 'Grault'), unknownProject), [])
  assert.deepEqual(told(list('Quux', 'Corge', 'Promethues'), unknownProject), ['Promethues'])
  assert.deepEqual(told(`# Ideas of the year\n\n## Sign\n${fields}## Copy\n${fields}`, unknownProject), [])
})

test('a near name is written in the heading and its entry, and the anchor follows; what stands around it stays', () =>
  checkFixed(
    `* [Promethues (client)](#promethues-client)\n* [Zot](#zot)\n* [Rook](#rook)\n\n${list('Promethues (client)')}See [there](#promethues-client).\n`,
    `* [Prometheus (client)](#prometheus-client)\n* [Zot](#zot)\n* [Rook](#rook)\n\n${list('Promethues (client)').replace('### Promethues', '### Prometheus')}See [there](#prometheus-client).\n`,
    { rules: [unknownProject] },
  ))

test('aliases, parentheses, sub-projects and joined names are fine as they are', () =>
  assert.deepEqual(
    told(
      list('WasmEdge', 'LitmusChaos', 'The Update Framework (TUF)', 'The Update Framework', 'KubeBuilder', 'linkerd and Envoy'),
      projectName,
    ),
    [],
  ))

test('letter case, blanks and hyphens of a name are mended, twice is the same as once', () => {
  const text = list('ETCD', 'Cert Manager', 'kubernetes (SIG CLI)')
  const fixed = applyEdits(
    text,
    lint(text, { rules: [projectName] }).flatMap(({ fixes }) => fixes!()[0]!.edits),
  )
  assert.deepEqual(fixed.match(/^### .*/gm), ['### etcd', '### cert-manager', '### Kubernetes (SIG CLI)'])
  assert.deepEqual(told(fixed, projectName), [])
})

test('a name with marks between its letters is told and left to a person', () => {
  const text = project('Kube**armor**', 'One')
  const [finding] = lint(text, { rules: [projectName] })
  assert.equal(finding?.fix, 'none')
})
