import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { FileChangeType } from 'vscode-languageserver'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { type PasteOffer, pasteRequest } from '../../../server/src/protocol/paste.ts'
import {
  type FixListsParams,
  fixListsRequest,
  type ListFixes,
  type ProblemList,
  problemsChangedNotification,
  problemsRequest,
} from '../../../server/src/protocol/problems.ts'
import { type PlanAnswer, planRequest } from '../../../server/src/protocol/protocol.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { list } from '../../support/list.ts'
import { connect, pullCapabilities, timeout, uri } from '../../support/server.ts'

const host = { readFile: nodeFolders.read, folders: nodeFolders }
const applied = (text: string, edits: ListFixes['edits']): string =>
  applyEdits(
    text,
    edits.map(({ start, end, newText }) => ({ span: { start, end }, newText })),
  )

test('problems: those of all lists with their ideas, and the fixes of what is safe', { timeout }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'summerofcode'))
  const spelled = list.replace('- Recommended Skills: Python', '- Skills: Python')
  writeFileSync(join(folder, 'summerofcode/2026.md'), list)
  writeFileSync(join(folder, 'summerofcode/2025.md'), spelled)
  const client = connect(host)
  const rootUri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri: rootUri, name: 'folder' }]
  const initializationOptions = { status: true }
  await client.request('initialize', {
    processId: null,
    rootUri,
    capabilities: pullCapabilities,
    workspaceFolders,
    initializationOptions,
  })
  client.notify('initialized', {})
  const loaded = client.notification(problemsChangedNotification)
  const found = await client.request<readonly ProblemList[]>(problemsRequest, {})
  assert.deepEqual(
    found.map(({ label, problems }) => [label, problems.map(({ code, idea, hasFix }) => `${code}: ${idea}: ${hasFix}`)]),
    [
      ['GSoC 2026', ['upstream-url: Jaeger › Ring the bell 🔔: false']],
      ['GSoC 2025', ['field-label: Harbor › Read old logs: true', 'upstream-url: Jaeger › Ring the bell 🔔: false']],
    ],
  )
  await loaded
  await client.request(problemsRequest, {})
  const changed = client.notification(problemsChangedNotification)
  const newer = pathToFileURL(join(folder, 'summerofcode/2026.md')).href
  writeFileSync(join(folder, 'summerofcode/2026.md'), spelled)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: newer, type: FileChangeType.Changed }] })
  await changed
  const [first] = await client.request<readonly ProblemList[]>(problemsRequest, {})
  assert.deepEqual(
    first?.problems.map(({ code }) => code),
    ['field-label', 'upstream-url'],
    'a change on disk is reported, and the problems are those of the file',
  )
  writeFileSync(join(folder, 'summerofcode/2026.md'), list)
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: newer, type: FileChangeType.Changed }] })
  const [fixes, ...others] = await client.request<readonly ListFixes[]>(fixListsRequest, {})
  assert.equal(others.length, 0)
  assert.equal(fixes?.text, spelled)
  assert.equal(applied(spelled, fixes.edits), list)
  // what the filter of the view leaves out is not fixed
  const fixesOf = (params: FixListsParams) => client.request<readonly ListFixes[]>(fixListsRequest, params)
  const problems = found.find((each) => each.uri === fixes.uri)!.problems
  assert.deepEqual(await fixesOf({ lists: [{ uri: fixes.uri, problems }] }), [fixes])
  const otherProblems = problems.filter(({ code }) => code !== 'field-label')
  assert.deepEqual(await fixesOf({ lists: [{ uri: fixes.uri, problems: otherProblems }] }), [])
  assert.deepEqual(await fixesOf({ lists: [{ uri: newer, problems }] }), [])
  assert.deepEqual(await fixesOf({ lists: [] }), [])
})

