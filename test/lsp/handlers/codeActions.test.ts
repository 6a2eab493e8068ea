import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type Position,
  type Range,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../../../server/src/rules/index.ts'
import { list } from '../../support/list.ts'
import { connect, pullCapabilities, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

const textDocument = { uri }

/** What VS Code can do. */
const able: ClientCapabilities = {
  workspace: { workspaceEdit: { documentChanges: true } },
  textDocument: {
    ...pullCapabilities.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
    },
  },
}
/** An editor that takes actions whole. */
const plain: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
}

// three labels of two ideas are spelled in another way
const labels: readonly (readonly [string, string])[] = [
  ['- Recommended Skills: Go, TypeScript and CSS', '- Skills: Go, TypeScript and CSS'],
  ['- Expected project size: large', '- Size: large'],
  ['- Recommended Skills: Python', '- Skills: Python'],
]
const good = list.replace('😀 TBD', 'https://github.com/lantern-light/bells/issues/3')
const bad = labels.reduce((text, [from, to]) => text.replace(from, to), good)
const skills = rangeIn(bad, '- Skills: Go', 8)

async function opened(text = bad, capabilities = able, options: unknown = { explain: true }): Promise<TestClient> {
  const client = connect()
  await client.initialize(capabilities, options)
  client.open(text)
  return client
}

const ask = (
  client: TestClient,
  range: Range,
  only?: readonly string[],
  diagnostics: readonly Diagnostic[] = [],
): Promise<readonly CodeAction[]> =>
  client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics, ...(only && { only }) } })

const resolve = (client: TestClient, action: CodeAction): Promise<CodeAction> => client.request('codeAction/resolve', action)

const titled = (actions: readonly CodeAction[], title: string): CodeAction => {
  const found = actions.find((action) => action.title === title)
  assert.ok(found, `${title} is none of ${actions.map((action) => action.title).join(', ')}`)
  return found
}

/** The edits of an action for the one document, which must be named in its version. */
function editsOf(action: CodeAction, version: number | null, of = uri): readonly TextEdit[] {
  const [change, ...others] = action.edit?.documentChanges ?? []
  assert.ok(TextDocumentEdit.is(change) && others.length === 0, `${action.title} has one edit of one document`)
  assert.deepEqual(change.textDocument, { uri: of, version })
  return change.edits as TextEdit[]
}

const applied = (text: string, edits: readonly TextEdit[]): string =>
  TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), [...edits])

const fixLabel = 'Change the label to "Recommended Skills"'
const cursor = (position: Position): Range => ({ start: position, end: position })

test('codeActions: advertises the kinds that it has, to those who can take them', { timeout }, async () => {
  const { capabilities } = await connect().initialize(able)
  assert.deepEqual(capabilities.codeActionProvider, {
    codeActionKinds: ['quickfix', 'source.fixAll.ideaFiles', 'source.syncToc.ideaFiles', 'refactor.rewrite'],
    resolveProvider: true,
  })
  assert.equal((await connect().initialize({ textDocument: { codeAction: {} } })).capabilities.codeActionProvider, undefined)
})

test('codeActions: offers fixes with their diagnostics, the safe one preferred, and no edit before it is asked for', {
  timeout,
}, async () => {
  const client = await opened()
  const actions = await ask(client, cursor(skills.end))
  assert.deepEqual(
    actions.map(({ title }) => title),
    [
      fixLabel,
      'Fix all field-label problems in this file',
      'Apply all safe fixes in this idea',
      'Apply all safe fixes in this file',
      'Disable field-label for this line',
      'Disable field-label for this file',
      'Explain rule field-label',
    ],
  )
  assert.ok(actions.every(({ edit, kind }) => edit === undefined && kind === 'quickfix'))
  assert.deepEqual(
    actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
    [fixLabel],
  )
  const shown = (await client.pulled()).filter(({ range }) => range.start.line === skills.start.line)
  assert.deepEqual(titled(actions, fixLabel).diagnostics, shown)
  assert.ok(actions.every(({ diagnostics }) => diagnostics?.length))
})

test('codeActions: a client with the command can turn the rule of each problem off for the workspace', { timeout }, async () => {
  const title = 'Disable field-label for the workspace'
  const action = titled(await ask(await opened(bad, able, { turnOffRule: true }), cursor(skills.end)), title)
  assert.deepEqual(action.command, { title, command: 'ideaFiles.turnOffRule', arguments: [uri, 'field-label'] })
  assert.ok(action.diagnostics?.every(({ code }) => code === 'field-label'))
})

