import assert from 'node:assert/strict'
import { test } from 'node:test'
import { planNewIdea } from '../../server/src/features/authoring/newIdea.ts'
import { leftAlone, opened } from '../support/plans.ts'
import { expected, skip } from './corpus.ts'

if (skip) test('new idea: every project of real lists takes one', { skip }, () => {})

for (const { file: path, text, projects } of expected) {
  test(`new idea: every project of ${path} takes one, and keeps its ideas`, () => {
    const { file, read } = opened(text, path)
    for (const { name } of projects) {
      const after = read(leftAlone(text, planNewIdea(file, { project: name, title: 'Ring the bell', at: 0 }, read)))
      const titles = ({ projects }: typeof file): readonly string[] =>
        projects.flatMap(({ ideas, name }) => ideas.map(({ idea }) => `${name}: ${idea.heading?.text}`))
      assert.deepEqual(
        titles(after).filter((each) => !each.endsWith(': Ring the bell')),
        titles(file),
        name,
      )
      assert.equal(titles(after).length, titles(file).length + 1, name)
    }
  })
}
