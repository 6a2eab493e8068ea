import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { list } from '../support/list.ts'
import { changeMessage, command, launch, pullCapabilities, timeout, uri } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'

test('process: a process answers over stdio, and goes in order', { timeout, skip }, async () => {
  const { client, exited } = launch()
  await client.initialize(pullCapabilities)
  client.open(list)
  assert.equal((await client.pulled()).length, 1)
  assert.equal(await client.request('shutdown'), null)
  client.notify('exit', undefined)
  assert.equal(await exited, 0)
})

test('process: exit before shutdown ends with an error code', { timeout, skip }, async () => {
  const { client, exited } = launch()
  await client.initialize()
  client.notify('exit', undefined)
  assert.equal(await exited, 1)
})

test('process: a process whose client is gone ends', { timeout, skip }, async () => {
  const { client, process, exited } = launch()
  await client.initialize()
  process.stdin?.end()
  assert.equal(await exited, 1)
})

test('process: a process answers a burst of edits with few answers', { timeout, skip }, async () => {
  const { client, process, exited } = launch()
  await client.initialize()
  const first = client.published(1)
  client.open(list)
  await first
  const last = client.published(51)
  const position = { line: 2, character: 0 }
  client.send(
    ...Array.from({ length: 50 }, (_, index) =>
      changeMessage(index + 2, { range: { start: position, end: position }, text: 'x' }),
    ),
  )
  assert.equal((await last).diagnostics.length, 1)
  assert.ok(client.notifications('textDocument/publishDiagnostics').length <= 3)
  process.stdin?.end()
  await exited
})

test('process: a process lives through bytes that are no text and a message that is no message', { timeout, skip }, async () => {
  const { client, process, exited } = launch()
  await client.initialize(pullCapabilities)
  client.open(Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)).toString('latin1'))
  assert.deepEqual(await client.pulled(), [])
  process.stdin?.write('Content-Length: 9\r\n\r\n{"broken"')
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: list }] })
  assert.equal((await client.pulled()).length, 1)
  process.stdin?.end()
  await exited
})
