import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readinessOf } from '../../../server/src/features/ideas/readiness.ts'
import { similarIdeas } from '../../../server/src/features/ideas/similarIdeas.ts'
import { summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'
import { known, read } from '../../support/workspaceLists.ts'

test('readiness: errors and warnings are what is left to do; information is not', () => {
  const text = (...severities: readonly ('error' | 'warning' | 'information' | 'hint')[]) =>
    readinessOf(severities.map((severity) => ({ severity })))
  assert.deepEqual(text(), { isReady: true, text: 'Ready: nothing is missing' })
  assert.deepEqual(text('information', 'hint'), { isReady: true, text: 'Ready: nothing is missing' })
  assert.deepEqual(text('error', 'warning', 'warning'), { isReady: false, text: 'Not ready: 1 error and 2 warnings' })
})

const list = (title: string, project = 'Harbor', issue = 1): string => `### ${project}

#### ${title}
- Description: It should.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/${issue}
`

const similarTo = (title: string, others: readonly string[]): readonly (string | null)[] => {
  const [project] = read('lfx-mentorship/2026/01-Mar-May/project_ideas.md', list(title, 'Harbor', 99)).projects
  const lists = others.map((text, index) => known(`lfx-mentorship/${2025 - index}/01-Mar-May/project_ideas.md`, text))
  return similarIdeas(project!.name, project!.ideas[0]!, lists).map(({ idea }) => idea.title)
}

test('similar ideas: most words of the shorter title, in any order and case, of the same project', () => {
  assert.deepEqual(
    similarTo('Resume broken transfers at the edge', [
      list('Resuming uploads'),
      list('Support for resume of Broken Transfers'),
      list('Broken transfers, resume', 'harbor'),
      list('Resume broken transfers', 'Jaeger'),
      list('At the edge'),
    ]),
    ['Support for resume of Broken Transfers', 'Broken transfers, resume'],
  )
})

test('similar ideas: words that all titles have do not count, and the same issue always does', () => {
  assert.deepEqual(similarTo('Add support for the new project', [list('Improve the new project for all')]), [])
  assert.deepEqual(similarTo('Show the tide', [list('Something else', 'Harbor', 99)]), ['Something else'])
  assert.deepEqual(similarTo('Show the tide', [list('Something else', 'Jaeger', 99)]), ['Something else'])
})

test('similar ideas: a list whose only project is its title has another year in it', () => {
  const own = (year: number): string => boldParagraphs.replace('# Harbor lights\n\n## Ideas', `# Harbor lights ${year}`)
  const { projects } = readForeign(own(2026), 'ideas-2026.md')
  const found = similarIdeas(projects[0]!.name, projects[0]!.ideas[0]!, [
    summarizeList('file:///ideas-2025.md', readForeign(own(2025))),
  ])
  assert.deepEqual(
    found.map(({ idea }) => idea.title),
    [projects[0]!.ideas[0]!.idea.heading!.text],
  )
})
