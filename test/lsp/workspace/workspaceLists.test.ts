import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../../../server/src/catalog/knownProjects.ts'
import { clientResults } from '../../../server/src/lsp/clientResults.ts'
import { ConfigurationBuilder } from '../../../server/src/lsp/configuration/documentConfiguration.ts'
import { OpenDocument } from '../../../server/src/lsp/documents/openDocument.ts'
import { Pacer } from '../../../server/src/lsp/scheduling/pacer.ts'
import { WorkspaceLists } from '../../../server/src/lsp/workspace/workspaceLists.ts'
import type { WorkspaceListsHost } from '../../../server/src/lsp/workspace/workspaceListsHost.ts'
import type { SessionResults } from '../../../server/src/workspace/results.ts'
import { uriPath } from '../../../server/src/workspace/uris.ts'
import { MemoryFiles, uriOf } from '../../support/memoryFiles.ts'

const listOf = (title: string): string => `### Harbor

#### ${title}

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
`

const [older, newer] = ['/programs/summerofcode/2024.md', '/programs/summerofcode/2026.md']

/** The lists of a server whose folder holds two of them; `open` are the documents that its client has opened. */
function listsOf(
  open: readonly OpenDocument[] = [],
  configuration: Partial<WorkspaceListsHost['configuration']> = {},
  watchesFiles = true,
  results?: SessionResults,
) {
  const files = new MemoryFiles({ [older]: listOf('Sign'), [newer]: listOf('Copy signs'), '/README.md': '# A letter\n' })
  const builder = new ConfigurationBuilder(assert.fail)
  const lists = new WorkspaceLists({
    encoding: () => 'utf-16',
    documents: { keys: () => open.map(({ uri }) => uri), get: (uri) => open.find((each) => each.uri === uri) },
    configuration: {
      isKnown: () => true,
      ready: () => null,
      byProjectFile: async (uri) => ({ ...builder.plain(uri), source: '' }),
      forgetProjectFiles: () => {},
      ...configuration,
    },
    watchesFiles: () => watchesFiles,
    pacer: new Pacer(),
    results,
    folders: () => files.folders,
    log: () => {},
  })
  lists.setInitialFolders({ workspaceFolders: [{ uri: uriOf(''), name: 'memory' }], rootUri: null })
  return { lists, files }
}

const opened = (path: string, text: string): OpenDocument =>
  new OpenDocument(TextDocument.create(uriOf(path), 'markdown', 1, text), 'utf-16', knowsProject)

const titles = (lists: ReturnType<WorkspaceLists['lists']>) =>
  lists.map(({ uri, projects }) => [uriPath(uri), projects.flatMap(({ ideas }) => ideas.map(({ title }) => title))])

const both = [
  [newer, ['Copy signs']],
  [older, ['Sign']],
]

test('workspaceLists: a request for all lists loads them, even if none is open', async () => {
  const { lists, files } = listsOf()
  assert.deepEqual([lists.lists(), files.listed, files.read], [[], [], []])
  await lists.whenLoaded()
  assert.deepEqual(titles(lists.lists()), both)
})

test('workspaceLists: a request for all lists directly after the first was opened gets them all', async () => {
  const { lists } = listsOf()
  lists.startLoading()
  await lists.whenLoaded()
  assert.deepEqual(titles(lists.lists()), both)
})

test('workspaceLists: an open list of which it is not known how to read it is waited for', async () => {
  const document = opened(newer, listOf('Copy all signs'))
  let isKnown = false
  const { lists } = listsOf([document], {
    isKnown: () => isKnown,
    ready: async () => {
      isKnown = true
    },
  })
  await lists.whenLoaded()
  assert.deepEqual(titles(lists.lists()), [
    [newer, ['Copy all signs']],
    [older, ['Sign']],
  ])
})

test('workspaceLists: the others of a document are the same array until one of the lists is another', async () => {
  const document = opened(newer, listOf('Copy signs'))
  const { lists, files } = listsOf([document])
  await lists.whenLoaded()
  const others = lists.others(document.uri)
  assert.deepEqual(titles(others), [[older, ['Sign']]])
  assert.equal(lists.others(document.uri), others)

  files.files.set(older, listOf('Sign twice'))
  lists.filesChanged([{ uri: uriOf(older), type: 2 }])
  await lists.whenLoaded()
  assert.deepEqual(titles(lists.others(document.uri)), [[older, ['Sign twice']]])
})

test('workspaceLists: for a client that reports no changes, the folders are read again before an answer that must be current', async () => {
  const { lists, files } = listsOf([], {}, false)
  await lists.whenCurrent()
  assert.deepEqual(titles(lists.lists()), both)
  files.files.set(older, listOf('Sign again'))
  files.files.delete(newer)
  files.files.set('/programs/summerofcode/2027.md', listOf('Come later'))
  const reading = files.listed.length
  await Promise.all([lists.whenCurrent(), lists.whenCurrent(), lists.whenCurrent()])
  assert.deepEqual(titles(lists.lists()), [
    ['/programs/summerofcode/2027.md', ['Come later']],
    [older, ['Sign again']],
  ])
  // once for all of them, as the first time
  assert.equal(files.listed.length - reading, reading)
})

test('workspaceLists: for a client that reports changes, they are not', async () => {
  const { lists, files } = listsOf()
  await lists.whenCurrent()
  files.files.set(older, listOf('Sign again'))
  await lists.whenCurrent()
  assert.deepEqual(titles(lists.lists()), both)
})

/** A client that stores texts, or refuses to. */
function storingClient(isAble = true) {
  const stored = new Map<string, string>()
  const asked: string[] = []
  const sendRequest = async (method: string, { name, text }: { readonly name: string; readonly text?: string }) => {
    asked.push(method)
    if (!isAble) throw new Error('unknown request')
    if (text !== undefined) stored.set(name, text)
    return stored.get(name) ?? null
  }
  return { stored, asked, results: () => clientResults({ sendRequest } as never) }
}

test('workspace lists: what a session has read, the client keeps for the next one', async () => {
  const client = storingClient()
  const first = listsOf([], {}, true, client.results())
  await first.lists.whenLoaded()
  const [text = ''] = client.stored.values()
  assert.equal(text.trim().split('\n').length, 2, 'one line for each list')
  const second = listsOf([], {}, true, client.results())
  await second.lists.whenLoaded()
  assert.deepEqual(titles(second.lists.lists()), both)
  assert.deepEqual(client.asked, ['ideaFiles/readStored', 'ideaFiles/storeText', 'ideaFiles/readStored'])
  // a list that has changed is read, the other one is known
  const third = listsOf([], {}, true, client.results())
  third.files.files.set(newer, listOf('Copy more'))
  await third.lists.whenLoaded()
  assert.deepEqual(titles(third.lists.lists())[0], [newer, ['Copy more']])
  assert.equal(client.asked.at(-1), 'ideaFiles/storeText')
})

test('workspace lists: a client that stores nothing is no failure', async () => {
  const client = storingClient(false)
  const { lists } = listsOf([], {}, true, client.results())
  await lists.whenLoaded()
  assert.deepEqual(titles(lists.lists()), both)
})
