import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ClientCapabilities, CodeAction, Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { lineIndex, type PositionEncoding } from '../../server/src/text/lineIndex.ts'
import { changeBetween } from '../../server/src/text/textChange.ts'
import { runs } from '../support/runs.ts'
import { connect, type TestClient } from '../support/server.ts'
import { type AuthorEdit, afterEdit, anotherList, authorEdit, splitsCharacter } from './authorEdits.ts'
import { type StartingList, startingList } from './startingLists.ts'

interface Client {
  readonly encoding: PositionEncoding
  /** Whether it asks for problems; else they are pushed to it. */
  readonly pulls: boolean
}

const anyClient: fc.Arbitrary<Client> = fc.record({
  encoding: fc.constantFrom('utf-16', 'utf-8', 'utf-32'),
  pulls: fc.boolean(),
})

/** An editor that asks for the edits of a code action when it is chosen. */
const capabilitiesOf = ({ encoding, pulls }: Client): ClientCapabilities => ({
  general: { positionEncodings: [encoding] },
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    ...(pulls && { diagnostic: {} }),
  },
})

async function start(client: Client): Promise<TestClient> {
  const started = connect()
  await started.initialize(capabilitiesOf(client))
  return started
}

const everything = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } }

/** The code actions of a whole document with their edits. The actions that fix many problems at once take long: only the source actions here. */
async function actionsOf(server: TestClient, uri: string): Promise<readonly CodeAction[]> {
  const ask = (context: object): Promise<readonly CodeAction[]> =>
    server.request('textDocument/codeAction', { textDocument: { uri }, range: everything, context })
  const each = (await ask({ diagnostics: [] })).filter(({ title }) => !title.startsWith('Fix all '))
  const actions = [...each, ...(await ask({ diagnostics: [], only: ['source'] }))]
  return Promise.all(actions.map((action) => server.request<CodeAction>('codeAction/resolve', action)))
}

/** What a server answers for a document, whatever its version. */
async function answers(server: TestClient, uri: string, problems: readonly Diagnostic[]): Promise<unknown> {
  const textDocument = { uri }
  const [symbols, folds, links, actions] = await Promise.all([
    server.request('textDocument/documentSymbol', { textDocument }),
    server.request('textDocument/foldingRange', { textDocument }),
    server.request('textDocument/documentLink', { textDocument }),
    actionsOf(server, uri),
  ])
  const all = JSON.stringify({ problems, symbols, folds, links, actions })
  return JSON.parse(all.replace(/"version":\d+/g, '"version":0'))
}

async function problemsOf(
  server: TestClient,
  uri: string,
  { pulls }: Client,
  send: () => void,
  version: number,
): Promise<readonly Diagnostic[]> {
  if (pulls) {
    send()
    return server.pulled(uri)
  }
  const pushed = server.notification<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    (params) => params.uri === uri && params.version === version,
  )
  send()
  return (await pushed).diagnostics
}

/** A long run (LAWS) types longer in each list and compares less often: that takes most of the time, and a wrong model stays wrong. */
const [mostEdits, leastOften, mostOften] = process.env.LAWS === undefined ? [20, 10, 1] : [400, 50, 10]

test('serverTyping: after any edits a server answers as one does that has just opened the document', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyClient,
      startingList,
      fc.array(authorEdit, { minLength: 1, maxLength: mostEdits, size: 'max' }),
      fc.integer({ min: mostOften, max: leastOften }),
      checkServer,
    ),
    runs(4),
  )
})

/** Edits a document letter by letter or in whole; compares every `every` edits and at the end. */
async function checkServer(
  client: Client,
  { path, text: first }: StartingList,
  edits: readonly AuthorEdit[],
  every: number,
): Promise<void> {
  const [server, other] = await Promise.all([start(client), start(client)])
  const uri = `file:///${path}`
  const history: string[] = []
  let text = first
  let version = 1
  server.open(text, version, uri)
  for (const [index, edit] of edits.entries()) {
    const after = afterEdit(text, edit, history, anotherList)
    history.push(text)
    const { start: from, oldEnd, newEnd } = changeBetween(text, after)
    const lines = lineIndex(TextDocument.create(uri, 'markdown', version, text), client.encoding)
    const range = { start: lines.positionAt(from), end: lines.positionAt(oldEnd) }
    const isCut = splitsCharacter(text, from, oldEnd)
    const change = isCut || edit.pick % 15 === 0 ? { text: after } : { range, text: after.slice(from, newEnd) }
    version++
    text = after
    const send = (): void => server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [change] })
    const isCompared = index % every === 0 || index === edits.length - 1
    if (!isCompared) {
      send()
      continue
    }
    const problems = await problemsOf(server, uri, client, send, version)
    const freshProblems = await problemsOf(other, uri, client, () => other.open(text, version, uri), version)
    const [ours, fresh] = await Promise.all([answers(server, uri, problems), answers(other, uri, freshProblems)])
    other.close(uri)
    assert.deepEqual(ours, fresh)
  }
}
