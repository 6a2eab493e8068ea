import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentDiagnosticReport, PublishDiagnosticsParams } from 'vscode-languageserver/node'
import { freshIdeaRequest, type Position } from '../../server/src/protocol/protocol.ts'
import { list } from '../support/list.ts'
import { changeMessage, connect, pullCapabilities, rangeIn, type TestClient, timeout, uri } from '../support/server.ts'

const publish = 'textDocument/publishDiagnostics'
const broken = 'Upstream Issue (URL): 😀 TBD'
const fix = 'https://github.com/harbor-light/jaeger/issues/1'
const insertion = (text: string, character = 0) => ({
  range: { start: { line: 2, character }, end: { line: 2, character } },
  text,
})

async function opened(text: string, ...how: Parameters<TestClient['initialize']>): Promise<TestClient> {
  const client = connect()
  await client.initialize(...how)
  const first = how[0]?.textDocument?.diagnostic ? null : client.published(1)
  client.open(text)
  await first
  return client
}

test('diagnostics: pushes what it finds, with the version', { timeout }, async () => {
  const client = connect()
  const { capabilities } = await client.initialize()
  assert.equal(capabilities.diagnosticProvider, undefined)
  const first = client.published(1)
  client.open(list)
  const { diagnostics } = await first
  assert.deepEqual(
    diagnostics.map(({ code, severity, source }) => ({ code, severity, source })),
    [{ code: 'upstream-url', severity: 1, source: 'idea-files' }],
  )
  assert.equal(diagnostics[0]!.range.start.line, rangeIn(list, broken).start.line)
})

test('diagnostics: pushes again after an edit, and clears on close', { timeout }, async () => {
  const client = await opened(list)
  const second = client.published(2)
  client.change(2, { range: rangeIn(list, '😀 TBD'), text: fix })
  assert.deepEqual((await second).diagnostics, [])
  const third = client.published(3)
  client.change(3, { text: list })
  assert.equal((await third).diagnostics.length, 1)
  const cleared = client.notification<PublishDiagnosticsParams>(publish)
  client.notify('textDocument/didClose', { textDocument: { uri } })
  const { diagnostics, version } = await cleared
  assert.deepEqual([diagnostics, version], [[], undefined])
})

test('diagnostics: answers a burst in one chunk once or twice, and a lone edit at once', { timeout }, async () => {
  const client = await opened(list)
  const before = client.notifications(publish).length
  const last = client.published(51)
  client.send(...Array.from({ length: 50 }, (_, index) => changeMessage(index + 2, insertion('x', index))))
  await last
  const answers = client.notifications(publish).length - before
  assert.ok(answers <= 2, `${answers} answers`)
  const lone = client.published(52)
  client.change(52, insertion('y'))
  await lone
})

test('diagnostics: publishes every version that it settles on, changed or not', { timeout }, async () => {
  const client = await opened(list)
  for (const version of [2, 3, 4]) {
    const answer = client.published(version)
    client.change(version, insertion('z'))
    assert.equal((await answer).diagnostics.length, 1)
  }
})

