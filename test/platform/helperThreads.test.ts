import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { shareTasks, takeTasks } from '../../server/src/platform/helperThreads.ts'
import { runOn } from '../support/cli.ts'
import { makeWorkspace } from '../support/generatedWorkspace.ts'
import { command } from '../support/server.ts'

const needs = availableParallelism() > 1 ? (existsSync(command) ? false : 'dist/cli.js is not built') : 'there is one processor'
const top = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(top, { recursive: true, force: true }))
const place = join(top, 'lists')
const kept = join(top, 'kept')

/** Notes that a helper has started; with FAIL it ends before it does anything. */
const probe = join(top, 'probe.cjs')
writeFileSync(
  probe,
  `if (!require('node:worker_threads').isMainThread) {
  require('node:fs').appendFileSync(${JSON.stringify(join(top, 'started'))}, '+')
  if (process.env.FAIL) throw new Error('no')
}`,
)

// a third of it is enough for a helper
const files = Object.fromEntries([...makeWorkspace(1)].filter(([path]) => /202[3-6]/.test(path)))
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(place, path)), { recursive: true })
  writeFileSync(join(place, path), text)
}

function check(env: NodeJS.ProcessEnv = {}) {
  rmSync(join(top, 'started'), { force: true })
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', probe, command, 'check', '.'], {
    cwd: place,
    encoding: 'utf8',
    env: { ...process.env, IDEA_FILES_CACHE: kept, ...env },
  })
  const started = existsSync(join(top, 'started')) ? readFileSync(join(top, 'started'), 'utf8').length : 0
  return { ran: { code: status, out: stdout, err: stderr }, started }
}

test('helpers: a check of many lists starts some, and says the same as one without', { skip: needs }, async () => {
  const expected = await runOn(files, ['check', '.'])
  const first = check()
  assert.deepEqual(first.ran, expected)
  assert.ok(first.started > 0)
  // the code of the first run fits in spite of the threads, and its results are all that the next one needs
  assert.ok(readdirSync(kept).some((name) => name.startsWith('check-check-')))
  assert.deepEqual(check(), { ran: expected, started: 0 })
  const failing = check({ FAIL: '1', IDEA_FILES_CACHE: 'off' })
  assert.deepEqual(failing.ran, expected)
  assert.ok(failing.started > 0)
})

test('helpers: each task is taken once', () => {
  const shared = shareTasks(['a', 'b', 'c', 'd', 'e'], null)
  const copy = structuredClone(shared)
  const [one, other] = [takeTasks(shared), takeTasks(copy)]
  assert.deepEqual([one.next().value, other.next().value, other.next().value], ['a', 'b', 'c'])
  assert.deepEqual([...one], ['d', 'e'])
  assert.deepEqual([...other], [])
})
