import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import {
  type FindingsOverview,
  type Overview,
  type OverviewPlace,
  type OverviewPlacesParams,
  overviewChangedNotification,
  overviewCsvRequest,
  overviewFindingsRequest,
  overviewPlacesRequest,
  overviewRequest,
} from '../../../server/src/protocol/overview.ts'
import { list } from '../../support/list.ts'
import { command, connect, launch, pullCapabilities, type TestClient, timeout } from '../../support/server.ts'

// one finding: the address of the upstream issue of the bell is TBD
const files = { 'summerofcode/2026.md': list, 'summerofcode/2025.md': list.replace('#### Read old logs', '#### Read new logs') }

function folderOf(context: TestContext, texts: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const host = { readFile: nodeFolders.read, folders: nodeFolders }

const initialized = async (
  client: TestClient,
  folder: string | null,
  capabilities: object = pullCapabilities,
): Promise<TestClient> => {
  const uri = folder === null ? null : pathToFileURL(folder).href
  const workspaceFolders = uri === null ? null : [{ uri, name: 'folder' }]
  // as our own extension says of itself
  const initializationOptions = { status: true }
  await client.request('initialize', { processId: null, rootUri: uri, capabilities, workspaceFolders, initializationOptions })
  client.notify('initialized', {})
  return client
}

/** The overview once all lists are loaded; each answer that lacks some is followed by word of them. */
async function whole(client: TestClient, year: number | null = null): Promise<Overview> {
  for (;;) {
    const changed = client.notification(overviewChangedNotification)
    const overview = await client.request<Overview>(overviewRequest, { year })
    if (overview.complete) return overview
    await changed
  }
}

const findings = (client: TestClient, year: number | null = null): Promise<FindingsOverview> =>
  client.request(overviewFindingsRequest, { year })
const places = (client: TestClient, params: OverviewPlacesParams): Promise<readonly OverviewPlace[]> =>
  client.request(overviewPlacesRequest, params)

async function ask(client: TestClient, folder: string): Promise<void> {
  const { totals, lists, years } = await whole(client)
  assert.deepEqual([totals, years], [{ lists: 2, projects: 2, ideas: 6, mentors: 6 }, [2026, 2025]])
  assert.deepEqual(
    lists.map(({ name, ideas }) => [name, ideas]),
    [
      ['GSoC 2026', 3],
      ['GSoC 2025', 3],
    ],
  )
  const { total, rules, lists: inLists } = await findings(client)
  // the table of 2025 knows nothing of the new logs
  assert.deepEqual(
    rules.map(({ name, severity, findings: count, lists: many }) => [name, severity, count, many]),
    [
      ['upstream-url', 'error', 2, 2],
      ['toc-broken-link', 'warning', 1, 1],
      ['toc-entry-missing', 'warning', 1, 1],
    ],
  )
  assert.equal(total, 4)
  assert.ok(rules.every(({ detail }) => detail.length > 20))
  assert.deepEqual(
    lists.map(({ key }) => inLists[key]),
    [1, 3],
  )
  assert.equal((await findings(client, 2026)).total, 1)

  const [bell, ...others] = await places(client, { table: 'findings', key: 'upstream-url\nerror', year: 2026 })
  assert.deepEqual([bell?.uri, others], [pathToFileURL(join(folder, 'summerofcode/2026.md')).href, []])
  const line = list.slice(0, list.indexOf('😀 TBD')).split('\n').length - 1
  assert.equal(bell?.range.start.line, line)
  const logs = await places(client, { table: 'projects', key: 'harbor', year: 2025 })
  assert.deepEqual(
    logs.map(({ title, detail }) => [title, detail]),
    [
      ['Show the tide', 'Harbor · GSoC 2025'],
      ['Read new logs', 'Harbor · GSoC 2025'],
    ],
  )
  const csv = await client.request<string>(overviewCsvRequest, { year: 2025 })
  assert.match(csv, /^table,name,.*\r\n(?:.*\r\n)*lists,GSoC 2025,,2025,3,,3\r\n/)
  assert.match(csv, /\r\nfindings,upstream-url,error,2025,,,1\r\n/)
}

test('overview: a process tells the numbers of a workspace of which nothing is open', {
  timeout,
  skip: existsSync(command) ? false : 'dist/cli.js is not built',
}, async (context) => {
  const folder = folderOf(context, files)
  const { client, process, exited } = launch()
  await initialized(client, folder)
  await ask(client, folder)
  process.stdin?.end()
  await exited
})

test('overview: what is open counts as it is typed, and the client hears of a change once', { timeout }, async (context) => {
  const folder = folderOf(context, files)
  const client = await initialized(connect(host), folder)
  await ask(client, folder)
  const uri = pathToFileURL(join(folder, 'summerofcode/2026.md')).href
  const opened = client.notification(overviewChangedNotification)
  client.open(list, 1, uri)
  await client.pulled(uri)
  await opened
  await whole(client)
  const changed = client.notification(overviewChangedNotification)
  const before = client.notifications(overviewChangedNotification).length
  const change = (version: number, text: string): void =>
    client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] })
  const typed = list.replace('😀 TBD', 'https://github.com/jaegertracing/jaeger/issues/1').replace('#### Ring', '#### Bring')
  change(2, typed.replace('Recommended Skills: C\n', 'Recommended Skills: C, Rust\n'))
  await changed
  change(3, typed)
  await client.pulled(uri)
  // there was no request since
  assert.equal(client.notifications(overviewChangedNotification).length, before + 1)
  const { skills } = await whole(client)
  assert.deepEqual(
    skills.filter(({ name }) => name === 'C' || name === 'Rust').map(({ name, ideas }) => [name, ideas]),
    [['C', 2]],
  )
  assert.deepEqual(
    (await findings(client, 2026)).rules.map(({ name }) => name),
    ['toc-broken-link', 'toc-entry-missing'],
  )
  const [bring] = await places(client, { table: 'skills', key: 'c', year: 2026 })
  assert.equal(bring?.title, 'Bring the bell 🔔')
})