test('codeActions: offers the fixes of a line where its first column is asked about', { timeout }, async () => {
  const client = await opened()
  const titlesAt = async (line: number, character: number): Promise<readonly string[]> =>
    (await ask(client, cursor({ line, character }), ['quickfix'])).map(({ title }) => title)
  assert.ok((await titlesAt(skills.start.line, 0)).includes(fixLabel))
  assert.deepEqual(await titlesAt(skills.start.line, 1), [], 'a column of its own is a place of its own')
  assert.deepEqual(await titlesAt(skills.start.line - 1, 0), [])
})

test('codeActions: offers the fixes of findings that the editor names, and of no others', { timeout }, async () => {
  const client = await opened()
  const all = await client.pulled()
  const here = all.filter(({ range }) => range.start.line === skills.start.line)
  const end = cursor({ line: skills.start.line, character: 30 })
  assert.deepEqual(await ask(client, end, ['quickfix']), [])
  assert.ok((await ask(client, end, ['quickfix'], here)).some(({ title }) => title === fixLabel))
  const foreign = here.map((each): Diagnostic => ({ ...each, code: 'MD001', source: 'another linter' }))
  assert.deepEqual(await ask(client, end, ['quickfix'], foreign), [])
})

test('codeActions: fixes only the idea’s own entries of the table of contents', { timeout }, async () => {
  const text = bad.replace('  - [Show the tide](#show-the-tide)\n', '').replace('- [Jaeger](#jaeger)\n', '')
  const client = await opened(text)
  const at = rangeIn(text, '#### Show the tide', 8)
  const actions = await ask(client, at)
  assert.ok(actions.some(({ title }) => title === 'Update the table of contents'))
  const after = async (title: string): Promise<string> => applied(text, editsOf(await resolve(client, titled(actions, title)), 1))
  const withEntry = text.replace('- [Harbor](#harbor)\n', '- [Harbor](#harbor)\n  - [Show the tide](#show-the-tide)\n')
  assert.equal(await after('Add "Show the tide" to the table of contents'), withEntry)
  const fixed = labels.slice(0, 2).reduce((now, [from, to]) => now.replace(to, from), withEntry)
  assert.equal(await after('Apply all safe fixes in this idea'), fixed)
})

test('codeActions: resolves a fix to a plain edit of the version that is open', { timeout }, async () => {
  const client = await opened()
  const action = await resolve(client, titled(await ask(client, cursor(skills.end)), fixLabel))
  assert.equal(applied(bad, editsOf(action, 1)), bad.replace(labels[0]![1], labels[0]![0]))
})

test('codeActions: recomputes an action if the text has changed since it was offered', { timeout }, async () => {
  const client = await opened()
  const actions = await ask(client, cursor(skills.end))
  const title = '# The list of ideas\n\n'
  client.change(2, { range: cursor({ line: 0, character: 0 }), text: title })
  const moved = title + bad
  assert.equal(
    applied(moved, editsOf(await resolve(client, titled(actions, fixLabel)), 2)),
    moved.replace(labels[0]![1], labels[0]![0]),
  )
  client.change(3, { text: good })
  for (const action of actions.filter(
    ({ command, title }) => command === undefined && !/(?:in this (?:file|idea)|for this file)$/.test(title),
  )) {
    assert.equal((await resolve(client, action)).edit, undefined, action.title)
  }
  client.close()
  assert.equal((await resolve(client, titled(actions, fixLabel))).edit, undefined)
})

test('codeActions: fixes all of a kind, all in an idea, all in the file', { timeout }, async () => {
  const client = await opened()
  const actions = await ask(client, cursor(skills.end))
  const after = async (title: string): Promise<string> => applied(bad, editsOf(await resolve(client, titled(actions, title)), 1))
  assert.equal(await after('Fix all field-label problems in this file'), good)
  assert.equal(await after('Apply all safe fixes in this file'), good)
  assert.equal(
    await after('Apply all safe fixes in this idea'),
    bad.replace(labels[0]![1], labels[0]![0]).replace(labels[1]![1], labels[1]![0]),
  )
})

test('codeActions: fixes all on save, from any place, once', { timeout }, async () => {
  const client = await opened()
  const everywhere = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }
  for (const only of ['source', 'source.fixAll', 'source.fixAll.ideaFiles']) {
    const [action, ...others] = await ask(client, everywhere, [only])
    assert.ok(action && others.length === 0 && action.kind === 'source.fixAll.ideaFiles', only)
    assert.equal(applied(bad, editsOf(await resolve(client, action), 1)), good)
  }
  client.change(2, { text: good })
  assert.deepEqual(await ask(client, everywhere, ['source.fixAll.ideaFiles']), [])
  assert.deepEqual(await ask(client, everywhere, ['refactor']), [])
})

