import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../../server/src/rules/index.ts'
import { projectOrder } from '../../server/src/rules/projectOrder.ts'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'
import { ideaFields, projectList, projectText, reportedHeadings } from '../support/projectLists.ts'

test('project-order: each project out of order is reported with its place', () =>
  checkRule(
    `${projectList('Antrea', 'Backstage', 'Cilium', 'Dapr', 'Envoy', 'Falco', 'Harbor')}### Contour
    ^^^^^^^ project-order information: "Contour" is out of alphabetical order; it belongs before "Dapr".

#### One
${ideaFields}${projectList('keda', 'Thanos')}### Rook
    ^^^^ project-order

#### Two
${ideaFields}`,
    { rules: [projectOrder] },
  ))

test('project-order: a list without any order is reported once', () =>
  assert.deepEqual(reportedHeadings(projectList('Antrea', 'Zot', 'Thanos', 'Rook', 'Keda'), projectOrder), ['Thanos']))

test('project-order: letter case does not count, nor whether spaces do; a chapter begins a new order', () => {
  assert.deepEqual(reportedHeadings(projectList('Cilium', 'etcd', 'Falco'), projectOrder), [])
  assert.deepEqual(
    reportedHeadings(projectList('Open Cluster Management', 'OpenFeature', 'Open Policy Agent', 'OpenTelemetry'), projectOrder),
    [],
  )
  assert.deepEqual(
    reportedHeadings(projectList('Open Cluster Management', 'Open Policy Agent', 'OpenFeature', 'OpenTelemetry'), projectOrder),
    [],
  )
  assert.deepEqual(
    reportedHeadings(`## First\n\n${projectList('Rook', 'Thanos')}## Then\n\n${projectList('Antrea', 'Dapr')}`, projectOrder),
    [],
  )
})

test('project-order: emoji, numbers in boxes and punctuation before a name are no letters of it', () => {
  assert.deepEqual(reportedHeadings(projectList('🚢 Antrea', 'Dapr', ':whale: Harbor', '1️⃣ Rook', '"Thanos"'), projectOrder), [])
  assert.deepEqual(reportedHeadings(projectList('Antrea', 'Dapr', 'Harbor', 'Rook', '🚢 Cilium'), projectOrder), ['🚢 Cilium'])
})

test('project-order: sorting also sorts the table of contents', () => {
  const toc = (...lines: readonly string[]): string => `<!-- TOC -->\n${lines.join('\n')}\n<!-- /TOC -->\n\n`
  const both = rules.filter(({ code }) => code === 'project-order' || code === 'toc-order')
  checkFirstFixes(
    toc('* [Rook](#rook)', '  * [Tests](#tests)', '* [Antrea](#antrea)', '  * [Tests](#tests-1)') +
      projectText('Rook', 'Tests') +
      projectText('Antrea', 'Tests').trimEnd(),
    toc('* [Antrea](#antrea)', '  * [Tests](#tests)', '* [Rook](#rook)', '  * [Tests](#tests-1)') +
      projectText('Antrea', 'Tests') +
      projectText('Rook', 'Tests').trimEnd(),
    { rules: both },
  )
})

test('project-order: sorting moves whole projects, and leaves what is between and after them', () => {
  const ruled = (...names: readonly string[]): string => names.map((name) => `${projectList(name)}---\n\n`).join('')
  checkFirstFixes(
    `## Ideas\n\n${ruled('Thanos', 'Antrea', 'Dapr', 'Harbor', 'Rook')}## Later\n\ntext\n`,
    `## Ideas\n\n${ruled('Antrea', 'Dapr', 'Harbor', 'Rook', 'Thanos')}## Later\n\ntext\n`,
    { rules: [projectOrder] },
  )
  checkFirstFixes(`${projectList('Thanos', 'Antrea')}`.trimEnd(), `${projectList('Antrea', 'Thanos')}`.trimEnd(), {
    rules: [projectOrder],
  })
})

test('project-order: sorting knows a carriage return as the end of a line', () => {
  const cr = (text: string): string => text.replaceAll('\n', '\r')
  const [before, after] = [projectList('Thanos', 'Antrea', 'Dapr'), projectList('Antrea', 'Dapr', 'Thanos')]
  checkFirstFixes(cr(before), cr(after), { rules: [projectOrder] })
})
