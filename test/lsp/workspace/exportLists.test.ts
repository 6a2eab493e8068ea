import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { CompletionList, Diagnostic } from 'vscode-languageserver/node'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { type IdeasAnswer, ideasRequest, ideaTextRequest } from '../../../server/src/protocol/ideas.ts'
import { type Overview, overviewRequest } from '../../../server/src/protocol/overview.ts'
import { lfxExportText } from '../../support/lfxExports.ts'
import { connect, rangeIn, type TestClient, timeout } from '../../support/server.ts'

const list = `# Ideas

### Harbor

#### Copy what is signed

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada, ada@else.example) - primary
  - Cl
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
`

const listPath = 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'

/** A server on a folder with an export and an open list. */
async function opened(context: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-export-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href
  writeFileSync(join(folder, 'lfx-export.json'), lfxExportText)
  mkdirSync(dirname(join(folder, listPath)), { recursive: true })
  writeFileSync(join(folder, listPath), list)
  const client = connect({ readFile: nodeFolders.read, folders: nodeFolders })
  await client.request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  })
  client.notify('initialized', {})
  client.open(list, 1, uriOf(listPath))
  return { client, uriOf, folder }
}

const overviewOf = async (client: TestClient): Promise<Overview> => {
  for (;;) {
    const answer = await client.request<Overview>(overviewRequest, { year: null })
    if (answer.complete) return answer
  }
}

test('export: Overview and Go to Idea have its programs, at their places in the JSON', { timeout }, async (context) => {
  const { client, uriOf, folder } = await opened(context)
  const { lists, mentors } = await overviewOf(client)
  assert.deepEqual(
    lists.map(({ name, ideas, isExport }) => [name, ideas, isExport ?? false]),
    [
      ['LFX 2026 03-Sep-Nov', 1, false],
      ['LFX 2026 03-Sep-Nov', 2, true],
    ],
  )
  assert.ok(mentors.some(({ detail }) => detail === '@cleo'))
  const ideas = await client.request<IdeasAnswer>(ideasRequest, { known: {} })
  const entry = ideas.lists.find(({ uri }) => uri === uriOf('lfx-export.json'))?.list?.ideas[0]
  assert.equal(entry?.title, 'Copy what is signed')
  assert.deepEqual(entry.position, rangeIn(lfxExportText, 'Copy what is signed').start)
  const text = await client.request<string>(ideaTextRequest, { uri: uriOf('lfx-export.json'), position: entry.position })
  assert.match(text, /^#### Copy what is signed\n\n- Description: Signatures travel along\.\n/)

  writeFileSync(join(folder, 'lfx-export.json'), '{"programs":[]}')
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('lfx-export.json'), type: 2 }] })
  assert.deepEqual(
    (await overviewOf(client)).lists.map(({ name }) => name),
    ['LFX 2026 03-Sep-Nov'],
  )
})

test('export: hovers and completion know its people with their LFIDs; the list is checked as without it', {
  timeout,
}, async (context) => {
  const { client, uriOf } = await opened(context)
  await overviewOf(client)
  const textDocument = { uri: uriOf(listPath) }
  const hover = JSON.stringify(
    await client.request('textDocument/hover', { textDocument, position: rangeIn(list, 'Ada Example').start }),
  )
  assert.match(hover, /LFID adalf/)
  assert.match(hover, /LFX 2026 03[^:]*:/)
  const position = rangeIn(list, '  - Cl').end
  const { items } = await client.request<CompletionList>('textDocument/completion', { textDocument, position })
  const cleo = items.find(({ label }) => label === 'Cleo Example (@cleo)')
  assert.match(JSON.stringify(cleo?.documentation), /cleo@example\.org\\nLFID cleolf\\n/)
  const found: readonly Diagnostic[] = await client.pulled(uriOf(listPath))
  assert.deepEqual(
    found.filter(({ code }) => /duplicate|identity/.test(String(code))),
    [],
  )
})
