import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyProject } from '../../server/src/rules/emptyProject.ts'
import { ideaFields, projectList, reportedHeadings } from '../support/projectLists.ts'

test('empty-project: a project without ideas counts between the first and the last idea only', () =>
  assert.deepEqual(
    reportedHeadings(
      `### Envoy\n\n${projectList('Harbor')}### Jaeger\n\nNone yet.\n\n${projectList('Zot')}### Linkerd\n`,
      emptyProject,
    ),
    ['Jaeger'],
  ))

test('empty-project: fields without a heading and instructions are no empty projects', () =>
  assert.deepEqual(
    reportedHeadings(
      `${projectList('Harbor')}### Jaeger\n${ideaFields}### Mentors\n\ntext\n\n${projectList('Zot', 'zot')}`,
      emptyProject,
    ),
    [],
  ))

test('empty-project: an empty heading is not reported', () =>
  assert.deepEqual(reportedHeadings(`${projectList('Envoy')}### \n\n${projectList('Harbor')}`, emptyProject), []))
