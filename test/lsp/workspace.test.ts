import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { ClientCapabilities, Diagnostic, LogMessageParams, PublishDiagnosticsParams } from 'vscode-languageserver/node'
import { nodeFolders } from '../../server/src/platform/nodeFolders.ts'
import { withoutLinks } from '../support/links.ts'
import { connect, type TestClient, timeout } from '../support/server.ts'

const term = 'lfx-mentorship/2026/01 März & Mai'

const listOf = (title: string, email: string): string => `### Harbor

#### ${title}

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - Ada Fern (@ada-fern, ${email})
  - Bo Reed (@bo-reed, bo@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-00000000000${title.length}
`
const one = listOf('Sign', 'ada@example.org')
const other = listOf('Copy signs', 'fern@example.com')
const readme = `${term}/README.md`
const selected = `${term}/selected_projects.md`

const pulling: ClientCapabilities = {
  textDocument: { diagnostic: { relatedInformation: true } },
  workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
}

const host = { readFile: nodeFolders.read, folders: nodeFolders }

/** A folder on disk with these files, gone after the test. */
function folderOf(context: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const urisIn =
  (folder: string) =>
  (path: string): string =>
    pathToFileURL(join(folder, path)).href

async function started(capabilities: ClientCapabilities, folders: readonly string[], options?: unknown): Promise<TestClient> {
  const client = connect(host)
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: folders.map((uri) => ({ uri, name: 'folder' })),
    initializationOptions: options,
  })
  client.notify('initialized', {})
  return client
}

const loaded = (client: TestClient) =>
  client.notification<LogMessageParams>('window/logMessage', ({ message }) => /: found \d+ ideas? in /.test(message))
const refreshed = (client: TestClient) => client.asked('workspace/diagnostic/refresh')
const identities = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(({ code }) => code === 'mentor-identity')

test('workspace: a list on disk and an open one: the finding jumps to the other file, and goes when that changes', {
  timeout,
}, async (context) => {
  const folder = folderOf(context, { [readme]: one, [selected]: other })
  const uri = urisIn(folder)
  const client = await started(pulling, [pathToFileURL(folder).href])
  const refresh = refreshed(client)
  client.open(other, 1, uri(selected))
  assert.deepEqual(identities(await client.pulled(uri(selected))), [])
  await refresh
  const [found, ...more] = identities(await client.pulled(uri(selected)))
  assert.deepEqual(more, [])
  assert.equal(found?.message, '@ada-fern has the email "fern@example.com" here but "ada@example.org" in README.md.')
  const [related] = found?.relatedInformation ?? []
  assert.equal(decodeURIComponent(related!.location.uri), decodeURIComponent(uri(readme)))
  assert.deepEqual(related!.location.range, { start: { line: 8, character: 25 }, end: { line: 8, character: 40 } })

  const again = refreshed(client)
  writeFileSync(join(folder, readme), listOf('Sign', 'fern@example.com'))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(readme), type: 2 }] })
  await again
  assert.deepEqual(identities(await client.pulled(uri(selected))), [])

  const third = refreshed(client)
  writeFileSync(join(folder, readme), one)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(readme), type: 2 }] })
  await third
  const last = refreshed(client)
  rmSync(join(folder, readme))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(readme), type: 3 }] })
  await last
  assert.deepEqual(identities(await client.pulled(uri(selected))), [])
})

test('workspace: two open lists: an edit in one is a finding in the other, and for the rest nothing has changed', {
  timeout,
}, async () => {
  const client = await started(pulling, [])
  const [first, second, third] = [readme, selected, 'summerofcode/2026.md'].map((path) => `file:///w/${encodeURI(path)}`)
  client.open(other, 1, first)
  client.open(other, 1, second)
  client.open(other, 1, third)
  const idsOf = async (uri: string, previous?: string) => client.pull(previous, uri)
  const before = await Promise.all([second!, third!].map((uri) => idsOf(uri)))
  assert.deepEqual(
    before.map(({ kind }) => kind),
    ['full', 'full'],
  )
  const [secondId, thirdId] = before.map(({ resultId }) => resultId)

  const refresh = refreshed(client)
  const change = (version: number, text: string): void =>
    client.notify('textDocument/didChange', { textDocument: { uri: first, version }, contentChanges: [{ text }] })
  change(2, one)
  await refresh
  const after = await idsOf(second!, secondId)
  assert.equal(after.kind === 'full' && identities(after.items).length, 1)
  assert.deepEqual(await idsOf(third!, thirdId), { kind: 'unchanged', resultId: thirdId })

  change(3, one.replace('They do.', 'They do, at any time.'))
  assert.deepEqual(await idsOf(second!, after.resultId), { kind: 'unchanged', resultId: after.resultId })
})