test('codeActions: keeps CRLF', { timeout }, async () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
  const client = await opened(crlf(bad))
  const actions = await ask(client, cursor(skills.end))
  const everything = await resolve(client, titled(actions, 'Apply all safe fixes in this file'))
  assert.equal(applied(crlf(bad), editsOf(everything, 1)), crlf(good))
  for (const title of ['Disable field-label for this line', 'Disable field-label for this file']) {
    const text = applied(crlf(bad), editsOf(await resolve(client, titled(actions, title)), 1))
    assert.doesNotMatch(text, /(?<!\r)\n/, title)
  }
})

test('codeActions: silences a finding on its line and in its file', { timeout }, async () => {
  const client = await opened()
  const actions = await ask(client, cursor(skills.end))
  const lines = async (): Promise<readonly number[]> =>
    (await client.pulled()).filter(({ code }) => code === 'field-label').map(({ range }) => range.start.line)
  const before = await lines()
  const onLine = await resolve(client, titled(actions, 'Disable field-label for this line'))
  const silenced = applied(bad, editsOf(onLine, 1))
  assert.match(silenced, /^[ \t]*<!-- idea-files-disable-next-line field-label -->\n- Skills: Go/m)
  client.change(2, { text: silenced })
  assert.deepEqual(
    await lines(),
    before.slice(1).map((line) => line + 1),
  )
  client.change(3, { text: bad })
  const inFile = await resolve(client, titled(actions, 'Disable field-label for this file'))
  client.change(4, { text: applied(bad, editsOf(inFile, 3)) })
  assert.deepEqual(await client.pulled(), [])
})

test('codeActions: explains a rule by a command of our own client alone', { timeout }, async () => {
  const client = await opened()
  const explain = titled(await ask(client, cursor(skills.end)), 'Explain rule field-label')
  assert.deepEqual(explain.command, {
    title: 'Explain rule field-label',
    command: 'ideaFiles.explainRule',
    arguments: ['field-label'],
  })
  const other = await opened(bad, able, null)
  assert.ok((await ask(other, cursor(skills.end))).every(({ command }) => command === undefined))
})

test('codeActions: gives whole actions, without versions, to a client that knows no better', { timeout }, async () => {
  const client = await opened(bad, plain)
  const actions = await ask(client, cursor(skills.end), ['quickfix'])
  const { edit, data } = titled(actions, fixLabel)
  assert.equal(data, undefined)
  assert.equal(edit?.documentChanges, undefined)
  assert.equal(applied(bad, edit?.changes?.[uri] ?? []), bad.replace(labels[0]![1], labels[0]![0]))
  assert.ok(actions.every((action) => action.command || action.edit))
})

test('codeActions: a client that takes commands alone gets none of ours', { timeout }, async () => {
  const client = await opened(bad, pullCapabilities)
  assert.deepEqual(await ask(client, cursor(skills.end)), [])
})

test('codeActions: offers the address that another open list has for a mentor, on request and on resolve', {
  timeout,
}, async () => {
  const listOf = (mentor: string): string =>
    `### Lantern\n\n#### Light the bells\n\n- Description: Bells are seen.\n- Recommended Skills: Go\n- Mentor(s):\n  - ${mentor}\n`
  const [older, newer] = ['2024', '2026'].map((year) => `file:///programs/summerofcode/${year}.md`)
  const client = connect()
  await client.initialize(able, {})
  client.open(listOf('Ada Fern (@ada-fern, ada@example.org)'), 1, older)
  const text = listOf('Ada Fern (@ada-fern)')
  client.open(text, 1, newer)
  const range = rangeIn(text, 'Ada Fern', 8)
  const actions: readonly CodeAction[] = await client.request('textDocument/codeAction', {
    textDocument: { uri: newer },
    range,
    context: { diagnostics: [], only: ['quickfix'] },
  })
  const { edit } = await resolve(client, titled(actions, 'Add "ada@example.org"'))
  const [change] = edit!.documentChanges as TextDocumentEdit[]
  assert.equal(change!.textDocument.uri, newer)
  assert.equal(applied(text, change!.edits as TextEdit[]), listOf('Ada Fern (@ada-fern, ada@example.org)'))
})

test('codeActions: broken requests are answered', { timeout }, async () => {
  const client = await opened()
  assert.deepEqual(
    await ask(client, { start: { line: 999, character: 0 }, end: { line: -1, character: 0 } }, ['quickfix.none']),
    [],
  )
  for (const data of [
    undefined,
    null,
    3,
    {},
    { uri: 7, job: {} },
    { uri, job: { kind: 'fix' } },
    { uri: 'file:///x', job: { kind: 'all', code: null } },
  ]) {
    const action = { title: 'Ours', data }
    assert.equal((await resolve(client, action as CodeAction)).edit, undefined)
  }
  assert.deepEqual(
    await client.request('textDocument/codeAction', { textDocument, range: cursor({ line: 0, character: 0 }) }),
    [],
  )
})

