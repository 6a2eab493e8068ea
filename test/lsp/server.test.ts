import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from 'vscode-languageserver/node'
import { list } from '../support/list.ts'
import { runs } from '../support/runs.ts'
import { connect, pullCapabilities, rangeIn, type TestClient, timeout, uri } from '../support/server.ts'

const textDocument = { uri }
const positions = [{ line: 40, character: 5 }]

/** A request for each capability, and what an empty answer is. */
const requests = {
  diagnosticProvider: { method: 'textDocument/diagnostic', params: { textDocument } },
  documentSymbolProvider: { method: 'textDocument/documentSymbol', params: { textDocument } },
  foldingRangeProvider: { method: 'textDocument/foldingRange', params: { textDocument } },
  selectionRangeProvider: { method: 'textDocument/selectionRange', params: { textDocument, positions } },
  documentLinkProvider: { method: 'textDocument/documentLink', params: { textDocument } },
  hoverProvider: { method: 'textDocument/hover', params: { textDocument, position: positions[0] } },
  completionProvider: {
    method: 'textDocument/completion',
    params: { textDocument, position: rangeIn(list, 'TypeScript').start },
  },
  definitionProvider: {
    method: 'textDocument/definition',
    params: { textDocument, position: rangeIn(list, 'Show the tide').start },
  },
  referencesProvider: {
    method: 'textDocument/references',
    params: { textDocument, position: rangeIn(list, '@ada-fern').start, context: { includeDeclaration: true } },
  },
  documentHighlightProvider: {
    method: 'textDocument/documentHighlight',
    params: { textDocument, position: rangeIn(list, 'TypeScript').start },
  },
  renameProvider: {
    method: 'textDocument/rename',
    params: { textDocument, position: rangeIn(list, '@ada-fern').end, newName: 'fern' },
  },
  workspaceSymbolProvider: { method: 'workspace/symbol', params: { query: 'tide' } },
} as const

async function opened(text: string): Promise<TestClient> {
  const client = connect()
  await client.initialize(pullCapabilities)
  client.open(text)
  return client
}

const answersOf = async (client: TestClient): Promise<readonly unknown[]> =>
  Promise.all(Object.values(requests).map(({ method, params }) => client.request<unknown>(method, params)))

test('server: answers for everything that it advertises', { timeout }, async () => {
  const client = connect()
  const { capabilities, serverInfo } = await client.initialize(pullCapabilities)
  const advertised = Object.keys(capabilities).filter((key) => key.endsWith('Provider'))
  assert.deepEqual(advertised.sort(), Object.keys(requests).sort())
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true, willSaveWaitUntil: true })
  assert.equal(serverInfo?.name, 'idea-files')
  client.open(list)
  for (const { method, params } of Object.values(requests)) {
    const answer = await client.request<unknown>(method, params)
    assert.ok(answer, method)
    const items = Array.isArray(answer) ? answer : ((answer as { items?: unknown[] }).items ?? [answer])
    assert.ok(items.length > 0, method)
  }
})

test('server: file operations are for other clients: ours is built without what they need', { timeout }, async () => {
  const other = await connect().initialize(pullCapabilities)
  assert.deepEqual(Object.keys(other.capabilities.workspace?.fileOperations ?? {}), ['willRename'])
  const own = await connect().initialize(pullCapabilities, { status: true })
  assert.equal(own.capabilities.workspace?.fileOperations, undefined)
})

test('server: a document that is not open gets nothing', { timeout }, async () => {
  const client = connect()
  await client.initialize(pullCapabilities)
  client.change(7, { text: list })
  client.notify('textDocument/didClose', { textDocument })
  assert.deepEqual(await answersOf(client), [
    { kind: 'full', items: [] },
    [],
    [],
    null,
    [],
    null,
    null,
    null,
    null,
    null,
    null,
    [],
  ])
})

test('server: a document that is not an idea list gets nothing but the place itself', { timeout }, async () => {
  const client = await opened('# A readme\n\n- Description: of something\n\nMore text that is long enough to hold the place.\n')
  const [diagnostics, symbols, folds, , links, hover, completions, ...others] = await answersOf(client)
  assert.deepEqual(others, [null, null, null, null, []])
  assert.deepEqual((diagnostics as { items: unknown[] }).items, [])
  assert.deepEqual([symbols, folds, links, hover, completions], [[], [], [], null, { isIncomplete: false, items: [] }])
  const place = { line: 4, character: 7 }
  const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: [place] })
  assert.deepEqual(ranges, [{ range: { start: place, end: place } }])
})