test('overview: a changed list on disk notifies the client, and is counted again', { timeout }, async (context) => {
  const folder = folderOf(context, files)
  const client = await initialized(connect(host), folder)
  await whole(client)
  assert.equal((await findings(client)).total, 4)
  const path = join(folder, 'summerofcode/2025.md')
  const changed = client.notification(overviewChangedNotification)
  writeFileSync(path, list.replace('😀 TBD', 'https://github.com/jaegertracing/jaeger/issues/1'))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type: 2 }] })
  await changed
  assert.equal((await whole(client)).totals.ideas, 6)
  assert.equal((await findings(client)).total, 1)
})

test('overview: settings and project files hold for lists that are not open', { timeout }, async (context) => {
  const folder = folderOf(context, { ...files, '.idea-files.json': '{ "rules": { "toc-broken-link": "off" } }' })
  const client = connect(host)
  client.answers.set('workspace/configuration', ({ items }: { readonly items: readonly { readonly scopeUri: string }[] }) =>
    items.map(({ scopeUri }) => (scopeUri.includes('2026') ? { enable: false } : { rules: { 'upstream-url': 'hint' } })),
  )
  await initialized(client, folder, { ...pullCapabilities, workspace: { configuration: true } })
  const { total, rules } = await findings(client)
  assert.deepEqual(
    [total, rules.map(({ name, severity }) => `${name} ${severity}`)],
    [2, ['toc-entry-missing warning', 'upstream-url hint']],
  )
})

test('overview: counting ends when it is cancelled', { timeout }, async (context) => {
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`summerofcode/${2001 + index}.md`, list]))
  const client = await initialized(connect(host), folderOf(context, many))
  await whole(client)
  const id = client.nextId()
  const answer = client.answer(id)
  client.send({ id, method: overviewFindingsRequest, params: { year: null } })
  client.notify('$/cancelRequest', { id })
  assert.equal((await answer).error?.code, -32800)
  assert.equal((await findings(client)).total, 20)
})

test('overview: without lists there is nothing, and whatever is asked is answered', { timeout }, async () => {
  const client = await initialized(connect(), null)
  assert.deepEqual((await whole(client)).years, [])
  assert.equal((await findings(client)).total, 0)
  for (const params of [
    undefined,
    null,
    1,
    [],
    {},
    { year: '2026' },
    { table: 'x', key: 1 },
    { table: 'lists', key: 'file:///etc/passwd' },
  ]) {
    const overview = await client.request<Overview>(overviewRequest, params)
    assert.equal(overview.totals.lists, 0, JSON.stringify(params))
    assert.deepEqual(await client.request(overviewPlacesRequest, params), [])
    assert.equal((await client.request<FindingsOverview>(overviewFindingsRequest, params)).total, 0)
  }
})
