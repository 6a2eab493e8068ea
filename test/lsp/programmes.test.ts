import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { CodeAction, CompletionItem, DocumentSymbol, Hover } from 'vscode-languageserver/node'
import type { Choices, PlanAnswer } from '../../server/src/protocol/protocol.ts'
import { configuration, orchard } from '../support/orchard.ts'
import { command, connect, launch, pullCapabilities, rangeIn, type TestClient, timeout } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'
const list = 'file:///orchard/ideas/2026.md'
const projectFile = 'file:///orchard/.idea-files.json'

const literals = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }
const symbols = {
  ...pullCapabilities.textDocument,
  documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  codeAction: literals,
}

const codes = async (client: TestClient, of: string): Promise<readonly unknown[]> =>
  (await client.pulled(of)).map(({ code }) => code)

const six = ['toc-broken-link', 'field-label', 'invalid-size', 'mentor-email', 'missing-field', 'toc-entry-missing']

test('programmes: a process reads the list by the project file above it', { timeout, skip }, async () => {
  const { client, process, exited } = launch()
  await client.initialize({ textDocument: symbols })
  const here = pathToFileURL('examples/orchard/ideas/2026.md').href
  const textDocument = { uri: here }
  client.open(orchard, 1, here)
  assert.deepEqual(await codes(client, here), six)
  const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
  assert.deepEqual(
    outline.map(({ name, children }) => [name, children?.length]),
    [
      ['Apfelkarte', 3],
      ['Bienenwaage', 2],
      ['Mosterei', 3],
    ],
  )
  const { start } = rangeIn(orchard, 'mittel')
  const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: { ...start, character: 4 } })
  assert.match(JSON.stringify(hover.contents), /Umfang.*Obsthain-Sommer/)
  const answer = await client.request<CompletionItem[] | { items: CompletionItem[] }>('textDocument/completion', {
    textDocument,
    position: start,
    context: { triggerKind: 1 },
  })
  const items = Array.isArray(answer) ? answer : answer.items
  assert.deepEqual(
    items.map(({ label }) => label),
    ['kurz (etwa 40 Stunden)', 'lang (etwa 120 Stunden)'],
  )
  const range = rangeIn(orchard, 'Worum es geht')
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range,
    context: { diagnostics: [] },
  })
  assert.ok(actions.some(({ title }) => title === 'Change the label to "Zusammenfassung"'))
  process.stdin?.end()
  await exited
})

test('programmes: an incomplete programme is reported in its file, and its lists follow it', { timeout }, async () => {
  const client = connect()
  client.answers.set('ideaFiles/readFile', () => null)
  await client.initialize(pullCapabilities, { files: true })
  const broken = configuration.replace('"Umfang", "key": "size"', '"Umfang", "key": "siz"')
  client.open(broken, 1, projectFile)
  client.open(orchard, 1, list)
  assert.deepEqual(
    (await client.pulled(projectFile)).map(({ message }) => message),
    ['"siz" is not allowed here; expected "size".'],
  )
  // without its kind the field holds any text
  assert.deepEqual(
    await codes(client, list),
    six.filter((code) => code !== 'invalid-size'),
  )
  client.notify('textDocument/didChange', {
    textDocument: { uri: projectFile, version: 2 },
    contentChanges: [{ text: configuration }],
  })
  assert.deepEqual(await codes(client, projectFile), [])
  for (let found = await codes(client, list); found.length < 6; ) found = await codes(client, list)
  assert.deepEqual(await codes(client, list), six)
  client.notify('textDocument/didChange', { textDocument: { uri: projectFile, version: 3 }, contentChanges: [{ text: '{}' }] })
  for (let found = await codes(client, list); found.includes('invalid-size'); ) found = await codes(client, list)
})

test('programmes: the New Idea command offers the programme, and says where its lists are kept', { timeout }, async () => {
  const client = connect()
  client.answers.set('ideaFiles/readFile', ({ uri }: { uri: string }) => (uri === projectFile ? configuration : null))
  await client.initialize(pullCapabilities, { files: true })
  const next = 'file:///orchard/ideas/2027.md'
  const notes = 'file:///orchard/notes.md'
  for (const uri of [next, notes]) client.open('', 1, uri)
  const choices = await client.request<Choices>('ideaFiles/choices', { uri: next, text: '' })
  assert.deepEqual([choices.ideaList, choices.profile, choices.programmes[0]?.id], [false, 'orchard', 'orchard'])
  const job = { kind: 'newIdea', project: 'Mosterei', title: 'Saft ohne Strom', at: 0, profile: 'orchard' }
  const made = await client.request<PlanAnswer>('ideaFiles/plan', { uri: next, text: '', job })
  assert.equal(made.refusal, null)
  assert.match(made.edits[0]!.newText, /^# Obsthain-Sommer 2027\n\n<!-- toc -->\n- \[Mosterei\]\(#mosterei\)\n/)
  const { refusal } = await client.request<PlanAnswer>('ideaFiles/plan', { uri: notes, text: '', job })
  assert.equal(refusal, 'Lists of Obsthain-Sommer belong in ideas/*.md; this file is somewhere else.')
})

test('programmes: the New Idea command knows the programme of a text that is not open', { timeout }, async () => {
  const client = connect()
  client.answers.set('ideaFiles/readFile', ({ uri }: { uri: string }) => (uri === projectFile ? configuration : null))
  await client.initialize(pullCapabilities, { files: true })
  const next = 'file:///orchard/ideas/2027.md'
  const { profile } = await client.request<Choices>('ideaFiles/choices', { uri: next, text: '\n' })
  assert.equal(profile, 'orchard')
})