test('problems: those of a project file that is not open are first', { timeout }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'summerofcode'))
  writeFileSync(join(folder, 'summerofcode/2026.md'), list)
  writeFileSync(join(folder, 'summerofcode/2025.md'), list)
  const path = join(folder, '.idea-files.json')
  writeFileSync(path, '{"rules": {"upstream-url": "of"},\n')
  const client = connect(host)
  const rootUri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri: rootUri, name: 'folder' }]
  await client.request('initialize', { processId: null, rootUri, capabilities: pullCapabilities, workspaceFolders })
  client.notify('initialized', {})
  const found = async () =>
    (await client.request<readonly ProblemList[]>(problemsRequest, {})).map(({ label, problems }) => [
      label,
      problems.map(({ code, range }) => `${code} ${range.start.line}`),
    ])
  const ofLists = [
    ['GSoC 2026', ['upstream-url 67']],
    ['GSoC 2025', ['upstream-url 67']],
  ]
  assert.deepEqual(await found(), [['.idea-files.json', ['invalid-configuration 0', 'invalid-configuration 1']], ...ofLists])
  assert.deepEqual(await client.request(problemsRequest, { changed: [] }), [])
  const changed = client.notification(problemsChangedNotification)
  writeFileSync(path, '{"rules": {"mentor-email": "off"}}\n')
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path).href, type: FileChangeType.Changed }] })
  await changed
  assert.deepEqual(await found(), ofLists)
})

test('problems: of two that a rule reports in one list, only the one that is shown is fixed', { timeout }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'summerofcode'))
  // what others wrote: a label before, and entries of the table that are missing
  const contents = list.match(/^ *- \[.*\]\(#.*\)\n/gm)!
  const before = list
    .replace('- Recommended Skills: Python', '- Skills: Python')
    .replace(contents[2]!, '')
    .replace(contents.at(-1)!, '')
  const mine = 'Skills: Go, TypeScript and CSS'
  const after = before.replace(`Recommended ${mine}`, mine)
  writeFileSync(join(folder, 'summerofcode/2026.md'), before)
  const client = connect(host)
  const rootUri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri: rootUri, name: 'folder' }]
  await client.request('initialize', { processId: null, rootUri, capabilities: pullCapabilities, workspaceFolders })
  client.notify('initialized', {})
  const at = pathToFileURL(join(folder, 'summerofcode/2026.md')).href
  client.open(after, 1, at)
  const fixedOf = async (lists: FixListsParams['lists']) => {
    const [fixes] = await client.request<readonly ListFixes[]>(fixListsRequest, { lists })
    return fixes && applied(after, fixes.edits)
  }
  const changed = [{ uri: at, before }]
  const shown = await client.request<readonly ProblemList[]>(problemsRequest, { changed })
  assert.deepEqual(
    shown.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ['field-label'],
  )
  assert.equal(await fixedOf(shown), before, 'the label of others stays')
  const all = await client.request<readonly ProblemList[]>(problemsRequest, {})
  const entries = all[0]!.problems.filter(({ code }) => code === 'toc-entry-missing')
  assert.equal(entries.length, 2)
  const withEntry = await fixedOf([{ uri: at, problems: entries.slice(0, 1) }])
  assert.equal(withEntry, after.replace(contents[1]!, contents[1]! + contents[2]!), 'one entry of two')
})

