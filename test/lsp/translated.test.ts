import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { CodeAction, CompletionItem, Hover } from 'vscode-languageserver'
import { list } from '../support/list.ts'
import { command, launch, pullCapabilities, type TestClient, timeout, uri } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'
const german: unknown = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8'))

const capabilities = {
  textDocument: {
    ...pullCapabilities.textDocument,
    hover: { contentFormat: ['plaintext' as const] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
}

/** What a server of its own with these options says of one list in many ways. */
async function textsWith(options: object): Promise<Readonly<Record<string, string>>> {
  const { client, process } = launch()
  try {
    await client.initialize(capabilities, { explain: true, ...options })
    return await textsFrom(client)
  } finally {
    process.kill()
  }
}

async function textsFrom(client: TestClient): Promise<Readonly<Record<string, string>>> {
  const text = list.replace('Bo Reed (@bo-reed, bo@example.org)', 'Bo Reed (@bo-reed)')
  client.open(text)
  const [problem] = (await client.pulled()).filter(({ code }) => code === 'mentor-email')
  const textDocument = { uri }
  const line = text.slice(0, text.lastIndexOf('- Expected Outcome')).split('\n').length - 1
  const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: { line, character: 4 } })
  const context = { diagnostics: problem ? [problem] : [] }
  const actions = await client.request<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: problem?.range,
    context,
  })
  client.change(2, { text: `${text}\n<!-` })
  const position = { line: text.split('\n').length, character: 3 }
  const items = await client.request<readonly CompletionItem[] | { items: readonly CompletionItem[] }>(
    'textDocument/completion',
    {
      textDocument,
      position,
    },
  )
  const all = 'items' in items ? items.items : items
  return {
    problem: String(problem?.message ?? ''),
    hover: (hover.contents as { value: string }).value.split('\n').at(2) ?? '',
    actions: actions.map(({ title }) => title).join(' | '),
    completion: all.find(({ label }) => label.includes('disable-file'))?.detail ?? '',
    plan: (
      await client.request<{ refusal: string }>('ideaFiles/plan', {
        uri: 'file:///ideas/notes.md',
        text: '# Notes\n',
        job: { kind: 'sortProjects' },
      })
    ).refusal,
    page: (await client.request<string>('ideaFiles/explain', { code: 'empty-idea' })).split('\n').at(2) ?? '',
  }
}

test('translated: a server with the German texts answers in German, whatever it is asked', { timeout, skip }, async () => {
  const texts = await textsWith({ l10n: german })
  assert.equal(texts.problem, 'Bo Reed hat keine E-Mail-Adresse; erwartet: "Bo Reed (@bo-reed, email)".')
  assert.equal(texts.hover, 'Was es gibt, wenn die Arbeit getan ist.')
  assert.match(texts.actions!, /mentor-email für diese Zeile deaktivieren/)
  assert.match(texts.actions!, /Regel mentor-email erklären/)
  assert.equal(texts.completion, 'deaktiviert Regeln für die ganze Datei')
  assert.equal(texts.plan, 'Diese Datei ist keine Ideenliste, es gibt also keine Projekte zu sortieren.')
  assert.equal(texts.page, 'Unter einer Ideenüberschrift steht nichts.')
})

test('translated: without texts, or with something else in their place, a server answers in English', {
  timeout,
  skip,
}, async () => {
  for (const l10n of [undefined, null, 'de', { a: 1 }]) {
    const { problem, page } = await textsWith(l10n === undefined ? {} : { l10n })
    assert.equal(problem, 'Bo Reed has no email address; expected "Bo Reed (@bo-reed, email)".')
    assert.equal(page, 'An idea heading has nothing under it.')
  }
})
