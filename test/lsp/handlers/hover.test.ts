import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientCapabilities, DocumentLink, Hover } from 'vscode-languageserver/node'
import { list } from '../../support/list.ts'
import { connect, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

const textDocument = { uri }

/** What VS Code can do. */
const able: ClientCapabilities = {
  textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, documentLink: { tooltipSupport: true } },
}

async function opened(capabilities: ClientCapabilities, text = list): Promise<TestClient> {
  const client = connect()
  await client.initialize(capabilities)
  client.open(text)
  return client
}

const hoverAt = (client: TestClient, text: string, piece: string): Promise<Hover | null> =>
  client.request('textDocument/hover', { textDocument, position: rangeIn(text, piece).start })

const entry = 'Bo Reed (@bo-reed, bo@example.org)'

test('hover: tells in Markdown where the client would rather have it', { timeout }, async () => {
  assert.deepEqual(await hoverAt(await opened(able), list, entry), {
    contents: {
      kind: 'markdown',
      value:
        '**Bo Reed** · mentor\n\n[@bo-reed](https://github.com/bo-reed) · [bo\\@example.org](mailto:bo@example.org)\n\nIn this list:\n\n- Show the tide (Harbor) · this idea',
    },
    range: rangeIn(list, entry),
  })
})

const formats: readonly (readonly [string, ClientCapabilities])[] = [
  ['that wants it', { textDocument: { hover: { contentFormat: ['plaintext', 'markdown'] } } }],
  ['that does not say', {}],
  ['that says nothing of use', { textDocument: { hover: { contentFormat: [] } } }],
]
for (const [which, capabilities] of formats) {
  test(`hover: tells in plain text to a client ${which}`, { timeout }, async () => {
    assert.deepEqual((await hoverAt(await opened(capabilities), list, entry))?.contents, {
      kind: 'plaintext',
      value:
        'Bo Reed · mentor\n\n@bo-reed (https://github.com/bo-reed) · bo@example.org\n\nIn this list:\n\n- Show the tide (Harbor) · this idea',
    })
  })
}

test('hover: describes the text after an edit, and its findings', { timeout }, async () => {
  const client = await opened(able)
  client.change(2, { range: rangeIn(list, '@bo-reed'), text: '@bo-_reed' })
  const changed = list.replace('@bo-reed', '@bo-_reed')
  const { contents } = (await hoverAt(client, changed, 'Bo Reed')) as { readonly contents: { readonly value: string } }
  assert.equal(
    contents.value.slice(contents.value.indexOf('Problems with')),
    'Problems with this entry:\n\n- "@bo-\\_reed" contains an underscore, which only old or managed GitHub accounts can have. Check the handle. (mentor-handle)',
  )
})

test('hover: tells nothing where there is nothing to tell', { timeout }, async () => {
  const client = await opened(able)
  assert.equal(await hoverAt(client, list, 'Sailors asked'), null)
  const outside = { line: 9999, character: -3 }
  assert.equal(await client.request('textDocument/hover', { textDocument, position: outside }), null)
})

test('hover: links handles and addresses, with tooltips where the client shows them', { timeout }, async () => {
  const ask = (client: TestClient): Promise<readonly DocumentLink[]> =>
    client.request('textDocument/documentLink', { textDocument })
  const [handle, address] = await ask(await opened(able))
  assert.deepEqual(handle, {
    range: rangeIn(list, '@ada-fern'),
    target: 'https://github.com/ada-fern',
    tooltip: 'Open @ada-fern on GitHub',
  })
  assert.deepEqual(address, {
    range: rangeIn(list, 'ada@example.org'),
    target: 'mailto:ada@example.org',
    tooltip: 'Email ada@example.org',
  })
  const [plain] = await ask(await opened({}))
  assert.deepEqual(plain, { range: rangeIn(list, '@ada-fern'), target: 'https://github.com/ada-fern' })
})
