import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeAction } from 'vscode-languageserver/node'
import { type ProposalAnswer, type ProposalParams, proposalRequest } from '../../../server/src/protocol/proposal.ts'
import { boldParagraphs } from '../../support/foreignLists.ts'
import { fineFields, ideaWith } from '../../support/proposals.ts'
import { connect, rangeIn, timeout, uri } from '../../support/server.ts'

const text = ideaWith(fineFields)
const params = (more: Partial<ProposalParams> = {}): ProposalParams => ({
  textDocument: { uri },
  position: rangeIn(text, 'Signatures', 1).start,
  forms: [],
  exports: [],
  repository: null,
  ...more,
})
const ownForm =
  'name: Idea\nbody:\n  - { type: input, attributes: { label: Title } }\n  - { type: textarea, attributes: { label: Description } }\n  - { type: textarea, attributes: { label: Mentors } }\n'

test('proposal: the idea at a position by the CNCF form, with the places of problems', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(text)
  const answer = await client.request<ProposalAnswer | null>(proposalRequest, params())
  assert.equal(answer?.repository, 'cncf/mentoring')
  assert.equal(answer.title, '[CNCF LFX Proposal] Harbor Sign what is copied')
  assert.deepEqual(answer.fields.find(({ id }) => id === 'program_name')?.counter, { used: 19, max: 71 })
  assert.deepEqual(
    answer.problems.map(({ field, severity, range }) => [field, severity, range]),
    [['mentors', 'warning', rangeIn(text, 'Ada Example (@ada, ada@example.org)')]],
  )
  assert.equal(await client.request(proposalRequest, params({ position: { line: 0, character: 0 } })), null)
})

test("proposal: an idea of another organization needs a form of the workspace's own", { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(boldParagraphs)
  const position = rangeIn(boldParagraphs, '### Count the ships', 5).start
  assert.equal(await client.request(proposalRequest, params({ position })), 'noForm')
  const forms = [{ name: 'idea.yml', text: ownForm }]
  const answer = await client.request<ProposalAnswer>(proposalRequest, params({ position, forms, repository: 'acme/lists' }))
  assert.equal(answer.form, 'Idea')
})

test("proposal: the workspace's form and its export come first; broken ones are passed over", { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(text)
  const person = { name: 'Ada', github_handle: 'ada', lfid: 'adax' }
  const exported = JSON.stringify({ programs: [{ cncf_project: 'Harbor', mentors: [person] }] })
  const own = await client.request<ProposalAnswer>(
    proposalRequest,
    params({
      forms: [
        { name: 'a.yml', text: 'body: [' },
        { name: 'bug.yml', text: 'name: Bug\nbody: []\n' },
        { name: 'idea.yml', text: ownForm },
      ],
      repository: 'acme/lists',
    }),
  )
  assert.deepEqual(
    [own.form, own.repository, own.fields.map(({ label }) => label)],
    ['Idea', 'acme/lists', ['Title', 'Description', 'Mentors']],
  )
  assert.equal(own.notes.length, 1)
  assert.match(own.notes[0] ?? '', /^a\.yml was not used: not valid YAML \(.+\); fix it, or use another form\.$/)
  const known = await client.request<ProposalAnswer>(
    proposalRequest,
    params({
      exports: [
        { name: 'lfx-export.json', text: '{' },
        { name: 'lfx-export.json', text: exported },
      ],
    }),
  )
  assert.deepEqual(known.notes, ['lfx-export.json was not used: not valid JSON; export it again.'])
  assert.deepEqual(known.problems, [])
  assert.match(known.body, /Ada Example \| @ada \| ada@example\.org \| adax/)
})

test('proposal: parameters that make no sense get null', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(text)
  for (const odd of [null, {}, { ...params(), forms: 'x' }, { ...params(), forms: ['x'] }, { ...params(), position: null }])
    assert.equal(await client.request(proposalRequest, odd), null)
})

/** The titles of the code actions at the first place of `at`; `triggerKind` 2 is a moved cursor, 1 a request. */
async function proposalActionTitles(at: string, triggerKind: 1 | 2, only?: readonly string[], proposal = true) {
  const client = connect()
  const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }
  await client.initialize({ textDocument: { codeAction } }, { proposal })
  client.open(text)
  const { start } = rangeIn(text, at, 1)
  const context = { diagnostics: [], triggerKind, ...(only && { only }) }
  const actions = await client.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start, end: start },
    context,
  })
  return actions.flatMap(({ title, command }) => (command?.command === 'ideaFiles.prepareProposal' ? [title] : []))
}

test('proposal: a code action on the heading of an idea, and elsewhere in it on request only', { timeout }, async () => {
  const offered = ['Prepare Proposal']
  assert.deepEqual(await proposalActionTitles('Sign what is copied', 2), offered)
  assert.deepEqual(await proposalActionTitles('Ada Example', 1), offered)
  assert.deepEqual(await proposalActionTitles('Ada Example', 2), [])
  assert.deepEqual(await proposalActionTitles('Harbor', 1), [])
  assert.deepEqual(await proposalActionTitles('Sign what is copied', 1, ['source.fixAll']), [])
  assert.deepEqual(await proposalActionTitles('Sign what is copied', 1, undefined, false), [])
})
