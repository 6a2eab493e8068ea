import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientCapabilities, RegistrationParams } from 'vscode-languageserver/node'
import type { ClientOptions } from '../../server/src/protocol/protocol.ts'
import { list } from '../support/list.ts'
import { connect, pullCapabilities, type TestClient, timeout, uri } from '../support/server.ts'

const off = { 'upstream-url': 'off' }
const above = 'file:///.idea-files.json'
const projectFile = 'file:///ideas/.idea-files.json'

const asking: ClientCapabilities = {
  ...pullCapabilities,
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
}

interface World {
  readonly client: TestClient
  settings: unknown
  readonly files: Map<string, string>
}

/** A client whose settings and files are what the test says. */
async function world(options: ClientOptions = { files: true }): Promise<World> {
  const client = connect()
  const it: World = { client, settings: {}, files: new Map() }
  client.answers.set('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => it.settings))
  client.answers.set('ideaFiles/readFile', (params: { uri: string }) => it.files.get(params.uri) ?? null)
  await client.initialize(asking, options)
  return it
}

const codes = async (client: TestClient, of = uri): Promise<readonly string[]> =>
  (await client.pulled(of)).map(({ code, severity }) => `${code} ${severity}`)

const fileChanged = (client: TestClient, changed = projectFile): void =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 2 }] })

test('configuration: client and server call the project file the same', () => {})

test('configuration: the first answer knows the settings of its document', { timeout }, async () => {
  const it = await world()
  it.settings = { rules: off }
  it.client.open(list)
  assert.deepEqual(await codes(it.client), [])
  assert.deepEqual(it.client.requests('workspace/configuration'), [{ items: [{ scopeUri: uri, section: 'ideaFiles' }] }])
})

test('configuration: changed settings are requested again, and the client is asked to refresh', { timeout }, async () => {
  const it = await world()
  it.client.open(list)
  assert.deepEqual(await codes(it.client), ['upstream-url 1'])
  it.settings = { enable: true, rules: { 'upstream-url': 'hint' } }
  const refresh = it.client.asked('workspace/diagnostic/refresh')
  it.client.notify('workspace/didChangeConfiguration', { settings: null })
  await refresh
  assert.deepEqual(await codes(it.client), ['upstream-url 4'])
})

test('configuration: settings that change nothing refresh nothing', { timeout }, async () => {
  const it = await world()
  it.client.open(list)
  await it.client.pulled()
  it.client.notify('workspace/didChangeConfiguration', { settings: null })
  await it.client.asked('workspace/configuration')
  await it.client.pulled()
  await it.client.pulled()
  assert.deepEqual(it.client.requests('workspace/diagnostic/refresh'), [])
})

test('configuration: invalid settings fall back key by key, and are logged', { timeout }, async () => {
  const it = await world()
  it.settings = { enable: 'yes', rules: { 'upstream-url': 'hint', 'mentor-count': 'loud' } }
  const reported = it.client.notification<{ message: string }>('window/logMessage', ({ message }) => /mentor-count/.test(message))
  it.client.open(list)
  assert.deepEqual(await codes(it.client), ['upstream-url 4'])
  await reported
})

test('configuration: switched off, a document gets nothing at all', { timeout }, async () => {
  const it = await world()
  it.settings = { enable: false }
  it.client.open(list)
  assert.deepEqual(await codes(it.client), [])
  assert.deepEqual(await it.client.request('textDocument/foldingRange', { textDocument: { uri } }), [])
})

test('configuration: the nearest project file holds, before the settings', { timeout }, async () => {
  const it = await world()
  it.files.set(above, '{ "rules": { "upstream-url": "hint" } }')
  it.settings = { rules: off }
  it.client.open(list)
  assert.deepEqual(await codes(it.client), ['upstream-url 4'])
  it.files.set(projectFile, '{ "rules": { /* softly */ "upstream-url": "information" } }')
  const refresh = it.client.asked('workspace/diagnostic/refresh')
  fileChanged(it.client)
  await refresh
  assert.deepEqual(await codes(it.client), ['upstream-url 3'])
  it.files.clear()
  const again = it.client.asked('workspace/diagnostic/refresh')
  fileChanged(it.client)
  await again
  assert.deepEqual(await codes(it.client), [])
})

