import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ideaMarkdown } from '../../server/src/editing/learned/frontMatterIdeaText.ts'
import { ideaNodeSpan } from '../../server/src/model/nodeAt.ts'
import { exportedFile } from '../../server/src/report/exportedFile.ts'
import { readForeign } from '../support/foreignLists.ts'

const matter = `---
title: "Turn the lamp"
layout: idea
mentors:
  - name: Mia Stone
    github: mia
  - name: Leo Brook
skills: [C++, Python]
desired_knowledge: "Lamps, and what turns them"
size: '90 hours' # about
difficulty: "medium"
---
`

const shownOf = (text: string): string => {
  const file = readForeign(text, 'ideas/lamp.md')
  const [placed] = file.projects.flatMap(({ ideas }) => ideas)
  assert.ok(placed)
  return ideaMarkdown(file, placed, ideaNodeSpan(placed)).trim()
}

const fields = `- **Mentors:**
  - Mia Stone (@mia)
  - Leo Brook
- **Skills:** C++, Python
- **Desired knowledge:** Lamps, and what turns them
- **Size:** 90 hours
- **Difficulty:** medium`

test('ideaMarkdown: front matter is a list of fields, and the title is not repeated', () => {
  const body = 'It is slow.\n\n## Steps\n\n- one'
  assert.equal(shownOf(`${matter}\n# Turn the lamp\n\n${body}\n`), `${fields}\n\n${body}`)
  assert.equal(shownOf(`${matter}\n${body}\n`), `${fields}\n\n${body}`)
  assert.equal(shownOf(`${matter}# Another title\n\n${body}\n`), `${fields}\n\n# Another title\n\n${body}`)
  assert.equal(shownOf(`${matter}`), fields)
})

test('exportedFile: front matter has the fields of the idea, as Markdown, and the text below it is its introduction', () => {
  const text = `${matter}\n# Turn the lamp\n\nIt is slow.\n\n## Steps\n\n- one\n`
  const [idea] = exportedFile('ideas/lamp.md', readForeign(text, 'ideas/lamp.md')).projects.flatMap(({ ideas }) => ideas)
  assert.ok(idea)
  assert.equal(idea.text, 'It is slow.')
  assert.deepEqual(
    idea.fields.map((field) => [field.label, field.text]),
    [
      ['mentors', '- Mia Stone (@mia)\n- Leo Brook'],
      ['skills', 'C++, Python'],
      ['desired_knowledge', 'Lamps, and what turns them'],
      ['size', '90 hours'],
      ['difficulty', 'medium'],
      ['Steps', '- one'],
    ],
  )
  assert.deepEqual(idea.skills.slice(0, 2), ['C++', 'Python'])
})
