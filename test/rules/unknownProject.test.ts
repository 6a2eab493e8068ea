import assert from 'node:assert/strict'
import { test } from 'node:test'
import { projectName } from '../../server/src/rules/projectName.ts'
import { unknownProject } from '../../server/src/rules/unknownProject.ts'
import { checkFirstFixes } from '../support/checkRule.ts'
import { ideaFields, projectList, reportedHeadings } from '../support/projectLists.ts'

test('unknown-project: an unknown name is reported, a known one with a word or two after it is not', () =>
  assert.deepEqual(
    reportedHeadings(
      projectList('Kubernetes', 'Kubernetes Dashboard', 'CNCF Harbor', 'The Falco Project', '2. Rook', 'Quuxly', 'Etcdd'),
      unknownProject,
    ),
    ['Quuxly', 'Etcdd'],
  ))

test('unknown-project: a list of projects that are all unknown is another programme’s, except for similar names', () => {
  assert.deepEqual(reportedHeadings(projectList('Quux', 'Corge', 'Grault'), unknownProject), [])
  assert.deepEqual(reportedHeadings(projectList('Quux', 'Corge', 'Promethues'), unknownProject), ['Promethues'])
  assert.deepEqual(reportedHeadings(`# Ideas of the year\n\n## Sign\n${ideaFields}## Copy\n${ideaFields}`, unknownProject), [])
})

test('unknown-project: a similar name is fixed in the heading, its entry and its anchor; the text around it stays', () =>
  checkFirstFixes(
    `<!-- TOC -->\n* [Promethues (client)](#promethues-client)\n* [Zot](#zot)\n* [Rook](#rook)\n<!-- /TOC -->\n\n${projectList('Promethues (client)')}See [there](#promethues-client).\n`,
    `<!-- TOC -->\n* [Prometheus (client)](#prometheus-client)\n* [Zot](#zot)\n* [Rook](#rook)\n<!-- /TOC -->\n\n${projectList('Promethues (client)').replace('### Promethues', '### Prometheus')}See [there](#prometheus-client).\n`,
    { rules: [unknownProject] },
  ))

test('unknown-project: aliases, parentheses, sub-projects and joined names are fine as they are', () =>
  assert.deepEqual(
    reportedHeadings(
      projectList(
        'WasmEdge',
        'LitmusChaos',
        'The Update Framework (TUF)',
        'The Update Framework',
        'KubeBuilder',
        'linkerd and Envoy',
      ),
      projectName,
    ),
    [],
  ))

test('unknown-project: a heading that is only an image has no name that one can link to', () => {
  const reported = (name: string) => reportedHeadings(projectList('Kubernetes', name), unknownProject)
  for (const image of ['![Harbor](harbor.svg)', '![](harbor.svg)', '[![Harbor](harbor.svg)](https://example.org)'])
    assert.deepEqual(reported(image), [image])
  assert.deepEqual(reported('![logo](harbor.svg) Harbor'), [])
})