test('workspace: a client to which findings are pushed hears of the other list', { timeout }, async (context) => {
  const folder = folderOf(context, { [readme]: one, [selected]: other })
  const uri = urisIn(folder)(selected)
  const client = await started({}, [pathToFileURL(folder).href])
  const found = client.notification<PublishDiagnosticsParams>(
    'textDocument/publishDiagnostics',
    ({ diagnostics }) => identities(diagnostics).length > 0,
  )
  client.open(other, 1, uri)
  assert.equal((await found).version, 1)
})

test('workspace: a client without a folder, and one that knows of rootUri alone', { timeout }, async (context) => {
  const folder = folderOf(context, { [readme]: one, [selected]: other })
  const client = connect(host)
  await client.request('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: pulling })
  client.notify('initialized', {})
  const refresh = refreshed(client)
  client.open(other, 1, urisIn(folder)(selected))
  await client.pulled(urisIn(folder)(selected))
  await refresh
  const lonely = await started(pulling, [])
  lonely.open(other, 1, 'file:///w/summerofcode/2026.md')
  assert.equal(identities(await lonely.pulled('file:///w/summerofcode/2026.md')).length, 0)
})

test('workspace: nothing is read before an idea list is open', { timeout }, async () => {
  const client = await started(pulling, ['virtual://host/w'], { files: true, folders: true })
  client.open('# A letter\n', 1, 'virtual://host/w/letter.md')
  await client.pulled('virtual://host/w/letter.md')
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'virtual://host/w/a.md', type: 1 }] })
  await client.pulled('virtual://host/w/letter.md')
  assert.deepEqual(client.requests('ideaFiles/listFolder'), [])
})

test('workspace: a file system that only the client can read: folder by folder, without what Git ignores', {
  timeout,
}, async () => {
  const files: Readonly<Record<string, string>> = {
    '/w/.gitignore': 'out/\n',
    [`/w/${readme}`]: one,
    [`/w/${selected}`]: other,
    '/w/out/README.md': one,
    '/w/node_modules/p/README.md': one,
  }
  const pathOf = (uri: string): string => decodeURIComponent(uri.slice('virtual://host'.length))
  const client = await started(pulling, ['virtual://host/w'], { files: true, folders: true })
  client.answers.set('ideaFiles/listFolder', ({ uri }: { readonly uri: string }) => {
    const names = Object.keys(files).flatMap((path) =>
      path.startsWith(`${pathOf(uri)}/`) ? [path.slice(pathOf(uri).length + 1)] : [],
    )
    const folders = new Set(names.filter((name) => name.includes('/')).map((name) => name.slice(0, name.indexOf('/'))))
    return [
      ...names.filter((name) => !name.includes('/')).map((name) => ({ name, kind: 'file' })),
      ...[...folders].map((name) => ({ name, kind: 'folder' })),
    ]
  })
  client.answers.set('ideaFiles/readFile', ({ uri }: { readonly uri: string }) => files[pathOf(uri)] ?? null)
  const refresh = refreshed(client)
  const whole = loaded(client)
  const uri = `virtual://host/w/${encodeURI(selected)}`
  client.open(other, 1, uri)
  await client.pulled(uri)
  await refresh
  assert.equal(identities(await client.pulled(uri)).length, 1)
  assert.match(
    (await whole).message,
    /: found 2 ideas in 2 lists \(2 Markdown files, \d+ ms\); skipped 1 path ignored by \.gitignore$/,
  )
  const listed = client.requests<{ readonly uri: string }>('ideaFiles/listFolder').map((params) => pathOf(params.uri))
  assert.deepEqual(
    listed.filter((path) => path.includes('out') || path.includes('node_modules')),
    [],
  )
})

