import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { type IdeasAnswer, ideasChangedNotification, ideasRequest, ideaTextRequest } from '../../../server/src/protocol/ideas.ts'
import { list } from '../../support/list.ts'
import { command, connect, launch, pullCapabilities, type TestClient, timeout } from '../../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'

const [older, newer, readme] = ['summerofcode/2024.md', 'summerofcode/2026.md', 'README.md']
const olderList = list.replaceAll('tide', 'ebb')

/** A folder with two lists and a letter, gone after the test; and the URIs in it. */
function folderOf(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  write(older, olderList)
  write(newer, list)
  write(readme, '# A letter\n')
  return { write, root: pathToFileURL(folder).href, uri: (path: string) => pathToFileURL(join(folder, path)).href }
}

async function start(client: TestClient, root: string): Promise<void> {
  const workspaceFolders = [{ uri: root, name: 'folder' }]
  const initializationOptions = { status: true }
  await client.request('initialize', {
    processId: null,
    rootUri: root,
    workspaceFolders,
    capabilities: { ...pullCapabilities, workspace: { workspaceFolders: true } },
    initializationOptions,
  })
  client.notify('initialized', {})
}

const ask = (client: TestClient, known?: Readonly<Record<string, string>>): Promise<IdeasAnswer> =>
  client.request(ideasRequest, { known })
const changed = (client: TestClient): Promise<unknown> => client.notification(ideasChangedNotification)
const versionsIn = ({ lists }: IdeasAnswer) => Object.fromEntries(lists.map(({ uri, version }) => [uri, version]))
const titlesIn = ({ lists }: IdeasAnswer) => lists.map((each) => each.list?.ideas.map(({ title }) => title) ?? null)
const errorsIn = ({ lists }: IdeasAnswer) => lists.map((each) => each.list?.findings?.errors ?? null)

/** Asks until all lists are loaded, each time when notified. */
async function whole(client: TestClient, known?: Readonly<Record<string, string>>): Promise<IdeasAnswer> {
  for (;;) {
    const reported = changed(client)
    const answer = await ask(client, known)
    if (!answer.loading) return answer
    await reported
  }
}

const ideas = ['Show the tide', 'Read old logs', 'Ring the bell 🔔']
const olderIdeas = ['Show the ebb', 'Read old logs', 'Ring the bell 🔔']

test('ideas: a process tells the ideas of all lists, though none is open: the newest first, without findings, and each once', {
  timeout,
  skip,
}, async (context) => {
  const { client, process } = launch()
  const { root, uri } = folderOf(context)
  await start(client, root)
  const answer = await whole(client)
  assert.deepEqual(
    answer.lists.map((each) => [each.uri, each.list?.label, each.list?.findings]),
    [
      [uri(newer), 'GSoC 2026', null],
      [uri(older), 'GSoC 2024', null],
    ],
  )
  assert.deepEqual(titlesIn(answer), [ideas, olderIdeas])
  const again = await ask(client, versionsIn(answer))
  assert.deepEqual(titlesIn(again), [null, null])
  assert.deepEqual(versionsIn(again), versionsIn(answer))
  process.stdin?.end()
})

test('ideas: findings are reported for open lists, and removed with them', { timeout }, async (context) => {
  const { root, uri } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  const before = await whole(client)
  const opened = changed(client)
  client.open(list, 1, uri(newer))
  await opened
  const open = await ask(client, versionsIn(before))
  assert.deepEqual(
    [titlesIn(open), errorsIn(open)],
    [
      [ideas, null],
      [1, null],
    ],
  )
  assert.deepEqual(
    open.lists[0]?.list?.ideas.map(({ findings }) => findings?.errors),
    [0, 0, 1],
  )
  const closed = changed(client)
  client.close(uri(newer))
  await closed
  assert.deepEqual(errorsIn(await whole(client)), [null, null])
})