test('codeActions: explains every rule, and lists them all', { timeout }, async () => {
  const client = await opened()
  const summaries = await client.request<readonly { code: string }[]>('ideaFiles/rules')
  assert.deepEqual(
    summaries.map(({ code }) => code),
    rules.map(({ code }) => code),
  )
  for (const { code } of summaries) {
    assert.ok((await client.request<string>('ideaFiles/explain', { code })).startsWith(`# ${code}\n`))
  }
  assert.equal(await client.request('ideaFiles/explain', { code: 'unheard-of' }), null)
  assert.equal(await client.request('ideaFiles/explain'), null)
})

const sparse = `### Harbor

#### Sign images
- Description: A registry.

#### Show images
- Description: A page.
- Expected Outcome: It is there.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`
const lfx = 'file:///lfx-mentorship/2026/01-Mar-May/project_ideas.md'

test('codeActions: all missing fields are added in order, and the cursor goes into the first', { timeout }, async () => {
  const client = connect()
  await client.initialize(able, { explain: true, placeCursor: true })
  client.open(sparse, 1, lfx)
  const range = rangeIn(sparse, 'Sign images')
  const params = { textDocument: { uri: lfx }, range, context: { diagnostics: [] } }
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', params)
  const all = await resolve(client, titled(actions, 'Add all missing fields'))
  const added = applied(sparse, editsOf(all, 1, lfx))
  assert.ok(added.includes('A registry.\n- Expected Outcome: \n- Recommended Skills:\n- Mentor(s):\n  - '), added)
  assert.deepEqual(all.command?.arguments, [lfx, { line: 4, character: '- Expected Outcome: '.length }])
  const one = await resolve(client, titled(actions, 'Add the "Recommended Skills" field'))
  assert.deepEqual(one.command?.arguments, [lfx, { line: 4, character: '- Recommended Skills: '.length }])
})

test('codeActions: lines that look like an idea are made one of their project', { timeout }, async () => {
  const text = `${sparse}\nJaeger\nShow the rest\n● Description: It shows.\n● Recommended Skills: Go\n● Mentor(s): Ben Example (@ben, ben@example.org)\n`
  const client = connect()
  await client.initialize(able, { placeCursor: true })
  client.open(text, 1, lfx)
  const params = { textDocument: { uri: lfx }, range: rangeIn(text, 'Show the rest'), context: { diagnostics: [] } }
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', params)
  const made = await resolve(client, titled(actions, 'Make it an idea of Jaeger'))
  const after = applied(text, editsOf(made, 1, lfx))
  assert.ok(
    after.includes(
      '### Jaeger\n\n#### Show the rest\n- Description: It shows.\n- Expected Outcome: \n- Recommended Skills: Go\n',
    ),
    after,
  )
  assert.ok(!after.includes('●'))
  const line = after.split('\n').indexOf('- Expected Outcome: ')
  assert.deepEqual(made.command?.arguments, [lfx, { line, character: '- Expected Outcome: '.length }])
})

test('codeActions: each of the lines that look like an idea can be made one', { timeout }, async () => {
  const lines =
    'Jaeger\nShow the rest\n● Description: It shows.\n● Recommended Skills: Go\n● Mentor(s): Ben Example (@ben, ben@example.org)\n'
  const text = `${sparse}\n${lines}\nMore of it.\n`
  const client = connect()
  await client.initialize(able)
  client.open(text, 1, lfx)
  const titlesOn = async (line: string): Promise<readonly string[]> => {
    const { end } = rangeIn(text, line)
    const params = { textDocument: { uri: lfx }, range: { start: end, end }, context: { diagnostics: [] } }
    return ((await client.request<CodeAction[] | null>('textDocument/codeAction', params)) ?? []).map(({ title }) => title)
  }
  for (const line of lines.trim().split('\n'))
    assert.deepEqual(
      (await titlesOn(line)).filter((title) => title.startsWith('Make it')),
      ['Make it an idea of Jaeger'],
      line,
    )
  for (const line of ['A registry.', 'More of it.'])
    assert.ok(!(await titlesOn(line)).some((title) => title.startsWith('Make it')), line)
})

test('codeActions: a problem in the configuration file gets no comment, which JSON does not have', { timeout }, async () => {
  const client = connect()
  await client.initialize(able, { explain: true, turnOffRule: true })
  const path = 'file:///w/.idea-files.json'
  const text = '{ "rules": { "mentor-counts": "off" } }'
  client.open(text, 1, path)
  const params = { textDocument: { uri: path }, range: rangeIn(text, 'mentor-counts'), context: { diagnostics: [] } }
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', params)
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Disable invalid-configuration for the workspace', 'Explain rule invalid-configuration'],
  )
})