test('problems: only what was changed, as --changed-since has it', { timeout }, async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'summerofcode'))
  // a problem of an old idea, and two more in the one below: only the changed field is mine
  const before = list.replace('- Recommended Skills: Python', '- Skills: Python')
  const after = before.replace('Recommended Skills: Go, TypeScript and CSS', 'Skills: Go, TypeScript and CSS')
  const [path, other] = [join(folder, 'summerofcode/2026.md'), join(folder, 'summerofcode/2025.md')]
  writeFileSync(path, before)
  writeFileSync(other, before)
  const client = connect(host)
  const rootUri = pathToFileURL(folder).href
  const workspaceFolders = [{ uri: rootUri, name: 'folder' }]
  await client.request('initialize', { processId: null, rootUri, capabilities: pullCapabilities, workspaceFolders })
  client.notify('initialized', {})
  const at = pathToFileURL(path).href
  const ask = async (base: string | null) => {
    const changed = [{ uri: at, before: base }]
    const found = await client.request<readonly ProblemList[]>(problemsRequest, { changed })
    return found.flatMap(({ label, problems }) => problems.map(({ code, range }) => `${label}: ${code} ${range.start.line}`))
  }
  const lineOf = (text: string, piece: string): number => text.slice(0, text.indexOf(piece)).split('\n').length - 1
  assert.deepEqual(await ask(before), [], 'nothing has changed')
  assert.equal((await ask(null)).length, 2, 'a new file is mine')
  // unsaved text counts
  client.open(after, 1, at)
  assert.deepEqual(await ask(before), [`GSoC 2026: field-label ${lineOf(after, 'Skills: Go, TypeScript')}`])
  const without = before.replace('- Expected Outcome: a reader', '- See: a reader')
  client.close(at)
  client.open(without, 2, at)
  const [missing, ...rest] = await ask(before)
  assert.equal(missing, `GSoC 2026: missing-field ${lineOf(without, '#### Read old logs')}`, 'what an idea lacks since then')
  assert.deepEqual(
    rest.filter((each) => !each.endsWith(` ${lineOf(without, '- See')}`)),
    [],
  )
})

const copied = `Harbor
Count the ships
● Description: Nobody counts them.
● Expected Outcome: A number.
● Skills: Go
● Size: 350 hours
● Mentors:
○ Ada Fern (@ada-fern, ada@example.org)
○ Bo Reed, bo-reed, bo@example.org
● Upstream Issue: harbor-light/harbor#13
`

test('paste: what is safe to fix in a pasted idea is fixed in the same step', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  client.open(list)
  const job = { kind: 'pasteIdea', at: 0, plain: copied, html: '' }
  const plan = await client.request<PlanAnswer>(planRequest, { uri, text: list, job })
  assert.equal(plan.refusal, null)
  const text = applied(list, plan.edits)
  assert.ok(
    text.includes(`#### Count the ships

- Description: Nobody counts them.
- Expected Outcome: A number.
- Recommended Skills: Go
- Expected project size: large (~350 hour projects)
- Mentor(s):
  - Ada Fern (@ada-fern, ada@example.org)
  - Bo Reed (@bo-reed, bo@example.org)
- Upstream Issue (URL): https://github.com/harbor-light/harbor/issues/13
`),
    text,
  )
  const [offer] = await client.request<readonly PasteOffer[]>(pasteRequest, { uri, text: list, at: 0, plain: copied, html: '' })
  assert.equal(offer?.kind, 'idea')
  assert.equal(applied(list, offer.edits), text)
  // no field is empty: the cursor goes to the title
  const title = text.indexOf('#### Count the ships') + 5
  assert.deepEqual([plan.cursor, offer.cursor], [title, title])
})

test('problems: what is offered for a paste', { timeout }, async () => {
  const client = connect()
  await client.initialize()
  const offered = async (path: string, text: string, plain: string): Promise<readonly string[]> => {
    const params = { uri: `file:///programs/${path}`, text, at: text.length, plain, html: '' }
    return (await client.request<readonly PasteOffer[]>(pasteRequest, params)).map(({ kind }) => kind)
  }
  const gsoc = readFileSync('examples/programs/summerofcode/2026.md', 'utf8')
  const fields = '- Description: It lints.\n- Recommended Skills: Go\n- Mentor(s):\n  - Pat Ho (@patho, pat@ho.example)\n'
  const copied = `## Falco\n\n### Rule linter\n\n${fields}`
  const list = 'summerofcode/2026.md'
  assert.deepEqual(await offered(list, gsoc, copied), ['idea'])
  const own = /#### OpenCost\n\n(##### [\s\S]*?)(?=\n####|$)/.exec(gsoc)![1]!
  assert.deepEqual(await offered(list, gsoc.replace(own, ''), own), [], 'it was written for this list')
  assert.deepEqual(await offered('summerofcode/2027.md', '', copied), ['idea'])
  assert.deepEqual(await offered('notes/new.md', '', copied), [], 'the program is not known')
  assert.deepEqual(await offered('summerofcode/2027.md', '# Notes\n\nNone.\n', copied), [])
})
