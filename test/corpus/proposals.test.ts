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
