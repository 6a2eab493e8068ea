import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { faulty, faultyPath } from '../support/cli.ts'
import { withoutModes } from '../support/links.ts'
import { command } from '../support/server.ts'

const skip = existsSync(command) ? false : 'dist/cli.js is not built'
const top = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(top, { recursive: true, force: true }))
const kept = join(top, 'kept')
const list = join(top, faultyPath)
mkdirSync(join(list, '..'), { recursive: true })
writeFileSync(list, faulty)

/** Writes at exit what V8 said of the code that it was given: `false` is taken, `true` rejected, `undefined` none. */
const probe = join(top, 'probe.cjs')
writeFileSync(
  probe,
  `const vm = require('node:vm')
const { Script } = vm
vm.Script = class extends Script {
  constructor(...words) {
    super(...words)
    require('node:fs').writeFileSync(${JSON.stringify(join(top, 'said'))}, String(this.cachedDataRejected))
  }
}`,
)

beforeEach(() => rmSync(kept, { recursive: true, force: true }))

function check(...words: readonly string[]) {
  const env = { ...process.env, IDEA_FILES_CACHE: kept }
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', probe, command, 'check', ...words, list], {
    encoding: 'utf8',
    env,
  })
  return { output: { stdout, stderr, status }, code: readFileSync(join(top, 'said'), 'utf8') }
}

const codeFile = (): string => join(kept, readdirSync(kept).find((name) => name.startsWith('check-check-')) ?? assert.fail())

test('code cache: the second run takes the code of the first, and says the same', { skip }, () => {
  const first = check()
  assert.equal(first.code, 'undefined')
  assert.equal(first.output.status, 1)
  assert.equal(first.output.stderr, '')
  const second = check()
  assert.equal(second.code, 'false')
  assert.deepEqual(second.output, first.output)
})

test('code cache: damaged code is never given to V8, and is replaced', { skip }, () => {
  const { output } = check()
  const bytes = readFileSync(codeFile())
  bytes.fill(7, bytes.length >> 1)
  writeFileSync(codeFile(), bytes)
  assert.deepEqual(check(), { output, code: 'undefined' })
  assert.deepEqual(check(), { output, code: 'false' })
})

test('code cache: with --no-cache, nothing is stored or read', { skip }, () => {
  const { output } = check('--no-cache')
  assert.equal(existsSync(kept), false)
  assert.equal(check().code, 'undefined')
  assert.deepEqual(check('--no-cache'), { output, code: 'undefined' })
})

test('code cache: a folder that others may write to is left alone', { skip: skip || withoutModes }, () => {
  const { output } = check()
  chmodSync(kept, 0o777)
  const before = readdirSync(kept)
  assert.deepEqual(check(), { output, code: 'undefined' })
  assert.deepEqual(readdirSync(kept), before)
})

test('code cache: code of a moment with other switches is left for the end of the run', {
  skip: skip || (process.versions.v8.startsWith('11.') ? false : 'this V8 has no such switch'),
}, () => {
  const moment = join(top, 'moment.cjs')
  writeFileSync(
    moment,
    `const { setFlagsFromString } = require('node:v8')
const later = setTimeout
globalThis.setTimeout = (run, delay, ...words) => {
  if (delay !== 15_000) return later(run, delay, ...words)
  setFlagsFromString('--interrupt-budget=800000')
  run()
  setFlagsFromString('--interrupt-budget=200000')
  return later(() => {}, 0)
}`,
  )
  const env = { ...process.env, IDEA_FILES_CACHE: kept }
  spawnSync(process.execPath, ['--require', moment, command, 'check', list], { env })
  assert.ok(codeFile())
})
