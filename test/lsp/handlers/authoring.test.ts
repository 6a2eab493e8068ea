import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Choices, PlanAnswer, PlanJob } from '../../../server/src/protocol/protocol.ts'
import { boldParagraphs, oneIdeaAFile } from '../../support/foreignLists.ts'
import { list } from '../../support/list.ts'
import { connect, rangeIn, type TestClient, timeout, uri } from '../../support/server.ts'

const textDocument = { uri }

const plan = (client: TestClient, text: string, job: PlanJob | object, of = uri): Promise<PlanAnswer> =>
  client.request('ideaFiles/plan', { uri: of, text, job })

/** A text after a plan, the snippet in its own syntax. */
const after = (text: string, { edits, refusal }: PlanAnswer): string => {
  assert.equal(refusal, null)
  return edits.reduceRight((now, { start, end, newText }) => now.slice(0, start) + newText + now.slice(end), text)
}

const newIdea = { kind: 'newIdea', project: 'Harbor', title: 'Sign copies', at: 0 } as const

test('authoring: plans a new idea in the text that it is given, open or not', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const closed = after(list, await plan(client, list, newIdea))
  assert.match(closed, /\n\n#### Sign copies\n\n- Description: \$\{1:what is to be built\}\n/)
  client.open(list)
  assert.equal(after(list, await plan(client, list, newIdea)), closed)
  const more = list.replace('a page with a curve', 'a page with curves')
  assert.equal(after(more, await plan(client, more, newIdea)), closed.replace('a page with a curve', 'a page with curves'))
})

test('authoring: plans a mentor who is known', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const person = { name: 'Cy Moss', handle: 'cy-moss', email: 'cy@example.org' }
  const text = after(list, await plan(client, list, { kind: 'newMentor', at: list.indexOf('Sailors asked'), person }))
  assert.ok(text.includes('  - Cy Moss (@cy-moss, cy@example.org)$0'), text)
})

test('authoring: says in a sentence why it plans nothing', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const refusal = async (text: string, job: object): Promise<string | null> => (await plan(client, text, job)).refusal
  assert.match(`${await refusal('# Notes\n', newIdea)}`, /^Choose a program for the new list\.$/)
  assert.match(`${await refusal('# Notes\n', { kind: 'sortProjects' })}`, /not an idea list/)
  assert.match(`${await refusal(list, { kind: 'newMentor', at: 3 })}`, /^Place the cursor in the idea that needs a mentor\.$/)
  assert.match(`${await refusal(list, { kind: 'syncToc' })}`, /^The table of contents is already up to date\.$/)
  assert.match(`${await refusal(list, { kind: 'somethingElse' })}`, /^Unknown command\.$/)
  assert.match(`${await refusal(list, {})}`, /^Unknown command\.$/)
  assert.equal((await plan(client, '', { ...newIdea, profile: 'gsoc' })).refusal, null)
})

test('authoring: plans all safe fixes, in the given text', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const flawed = list.replace('](#show-the-tide)', '](#show-a-tide)')
  assert.notEqual(flawed, list)
  assert.equal(after(flawed, await plan(client, flawed, { kind: 'fixAll' })), list)
  assert.match(`${(await plan(client, list, { kind: 'fixAll' })).refusal}`, /^There are no safe fixes left\./)
  assert.match(`${(await plan(client, '# Notes\n', { kind: 'fixAll' })).refusal}`, /not an idea list/)
})

test('authoring: offers the projects of the list with their titles, the known ones and the programmes', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const choices = await client.request<Choices>('ideaFiles/choices', { uri, text: list })
  assert.deepEqual(choices.here, [
    { name: 'Harbor', titles: ['Show the tide', 'Read old logs'] },
    { name: 'Jaeger', titles: ['Ring the bell 🔔'] },
  ])
  assert.equal(choices.known.find(({ name }) => name === 'Jaeger')?.maturity, 'graduated')
  assert.deepEqual([choices.ideaList, choices.profile, choices.programmes.length], [true, null, 5])
  const fresh = await client.request<Choices>('ideaFiles/choices', { uri: 'file:///programs/summerofcode/2027.md', text: '' })
  assert.deepEqual([fresh.ideaList, fresh.profile, fresh.here], [false, 'gsoc', []])
})

