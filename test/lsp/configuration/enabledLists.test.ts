import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { nodeFolders } from '../../../server/src/platform/nodeFolders.ts'
import { type IdeasAnswer, ideasChangedNotification, ideasRequest } from '../../../server/src/protocol/ideas.ts'
import {
  type FindingsOverview,
  type Overview,
  overviewFindingsRequest,
  overviewRequest,
} from '../../../server/src/protocol/overview.ts'
import { type ProblemList, problemsRequest } from '../../../server/src/protocol/problems.ts'
import { list } from '../../support/list.ts'
import { connect, pullCapabilities, timeout } from '../../support/server.ts'

test('enabled lists: a folder that is switched off is in no view, until it is switched on', { timeout }, async (context) => {
  const parent = mkdtempSync(join(tmpdir(), 'idea-files-'))
  context.after(() => rmSync(parent, { recursive: true, force: true }))
  const [here, there] = ['here', 'there'].map((name) => {
    mkdirSync(join(parent, name, 'summerofcode'), { recursive: true })
    writeFileSync(join(parent, name, 'summerofcode/2026.md'), list)
    return pathToFileURL(join(parent, name)).href
  })
  let off = [there]
  const client = connect({ readFile: nodeFolders.read, folders: nodeFolders })
  client.answers.set('workspace/configuration', ({ items }: { items: readonly { scopeUri: string }[] }) =>
    items.map(({ scopeUri }) => ({ enable: !off.some((folder) => scopeUri.startsWith(folder!)) })),
  )
  await client.request('initialize', {
    processId: null,
    rootUri: here,
    workspaceFolders: [here, there].map((uri, index) => ({ uri, name: String(index) })),
    capabilities: { ...pullCapabilities, workspace: { workspaceFolders: true, configuration: true } },
    initializationOptions: { status: true },
  })
  client.notify('initialized', {})
  const shown = async () => {
    // it waits for all lists
    const problems = await client.request<readonly ProblemList[]>(problemsRequest, {})
    const overview = await client.request<Overview>(overviewRequest, { year: null })
    const findings = await client.request<FindingsOverview>(overviewFindingsRequest, { year: null })
    const ideas = await client.request<IdeasAnswer>(ideasRequest, {})
    const symbols = await client.request<readonly unknown[]>('workspace/symbol', { query: 'Read old logs' })
    return [problems.length, overview.totals.lists, overview.lists.length, findings.total, ideas.lists.length, symbols.length]
  }
  assert.deepEqual(await shown(), [1, 1, 1, 1, 1, 1])
  off = [here, there]
  const gone = client.notification(ideasChangedNotification)
  client.notify('workspace/didChangeConfiguration', { settings: null })
  await gone
  assert.deepEqual(await shown(), [0, 0, 0, 0, 0, 0])
  off = []
  const back = client.notification(ideasChangedNotification)
  client.notify('workspace/didChangeConfiguration', { settings: null })
  await back
  assert.deepEqual(await shown(), [2, 2, 2, 2, 2, 2])
})
