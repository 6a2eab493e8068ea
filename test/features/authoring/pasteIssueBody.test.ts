import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { copiedIdeas, planPastedIdea } from '../../../server/src/features/authoring/pasteIdea.ts'
import { looksLikeCopiedIdea } from '../../../server/src/features/authoring/pasteOffers.ts'
import { cncfForm } from '../../../server/src/forms/cncfForm.ts'
import { makeProposal } from '../../../server/src/forms/proposal.ts'
import { boldParagraphs, readForeign } from '../../support/foreignLists.ts'
import { leftAlone, opened } from '../../support/plans.ts'

const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
const path = 'programs/summerofcode/2026.md'

const plain = (text: string) => ({ plain: text, html: '' })

const answers: Readonly<Record<string, string>> = {
  'CNCF Project': 'Longhorn',
  Term: '2026 Term 3 (Sep-Nov)',
  'Program Name': 'Rehearse the loss of a node',
  'Program Description':
    '## Description\n\nA drill that nobody notices.\nIt runs each night.\n\n## Expected outcomes\n\n- A command\n- A report',
  Technologies: 'Go, Kubernetes',
  'Skills same as Technologies?': '- [X] Yes, the required skills are the same as the technologies listed above.',
  'Required/Desirable Skills': '_No response_',
  Mentors: 'Jane Roe | @jroe | jane@roe.example | jroe\nJohn Smith | @jsmith | js@smith.example |',
  'Upstream Issue URL': 'https://github.com/longhorn/longhorn/issues/12',
  'Application Prerequisites': '- [X] Resume\n- [ ] Cover Letter\n- [ ] Coding Challenge',
  'Coding Challenge URL': '_No response_',
  'Custom Prerequisites': '- [ ] Custom Prerequisite (fill in details below)',
  'Custom Prerequisite Name': '_No response_',
  'Custom Prerequisite — File Upload': '- [ ] Yes — completion of this task requires the mentee to submit a file.',
}

const bodyOf = (changed: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ ...answers, ...changed })
    .map(([label, answer]) => `### ${label}\n\n${answer}\n`)
    .join('\n')

const entry = `##### Rehearse the loss of a node

- Description: A drill that nobody notices.
  It runs each night.
- Expected Outcome:
  - A command
  - A report
- Recommended Skills: Go, Kubernetes
- Expected project size: 
- Mentor(s):
  - Jane Roe (@jroe, jane@roe.example)
  - John Smith (@jsmith, js@smith.example)
- Upstream Issue (URL): https://github.com/longhorn/longhorn/issues/12
`

const pastedEntry = (body: string, html = ''): string => {
  const { file, read } = opened(gsoc, path)
  const text = leftAlone(gsoc, planPastedIdea(file, { plain: body, html }, 0, read))
  assert.ok(read(text).projects.some(({ name }) => name === 'Longhorn'))
  const at = text.indexOf('##### Rehearse')
  return text.slice(at, text.indexOf('\n####', at))
}

test('paste as idea: the body of an issue of the form is read by the form, and its checkboxes are left out', () => {
  assert.equal(pastedEntry(bodyOf()), entry)
  assert.equal(pastedEntry(bodyOf().replaceAll('\n', '\r\n')), entry)
  assert.equal(pastedEntry(`# [CNCF LFX Proposal] Longhorn Rehearse the loss of a node\n\n${bodyOf()}`), entry)
})

test('paste as idea: the body of an issue as GitHub shows it', () => {
  const shown = bodyOf()
    .split('\n\n')
    .map((block) => {
      const lines = block.trim().split('\n')
      if (block.startsWith('#')) return `<h3>${block.replace(/^#+ /, '')}</h3>`
      if (!block.startsWith('- ')) return `<p>${lines.join('<br>')}</p>`
      return `<ul>${lines.map((line) => `<li>${line.replace(/^- (\[.\])?/, '<input type="checkbox">')}</li>`).join('')}</ul>`
    })
    .join('\n')
    .replaceAll('_No response_', '<em>No response</em>')
  assert.equal(pastedEntry('Longhorn', shown), entry)
})

