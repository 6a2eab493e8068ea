import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeList } from '../support/generatedList.ts'
import { command, launch, pullCapabilities, timeout } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'

/** Writes at exit how large the young generation of the heap has been, in MB: V8 may let an idle one shrink. */
const probe = `const { getHeapSpaceStatistics } = require('node:v8')
const now = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size / 1024 / 1024
let largest = 0
const look = () => { largest = Math.max(largest, now()) }
setInterval(look, 20).unref()
process.on('exit', () => {
  look()
  require('node:fs').writeFileSync(require('node:path').join(__dirname, 'size'), String(largest))
})`

/** How large the young generation of a server is after it has read a list of so many bytes, in MB. */
async function youngGenerationAfter(bytes: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
  try {
    writeFileSync(join(folder, 'probe.cjs'), probe)
    const { client, exited } = launch(['--require', join(folder, 'probe.cjs')])
    await client.initialize(pullCapabilities)
    client.open(makeList({ bytes, seed: 1, findingsAtMost: 10 }))
    await client.pulled()
    await client.request('shutdown')
    client.notify('exit', undefined)
    await exited
    return readFileSync(join(folder, 'size'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('limitHeap: the young generation of a server has its size from the start', { timeout, skip }, async () => {
  // 1 MB without the growth at the start
  assert.equal(await youngGenerationAfter(5000), '8')
})

test('makeRoomFor: the young generation is larger for a large list, and grows no further', { timeout, skip }, async () => {
  // 32 MB without the limit
  assert.equal(await youngGenerationAfter(1_000_000), '16')
})
