import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Location, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver/node'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { connect, pullCapabilities, rangeIn, timeout } from '../../support/server.ts'

const skip = process.platform === 'win32' ? 'symbolic links need rights' : false

const text = `### Harbor\n\n#### Sign copies\n\n- Description: all\n- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org)\n`
const list = 'summerofcode/2026.md'
const page = 'README.md'

const uriOf = (...path: readonly string[]): string => pathToFileURL(join(...path)).href

/** A folder `real` with a list and a page that links to it, and a symbolic link `link` to that folder. */
function folders(context: TestContext): { readonly real: string; readonly link: string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-')))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const [real, link] = [join(folder, 'real'), join(folder, 'link')]
  mkdirSync(dirname(join(real, list)), { recursive: true })
  writeFileSync(join(real, list), text)
  writeFileSync(join(real, page), `[it](${list}#sign-copies) and [again](/${list}#sign-copies)\n`)
  symlinkSync(real, link)
  return { real, link }
}

/** A server over these workspace folders, with the list open by a name of its own. */
async function opened(workspaceFolders: readonly string[], uri: string, shown = text) {
  const client = connect({ readFile: nodeFolders.read, folders: nodeFolders })
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: workspaceFolders.map((path) => ({ uri: uriOf(path), name: path })),
    capabilities: { ...pullCapabilities, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
  })
  client.notify('initialized', {})
  client.open(shown, 1, uri)
  const found = async (): Promise<readonly string[]> =>
    (await client.request<SymbolInformation[]>('workspace/symbol', { query: 'Sign copies' })).map(({ location }) => location.uri)
  const renamed = async (needle: string, newName: string, name = uri): Promise<readonly string[]> => {
    const position = rangeIn(text, needle).start
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { textDocument: { uri: name }, position, newName })
    return Object.entries(edit.changes ?? {}).map(([each, edits]) => `${each} ${edits.length}`)
  }
  return { client, found, renamed }
}

test('linkedFolders: a list opened by its real path is the one in a linked workspace folder', {
  timeout,
  skip,
}, async (context) => {
  const { real, link } = folders(context)
  const uri = uriOf(real, list)
  const { client, found, renamed } = await opened([link], uri)
  assert.deepEqual(await found(), [uri])
  assert.deepEqual(await renamed('ada-fern', 'ada-oak'), [`${uri} 1`])
  // links from pages, relative and from the root, lead to it
  assert.deepEqual(await renamed('Sign copies', 'Seal copies'), [`${uri} 1`, `${uriOf(link, page)} 2`])
  // when it is closed, it is known by its name in the workspace folder
  client.close(uri)
  assert.deepEqual(await found(), [uriOf(link, list)])
})

test('linkedFolders: a list opened through a link is the one in the workspace folder', { timeout, skip }, async (context) => {
  const { real, link } = folders(context)
  const uri = uriOf(link, list)
  const { found, renamed } = await opened([real], uri)
  assert.deepEqual(await found(), [uri])
  assert.deepEqual(await renamed('Sign copies', 'Seal copies'), [`${uri} 1`, `${uriOf(real, page)} 2`])
})

test('linkedFolders: in a linked workspace folder, links follow a list that is moved', { timeout, skip }, async (context) => {
  const { link } = folders(context)
  const { client, found } = await opened([link], uriOf(link, list))
  await found()
  const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
    files: [{ oldUri: uriOf(link, list), newUri: uriOf(link, 'gsoc.md') }],
  })
  assert.deepEqual(
    Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri, edits.map(({ newText }) => newText)]),
    [[uriOf(link, page), ['gsoc.md', '/gsoc.md']]],
  )
})

test('linkedFolders: in a linked workspace folder, a link to a list of the folder is no second list', {
  timeout,
  skip,
}, async (context) => {
  const { real, link } = folders(context)
  symlinkSync(join(real, list), join(real, 'summerofcode/again.md'))
  const { found } = await opened([link], uriOf(link, page), '# Page\n')
  assert.deepEqual(await found(), [uriOf(link, list)])
})

test('linkedFolders: two workspace folders that are one have each list once', { timeout, skip }, async (context) => {
  const { real, link } = folders(context)
  const uri = uriOf(link, list)
  const { client, found, renamed } = await opened([real, link], uri)
  assert.deepEqual(await found(), [uri])
  assert.equal((await renamed('Sign copies', 'Seal copies')).length, 2)
  client.close(uri)
  assert.equal((await found()).length, 1)
})

test('linkedFolders: a list that is open by two names is one, which each name can be asked about', {
  timeout,
  skip,
}, async (context) => {
  const { real, link } = folders(context)
  const [first, second] = [uriOf(real, list), uriOf(link, list)]
  const { client, found, renamed } = await opened([real], first)
  client.open(text, 1, second)
  assert.deepEqual(await found(), [first])
  for (const uri of [first, second]) {
    const position = rangeIn(text, 'ada-fern').start
    const at = { textDocument: { uri }, position }
    const references = await client.request<Location[]>('textDocument/references', {
      ...at,
      context: { includeDeclaration: true },
    })
    assert.deepEqual(references, [{ uri, range: rangeIn(text, 'Ada Fern (@ada-fern, ada@example.org)') }])
    assert.notEqual(await client.request('textDocument/prepareRename', at), null)
    assert.deepEqual(await renamed('ada-fern', 'ada-oak', uri), [`${uri} 1`])
    assert.deepEqual(await renamed('Sign copies', 'Seal copies', uri), [`${uri} 1`, `${uriOf(real, page)} 2`])
  }
})

test('linkedFolders: a change that is reported by the real path is one of the list', { timeout, skip }, async (context) => {
  const { real, link } = folders(context)
  const { client, found } = await opened([link], uriOf(link, 'other.md'), '')
  assert.deepEqual(await found(), [uriOf(link, list)])
  writeFileSync(join(real, list), text.replace('Harbor', 'Cilium'))
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(real, list), type: 2 }] })
  assert.deepEqual(await found(), [uriOf(link, list)])
})