test('server: a text that becomes an idea list is one from then on, and back', { timeout }, async () => {
  const client = await opened('# Notes\n')
  assert.deepEqual(await client.pulled(), [])
  client.change(2, { text: list })
  assert.equal((await client.pulled()).length, 1)
  client.change(3, { text: '' })
  assert.deepEqual(await client.pulled(), [])
})

test('server: a client that knows no symbol tree gets a list', { timeout }, async () => {
  const flat = await opened(list)
  const symbols = await flat.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument })
  assert.deepEqual(
    symbols.slice(0, 2).map(({ name, containerName }) => ({ name, containerName })),
    [
      { name: 'Harbor', containerName: undefined },
      { name: 'Show the tide', containerName: 'Harbor' },
    ],
  )
  assert.ok(symbols.every(({ location }) => location.uri === uri))

  const client = connect()
  await client.initialize({ textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } })
  client.open(list)
  const tree = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })
  assert.deepEqual(
    tree.map(({ name, children }) => [name, children?.length]),
    [
      ['Harbor', 2],
      ['Jaeger', 1],
    ],
  )
})

test('server: folds by lines alone, and no more than the client wants', { timeout }, async () => {
  const client = connect()
  await client.initialize({ textDocument: { foldingRange: { lineFoldingOnly: true, rangeLimit: 2 } } })
  client.open(list)
  const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument })
  assert.equal(folds.length, 2)
  assert.ok(folds.every((fold) => !('startCharacter' in fold) && !('endCharacter' in fold)))
})

test('server: places outside the text are answered', { timeout }, async () => {
  const client = await opened(list)
  const wild = [
    { line: 9999, character: 3 },
    { line: 0, character: 9999 },
    { line: -4, character: -4 },
  ]
  const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', { textDocument, positions: wild })
  assert.equal(ranges.length, wild.length)
})

test('server: versions out of order, changes without a version and broken changes do not stop it', { timeout }, async () => {
  const client = await opened(list)
  client.change(9, { range: { start: { line: 9999, character: 0 }, end: { line: 10_000, character: 5 } }, text: '\nmore\n' })
  client.change(3, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' })
  client.notify('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: '' }] })
  client.notify('textDocument/didChange', { textDocument: { uri, version: 4 }, contentChanges: [{ range: null, text: list }] })
  client.notify('textDocument/didChange', { textDocument: { uri, version: 5 }, contentChanges: [{ range: { start: {} } }, {}] })
  client.notify('textDocument/didChange', {})
  client.notify('textDocument/didOpen', { textDocument: { uri: 'no uri at all', version: 1, text: list } })
  client.notify('textDocument/unheardOf', null)
  assert.equal((await client.pulled()).length, 1)
})

test('server: an unknown request is refused, and the server lives on', { timeout }, async () => {
  const client = await opened(list)
  await assert.rejects(client.request('textDocument/unheardOf', { textDocument }), /-32601/)
  await assert.rejects(client.request('textDocument/foldingRange', {}))
  await client.request('textDocument/selectionRange', { textDocument, positions: 'none' })
  assert.equal((await client.pulled()).length, 1)
})

test('server: any bytes are answered', { timeout: 300_000 }, async () => {
  const client = await opened('')
  const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array).toString('latin1'))
  const torn = fc
    .array(fc.constantFrom(...list.split(/(?<=\n)/), '\0', '\ud83d', '<!--', '\u2028'), { maxLength: 40 })
    .map((parts) => parts.join(''))
  let version = 1
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, torn), async (text) => {
      client.change(++version, { text })
      const answers = await answersOf(client)
      assert.equal(answers.length, Object.keys(requests).length)
      const logged = client.notifications<{ type: number; message: string }>('window/logMessage').filter(({ type }) => type === 1)
      assert.deepEqual(logged, [])
    }),
    runs(100),
  )
})

test('server: a ping is answered before and after the first document', { timeout }, async () => {
  const client = connect()
  await client.initialize(pullCapabilities)
  assert.equal(await client.request<unknown>('ideaFiles/ping', undefined), null)
  client.open(list)
  assert.equal(await client.request<unknown>('ideaFiles/ping', undefined), null)
})