test('paste as idea: what only the form asks for is a field of its own', () => {
  const rest = (changed: Readonly<Record<string, string>>): string =>
    pastedEntry(bodyOf(changed)).slice(entry.indexOf('- Upstream'))
  assert.match(rest({ 'Coding Challenge URL': 'https://example.org/x' }), /\n- Coding Challenge URL: https:\/\/example\.org\/x\n/)
  assert.match(rest({ 'Custom Prerequisite Name': 'A poem' }), /\n- Custom Prerequisite Name: A poem\n/)
  assert.match(pastedEntry(bodyOf({ 'Custom Prerequisites': '- [ ] Zebra' })), /Zebra/)
  const skilled = pastedEntry(bodyOf({ 'Required/Desirable Skills': 'YAML' }))
  assert.match(skilled, /\n- Recommended Skills: YAML\n[\s\S]*\n- Technologies: Go, Kubernetes\n/)
  const other = pastedEntry(bodyOf({ Mentors: 'Jane Roe | @jroe | jane@roe.example | jane-lf' }))
  assert.match(other, /\n {2}- Jane Roe \(@jroe, jane@roe\.example\) - LFID: jane-lf\n/)
  const headed = pastedEntry(bodyOf({ 'Program Description': 'A drill.\n\n### Background\n\nZebra.\n\n### Mentors\n\nWe help.' }))
  assert.match(headed, /- Description: A drill\.\n[\s\S]*\n- Background: Zebra\.\n/)
  assert.match(headed, /We help\./)
})

test('paste as idea: the term of a body only goes where the list has a field for it', () => {
  const list = boldParagraphs.replaceAll('**Difficulty**', '**Term**: 2025\n\n**Difficulty**')
  for (const [text, hasTerm] of [
    [boldParagraphs, false],
    [list, true],
  ] as const) {
    const after = leftAlone(text, planPastedIdea(readForeign(text), plain(bodyOf()), 0, readForeign))
    assert.equal(after.includes('2026 Term 3'), hasTerm)
    assert.ok(after.includes('**Skills**: Go, Kubernetes\n') && !after.includes('Resume'), after.slice(-900))
  }
})

test('paste as idea: several bodies are several ideas', () => {
  const two = `${bodyOf()}\n${bodyOf({ 'Program Name': 'Mirror artifacts' })}`
  const found = copiedIdeas(opened(gsoc, path).file, plain(two))
  assert.deepEqual(found !== 'several' && found.map(({ title, fields }) => [title, fields.length]), [
    ['Rehearse the loss of a node', 5],
    ['Mirror artifacts', 5],
  ])
})

test('paste as idea: each idea of a list comes back from the body that is copied of it', () => {
  const { file } = opened(gsoc, path)
  const form = cncfForm()
  for (const project of file.projects)
    for (const idea of project.ideas) {
      const source = { file, term: null, repository: null, lfid: () => null }
      const { body } = makeProposal(form, { project, idea }, source)
      assert.equal(looksLikeCopiedIdea(file, plain(body)), true, body)
      const [read] = copiedIdeas(file, plain(body))
      assert.ok(typeof read === 'object')
      assert.equal(read.title, idea.idea.heading?.text)
      const valuesOf = (key: string) => read.fields.filter((field) => field.key === key).flatMap(({ lines }) => lines)
      assert.equal(valuesOf('mentors').length, idea.idea.mentors.length)
      assert.ok(valuesOf('recommendedSkills').length <= 1 && valuesOf('description').length > 0)
      assert.ok(!JSON.stringify(read.fields).includes('[ ]'))
    }
})

test('paste as idea: of a body of another form the boxes are no skills', () => {
  const body = `### Project\n\nLonghorn\n\n### Title\n\nRehearse the loss of a node\n\n### Description\n\nA drill.\n\n### Skills\n\nGo\n\n### Mentors\n\n@jroe\n\n### Application Prerequisites\n\n- [X] Resume\n- [ ] Cover Letter\n`
  const written = pastedEntry(body)
  assert.match(written, /\n- Recommended Skills: Go\n/)
  assert.match(written, /\n- Application Prerequisites:\n {2}- \[X\] Resume\n {2}- \[ \] Cover Letter\n/)
})
