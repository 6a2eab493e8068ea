import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  type DocumentHighlight,
  type Location,
  type LocationLink,
  type PrepareRenameResult,
  type SymbolInformation,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type ClientOptions,
  type ReadFileParams,
  readFileRequest,
  unsavedRequest,
} from '../../../server/src/protocol/protocol.ts'
import { list } from '../../support/list.ts'
import { command, connect, launch, uri as openUri, rangeIn, type TestClient, timeout } from '../../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'

const newer = 'programs/summerofcode/2026.md'
const older = 'programs/summer of code/Ö 2025.md'
const other = `See [the tide](../summerofcode/2026.md#show-the-tide). 😀 Ask @ada-fern.

### Harbor

#### Weigh the anchor

- Description: All of it; see [how](../notes/how%20to.md#weigh).
- Recommended Skills: golang
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
`
const files = { [newer]: list, [older]: other, 'programs/notes/how to.md': '# How to\n\n## Weigh\n\nWith care.\n' }

/** What VS Code can do, as far as it matters here. */
const able: ClientCapabilities = {
  textDocument: { definition: { linkSupport: true }, rename: { prepareSupport: true } },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
}

interface Workspace {
  readonly client: TestClient
  readonly uriOf: (path: string) => string
  readonly pathOf: (uri: string) => string
  readonly write: (path: string, text: string) => void
  /** The text of a line on disk with a range of it in `«»`. */
  readonly shown: (place: Location) => string
  /** What a request about a place of the newer list, which is open, is answered. */
  readonly ask: <R>(method: string, piece: string, more?: object) => Promise<R>
}

/** The real server in a process, with a folder on disk in which the newer list is open. */
async function started(
  context: TestContext,
  capabilities: ClientCapabilities = able,
  initializationOptions?: ClientOptions,
): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  const { client, process } = launch()
  context.after(() => {
    process.kill()
    rmSync(folder, { recursive: true, force: true })
  })
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  })
  client.notify('initialized', {})
  const uriOf = (path: string): string => pathToFileURL(join(folder, path)).href
  client.open(list, 1, uriOf(newer))
  const pathOf = (uri: string): string => fileURLToPath(uri).slice(folder.length + 1)
  return {
    client,
    uriOf,
    pathOf,
    write,
    shown: ({ uri, range }) => {
      const line = readFileSync(fileURLToPath(uri), 'utf8').split('\n')[range.start.line]!
      const [start, end] = [range.start.character, range.end.character]
      return `${pathOf(uri)}: ${line.slice(0, start)}«${line.slice(start, end)}»${line.slice(end)}`
    },
    ask: (method, piece, more = {}) =>
      client.request(method, {
        textDocument: { uri: uriOf(newer) },
        position: rangeIn(list, piece.replace('$0', ''), piece.indexOf('$0')).end,
        ...more,
      }),
  }
}

/** The files after an edit, as an editor would make it; those that it leaves alone are absent. */
function applied({ documentChanges, changes }: WorkspaceEdit, { pathOf }: Workspace, texts: Readonly<Record<string, string>>) {
  const edits: readonly (readonly [string, readonly TextEdit[]])[] = documentChanges
    ? documentChanges.filter(TextDocumentEdit.is).map((each) => [each.textDocument.uri, each.edits as TextEdit[]])
    : Object.entries(changes ?? {})
  return Object.fromEntries(
    edits.map(([uri, its]) => [
      pathOf(uri),
      TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 0, texts[pathOf(uri)]!), [...its]),
    ]),
  )
}

test('navigation: finds definitions, references, highlights and symbols in the lists of a folder', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context)
  const { ask, shown, uriOf, client } = workspace
  const places = await ask<Location[]>('textDocument/references', 'Ada$0 Fern (@ada-fern', {
    context: { includeDeclaration: true },
  })
  assert.deepEqual(places.map(shown), [
    `${newer}:   - «Ada Fern (@ada-fern, ada@example.org) - primary»`,
    `${older}: See [the tide](../summerofcode/2026.md#show-the-tide). 😀 Ask @«ada-fern».`,
    `${older}:   - «Ada Fern (@ada-fern, ada@example.org)»`,
  ])
  const tide = await ask<Location[]>('textDocument/references', '#### Show$0 the', { context: { includeDeclaration: false } })
  assert.deepEqual(tide.map(shown), [
    `${newer}:   - [Show the tide](«#show-the-tide»)`,
    `${older}: See [the tide](«../summerofcode/2026.md#show-the-tide»). 😀 Ask @ada-fern.`,
  ])
  const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'anchor' })
  assert.deepEqual(
    symbols.map(({ name, containerName, location }) => [name, containerName, shown(location)]),
    [['Weigh the anchor', 'Harbor · Ö 2025.md', `${older}: #### «Weigh the anchor»`]],
  )
  const highlights = await ask<DocumentHighlight[]>('textDocument/documentHighlight', '[Show$0 the tide]')
  assert.deepEqual(
    highlights.map(({ range, kind }) => [shown({ uri: uriOf(newer), range }), kind]),
    [
      [`${newer}: #### «Show the tide»`, 3],
      [`${newer}:   - [«Show the tide»](#show-the-tide)`, 2],
    ],
  )
})

