import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { ClientCapabilities } from 'vscode-languageserver/node'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { readFileRequest } from '../../../server/src/protocol/protocol.ts'
import { list } from '../../support/list.ts'
import { MemoryFiles, uriOf } from '../../support/memoryFiles.ts'
import { connect, pullCapabilities, type TestClient, timeout } from '../../support/server.ts'

/** A list only for a project file that knows the label `Who helps`. */
const listBy = (title: string): string => `### Harbor\n\n#### ${title}\n\n- Description: all\n- Who helps: Ada Fern (@ada-fern)\n`
const projectFile = '/lists/.idea-files.json'
const withLabel = '{ "labels": { "mentors": ["Who helps"] } }'
const [open, onDisk] = ['/lists/a.md', '/lists/b.md']

/** A server over files of the client's, with one list open and one on disk. */
async function workspaceOf(workspace: ClientCapabilities['workspace'] = {}) {
  const files = new MemoryFiles({ [projectFile]: '{}', [open]: listBy('Open'), [onDisk]: listBy('Closed') })
  const client = connect()
  client.answers.set('ideaFiles/listFolder', ({ uri }: { uri: string }) => files.folders.list(uri))
  client.answers.set(readFileRequest, ({ uri }: { uri: string }) => files.folders.read(uri, 1_000_000))
  await client.request('initialize', {
    processId: null,
    rootUri: uriOf(''),
    capabilities: { ...pullCapabilities, workspace },
    initializationOptions: { files: true, folders: true },
  })
  client.notify('initialized', {})
  client.open(listBy('Open'), 1, uriOf(open))
  return { client, files }
}

const titles = async (client: TestClient): Promise<readonly string[]> =>
  ((await client.request<readonly { name: string; kind: number }[]>('workspace/symbol', { query: '' })) ?? []).flatMap(
    ({ name, kind }) => (kind === 5 ? [name] : []),
  )

const readings = (files: MemoryFiles): number => files.read.filter((path) => path === projectFile).length

/** Resolves when the server finds these ideas. */
async function untilTitles(client: TestClient, expected: readonly string[]): Promise<void> {
  while (String(await titles(client)) !== String(expected)) await new Promise((resolve) => setTimeout(resolve, 20))
}

test('projectFiles: a changed project file applies to open lists and to those on disk, and is read once for both', {
  timeout,
}, async () => {
  const { client, files } = await workspaceOf({ didChangeWatchedFiles: { dynamicRegistration: true } })
  assert.deepEqual(await titles(client), [])
  assert.equal(readings(files), 1)
  files.files.set(projectFile, withLabel)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(projectFile), type: 2 }] })
  await untilTitles(client, ['Open', 'Closed'])
  assert.equal(readings(files), 2)
})

test('projectFiles: for a client that watches nothing, lists on disk follow before a search, documents when one is opened', {
  timeout,
}, async () => {
  const { client, files } = await workspaceOf()
  assert.deepEqual(await titles(client), [])
  files.files.set(projectFile, withLabel)
  assert.deepEqual(await titles(client), ['Closed'])
  client.notify('textDocument/didClose', { textDocument: { uri: uriOf(open) } })
  client.open(listBy('Open'), 2, uriOf(open))
  assert.deepEqual((await titles(client)).toSorted(), ['Closed', 'Open'])
})

const off = '{ "rules": { "upstream-url": "off" } }'

/** A folder on disk, gone after the test. */
function diskFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The codes of the problems in the list of a folder, and what the server logs about its project file. */
async function problemsIn(folder: string): Promise<{ readonly codes: readonly unknown[]; readonly logged: readonly string[] }> {
  const client = connect({ readFile: nodeFolders.read, folders: nodeFolders })
  await client.initialize(pullCapabilities)
  const uri = pathToFileURL(join(folder, 'list.md')).href
  client.open(list, 1, uri)
  const codes = (await client.pulled(uri)).map(({ code }) => code)
  const logged = client.notifications<{ message: string }>('window/logMessage').map(({ message }) => message)
  return { codes, logged: logged.filter((message) => message.includes('.idea-files.json')) }
}

test('projectFiles: one on disk may have 1 MB and no byte more', { timeout }, async (context) => {
  const folder = diskFolder(context)
  const path = join(folder, '.idea-files.json')
  const padded = (bytes: number): string => off + ' '.repeat(bytes - off.length)
  writeFileSync(path, padded(1024 * 1024))
  assert.deepEqual(await problemsIn(folder), { codes: [], logged: [] })
  writeFileSync(path, padded(1024 * 1024 + 1))
  const { codes, logged } = await problemsIn(folder)
  assert.deepEqual(codes, ['upstream-url'])
  assert.equal(logged.length, 1)
  assert.match(logged[0]!, /^Could not read .*\.idea-files\.json: too large \(1\.0 MB; the limit is 1 MB\)$/)
})

test('projectFiles: what is no regular file is not read', { timeout, skip: process.platform === 'win32' }, async (context) => {
  const make: readonly ((path: string) => void)[] = [
    (path) => symlinkSync('/dev/zero', path),
    (path) => execFileSync('mkfifo', [path]),
    (path) => mkdirSync(path),
    (path) => symlinkSync('.idea-files.json', path),
  ]
  for (const each of make) {
    const folder = diskFolder(context)
    each(join(folder, '.idea-files.json'))
    const { codes, logged } = await problemsIn(folder)
    assert.deepEqual(codes, ['upstream-url'])
    assert.equal(logged.length, 1)
  }
})

test('projectFiles: one in the editor that is too large to be read on disk is not read, and says so at its start', {
  timeout,
}, async () => {
  const client = connect()
  await client.initialize(pullCapabilities, { files: true })
  const uri = 'file:///ideas/.idea-files.json'
  // letters of three bytes: a third as many as bytes are allowed
  client.open(`{ "rules": { "upstream-url": "off" } } // ${'€'.repeat(350_000)}`, 1, uri)
  client.open(list, 1, 'file:///ideas/list.md')
  assert.deepEqual(
    (await client.pulled('file:///ideas/list.md')).map(({ code }) => code),
    ['upstream-url'],
  )
  const [problem, ...others] = await client.pulled(uri)
  assert.equal(problem?.code, 'invalid-configuration')
  assert.deepEqual(problem?.range.start, { line: 0, character: 0 })
  assert.match(String(problem?.message), /larger than 1 MB/)
  assert.deepEqual(others, [])
})
