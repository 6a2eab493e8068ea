import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'

/** `title: labels: people` of the only idea in a file. */
function shownIdea(text: string): string {
  const { projects } = readIdeaFile(text, { path: 'ideas/one.md', knowsProject: () => false })
  const ideas = projects.flatMap((project) => project.ideas)
  assert.equal(ideas.length, 1)
  const { idea, at } = ideas[0]!
  const heading = idea.heading && text.slice(at + idea.heading.textSpan.start, at + idea.heading.textSpan.end)
  return `${heading}: ${idea.fields.map(({ label }) => label).join(', ')}: ${idea.mentors.map(({ name, handle }) => name ?? handle).join(', ')}`
}

test('readOneIdeaFile: the title is in the front matter, the labels are bold in the text', () => {
  const text = [
    '---\ntitle: Wind the clock\nlayout: idea\n---\n',
    'The clock in the tower has to be wound by hand.\n',
    '**Betreuer**: Mia Stone, Leo Brook\n',
    '**Schwierigkeit**: mittel\n',
    '**Kenntnisse**: Rust\n',
    '**Umfang**: 175 h\n',
  ].join('\n')
  assert.equal(
    shownIdea(text),
    'Wind the clock: title, layout, Betreuer, Schwierigkeit, Kenntnisse, Umfang: Mia Stone, Leo Brook',
  )
})

test('readOneIdeaFile: a title that is a heading after front matter is found in its place', () => {
  const text =
    '---\nmentor: mia\ndifficulty: easy\n---\n\n# Wind the clock\n\nBy hand today.\n\n## Steps\n\nThe spring first.\n\n## Notes on the tower\n\nIt is high.\n'
  assert.equal(shownIdea(text), 'Wind the clock: mentor, difficulty, Steps, Notes on the tower: mia')
})