const [manual, afterDelay, focusOut] = [1, 2, 3]
const willSave = (client: TestClient, reason: number): Promise<readonly TextEdit[]> =>
  client.request('textDocument/willSaveWaitUntil', { textDocument, reason })

const row = '  - [Read old logs](#read-old-logs)\n'
const idea = list.slice(list.indexOf('#### Read old logs'), list.indexOf('### Jaeger'))

/** A document as the client has it; before a save the server's edits are applied. */
class Saved {
  readonly #client: TestClient
  #document: TextDocument

  constructor(client: TestClient, text: string) {
    this.#client = client
    this.#document = TextDocument.create(uri, 'markdown', 1, text)
    client.open(text)
  }

  get text(): string {
    return this.#document.getText()
  }

  replace(from: string, to: string): void {
    assert.ok(this.text.includes(from), `${from} is not there`)
    this.#apply([{ range: rangeIn(this.text, from), newText: to }])
  }

  /** The text comes from disk, as after `git checkout`; our own client says so. */
  async reload(text: string): Promise<void> {
    const end = this.#document.positionAt(this.text.length)
    this.#apply([{ range: { start: { line: 0, character: 0 }, end }, newText: text }])
    const { version } = this.#document
    await this.#client.request('ideaFiles/reloaded', { textDocument: { uri, version } })
  }

  async save(reason = manual): Promise<string> {
    const edits = await willSave(this.#client, reason)
    if (edits.length > 0) this.#apply(edits)
    this.#client.notify('textDocument/didSave', { textDocument })
    return this.text
  }

  #apply(edits: readonly TextEdit[]): void {
    const version = this.#document.version + 1
    // changes count one after the other, edits all in the text as it was
    const changes = [...edits].sort((a, b) => this.#document.offsetAt(b.range.start) - this.#document.offsetAt(a.range.start))
    const contentChanges = changes.map(({ range, newText }) => ({ range, text: newText }))
    this.#document = TextDocument.update(this.#document, contentChanges, version)
    this.#client.change(version, ...contentChanges)
  }
}

async function opened(text: string, updateOnSave?: string): Promise<Saved> {
  const client = connect()
  client.answers.set('workspace/configuration', () => [updateOnSave === undefined ? {} : { toc: { updateOnSave } }])
  await client.initialize(updateOnSave === undefined ? {} : { workspace: { configuration: true } })
  const saved = new Saved(client, text)
  // by then the settings are known
  await client.request('textDocument/foldingRange', { textDocument })
  return saved
}

test('authoring: registers for saves', { timeout }, async () => {
  const { capabilities } = await connect().initialize()
  assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true, willSaveWaitUntil: true })
})