test('definitions: with their origin where the client takes it, and into files that are no lists', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context)
  const { ask, shown, client, uriOf } = workspace
  const [link, ...more] = await ask<LocationLink[]>('textDocument/definition', '[Show$0 the tide]')
  assert.ok(link && more.length === 0)
  assert.equal(shown({ uri: link.targetUri, range: link.targetSelectionRange }), `${newer}: #### «Show the tide»`)
  assert.equal(
    shown({ uri: link.targetUri, range: link.originSelectionRange! }),
    `${newer}:   - [«Show the tide»](#show-the-tide)`,
  )
  assert.equal(shown({ uri: link.targetUri, range: link.targetRange }), `${newer}: «#### Show the tide»`)
  assert.equal(await ask('textDocument/definition', 'The lamp$0 shows'), null)
  client.open(other, 1, uriOf(older))
  const from = (piece: string): Promise<LocationLink[] | null> =>
    client.request('textDocument/definition', {
      textDocument: { uri: uriOf(older) },
      position: rangeIn(other, piece).start,
    })
  const [note] = (await from('how%20to'))!
  assert.equal(shown({ uri: note!.targetUri, range: note!.targetSelectionRange }), 'programs/notes/how to.md: ## «Weigh»')
  const [tide] = (await from('../summerofcode'))!
  assert.equal(shown({ uri: tide!.targetUri, range: tide!.targetSelectionRange }), `${newer}: #### «Show the tide»`)
  const gone = other.replace('how%20to.md', 'gone.md')
  client.close(uriOf(older))
  client.open(gone, 1, uriOf(older))
  assert.equal(await from('../notes/gone.md'.slice(3)), null)
})

test('navigation: renames an idea in the open list and in one on disk, in its current text', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context)
  const { ask, write, uriOf } = workspace
  const prepared = await ask<PrepareRenameResult>('textDocument/prepareRename', '#### Show$0 the')
  assert.deepEqual(prepared, {
    range: rangeAt('Show the tide'),
    placeholder: 'Show the tide',
  })
  assert.equal(await ask('textDocument/prepareRename', 'The lamp$0 shows'), null)
  // the server gets no event for this change
  const now = `Changed meanwhile.\n\n${other}`
  write(older, now)
  const edit = await ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
  assert.equal(edit.changeAnnotations, undefined)
  assert.deepEqual(
    edit.documentChanges?.filter(TextDocumentEdit.is).map(({ textDocument }) => textDocument),
    [
      { uri: uriOf(newer), version: 1 },
      { uri: uriOf(older), version: null },
    ],
  )
  assert.deepEqual(applied(edit, workspace, { [newer]: list, [older]: now }), {
    [newer]: list.replaceAll('Show the tide', 'Draw the tide').replace('#show-the-tide', '#draw-the-tide'),
    [older]: now.replace('#show-the-tide', '#draw-the-tide'),
  })
})

test('navigation: a link from the root counts from the workspace folder', { timeout, skip }, async (context) => {
  const workspace = await started(context)
  const { ask, write } = workspace
  const pages = {
    'README.md': '[the idea](/programs/summerofcode/2026.md#show-the-tide)\n',
    'archive/README.md': '[another idea](/summerofcode/2026.md#show-the-tide)\n',
  }
  for (const [path, text] of Object.entries(pages)) write(path, text)
  const edit = await ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
  const { [newer]: _, [older]: __, ...changed } = applied(edit, workspace, { ...files, [newer]: list, ...pages })
  assert.deepEqual(changed, { 'README.md': pages['README.md'].replace('#show-the-tide', '#draw-the-tide') })
})

