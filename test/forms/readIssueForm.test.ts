import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cncfForm } from '../../server/src/forms/cncfForm.ts'
import { readIssueForm } from '../../server/src/forms/readIssueForm.ts'
import { read } from '../support/idea.ts'
import { fineFields, ideaWith, parseIssueBody, proposalsOf } from '../support/proposals.ts'

const ownForm = `name: Idea
title: "[Idea]: "
body:
  - type: markdown
    attributes: { value: Hello }
  - type: input
    id: title
    attributes: { label: Project Title }
    validations: { required: true }
  - type: textarea
    id: what
    attributes: { label: Description }
  - type: textarea
    attributes: { label: Expected Outcomes }
  - type: dropdown
    id: size
    attributes: { label: Project size, options: [Small, Medium, Large] }
  - type: textarea
    attributes: { label: Mentor(s) }
  - type: upload
    id: file
    attributes: { label: A drawing }
  - type: input
    id: budget
    attributes: { label: Budget }
    validations: { required: true }
  - type: checkboxes
    attributes: { label: Rules, options: [{ label: I have read them }] }
`

test('form: the CNCF form has its inputs, projects and term', () => {
  const { fields, title } = cncfForm()
  assert.equal(title, '[CNCF LFX Proposal] <project> <program name>')
  assert.deepEqual([fields.length, fields[0]!.options.length, fields[1]!.options], [15, 227, ['2026 Term 3 (Sep-Nov)']])
})

test("form: another repository's form is filled in by its labels; what is not known is said", () => {
  const found = readIssueForm(ownForm)
  assert.ok('form' in found)
  const text = ideaWith(fineFields.replace('- Recommended', '- Expected project size: medium\n- Recommended'))
  const [{ title, body, problems } = assert.fail()] = proposalsOf(read(text, 'summerofcode/2026.md'), found.form)
  assert.equal(title, '[Idea]: Sign what is copied')
  const parsed = parseIssueBody(body)
  assert.equal(parsed.get('Project Title'), 'Sign what is copied')
  assert.equal(parsed.get('Description'), 'Signatures travel along.')
  assert.equal(parsed.get('Expected Outcomes'), 'They do.')
  assert.equal(parsed.get('Project size'), 'Medium')
  assert.equal(parsed.get('A drawing'), '')
  assert.deepEqual(parsed.get('Rules'), [{ label: 'I have read them', chosen: false }])
  assert.deepEqual(
    problems.map(({ field, severity }) => [field, severity]),
    [
      ['file', 'warning'],
      ['budget', 'warning'],
    ],
  )
})

test('form: what is no form for ideas is a sentence', () => {
  const problemOf = (source: string): string => {
    const found = readIssueForm(source)
    return 'problem' in found ? found.problem : ''
  }
  assert.match(problemOf('body: [\n'), /^not valid YAML \(.+\); fix it, or use another form$/)
  assert.match(problemOf('hello'), /\(no "body" list\)/)
  assert.match(
    problemOf('body:\n  - type: input\n    attributes: { label: Title }\n'),
    /no input for mentors and description; add one with such a label, or use another form$/,
  )
  assert.match(problemOf(`a: &a [1]\nb: !!js/function 'x'\n`), /not valid YAML/)
  assert.match(problemOf('x'.repeat(600_000)), /too large/)
})

const shortForm = `name: Idea
body:
  - type: textarea
    attributes: { label: Description }
    validations: { required: true }
  - type: input
    attributes: { label: Skills required }
    validations: { required: true }
  - type: textarea
    attributes: { label: Mentors }
    validations: { required: true }
  - type: input
    attributes: { label: Upstream issue }
`

test("form: another repository's form gets what it asks for, in the words of the list", () => {
  const found = readIssueForm(shortForm)
  assert.ok('form' in found)
  const fields = `- Description: Signatures travel along.
- Recommended Skills: Go, Rust
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example (@ben)
  - Cem Example`
  const [{ body, problems } = assert.fail()] = proposalsOf(read(ideaWith(fields), 'summerofcode/2026.md'), found.form)
  const parsed = parseIssueBody(body)
  assert.equal(parsed.get('Description'), 'Signatures travel along.')
  assert.equal(parsed.get('Skills required'), 'Go, Rust')
  assert.equal(parsed.get('Mentors'), 'Ada Example (@ada, ada@example.org)\nBen Example (@ben)\nCem Example')
  // neither an address nor an issue is asked for
  assert.deepEqual(problems, [])
})

test("form: what another repository's form requires is missed", () => {
  const found = readIssueForm(shortForm)
  assert.ok('form' in found)
  const [{ problems } = assert.fail()] = proposalsOf(
    read(ideaWith('- Expected project size: medium\n- Difficulty: easy'), 'summerofcode/2026.md'),
    found.form,
  )
  assert.deepEqual(
    problems.map(({ field, severity }) => [field, severity]),
    [
      ['Description', 'error'],
      ['Skills required', 'error'],
      ['Mentors', 'error'],
    ],
  )
})
