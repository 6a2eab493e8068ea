import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientCapabilities } from 'vscode-languageserver/node'
import { readFileRequest } from '../../../server/src/protocol/protocol.ts'
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

test('projectFiles: for a client that watches nothing, opening a document forgets what was read', { timeout }, async () => {
  const { client, files } = await workspaceOf()
  assert.deepEqual(await titles(client), [])
  files.files.set(projectFile, withLabel)
  // the project file that the next document asks for is the one that lists on disk are read under
  client.open('', 1, uriOf('/lists/c.md'))
  client.notify('textDocument/didClose', { textDocument: { uri: uriOf(open) } })
  await untilTitles(client, ['Open'])
  assert.equal(readings(files), 2)
})
