import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { cncfForm } from '../../server/src/forms/cncfForm.ts'
import { read } from '../support/idea.ts'
import { parseIssueBody, proposalsOf } from '../support/proposals.ts'
import { skip } from './corpus.ts'

const corpus = resolve(process.env.IDEA_FILES_CORPUS ?? '../shared/corpus')
const lists = [
  'programs/summerofcode/2019.md',
  'programs/summerofcode/2025.md',
  'programs/lfx-mentorship/2023/03-Sep-Nov/README.md',
  'programs/lfx-mentorship/2024/01-Mar-May/project_ideas.md',
  'programs/lfx-mentorship/2025/03-Sep-Nov/project_ideas.md',
]

for (const path of lists) {
  test(`corpus: proposals of ${path} are read back input by input`, { skip }, () => {
    const file = read(readFileSync(join(corpus, path), 'utf8'), path)
    const form = cncfForm()
    const proposals = proposalsOf(file, form)
    assert.ok(proposals.length >= 18)
    for (const { body, fields, title } of proposals) {
      const parsed = parseIssueBody(body)
      assert.deepEqual(
        [...parsed.keys()],
        form.fields.map(({ label }) => label),
        title,
      )
      for (const { label, value } of fields) {
        const found = parsed.get(label)
        if (typeof found === 'string') assert.equal(found, value.trim(), `${title}: ${label}`)
      }
    }
  })
}

/** One line, as an input has it. */
const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

for (const path of lists) {
  test(`corpus: the body of each idea of ${path} has the name, the people, the texts and the issue of the list`, { skip }, () => {
    const file = read(readFileSync(join(corpus, path), 'utf8'), path)
    const ideas = file.projects.flatMap((project) => project.ideas)
    for (const [index, { body }] of proposalsOf(file).entries()) {
      const { idea, at } = ideas[index]!
      const value = (label: string): string => String(parseIssueBody(body).get(label))
      assert.equal(value('Program Name'), inLine(idea.heading?.text ?? ''))
      const rows = value('Mentors')
        .split('\n')
        .map((row) => row.split('|').map((cell) => cell.trim()))
      const people = idea.mentors.map(({ name, handle, email }) => [
        name ?? '',
        handle === null ? '' : `@${handle}`,
        email ?? '',
        '',
      ])
      const inOrder = (some: readonly (readonly string[])[]) => some.map((cells) => inLine(cells.join(' | '))).toSorted()
      if (people.length > 0) assert.deepEqual(inOrder(rows), inOrder(people), value('Program Name'))
      assert.equal(value('Upstream Issue URL'), idea.upstream.map(({ url }) => url).find((url) => /^https?:/.test(url)) ?? '')
      for (const { key, valueSpan } of idea.fields.filter((field) => ['description', 'expectedOutcome'].includes(field.key))) {
        const written = file.text.slice(at + valueSpan.start, at + valueSpan.end)
        assert.ok(inLine(value('Program Description')).includes(inLine(written)), `${value('Program Name')}: ${key}`)
      }
    }
  })
}
