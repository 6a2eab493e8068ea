import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientCapabilities, CompletionItem, CompletionList, Position } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { list } from '../../support/list.ts'
import { connect, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

const textDocument = { uri }
const able: ClientCapabilities = {
  textDocument: { completion: { completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [1, 2] } } } },
}
const newProject = '## How to apply\n'

async function opened(text: string, capabilities = able, options?: unknown): Promise<TestClient> {
  const client = connect()
  await client.initialize(capabilities, options)
  client.open(text)
  return client
}

const ask = (client: TestClient, position: Position, triggerCharacter?: string): Promise<CompletionList> =>
  client.request('textDocument/completion', {
    textDocument,
    position,
    context: triggerCharacter ? { triggerKind: 2, triggerCharacter } : { triggerKind: 1 },
  })

const completes = (client: TestClient, position: Position): Promise<boolean> =>
  client.request('ideaFiles/completes', { textDocument, position })

const accepted = (text: string, { textEdit }: CompletionItem): string => {
  assert.ok(textEdit && 'range' in textEdit)
  return TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [textEdit])
}

test('completion: announces completion with the characters that bring it', { timeout }, async () => {
  const { capabilities } = await connect().initialize(able)
  assert.deepEqual(capabilities.completionProvider, { triggerCharacters: [' ', '#', '(', '@', ',', '/', ':', '<', '['] })
})

test('completion: completes the text after an edit', { timeout }, async () => {
  const client = await opened(list)
  const at = rangeIn(list, newProject).start
  client.change(2, { range: { start: at, end: at }, text: '### Fal\n\n' })
  const now = list.replace(newProject, `### Fal\n\n${newProject}`)
  const { items } = await ask(client, { line: at.line, character: 7 })
  const falco = items.find(({ label }) => label === 'Falco')
  assert.equal(accepted(now, falco!), now.replace('### Fal\n', '### Falco\n'))
  assert.equal(falco!.insertTextMode, 1, 'indents stay as they are')
})

test('completion: counts positions as the client does', { timeout }, async () => {
  const text = list.replace('Upstream Issue (URL): 😀 TBD', 'Upstream Issue (URL): 😀 ')
  const client = await opened(text, { ...able, general: { positionEncodings: ['utf-8'] } })
  const { line } = rangeIn(text, '😀 \n').start
  const { items } = await ask(client, { line, character: Buffer.byteLength('- Upstream Issue (URL): 😀 ') }, ' ')
  const { range } = items[0]!.textEdit as { range: { start: Position } }
  assert.equal(range.start.character, Buffer.byteLength('- Upstream Issue (URL): 😀 '))
})

test('completion: returns whether there is anything to complete at the cursor', { timeout }, async () => {
  const text = list.replace('- Expected Outcome: a reader', '- E')
  const client = await opened(text)
  assert.equal(await completes(client, rangeIn(text, '- E\n', 3).end), true)
  assert.equal(await completes(client, rangeIn(text, 'Logs of a h').end), false)
  assert.equal(await completes(client, rangeIn(text, 'Write t').end), false)
})

test('completion: an empty line is silent until a person asks', { timeout }, async () => {
  const text = list.replace(newProject, `idea\n\n${newProject}`)
  const at = rangeIn(text, 'idea\n', 4).end
  const ours = await opened(text, able, { newIdea: true, suggest: true })
  assert.deepEqual((await ask(ours, at, ' ')).items, [])
  const [idea] = (await ask(ours, at)).items
  assert.equal(idea!.command?.command, 'ideaFiles.newIdea')
  const other = await opened(text)
  const [entry] = (await ask(other, at)).items
  assert.equal(entry!.command, undefined)
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet's place
  assert.ok((entry!.textEdit as { newText: string }).newText.startsWith('#### ${1:Title}\n'))
})

test('completion: gives plain text to a client without snippets, and names no command that it may not have', {
  timeout,
}, async () => {
  const text = list.replace(newProject, `#### \n\n${newProject}`)
  const client = await opened(text, { textDocument: { completion: {} } })
  const { items } = await ask(client, { line: rangeIn(text, newProject).start.line - 2, character: 5 }, ' ')
  assert.equal(items[0]!.insertTextFormat, 1)
  assert.equal(items[0]!.insertTextMode, undefined)
  assert.ok(
    items.every(({ command, textEdit }) => command === undefined && !/\$\d|\$\{/.test((textEdit as { newText: string }).newText)),
  )
})

test('completion: names of the project file count', { timeout }, async () => {
  const text = list.replace(newProject, `### Lan\n\n${newProject}`)
  const client = connect({
    readFile: async (file) => {
      if (file === 'file:///ideas/.idea-files.json') return '{ "projects": ["Lantern Light"] }'
      throw new Error('there is no such file')
    },
  })
  await client.initialize(able)
  client.open(text)
  const { items } = await ask(client, rangeIn(text, '### Lan\n', 7).end)
  assert.ok(items.some(({ label, detail }) => label === 'Lantern Light' && detail === 'from .idea-files.json'))
})

test('completion: a comment is offered the codes of what it is to silence', { timeout }, async () => {
  const text = list.replace('- Recommended Skills: Python', '  <!-- idea-files-disable-next-line  -->\n- Skills: Python')
  const client = await opened(text)
  const { items } = await ask(client, rangeIn(text, 'disable-next-line ').end)
  assert.equal(items[0]!.label, 'field-label')
  assert.equal(accepted(text, items[0]!), text.replace('next-line  -->', 'next-line field-label -->'))
})

test('completion: a file that is not a list, one that is closed, and places that are none', { timeout }, async () => {
  const client = await opened('# Notes\n\n- \n')
  assert.deepEqual((await ask(client, { line: 2, character: 2 })).items, [])
  assert.equal(await completes(client, { line: 2, character: 2 }), false)
  client.change(2, { text: list })
  assert.deepEqual((await ask(client, { line: -1, character: 1e9 })).items, [])
  client.close()
  assert.equal(await ask(client, { line: 0, character: 0 }), null)
})

test('completion: no list opens by itself in the handle or the address of a mentor, so Tab goes on', { timeout }, async () => {
  const first = '  - Ada Fern (@ada-fern, ada@example.org) - primary\n'
  for (const typed of ['Cy (@c|, )', 'Cy (@cy|, jane@email.address)', 'Cy (@cy|, cy@x.org)', 'Cy (@cy-moss, c|)']) {
    const text = list.replace(first, `  - ${typed.replace('|', '')}\n`)
    const client = await opened(text)
    const { line } = rangeIn(text, `  - ${typed.replace('|', '')}\n`).start
    const at = { line, character: 4 + typed.indexOf('|') }
    assert.equal(await completes(client, at), false, typed)
    assert.equal(await ask(client, at, '@'), null, typed)
    assert.ok((await ask(client, at)).items.length > 0, `${typed}: a person asks for it`)
  }
})

test('completion: the row of what is typed in the brackets of a mentor goes on to the next tab stop', { timeout }, async () => {
  const text = list.replace('  - Ada Fern (@ada-fern, ada@example.org) - primary\n', '  - Cy (@cy-m)\n')
  const client = await opened(text, able, { suggest: true })
  const at = { line: rangeIn(text, '  - Cy (@cy-m)\n').start.line, character: 13 }
  assert.equal(await completes(client, at), true, 'without an address, a whole entry may be meant')
  const [typed] = (await ask(client, at)).items
  assert.equal(typed!.detail, 'as typed')
  assert.equal(typed!.command?.command, 'jumpToNextSnippetPlaceholder')
})