test('configuration: a project file changes how a list is read', { timeout }, async () => {
  const it = await world({ files: true, status: true })
  it.files.set(projectFile, '{ "profiles": [{ "files": "*.md", "profile": "lfx-proposal" }], "labels": { "size": ["How big"] } }')
  const status = it.client.notification<{ profile: string }>('ideaFiles/status')
  it.client.open(list.replace(/## Template[\s\S]*?(?=## Ideas)/, '').replaceAll('Expected project size', 'How big'))
  assert.equal((await status).profile, 'LFX Mentorship (proposed ideas)')
  assert.ok(!(await codes(it.client)).some((code) => code.startsWith('unknown-field')))
})

test('configuration: registers for changes', { timeout }, async () => {
  const client = connect()
  const both = [client.asked<RegistrationParams>('client/registerCapability')]
  await client.initialize(asking)
  await Promise.all(both)
  client.open(list)
  await client.pulled()
  const registrations = client
    .requests<RegistrationParams>('client/registerCapability')
    .flatMap((params) => params.registrations)
    .map(({ method, registerOptions }) => [method, registerOptions])
  assert.deepEqual(registrations, [
    ['workspace/didChangeConfiguration', { section: 'ideaFiles' }],
    [
      'workspace/didChangeWatchedFiles',
      {
        watchers: [
          { globPattern: '**/.idea-files.json' },
          { globPattern: '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext,workbook}' },
          { globPattern: '**/.gitignore' },
          { globPattern: '**/lfx-export.json' },
        ],
      },
    ],
  ])
})

test('configuration: a client that pushes settings is heard', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.notify('workspace/didChangeConfiguration', { settings: { ideaFiles: { rules: off } } })
  const first = client.published(1)
  client.open(list)
  assert.deepEqual((await first).diagnostics, [])
  const again = client.published(1)
  client.notify('workspace/didChangeConfiguration', { settings: { ideaFiles: {} } })
  assert.equal((await again).diagnostics.length, 1)
})

test('configuration: files of this machine are read without the client', { timeout }, async () => {
  const asked: string[] = []
  const readFile = async (file: string): Promise<string> => {
    asked.push(file)
    if (file !== projectFile) throw new Error('no such file')
    return '{ "rules": { "upstream-url": "off" } }'
  }
  const client = connect({ readFile })
  await client.initialize(pullCapabilities, { files: true })
  client.open(list)
  assert.deepEqual(await codes(client), [])
  assert.deepEqual(asked, [projectFile])
  assert.deepEqual(client.requests('ideaFiles/readFile'), [])
})

test('configuration: documents without a folder, and of other schemes', { timeout }, async () => {
  const it = await world()
  it.files.set('memfs://host/.idea-files.json', '{ "rules": { "upstream-url": "off" } }')
  it.client.open(list, 1, 'untitled:Untitled-1')
  it.client.open(list, 1, 'memfs://host/deep/down/list.md')
  assert.deepEqual(await codes(it.client, 'untitled:Untitled-1'), ['upstream-url 1'])
  assert.deepEqual(await codes(it.client, 'memfs://host/deep/down/list.md'), [])
  assert.deepEqual(
    it.client.requests<{ uri: string }>('ideaFiles/readFile').map((params) => params.uri),
    ['memfs://host/deep/down/', 'memfs://host/deep/', 'memfs://host/'].map((folder) => `${folder}.idea-files.json`),
  )
})

test('configuration: what an open project file says holds before it is saved, and its mistakes are shown in it', {
  timeout,
}, async () => {
  const it = await world()
  it.client.open(list)
  assert.deepEqual(await codes(it.client), ['upstream-url 1'])
  const refresh = it.client.asked('workspace/diagnostic/refresh')
  it.client.notify('textDocument/didOpen', {
    textDocument: {
      uri: projectFile,
      languageId: 'jsonc',
      version: 1,
      text: '{ "rules": { "upstream-url": "of", "mentor-count": "off" } }',
    },
  })
  await refresh
  assert.deepEqual(await codes(it.client, projectFile), ['invalid-configuration 2'])
  assert.deepEqual(await it.client.request('textDocument/documentSymbol', { textDocument: { uri: projectFile } }), [])
  const again = it.client.asked('workspace/diagnostic/refresh')
  it.client.notify('textDocument/didChange', {
    textDocument: { uri: projectFile, version: 2 },
    contentChanges: [{ text: '{ "rules": { "upstream-url": "off" } }' }],
  })
  await again
  assert.deepEqual([await codes(it.client), await codes(it.client, projectFile)], [[], []])
  const closed = it.client.asked('workspace/diagnostic/refresh')
  it.client.close(projectFile)
  await closed
  assert.deepEqual(await codes(it.client), ['upstream-url 1'])
})

test('configuration: a client that never answers is not waited for', { timeout }, async () => {
  const client = connect()
  const never = new Promise(() => {})
  client.answers.set('workspace/configuration', () => never)
  await client.initialize(asking)
  client.open(list)
  assert.deepEqual(await codes(client), ['upstream-url 1'])
})

test('configuration: an answer that comes late is taken over all the same', { timeout }, async () => {
  const client = connect()
  let answer = (_: unknown): void => {}
  client.answers.set('workspace/configuration', () => new Promise((resolve) => (answer = resolve)))
  await client.initialize(asking)
  client.open(list)
  assert.deepEqual(await codes(client), ['upstream-url 1'])
  const refresh = client.asked('workspace/diagnostic/refresh')
  answer([{ rules: off }])
  await refresh
  assert.deepEqual(await codes(client), [])
})