test('ideas: typing notifies the client only if it changes what is shown', { timeout }, async (context) => {
  const { root, uri } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  client.open(list, 1, uri(newer))
  const before = await settledWith(client, uri(newer))
  let version = 1
  const change = (text: string): void =>
    client.notify('textDocument/didChange', { textDocument: { uri: uri(newer), version: ++version }, contentChanges: [{ text }] })
  change(list.replace('The lamp shows', 'The old lamp shows'))
  // a pull is answered after the change was read: a notification would have arrived after a second one
  await client.pull(undefined, uri(newer))
  await client.pull(undefined, uri(newer))
  const tellings = client.notifications(ideasChangedNotification).length
  const reported = changed(client)
  change(list.replace('#### Show the tide', '#### Show the flood'))
  await reported
  assert.deepEqual(titlesIn(await ask(client, versionsIn(before))), [
    ['Show the flood', 'Read old logs', 'Ring the bell 🔔'],
    null,
  ])
  assert.equal(client.notifications(ideasChangedNotification).length, tellings + 1)
})

/** All lists, once the open one has its findings. */
async function settledWith(client: TestClient, uri: string): Promise<IdeasAnswer> {
  for (;;) {
    const reported = changed(client)
    const answer = await ask(client)
    if (!answer.loading && answer.lists.some((each) => each.uri === uri && each.list?.findings)) return answer
    await reported
  }
}

test('ideas: files that come, change and go', { timeout }, async (context) => {
  const { root, uri, write } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  const seen = versionsIn(await whole(client))
  const came = changed(client)
  write('summerofcode/2025.md', list.replaceAll('tide', 'moon'))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('summerofcode/2025.md'), type: 1 }] })
  await came
  const more = await whole(client, seen)
  assert.deepEqual(titlesIn(more), [null, ['Show the moon', 'Read old logs', 'Ring the bell 🔔'], null])
  const went = changed(client)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(older), type: 3 }] })
  rmSync(new URL(uri(older)))
  await went
  assert.deepEqual(Object.keys(versionsIn(await whole(client))), [uri(newer), uri('summerofcode/2025.md')])
})

test('ideas: a client that has not asked is not notified', { timeout }, async (context) => {
  const { root, uri } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  client.open(list, 1, uri(newer))
  await client.pulled(uri(newer))
  client.close(uri(newer))
  await client.request('ideaFiles/rules')
  assert.deepEqual(client.notifications(ideasChangedNotification), [])
})

test('ideas: the text of an idea is that of the open document, else of the file', { timeout }, async (context) => {
  const { root, uri } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  const { lists } = await whole(client)
  const position = lists[1]?.list?.ideas[0]?.position
  const text = (params: unknown): Promise<string | null> => client.request(ideaTextRequest, params)
  const end = (of: string) => of.slice(0, of.indexOf('issues/12') + 'issues/12'.length)
  const wanted = end(olderList.slice(olderList.indexOf('#### Show the ebb')))
  assert.equal(await text({ uri: uri(older), position }), wanted)
  const typed = olderList.replace('the water stands', 'the water stands today')
  client.open(typed, 1, uri(older))
  await client.pulled(uri(older))
  assert.equal(await text({ uri: uri(older), position }), end(typed.slice(typed.indexOf('#### Show the ebb'))))
})

test('ideas: a client that asks for nonsense is answered with little', { timeout }, async (context) => {
  const { root, uri } = folderOf(context)
  const client = connect({ folders: nodeFolders })
  await start(client, root)
  await whole(client)
  for (const known of [null, 'x', 3, [uri(newer)], { [uri(newer)]: 7 }, { toString: 'x' }]) {
    const answer = await client.request<IdeasAnswer>(ideasRequest, { known })
    assert.deepEqual(titlesIn(answer), [ideas, olderIdeas], JSON.stringify(known))
  }
  const places = [undefined, null, {}, { line: 'x', character: 0 }, { line: -1, character: 0 }, { line: 1e9, character: 1e9 }]
  for (const params of [undefined, null, 'x', ...places.map((position) => ({ uri: uri(newer), position }))]) {
    assert.equal(await client.request(ideaTextRequest, params), null, JSON.stringify(params))
  }
})