test('authoring: a save keeps a table in step that was so: renamed, new, moved and removed ideas', { timeout }, async () => {
  const it = await opened(list)
  it.replace('#### Read old logs', '#### Read new logs')
  const renamed = list.replace('#### Read old', '#### Read new').replace(row, '  - [Read new logs](#read-new-logs)\n')
  assert.equal(await it.save(), renamed)
  it.replace('### Jaeger\n', '### Jaeger\n\n#### Count ships\n\n- Description: x\n- Mentor(s):\n  - Gil Brook (@gil)\n')
  assert.match(await it.save(), /- \[Jaeger\]\(#jaeger\)\n {2}- \[Count ships\]\(#count-ships\)\n {2}- \[Ring the bell/)
  it.replace(idea.replace('old', 'new'), '')
  assert.match(await it.save(), /\(#show-the-tide\)\n- \[Jaeger\]/)
})

test('authoring: a save changes nothing in a file without a change, nor where the table was out of step', {
  timeout,
}, async () => {
  const good = await opened(list)
  assert.equal(await good.save(), list)
  const stale = list.replace(row, '')
  const it = await opened(stale)
  assert.equal(await it.save(), stale)
  it.replace('a reader', 'a quick reader')
  assert.equal(await it.save(), stale.replace('a reader', 'a quick reader'))
})

test('authoring: a save by the editor itself changes no table, and the next by hand does', { timeout }, async () => {
  const it = await opened(list)
  it.replace('#### Read old logs', '#### Read all logs')
  const typed = list.replace('#### Read old', '#### Read all')
  assert.equal(await it.save(afterDelay), typed)
  assert.equal(await it.save(focusOut), typed)
  assert.equal(await it.save(), typed.replace(row, '  - [Read all logs](#read-all-logs)\n'))
})

test('authoring: a table that was fixed by hand is kept in sync from the next save on', { timeout }, async () => {
  const it = await opened(list.replace(row, ''))
  it.replace('(#show-the-tide)\n', `(#show-the-tide)\n${row}`)
  assert.equal(await it.save(), list)
  it.replace('#### Read old logs', '#### Read all logs')
  assert.match(await it.save(), /- \[Read all logs\]\(#read-all-logs\)\n/)
})

test('authoring: an undo to a text before the last save brings back whether its table was in step', { timeout }, async () => {
  const stale = list.replace(row, '')
  const it = await opened(stale)
  it.replace('(#show-the-tide)\n', `(#show-the-tide)\n${row}`)
  assert.equal(await it.save(), list)
  it.replace(row, '')
  assert.equal(it.text, stale)
  it.replace('a reader', 'a quick reader')
  assert.equal(await it.save(), stale.replace('a reader', 'a quick reader'))
})

test('authoring: an undo within what was typed since the last save changes nothing of that', { timeout }, async () => {
  const it = await opened(list)
  it.replace('#### Read old logs', '#### Read all logs')
  it.replace('a reader', 'a quick reader')
  it.replace('a quick reader', 'a reader')
  assert.match(await it.save(), /- \[Read all logs\]\(#read-all-logs\)\n/)
})

test('authoring: a text from disk says again whether its table is in step', { timeout }, async () => {
  const stale = list.replace(row, '').replace('a reader', 'a calm reader')
  const it = await opened(list)
  await it.reload(stale)
  it.replace('a calm reader', 'a quick reader')
  assert.equal(await it.save(), stale.replace('a calm reader', 'a quick reader'))
  await it.reload(list)
  it.replace('#### Read old logs', '#### Read all logs')
  assert.match(await it.save(), /- \[Read all logs\]\(#read-all-logs\)\n/)
})

test('authoring: no table is made, and a link to something else is left to its author', { timeout }, async () => {
  const bare = list.replace(/## Table[\s\S]*?## Template/, '## Template')
  const it = await opened(bare)
  it.replace('#### Read old logs', '#### Read all logs')
  assert.equal(await it.save(), bare.replace('#### Read old', '#### Read all'))
  const linked = list.replace('- [Jaeger]', '- [How to apply](#how-to-apply)\n- [Jaeger]')
  const other = await opened(linked)
  other.replace('## How to apply', '## How to take part')
  assert.equal(await other.save(), linked.replace('## How to apply', '## How to take part'))
})

test('authoring: the setting says when: always, or never', { timeout }, async () => {
  const stale = list.replace(row, '')
  const always = await opened(stale, 'always')
  assert.equal(await always.save(), list)
  const never = await opened(list, 'never')
  never.replace('#### Read old logs', '#### Read all logs')
  assert.equal(await never.save(), list.replace('#### Read old', '#### Read all'))
})

test('authoring: a save that always updates has no second entry for a renamed idea, whatever else was wrong in the table', {
  timeout,
}, async () => {
  const first = '  - [Show the tide](#show-the-tide)\n'
  const dead = '  - [Mend the nets](#mend-the-nets)\n'
  const others: Readonly<Record<string, string>> = {
    'an entry is missing': list.replace(first, ''),
    'another entry is dead': list.replace(row, `${dead}${row}`),
    'an entry next to it is missing, and another is dead': list.replace(first, dead),
    'the order is another': list.replace(`${first}${row}`, `${row}${first}`),
  }
  for (const [name, stale] of Object.entries(others)) {
    const it = await opened(stale, 'always')
    it.replace('#### Read old logs', '#### Read new logs')
    const saved = await it.save()
    assert.ok(saved.includes('  - [Read new logs](#read-new-logs)\n'), name)
    assert.ok(!saved.includes('#read-old-logs'), name)
    assert.equal(saved.includes(dead), name === 'another entry is dead', name)
    assert.equal(saved.split('(#read-new-logs)').length, 2, name)
  }
})

test('authoring: a code action does it at once, where it is asked for and where it is needed', { timeout }, async () => {
  const client = connect()
  await client.initialize({
    workspace: { workspaceEdit: { documentChanges: true } },
    textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
  })
  const ask = (text: string, version: number, place: string, only?: readonly string[]): Promise<readonly CodeAction[]> => {
    client.open(text, version)
    return client.request('textDocument/codeAction', {
      textDocument,
      range: rangeIn(text, place),
      context: { diagnostics: [], ...(only && { only }) },
    })
  }
  const stale = list.replace(row, '')
  const [source, ...more] = await ask(stale, 1, 'Sailors', ['source.syncToc'])
  assert.ok(source && more.length === 0)
  assert.deepEqual([source.title, source.kind], ['Update the table of contents', 'source.syncToc.ideaFiles'])
  const [change] = (source.edit?.documentChanges ?? []) as readonly TextDocumentEdit[]
  assert.equal(TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, stale), change!.edits as TextEdit[]), list)
  client.close()
  const inside = await ask(stale, 2, '[Show the tide]', ['refactor'])
  assert.deepEqual(
    inside.map(({ kind }) => kind),
    ['refactor.rewrite'],
  )
  client.close()
  const good = await ask(list, 3, '[Show the tide]', ['source.syncToc', 'refactor'])
  assert.deepEqual(good, [])
})

test('authoring: a new idea in a folder of files is a file next to the one that is open', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const { target, edits, refusal } = await plan(client, oneIdeaAFile, { ...newIdea, project: '' }, 'file:///ideas/lamp.md')
  assert.deepEqual([refusal, target], [null, { uri: 'file:///ideas/sign-copies.md', text: null, isReviewed: false }])
  assert.match(edits[0]!.newText, /^---\ntitle: Sign copies\n/)
})

test('authoring: an idea pasted into a list with a file for each comes into a new file', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const plain = 'Sign copies\nDescription: Nobody knows who made one.\nMentors: Ada Fern (@ada-fern)\nSkills: Go\n'
  const job = { kind: 'pasteIdea', at: 0, plain, html: '' } as const
  const { target, refusal } = await plan(client, oneIdeaAFile, job, 'file:///ideas/lamp.md')
  assert.deepEqual([refusal, target], [null, { uri: 'file:///ideas/sign-copies.md', text: null, isReviewed: false }])
})

test('authoring: an idea that names no project is pasted into the one that the user picks', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const uri = 'file:///programs/summerofcode/2026.md'
  const list = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
  const plain = 'Sign copies\nDescription: Nobody knows who made one.\nMentors: Ada Fern (@ada-fern)\nSkills: Go\n'
  const job = { kind: 'pasteIdea', at: 0, plain, html: '' } as const
  const refused = await plan(client, list, job, uri)
  assert.equal(refused.needs, 'project')
  assert.match(refused.refusal ?? '', /does not name a project/)
  for (const project of ['OpenCost', 'Harbor']) {
    const made = await plan(client, list, { ...job, project }, uri)
    assert.equal(made.needs, undefined)
    const text = after(list, made)
    assert.match(text.slice(text.indexOf(`#### ${project}\n`)), /^#### .*\n(?:(?!#### )[^\n]*\n)*##### Sign copies\n/)
  }
  const named = await plan(client, list, { ...job, plain: `Flux\n${plain}`, project: 'OpenCost' }, uri)
  const text = after(list, named)
  assert.ok(text.indexOf('##### Sign copies') < text.indexOf('#### KEDA'))
  assert.equal((await plan(client, list, { ...job, plain: 'Hello' }, uri)).needs, undefined)
})

test('authoring: an idea is pasted into an empty file as the first of a list, whose program the user picks', {
  timeout,
}, async () => {
  const client = connect()
  await client.initialize()
  const plain = 'Sign copies\nDescription: Nobody knows who made one.\nMentors: Ada Fern (@ada-fern)\nSkills: Go\n'
  const job = { kind: 'pasteIdea', at: 0, plain, html: '' } as const
  const refused = await plan(client, '', job, 'file:///notes/new.md')
  assert.equal(refused.needs, 'profile')
  const nameless = await plan(client, '', { ...job, profile: 'gsoc' }, 'file:///notes/new.md')
  assert.equal(nameless.needs, 'project')
  const made = await plan(client, '', { ...job, profile: 'gsoc', project: 'Harbor' }, 'file:///notes/new.md')
  assert.match(after('', made), /^# Google Summer of Code\n[\s\S]*\n### Harbor\n\n#### Sign copies\n/)
})

test('authoring: code in a pasted idea is not fixed', { timeout }, async () => {
  const code = [
    '•\tSkills : none',
    '* [ ] **Mentors**: @ada,ada@example.org',
    'Size:175h',
    '##### Title',
    '  two  spaces   ',
    '-x',
    '<b>',
  ]
  const block = ['```', ...code, '```']
  const client = connect()
  await client.initialize()
  for (const [list, uri] of [
    [readFileSync('examples/programs/summerofcode/2026.md', 'utf8'), 'file:///programs/summerofcode/2026.md'],
    [boldParagraphs, 'file:///ideas.md'],
  ] as const) {
    const plain = `OpenCost\nSign copies\nDescription: Nobody knows who made one.\n${block.join('\n')}\nMentors: Ada Fern (@ada-fern)\nSkills: Go\n`
    const text = after(list, await plan(client, list, { kind: 'pasteIdea', at: 0, plain, html: '' }, uri))
    const indent = list === boldParagraphs ? '' : '  '
    assert.ok(text.includes(block.map((line) => indent + line).join('\n')), text)
  }
})

test('authoring: the form of a list is added to a new configuration file in the given folder, or to the nearest one', {
  timeout,
}, async () => {
  const path = 'file:///w/docs/ideas.md'
  const adopt = { kind: 'adoptForm', folder: 'file:///w' } as const
  const client = connect()
  await client.initialize()
  const made = await plan(client, boldParagraphs, adopt, path)
  assert.deepEqual(made.target, { uri: 'file:///w/.idea-files.json', text: null, isReviewed: true })
  const { programs } = JSON.parse(after('', made))
  assert.deepEqual(programs.ideas.files, ['docs/ideas.md'])
  const elsewhere = await plan(client, boldParagraphs, { ...adopt, folder: 'file:///other' }, path)
  assert.equal(elsewhere.target?.uri, 'file:///w/docs/.idea-files.json')

  const known = '{\n  // ours\n  "rules": { "mentor-count": "off" }\n}\n'
  const second = connect()
  second.answers.set('ideaFiles/readFile', ({ uri: asked }: { uri: string }) =>
    asked === 'file:///w/.idea-files.json' ? known : null,
  )
  await second.initialize({}, { files: true })
  const added = await plan(second, boldParagraphs, adopt, path)
  assert.deepEqual(added.target, { uri: 'file:///w/.idea-files.json', text: known, isReviewed: true })
  const text = after(known, added)
  assert.ok(text.startsWith('{\n  // ours\n  "rules": { "mentor-count": "off" },\n  "programs": {\n    "ideas": {'), text)
})

test('authoring: a rule is turned off in the nearest configuration file, or in a new one in the workspace folder', {
  timeout,
}, async () => {
  const path = 'file:///w/docs/ideas.md'
  const job = { kind: 'turnOffRule', folder: 'file:///w', code: 'mentor-count' } as const
  const client = connect()
  await client.initialize()
  const made = await plan(client, list, job, path)
  assert.deepEqual(made.target, { uri: 'file:///w/.idea-files.json', text: null, isReviewed: true })
  assert.deepEqual(JSON.parse(after('', made)), { rules: { 'mentor-count': 'off' } })

  const known = '{\n  // ours\n  "projects": ["Bells"]\n}\n'
  const second = connect()
  second.answers.set('ideaFiles/readFile', ({ uri: asked }: { uri: string }) =>
    asked === 'file:///w/docs/.idea-files.json' ? known : null,
  )
  await second.initialize({}, { files: true })
  const added = await plan(second, list, job, path)
  assert.deepEqual(added.target, { uri: 'file:///w/docs/.idea-files.json', text: known, isReviewed: true })
  assert.equal(after(known, added), known.replace('"]', '"],\n  "rules": {\n    "mentor-count": "off"\n  }'))
  const third = connect()
  third.answers.set('ideaFiles/readFile', () => '{ "rules": ')
  await third.initialize({}, { files: true })
  assert.match(`${(await plan(third, list, job, path)).refusal}`, /not valid/)
})

test('authoring: a list whose form is known, and a file that is not a list, have no form to adopt', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const refusal = async (text: string): Promise<string> =>
    `${(await plan(client, text, { kind: 'adoptForm', folder: '' })).refusal}`
  assert.match(await refusal(list), /template/)
  assert.match(await refusal('# Notes\n'), /not an idea list/)
})
