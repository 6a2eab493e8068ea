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

const rows = `# Mentorships

| Idea | Description | Skills | Level | Mentor(s) |
|---|---|---|---|---|
| **Turn the lamp**<br>[Apply](https://example.org/1) | Show a \\| b. | Rust, Go | medium | Mia Stone (@mia) |
| Count the ships | Ships come in. | Go | | Leo Brook |
| [Dim the lamp](https://example.org/3) | - day<br>- night | C | hard | Mia Stone |
`
const rowsOf = (text: string) => {
  const file = readForeign(text)
  const placed = file.projects.flatMap(({ ideas }) => ideas)
  const exported = exportedFile('ideas.md', file).projects.flatMap(({ ideas }) => ideas)
  return placed.map((each, index) => ({
    shown: ideaMarkdown(file, each, ideaNodeSpan(each)).trim(),
    introduction: exported[index]?.text,
    values: exported[index]?.fields.map((field) => field.text),
  }))
}

test('ideaMarkdown: the row of a table is a list of fields under the names of the columns', () => {
  for (const text of [rows, rows.replaceAll('\n', '\r\n')]) {
    assert.deepEqual(
      rowsOf(text).map(({ shown }) => shown),
      [
        `[Apply](https://example.org/1)

- **Description:** Show a | b.
- **Skills:** Rust, Go
- **Level:** medium
- **Mentor(s):** Mia Stone (@mia)`,
        `- **Description:** Ships come in.
- **Skills:** Go
- **Mentor(s):** Leo Brook`,
        `[Dim the lamp](https://example.org/3)

- **Description:**
  - day<br>- night
- **Skills:** C
- **Level:** hard
- **Mentor(s):** Mia Stone`,
      ],
      text,
    )
  }
})

test('exportedFile: what else is in the cell of a title is the introduction, and bars in cells are not escaped', () => {
  assert.deepEqual(
    rowsOf(rows).map(({ introduction }) => introduction),
    ['[Apply](https://example.org/1)', '', '[Dim the lamp](https://example.org/3)'],
  )
  assert.deepEqual(rowsOf(rows)[0]?.values, ['Show a | b.', 'Rust, Go', 'medium', 'Mia Stone (@mia)'])
})