test('diagnostics: answers a pull, says when nothing has changed, and pushes nothing', { timeout }, async () => {
  const client = await opened(list, pullCapabilities)
  const first = await client.pull()
  assert.ok(first.kind === 'full' && first.items.length === 1 && first.resultId)
  assert.deepEqual(await client.pull(first.resultId), { kind: 'unchanged', resultId: first.resultId })
  client.change(2, insertion('x'))
  assert.equal((await client.pull(first.resultId)).kind, 'unchanged', 'an edit that changes no diagnostic')
  client.change(3, { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' })
  const moved = await client.pull(first.resultId)
  assert.ok(moved.kind === 'full' && moved.resultId !== first.resultId)
  assert.equal(moved.items[0]!.range.start.line, first.items[0]!.range.start.line + 1)
  assert.equal((await client.pull('never given out')).kind, 'full')
  assert.deepEqual(client.notifications(publish), [])
})

test('diagnostics: offers pull only to a client that knows of it', { timeout }, async () => {
  const { capabilities } = await connect().initialize(pullCapabilities)
  const provider = { identifier: 'idea-files', interFileDependencies: true, workspaceDiagnostics: false }
  assert.deepEqual(capabilities.diagnosticProvider, provider)
})

test('diagnostics: names related places to a client that shows them, with a URI', { timeout }, async () => {
  const mistyped = list.replace('](#show-the-tide)', '](#show-the-tides)')
  assert.notEqual(mistyped, list)
  const client = await opened(mistyped, { textDocument: { publishDiagnostics: { relatedInformation: true }, diagnostic: {} } })
  const [found] = (await client.pulled()).filter(({ code }) => code === 'toc-broken-link')
  const heading = rangeIn(mistyped, '#### Show the tide').start.line
  assert.deepEqual(
    found?.relatedInformation?.map(({ location }) => [location.uri, location.range.start.line]),
    [[uri, heading]],
  )
})

test('diagnostics: a cancelled request is answered as such, and the server lives on', { timeout }, async () => {
  const client = await opened(list, pullCapabilities)
  const id = client.nextId()
  const answer = client.answer(id)
  const request = { id, method: 'textDocument/diagnostic', params: { textDocument: { uri } } }
  client.send(request, { method: '$/cancelRequest', params: { id } })
  assert.equal((await answer).error?.code, -32800)
  assert.equal((await client.pulled()).length, 1)
})

test('diagnostics: a request is answered for the text at that time, whatever is sent after it', { timeout }, async () => {
  const client = await opened(list, pullCapabilities)
  const id = client.nextId()
  const answer = client.answer(id)
  const request = { id, method: 'textDocument/foldingRange', params: { textDocument: { uri } } }
  client.send(request, changeMessage(2, { text: '' }))
  assert.notDeepEqual((await answer).result, [])
  assert.deepEqual(await client.request(request.method, request.params), [])
})

for (const encoding of ['utf-8', 'utf-32'] as const) {
  test(`diagnostics: speaks ${encoding} both ways when the client speaks nothing else`, { timeout }, async () => {
    const client = connect()
    const offered = { ...pullCapabilities, general: { positionEncodings: ['utf-9', encoding] } }
    assert.equal((await client.initialize(offered)).capabilities.positionEncoding, encoding)
    client.open(list)
    const [found] = await client.pulled()
    const { line, character: end } = found!.range.end
    const expected = list.split('\n')[line]!
    const units = encoding === 'utf-8' ? Buffer.byteLength(expected) : [...expected].length
    assert.equal(end, units)
    const position = { line, character: end - 'TBD'.length }
    client.change(2, { range: { start: position, end: { line, character: end } }, text: fix })
    client.change(3, {
      range: { start: { line, character: position.character - (encoding === 'utf-8' ? 5 : 2) }, end: position },
      text: '',
    })
    assert.deepEqual(await client.pulled(), [])
  })
}

test('diagnostics: prefers UTF-16 wherever it may', { timeout }, async () => {
  const encodingFor = async (positionEncodings?: string[]) =>
    (await connect().initialize({ general: positionEncodings ? { positionEncodings } : {} })).capabilities.positionEncoding
  assert.deepEqual(await Promise.all([encodingFor(), encodingFor(['utf-8', 'utf-16']), encodingFor(['utf-9'])]), [
    'utf-16',
    'utf-16',
    'utf-16',
  ])
})

test('diagnostics: CRLF gives the same places as LF', { timeout }, async () => {
  const [unix, windows] = await Promise.all([
    opened(list, pullCapabilities),
    opened(list.replaceAll('\n', '\r\n'), pullCapabilities),
  ])
  assert.deepEqual(await windows.pulled(), await unix.pulled())
  windows.change(2, { range: rangeIn(list, '😀 TBD'), text: fix })
  assert.deepEqual(await windows.pulled(), [])
})

test('diagnostics: sends the status to our own client alone, and only when it has changed', { timeout }, async () => {
  const client = connect()
  await client.initialize({}, { status: true })
  const status = client.notification('ideaFiles/status')
  client.open(list)
  const formSource = { kind: 'template' }
  const expected = {
    uri,
    ideaList: true,
    profile: 'Google Summer of Code (2024 and later)',
    formSource,
    projects: 2,
    ideas: 3,
    findings: 1,
    unread: 0,
  }
  assert.deepEqual(await status, expected)
  const unchanged = client.published(2)
  client.change(2, insertion('x'))
  await unchanged
  const fixed = client.notification('ideaFiles/status')
  client.change(3, { range: rangeIn(list, '😀 TBD'), text: fix })
  assert.deepEqual(await fixed, { ...expected, findings: 0 })
  assert.equal(client.notifications('ideaFiles/status').length, 2)

  const other = await opened(list)
  await other.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } })
  assert.deepEqual(other.notifications('ideaFiles/status'), [])
})

test('diagnostics: sends the status to a client that pulls, too', { timeout }, async () => {
  const client = connect()
  await client.initialize(pullCapabilities, { status: true })
  const status = client.notification<{ findings: number }>('ideaFiles/status')
  client.open(list)
  assert.equal((await status).findings, 1)
})

test('diagnostics: the empty fields of an idea that is being filled in are no problems, nor counted, until it is left', {
  timeout,
}, async () => {
  const empty = list.replace('a page with a curve', '').replace('a reader', '')
  const client = connect()
  await client.initialize(pullCapabilities, { status: true })
  const counted = async (cause: () => unknown): Promise<number> => {
    const status = client.notification<{ findings: number }>('ideaFiles/status')
    await cause()
    return (await status).findings
  }
  const emptyLines = async () =>
    (await client.pulled()).flatMap(({ code, range }) => (code === 'empty-field' ? range.start.line : []))
  const say = (position: Position | null) => client.request(freshIdeaRequest, { textDocument: { uri }, position })
  assert.equal(await counted(() => client.open(empty)), 3)
  const [first, second] = await emptyLines()
  assert.ok(first !== undefined && second !== undefined && first < second)
  assert.equal(await counted(() => say({ line: first, character: 4 })), 2)
  assert.deepEqual(await emptyLines(), [second])
  // it moves with the text above it and in it
  client.change(2, insertion('\n'))
  const inIdea = { line: first + 1, character: 0 }
  client.change(3, { range: { start: inIdea, end: inIdea }, text: '  More of it.\n' })
  assert.deepEqual(await emptyLines(), [second + 2])
  assert.equal(await counted(() => say(null)), 3)
  assert.deepEqual(await emptyLines(), [first + 2, second + 2])
})