test('navigation: a link to a renamed idea follows in Markdown that is not a list, on disk and unsaved in the editor', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context)
  const { ask, client, uriOf, write } = workspace
  const [onDisk, open] = ['Lies mich 😀.md', 'programs/notes/open.md']
  const texts = {
    [onDisk]:
      '😀 [Show the tide](programs/summerofcode/2026.md#show-the-tide)\r\n\r\n[two](./programs/summerofcode/2026.md#gone)\r\n',
    [open]:
      '# Typed\n\nSee [it](../summerofcode/2026.md#show-the-tide "Tide"), `x.md#show-the-tide` and [y](y.md#show-the-tide).\n',
  }
  write(onDisk, 'Nothing yet.\n')
  write(open, 'Not typed yet.\n')
  client.open('Not typed yet.\n', 1, uriOf(open))
  client.notify('textDocument/didChange', {
    textDocument: { uri: uriOf(open), version: 2 },
    contentChanges: [{ text: texts[open] }],
  })
  write(onDisk, texts[onDisk]!)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(onDisk), type: 2 }] })
  const rename = () => ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
  const edit = await rename()
  const { [newer]: _, [older]: __, ...pages } = applied(edit, workspace, { ...files, [newer]: list, ...texts })
  assert.deepEqual(pages, {
    [onDisk]: texts[onDisk]!.replace('Show the tide', 'Draw the tide').replace('#show-the-tide', '#draw-the-tide'),
    [open]: texts[open]!.replace('2026.md#show-the-tide', '2026.md#draw-the-tide'),
  })
  assert.deepEqual(
    edit.documentChanges
      ?.filter(TextDocumentEdit.is)
      .flatMap(({ textDocument: { uri, version } }) => (version ? [[uri, version]] : [])),
    [
      [uriOf(newer), 1],
      [uriOf(open), 2],
    ],
  )
  rmSync(fileURLToPath(uriOf(onDisk)))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(onDisk), type: 3 }] })
  assert.equal(onDisk in applied(await rename(), workspace, { ...files, [newer]: list, ...texts }), false)
})

test('navigation: a client is asked for the text of a document that it has not opened on the server', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context, able, { files: true })
  const { ask, client, pathOf, uriOf, write } = workspace
  const page = 'README.md'
  const saved = '[tide](programs/summerofcode/2026.md#show-the-tide)\n'
  const typed = `Not saved yet.\n\n${saved}`
  client.answers.set(readFileRequest, ({ uri }: ReadFileParams) => (pathOf(uri) === page ? typed : null))
  write(page, saved)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(page), type: 1 }] })
  const edit = await ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
  const after = applied(edit, workspace, { ...files, [newer]: list, [page]: typed })
  assert.equal(after[page], typed.replace('#show-the-tide', '#draw-the-tide'))
})

test('navigation: a link that is typed into a page and not saved yet follows, too', { timeout, skip }, async (context) => {
  const workspace = await started(context, able, { files: true, unsaved: true })
  const { ask, client, pathOf, uriOf, write } = workspace
  const page = 'programs/Über uns.md'
  const typed = '# About\n\nNot saved: [tide](summerofcode/2026.md#show-the-tide).\n'
  write(page, '# About\n')
  client.answers.set(unsavedRequest, () => [uriOf(page), uriOf(newer), 'untitled:Untitled-1', 7])
  client.answers.set(readFileRequest, ({ uri }: ReadFileParams) =>
    uri.startsWith('file:') && pathOf(uri) === page ? typed : null,
  )
  const edit = await ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
  const after = applied(edit, workspace, { ...files, [page]: typed })
  assert.equal(after[page], typed.replace('#show-the-tide', '#draw-the-tide'))
  assert.equal(after[newer], list.replaceAll('Show the tide', 'Draw the tide').replace('#show-the-tide', '#draw-the-tide'))
})

