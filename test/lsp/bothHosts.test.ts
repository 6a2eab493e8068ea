import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { list } from '../support/list.ts'
import { pullCapabilities, TestClient, timeout, uri } from '../support/server.ts'

const file = 'dist/server.js'
const skip = existsSync(file) ? false : `${file} is not built`

const messages = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: pullCapabilities } },
  { method: 'initialized', params: {} },
  { method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text: list } } },
  { id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } },
]

interface Answer {
  readonly id?: number
  readonly result?: { readonly items?: readonly { readonly code: string }[] }
}

/** What a web worker has, and nothing of Node: no `process`, `require` or `Buffer`. */
const workerScope = (postMessage: (message: Answer) => void) => ({
  importScripts: () => assert.fail('the server is one file'),
  onmessage: undefined as ((event: { readonly data: unknown }) => void) | undefined,
  addEventListener: () => undefined,
  postMessage,
  setTimeout,
  clearTimeout,
  queueMicrotask,
  MessageChannel,
  TextDecoder,
  TextEncoder,
  URL,
  performance,
  console,
})

test('both hosts: in a process, the server answers over stdio', { timeout, skip }, async () => {
  const { stdin, stdout } = spawn(process.execPath, ['dist/start.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const client = new TestClient(stdout, stdin)
  await client.initialize(pullCapabilities)
  client.open(list)
  assert.deepEqual(
    (await client.pulled()).map(({ code }) => code),
    ['upstream-url'],
  )
  await client.request('shutdown')
  client.notify('exit', undefined)
})

test('both hosts: in the folder that the client names, a process keeps its code and what it read', {
  timeout,
  skip,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  const kept = join(folder, 'kept')
  try {
    writeFileSync(join(folder, 'ideas.md'), list)
    const reports: unknown[] = []
    for (let session = 0; session < 2; session++) {
      const server = spawn(process.execPath, ['dist/start.js', '--stdio', `--cache=${kept}`], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      const client = new TestClient(server.stdout, server.stdin)
      await client.request('initialize', {
        processId: null,
        rootUri: pathToFileURL(folder).href,
        capabilities: pullCapabilities,
      })
      client.notify('initialized', {})
      reports.push(await client.request('workspace/symbol', { query: '' }))
      await client.request('shutdown')
      client.notify('exit', undefined)
      await once(server, 'exit')
    }
    assert.ok(Array.isArray(reports[0]) && reports[0].length > 0)
    assert.deepEqual(reports[1], reports[0])
    assert.deepEqual(
      readdirSync(kept)
        .map((name) => name.slice(0, name.indexOf('-')))
        .sort(),
      ['index', 'server'],
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('both hosts: in a worker, the same file answers by messages', { timeout, skip }, async () => {
  const report = await new Promise<Answer>((resolve) => {
    const scope = workerScope((answer) => answer.id === 2 && resolve(answer))
    runInNewContext(readFileSync(file, 'utf8'), scope)
    for (const data of messages) setTimeout(() => scope.onmessage?.({ data: { jsonrpc: '2.0', ...data } }))
  })
  assert.equal(report.result?.items?.map(({ code }) => code).join(), 'upstream-url')
})
