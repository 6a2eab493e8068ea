import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { copiedIdeas, planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import { leftAlone, opened } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

const pasted = (text: string): string => {
  const { file, read } = opened(gsoc, path)
  return leftAlone(gsoc, planPastedIdea(file, { plain: text, html: '' }, 0, read))
}

const ideaOf = (people: string): string => `Longhorn\nRehearse the loss\nDescription: A drill.\nSkills: Go\n${people}`

/** The mentors of an idea with these lines, in a list that marks primary mentors. */
const mentorsOf = (people: string): readonly string[] => {
  const text = pasted(ideaOf(people))
  const own = text.slice(text.indexOf('##### Rehearse the loss\n'))
  return [...(/- Mentor\(s\):\n((?: {2}- .*\n)+)/.exec(own)?.[1] ?? '').matchAll(/ {2}- (.*)/g)].map(([, entry]) => entry!)
}

test('paste as idea: the person of a label of primary mentors is marked as the list marks them', () => {
  const marked = ['Ann Lee (@annl, ann@x.org) - primary', 'Ben Oak (@beno, ben@x.org)']
  const [ann, ben] = ['Ann Lee (@annl, ann@x.org)', 'Ben Oak (@beno, ben@x.org)']
  assert.deepEqual(mentorsOf(`Primary mentor: ${ann}\nSecondary mentor: ${ben}\n`), marked)
  assert.deepEqual(mentorsOf(`Lead mentor: ${ann}\nCo-mentor: ${ben}\n`), marked)
  assert.deepEqual(mentorsOf(`**Main Mentor:** ${ann}\n\n**Secondary Mentors:** ${ben}\n`), marked)
  assert.deepEqual(mentorsOf(`Secondary mentor: ${ben}\nPrimary mentor: ${ann}\n`), marked.toReversed())
})

test('paste as idea: no second mark, and none for several people of one label', () => {
  const [ann, ben] = ['Ann Lee (@annl, ann@x.org)', 'Ben Oak (@beno, ben@x.org)']
  assert.deepEqual(mentorsOf(`Primary mentor: ${ann} - primary\nSecondary mentor: ${ben}\n`), [`${ann} - primary`, ben])
  assert.deepEqual(mentorsOf(`Lead mentor: ${ann}\nPrimary mentor: ${ben}\n`), [ann, `${ben} - primary`])
  assert.deepEqual(mentorsOf(`Lead mentor:\n- ${ann}\n- ${ben}\n`), [ann, ben])
  assert.deepEqual(mentorsOf(`Mentors: ${ann}\n`), [ann])
})

test('paste as idea: names and mentors by labels of other languages', () => {
  const { file } = opened(gsoc, path)
  for (const [project, title, mentors] of [
    ['Projekt', 'Titel', 'Mentoren'],
    ['Projektname', 'Projekttitel', 'Mentor·in'],
    ['Projet', 'Titre', 'Mentors'],
    ['Proyecto', 'Título', 'Mentores'],
    ['Projeto', 'Titulo', 'Mentora'],
    ['Progetto', 'Titolo', 'Mentorinnen'],
  ]) {
    const text = `${project}: Jaeger\n${title}: Rehearse the loss\nDescription: A drill.\n${mentors}: Ann Lee (@annl)\n`
    const ideas = copiedIdeas(file, { plain: text, html: '' })
    assert.ok(ideas !== 'several')
    assert.deepEqual(
      ideas.map((idea) => [idea.project, idea.title, idea.fields.map(({ key }) => key)]),
      [['Jaeger', 'Rehearse the loss', ['description', 'mentors']]],
      text,
    )
  }
})
