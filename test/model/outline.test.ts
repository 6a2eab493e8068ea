import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outline, read } from './readIdeas.ts'

const fields = '\n- Description: text\n- Mentor(s): Ann Lee (@ann)\n- Issue: https://github.com/a/b/issues/1\n\n'
const idea = (level: number, title: string): string => `${'#'.repeat(level)} ${title}\n${fields}`

test('ideas stand at the commonest level of headings with fields, projects one above', () => {
  const file = read(`# List\n\n## Kubernetes\n\n${idea(3, 'One')}${idea(3, 'Two')}## Envoy\n\n${idea(3, 'Three')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Two']],
    ['Envoy', ['Three']],
  ])
  assert.deepEqual([file.projectLevel, file.ideaLevel], [2, 3])
})

test('headings before the first project and behind the last idea are no projects', () => {
  const file = read(`### Timeline\n\n### Mentors\n\ntext\n\n### Kubernetes\n\n${idea(4, 'One')}### Old lists\n\ntext\n`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One']]])
})

test('a project without an idea counts between others', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n\n### Envoy\n\n${idea(4, 'Two')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', []],
    ['Envoy', ['Two']],
  ])
})

test('setext headings count', () => {
  const file = read(`Kubernetes\n==========\n\nOne\n---\n${fields}Two\n---\n${fields}`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One', 'Two']]])
})

test('an idea at project level is one when it is named like one', () => {
  const file = read(
    `### Kubernetes\n\n${idea(4, 'One')}${idea(3, 'Support many more jobs in the cluster')}### Jaeger\n\n${idea(4, 'Two')}${idea(4, 'Three')}`,
  )
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Support many more jobs in the cluster']],
    ['Jaeger', ['Two', 'Three']],
  ])
})

test('a long heading at project level with nothing under it is an idea', () => {
  const file = read(
    `### Kubernetes\n\n${idea(4, 'One')}### Support many more jobs in the cluster\n\n### Jaeger\n\n${idea(4, 'Two')}`,
  )
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One', 'Support many more jobs in the cluster']],
    ['Jaeger', ['Two']],
  ])
})

test('fields under a project heading are an idea without a title', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}### Jaeger\n${fields}### Envoy\n\n${idea(4, 'Two')}${idea(4, 'Three')}`)
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['One']],
    ['Jaeger', [null]],
    ['Envoy', ['Two', 'Three']],
  ])
})

test('a level between project and idea is allowed', () => {
  const file = read(`## Kubernetes\n\n### SIG CLI\n\n${idea(4, 'One')}### SIG Docs\n\n${idea(4, 'Two')}`)
  assert.deepEqual(
    outline(file).flatMap(([, ideas]) => ideas),
    ['One', 'Two'],
  )
  const mixed = read(`## Kubernetes\n\n${idea(3, 'One')}${idea(3, 'Two')}### SIG CLI\n\n${idea(4, 'Three')}`)
  assert.deepEqual(outline(mixed), [['Kubernetes', ['One', 'Two', 'Three']]])
})

test('deeper headings belong to the idea above them', () => {
  const file = read(
    `## Kubernetes\n\n### One\n\n- Description: text\n- Mentors: Ann (@ann)\n\n#### Details\n\n- Recommended Skills: Go\n\n${idea(3, 'Two')}`,
  )
  assert.deepEqual(outline(file), [['Kubernetes', ['One', 'Two']]])
  assert.deepEqual(
    file.projects[0]!.ideas[0]!.idea.fields.map(({ key }) => key),
    ['description', 'mentors', 'recommendedSkills'],
  )
})

test('an idea that was just begun at the end of the list is one', () => {
  const file = read(`### Kubernetes\n\n${idea(4, 'One')}#### \n`)
  assert.deepEqual(outline(file), [['Kubernetes', ['One']]])
  assert.deepEqual(outline(read(`### Kubernetes\n\n${idea(4, 'One')}#### Another\n`)), [['Kubernetes', ['One', 'Another']]])
})

test('ideas under no project go by the heading above them', () => {
  assert.deepEqual(outline(read(`# Our ideas\n\n${idea(2, 'One')}${idea(2, 'Two')}`)), [['Our ideas', ['One', 'Two']]])
  assert.deepEqual(outline(read(`${idea(2, 'One')}${idea(2, 'Two')}`)), [['', ['One', 'Two']]])
})

const template =
  '## Template\n\n```\n### Project\n\n#### Title\n\n- Description:\n- Mentor(s):\n  - Jane Roe (@jane, jane@example.org)\n- Upstream Issue:\n```\n\n## Ideas\n\n'

test("the template's levels go before the commonest ones", () => {
  const file = read(
    `${template}### Kubernetes\n\n${idea(3, 'Support more jobs in it now')}${idea(3, 'Support other jobs in it now')}### Jaeger\n\n${idea(4, 'Three')}`,
  )
  assert.deepEqual([file.projectLevel, file.ideaLevel], [3, 4])
  assert.deepEqual(outline(file), [
    ['Kubernetes', ['Support more jobs in it now', 'Support other jobs in it now']],
    ['Jaeger', ['Three']],
  ])
})

test('a template alone makes a list without ideas', () => {
  const file = read(template)
  assert.equal(file.ideaList, true)
  assert.deepEqual(file.projects, [])
  assert.deepEqual(
    file.template.fields.map(({ label }) => label),
    ['Description', 'Mentor(s)', 'Upstream Issue'],
  )
})
