import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { proposalAt, readProposalForm } from '../../../server/src/features/ideas/proposalAt.ts'
import { lineIndex } from '../../../server/src/text/lineIndex.ts'
import { read } from '../../support/idea.ts'
import { fineFields, ideaWith } from '../../support/proposals.ts'

/** What the page says above the proposal of a list's idea. */
function notesAt(path: string): readonly string[] | undefined {
  const text = ideaWith(fineFields)
  const form = readProposalForm({ forms: [], exports: [], repository: null })
  const lines = lineIndex(TextDocument.create('file:///list.md', 'markdown', 1, text), 'utf-16')
  const reply = proposalAt(read(text, path), lines, text.indexOf('Signatures'), form)
  return typeof reply === 'object' ? reply?.notes : undefined
}

test('proposalAt: a list of another program or term is named before anything else', () => {
  assert.deepEqual(notesAt('lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'), [])
  assert.deepEqual(notesAt('lfx-mentorship/2026/01-Mar-May/project_ideas.md'), [
    'This list is of 2026 Term 1 (Mar-May), but the form takes 2026 Term 3 (Sep-Nov) only.',
  ])
  assert.deepEqual(notesAt('summerofcode/2026.md'), [
    'This list is of GSoC 2026, which is another program; the form takes 2026 Term 3 (Sep-Nov) only.',
  ])
})