test('workspace: links that point in circles, a pipe’s name, a huge file and one that is no text: said, and the rest is there', {
  timeout,
  skip: withoutLinks,
}, async (context) => {
  const folder = folderOf(context, {
    [readme]: one,
    [selected]: other,
    'huge.md': `${one}${'x'.repeat(4 * 1024 * 1024)}`,
    'binary.md': `Mentors:\n\0`,
  })
  symlinkSync(folder, join(folder, 'circle'))
  symlinkSync(join(folder, 'b.md'), join(folder, 'a.md'))
  symlinkSync(join(folder, 'a.md'), join(folder, 'b.md'))
  symlinkSync(join(folder, readme), join(folder, term, 'again.md'))
  mkdirSync(join(folder, 'folder.md'))
  const uri = urisIn(folder)(selected)
  const client = await started(pulling, [pathToFileURL(folder).href])
  const whole = loaded(client)
  client.open(other, 1, uri)
  await client.pulled(uri)
  assert.match((await whole).message, /: found 2 ideas in 2 lists \(4 Markdown files, /)
  const left = client
    .notifications<LogMessageParams>('window/logMessage')
    .flatMap(({ message }) => (message.startsWith('Skipped ') ? [message.slice(message.lastIndexOf('/') + 1)] : []))
  assert.deepEqual(left.toSorted(), [
    'binary.md: not a text file (NUL byte on line 2)',
    'huge.md: too large (4.0 MB; the limit is 4 MB)',
  ])
})

/** A workspace folder is added and removed next to an open list; the number of findings about both, after each. */
async function comeAndGo(folder: string): Promise<readonly number[]> {
  const uri = urisIn(folder)(selected)
  const client = await started(pulling, [])
  client.open(other, 1, uri)
  await client.pulled(uri)
  const named = [{ uri: pathToFileURL(folder).href, name: 'folder' }]
  const found = async (event: object): Promise<number> => {
    const done = refreshed(client)
    client.notify('workspace/didChangeWorkspaceFolders', { event })
    await done
    return identities(await client.pulled(uri)).length
  }
  return [await found({ added: named, removed: [] }), await found({ added: [], removed: named })]
}

test('workspace: folders that come and go while the server runs', { timeout }, async (context) => {
  assert.deepEqual(await comeAndGo(folderOf(context, { [readme]: one, [selected]: other })), [1, 0])
})

test('workspace: a linked folder that comes and goes', { timeout, skip: withoutLinks }, async (context) => {
  const folder = folderOf(context, { [readme]: one, [selected]: other })
  const link = `${folder}-link`
  symlinkSync(folder, link)
  context.after(() => rmSync(link))
  assert.deepEqual(await comeAndGo(link), [1, 0])
})

/** A list is open next to one on disk whose mentors have another label, which the project file defines; the findings. */
async function nextToLabel(context: TestContext, projectFile: string) {
  const folder = folderOf(context, {
    '.idea-files.json': projectFile,
    [readme]: one.replace('Mentor(s)', 'Guías'),
    [selected]: other,
  })
  const uri = urisIn(folder)
  const client = await started(pulling, [pathToFileURL(folder).href])
  const came = refreshed(client)
  client.open(other, 1, uri(selected))
  await client.pulled(uri(selected))
  await came
  return { client, uri, found: identities(await client.pulled(uri(selected))) }
}

test('workspace: the project file of a folder holds for its lists on disk, and what it becomes while it is open', {
  timeout,
}, async (context) => {
  const settings = (label: string): string => JSON.stringify({ labels: { mentors: [label] } })
  const { client, uri, found } = await nextToLabel(context, settings('Guías'))
  assert.equal(found.length, 1)
  const gone = findings(client, uri(selected), 0)
  client.open(settings('Tutores'), 1, uri('.idea-files.json'))
  await gone
})

test('workspace: an invalid value in a project file that is not open is ignored, and reported once', {
  timeout,
}, async (context) => {
  const wrong = '{ "rules": { "mentor-identity": "of" }, "labels": { "mentors": ["Guías"] }'
  const { client, uri, found } = await nextToLabel(context, wrong)
  // the labels after the mistake apply, the rule has its usual severity
  assert.equal(found.length, 1)
  const said = client
    .notifications<LogMessageParams>('window/logMessage')
    .flatMap(({ message }) => (message.startsWith(`${uri('.idea-files.json')}: `) ? [message.replace(/^.*ignored: /, '')] : []))
  assert.deepEqual(said, ['"of" is not allowed here; expected "off".', 'Missing closing brace.'])
})

/** Resolves when so many people are found to have two addresses: asked again at each refresh. */
async function findings(client: TestClient, uri: string, count: number): Promise<void> {
  for (;;) {
    const refresh = refreshed(client)
    if (identities(await client.pulled(uri)).length === count) return
    await refresh
  }
}
