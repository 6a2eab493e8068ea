import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { PublishDiagnosticsParams, WorkspaceSymbol } from 'vscode-languageserver/node'
import { type IdeasAnswer, ideasRequest } from '../../server/src/protocol/ideas.ts'
import { folderFiles, germanIdea, headedIdea } from '../support/folderList.ts'
import { command, launch, type TestClient, timeout } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'

/** A real server on a folder with these files; `uri` gives the URI of one. */
async function started(context: TestContext, files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { client, process } = launch()
  context.after(() => process.kill())
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  })
  client.notify('initialized', {})
  return { client, folder, uri }
}

/** The next problems of a file that are as wanted. */
const problems = (
  client: TestClient,
  uri: string,
  wanted: (messages: readonly string[]) => boolean,
): Promise<readonly string[]> =>
  client
    .notification<PublishDiagnosticsParams>(
      'textDocument/publishDiagnostics',
      (params) => params.uri === uri && wanted(messagesOf(params)),
    )
    .then(messagesOf)

const messagesOf = ({ diagnostics }: PublishDiagnosticsParams): readonly string[] =>
  diagnostics.map((each) => String(each.message))

const odd = headedIdea({ title: 'Wind clock 0', lacks: ['Difficulty'] })
const message = 'This idea is missing the "Difficulty" field, which 3 of 4 files have.'

test('folder lists: an open file is checked against those on disk, and again when one of them changes', {
  timeout,
  skip,
}, async (context) => {
  const { client, folder, uri } = await started(context, { ...folderFiles('ideas', 3), 'ideas/0.md': odd })
  const own = uri('ideas/0.md')
  const first = problems(client, own, (messages) => messages.length > 0)
  client.open(odd, 1, own)
  assert.deepEqual(await first, [message])
  const second = problems(client, own, (messages) => messages[0] !== message)
  writeFileSync(join(folder, 'ideas/4.md'), headedIdea({ title: 'Wind clock 4' }))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('ideas/4.md'), type: 1 }] })
  assert.deepEqual(await second, ['This idea is missing the "Difficulty" field, which 4 of 5 files have.'])
})

test('folder lists: typing in one open file changes the problems of another', { timeout, skip }, async (context) => {
  const { client, uri } = await started(context, { ...folderFiles('ideas', 3), 'ideas/0.md': odd })
  const [own, other] = [uri('ideas/0.md'), uri('ideas/1.md')]
  const first = problems(client, own, (messages) => messages.length > 0)
  client.open(odd, 1, own)
  await first
  client.open(headedIdea({ title: 'Wind clock 1' }), 1, other)
  const gone = problems(client, own, (messages) => messages.length === 0)
  client.notify('textDocument/didChange', {
    textDocument: { uri: other, version: 2 },
    contentChanges: [{ text: headedIdea({ title: 'Wind clock 1', lacks: ['Difficulty'] }) }],
  })
  // 2 of 4 are no practice
  assert.deepEqual(await gone, [])
})

test('folder lists: files that are lists only together have symbols, and their people are known', {
  timeout,
  skip,
}, async (context) => {
  const files = { ...folderFiles('ideen', 3, germanIdea), 'ideen/4.md': germanIdea({ title: 'Zeiger', mentors: 'Leo Brook' }) }
  const { client, uri } = await started(context, files)
  client.open(files['ideen/4.md'], 1, uri('ideen/4.md'))
  const symbols = await client.request<readonly WorkspaceSymbol[]>('workspace/symbol', { query: '' })
  assert.deepEqual(symbols.map(({ name, containerName }) => `${name} in ${containerName}`).sort(), [
    'Leo Brook in ideen',
    'Mia Stone in ideen',
    'Mia Stone in ideen',
    'Mia Stone in ideen',
    'Wind clock 1 in ideen',
    'Wind clock 2 in ideen',
    'Wind clock 3 in ideen',
    'Zeiger in ideen',
  ])
  const { lists } = await client.request<IdeasAnswer>(ideasRequest, { known: {} })
  assert.deepEqual(
    lists.map(({ list }) => [list?.label, list?.folder, list?.ideas.length]),
    lists.map(() => ['ideen', uri('ideen'), 1]),
  )
  assert.equal(lists.length, 4)
})
