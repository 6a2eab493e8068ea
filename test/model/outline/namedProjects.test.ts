import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namedProjects, projectNameOf } from '../../../server/src/model/outline/namedProjects.ts'
import { exportedFile } from '../../../server/src/report/exportedFile.ts'
import { summarizeList } from '../../../server/src/workspace/listSummary.ts'
import { readForeign } from '../../support/foreignLists.ts'

const idea = (title: string, project: string, level = '##'): string =>
  `${level} ${title}\n\n${project === '' ? '' : `**Project:** ${project}\n\n`}**Description:** Nobody does it yet.\n\n**Skills:** Go\n\n**Mentors:** Mia Stone\n\n**Size:** 90 hours\n\n`

/** `Lamps: 2, Bells: 1`: each project with how many ideas it has. */
const shownProjects = (text: string): string =>
  namedProjects(readForeign(text, 'docs/lamps.md'))
    .map(({ name, ideas }) => `${name}: ${ideas.length}`)
    .join(', ')

const title = '# Harbor lights: our projects\n\n'
const three = (projects: readonly [string, string, string]): string =>
  title + idea('Dim at dawn', projects[0]) + idea('Turn back', projects[1]) + idea('Ring at noon', projects[2])

test('namedProjects: a field names the project if no heading does', () => {
  assert.equal(shownProjects(three(['Lamps', 'Lamps', 'Bells'])), 'Lamps: 2, Bells: 1')
  assert.equal(
    shownProjects(three(['[Lamps](https://example.org/lamps)', '_Lamps_', ''])),
    'Lamps: 2, Harbor lights: our projects: 1',
  )
  assert.equal(shownProjects(three(['Lamps', 'Lamps', 'Bells']).replaceAll('**Project:**', '**Projekt**:')), 'Lamps: 2, Bells: 1')
})

test('namedProjects: sizes and themes are no projects if one of their ideas names the same project as another', () => {
  const text = `${title}## Small\n\n${idea('Dim at dawn', 'Lamps', '###')}## Large\n\n${idea('Turn back', 'Lamps', '###')}${idea('Ring', 'Bells', '###')}`
  assert.equal(shownProjects(text), 'Lamps: 1, Lamps: 1, Bells: 1')
})

test('namedProjects: headings stay the projects if fields name parts of them, or say something else', () => {
  const parts = `${title}## Lamps\n\n${idea('Dim at dawn', 'Bulb', '###')}## Bells\n\n${idea('Ring', 'Rope', '###')}${idea('Swing', 'Rope', '###')}`
  assert.equal(shownProjects(parts), 'Lamps: 1, Bells: 2')
  const sentence = 'The lamp is to be turned by hand, as it was in old times.'
  assert.equal(shownProjects(three([sentence, sentence, 'Bells'])), 'Harbor lights: our projects: 3')
  assert.equal(shownProjects(three(['Dim at dawn', 'Turn back', 'Ring at noon'])), 'Harbor lights: our projects: 3')
})

test('namedProjects: a key of front matter names the project of a file', () => {
  const matter = (project: string): string =>
    `---\ntitle: Dim at dawn\nproject: ${project}\nmentors: [Mia Stone]\nskills: [Go]\n---\n\nSlowly.\n`
  assert.equal(shownProjects(matter('"Lamps"')), 'Lamps: 1')
  assert.equal(shownProjects(matter('')), ': 1')
})

test('the views and an export have the project that a field names, at its place', () => {
  const text = three(['Lamps', 'Lamps', 'Bells'])
  const file = readForeign(text, 'docs/lamps.md')
  const { projects } = summarizeList('file:///docs/lamps.md', file)
  assert.deepEqual(
    projects.map(({ name, span, ideas }) => [name, span && text.slice(span.start, span.end), ideas[0]?.project]),
    [
      ['Lamps', 'Lamps', 'Lamps'],
      ['Bells', 'Bells', 'Bells'],
    ],
  )
  assert.deepEqual(
    exportedFile('docs/lamps.md', file).projects.map(({ name, line, ideas }) => [name, line, ideas.length]),
    [
      ['Lamps', 5, 2],
      ['Bells', text.slice(0, text.indexOf('Bells')).split('\n').length, 1],
    ],
  )
  assert.equal(projectNameOf(file, file.projects[0]!.ideas[2]!), 'Bells')
})