test('navigation: a disabled list is renamed in its unsaved text, whether the client opens it on the server or not', {
  timeout,
  skip,
}, async (context) => {
  const typed = `Not saved yet, @ada-fern.\n\n${other}\nAnd [again](../summerofcode/2026.md#show-the-tide).\n`
  const settled = (text: string): string => text.replaceAll('#show-the-tide', '#draw-the-tide')
  const check = async (workspace: Workspace, now = typed): Promise<void> => {
    const { ask } = workspace
    const texts = { ...files, [older]: now }
    const heading = await ask<WorkspaceEdit>('textDocument/rename', '#### Show$0 the', { newName: 'Draw the tide' })
    assert.equal(applied(heading, workspace, texts)[older], settled(now))
    const handle = await ask<WorkspaceEdit>('textDocument/rename', '(@ada$0-fern', { newName: 'fern' })
    const isList = now.includes('Mentor(s)')
    assert.equal(applied(handle, workspace, texts)[older], isList ? now.replaceAll('@ada-fern', '@fern') : undefined)
  }

  const silent = await started(context, able, { files: true })
  let shown = typed
  silent.client.answers.set(readFileRequest, ({ uri }: ReadFileParams) =>
    silent.pathOf(uri) === older ? shown : uri.endsWith('.md') ? readFileSync(fileURLToPath(uri), 'utf8') : null,
  )
  await check(silent)
  // what is typed may make a page of it, which only its links concern
  shown = 'Nothing, @ada-fern, but [this](../summerofcode/2026.md#show-the-tide).\n'
  await check(silent, shown)

  const reported = await started(context, { ...able, workspace: { ...able.workspace, configuration: true } })
  reported.client.answers.set('workspace/configuration', ({ items }: { items: readonly { scopeUri: string }[] }) =>
    items.map(({ scopeUri }) => ({ enable: reported.pathOf(scopeUri) !== older })),
  )
  reported.client.open(typed, 7, reported.uriOf(older))
  await check(reported)
})

/** The range of this heading's text. */
const rangeAt = (title: string) => {
  const { start } = rangeIn(list, `#### ${title}`)
  return { start: { ...start, character: 5 }, end: { ...start, character: 5 + title.length } }
}

test('navigation: renames a handle everywhere at once, and what may be another person only after a look', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context)
  const edit = await workspace.ask<WorkspaceEdit>('textDocument/rename', '(@ada$0-fern', { newName: 'fern' })
  assert.deepEqual(applied(edit, workspace, files), {
    [newer]: list.replace('@ada-fern', '@fern'),
    [older]: other.replaceAll('@ada-fern', '@fern'),
  })
  assert.equal(edit.changeAnnotations, undefined)
})

test('navigation: a client that can do less gets plain changes, and one rename without a look before', {
  timeout,
  skip,
}, async (context) => {
  const workspace = await started(context, {})
  const edit = await workspace.ask<WorkspaceEdit>('textDocument/rename', '(@ada$0-fern', { newName: 'fern' })
  assert.deepEqual([edit.documentChanges, edit.changeAnnotations], [undefined, undefined])
  assert.deepEqual(applied(edit, workspace, files), {
    [newer]: list.replace('@ada-fern', '@fern'),
    [older]: other.replaceAll('@ada-fern', '@fern'),
  })
  const [place] = await workspace.ask<Location[]>('textDocument/definition', '[Show$0 the tide]')
  assert.equal(workspace.shown(place!), `${newer}: #### «Show the tide»`)
})

test('navigation: says why a name cannot be, and offers to prepare only where that is asked for', { timeout }, async () => {
  const client = connect()
  const { capabilities } = await client.initialize(able)
  assert.deepEqual(capabilities.renameProvider, { prepareProvider: true })
  assert.equal((await connect().initialize()).capabilities.renameProvider, true)
  client.open(list)
  const params = { textDocument: { uri: openUri }, position: rangeIn(list, '@ada-fern').end }
  await assert.rejects(client.request('textDocument/rename', { ...params, newName: 'ada fern' }), (error: Error) =>
    /-32803 "ada fern" is not a valid GitHub handle/.test(error.message),
  )
})

test('navigation: links follow a list that is about to be renamed', { timeout, skip }, async (context) => {
  const workspace = await started(context)
  const { client, uriOf } = workspace
  const moved = (from: string, to: string): Promise<WorkspaceEdit | null> =>
    client.request('workspace/willRenameFiles', { files: [{ oldUri: uriOf(from), newUri: uriOf(to) }] })
  const edit = await moved(newer, 'programs/gsoc.md')
  assert.deepEqual(applied(edit!, workspace, { [newer]: list, [older]: other }), {
    [older]: other.replace('../summerofcode/2026.md#', '../gsoc.md#'),
  })
  const folder = await moved('programs/notes', 'notes')
  assert.deepEqual(applied(folder!, workspace, { [newer]: list, [older]: other }), {
    [older]: other.replace('../notes/how%20to.md#', '../../notes/how%20to.md#'),
  })
  assert.equal(await moved('programs/none.md', 'none.md'), null)
})
