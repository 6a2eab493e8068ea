import assert from 'node:assert/strict'
import { test } from 'node:test'
import { duplicateProject } from '../../server/src/rules/duplicateProject.ts'
import { checkFirstFixes } from '../support/checkRule.ts'
import { projectList, projectText, reportedHeadings } from '../support/projectLists.ts'

test('duplicate-project: a listed name and its alias are one project, a joined name and one with a group are others', () => {
  assert.deepEqual(reportedHeadings(projectList('Litmus', 'Harbor', 'LitmusChaos'), duplicateProject), ['LitmusChaos'])
  assert.deepEqual(
    reportedHeadings(
      projectList('Linkerd', 'Linkerd and Envoy', 'Kubernetes (SIG CLI)', 'Kubernetes (SIG Docs)', 'Kubernetes'),
      duplicateProject,
    ),
    [],
  )
  assert.deepEqual(reportedHeadings(`## First\n\n${projectList('Rook')}## Then\n\n${projectList('Rook')}`, duplicateProject), [])
})

test('duplicate-project: merging moves the ideas and their entries, wherever the second heading is', () => {
  const toc = (...lines: readonly string[]): string => `<!-- TOC -->\n${lines.join('\n')}\n<!-- /TOC -->\n\n`
  const [one, two, three] = ['  * [One](#one)', '  * [Two](#two)', '  * [Three](#three)']
  const only = { rules: [duplicateProject] }
  checkFirstFixes(
    toc('* [Rook](#rook)', one, '* [Zot](#zot)', two, '* [Rook](#rook-1)', three) +
      projectText('Rook', 'One') +
      projectText('Zot', 'Two') +
      projectText('Rook', 'Three'),
    toc('* [Rook](#rook)', one, three, '* [Zot](#zot)', two) + projectText('Rook', 'One', 'Three') + projectText('Zot', 'Two'),
    only,
  )
  checkFirstFixes(
    toc('* [Rook](#rook)', one, '* [Rook](#rook-1)', three, '* [Zot](#zot)', two) +
      projectText('Rook', 'One') +
      projectText('Rook', 'Three') +
      projectText('Zot', 'Two'),
    toc('* [Rook](#rook)', one, three, '* [Zot](#zot)', two) + projectText('Rook', 'One', 'Three') + projectText('Zot', 'Two'),
    only,
  )
})
