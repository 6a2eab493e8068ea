import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type CliConfiguration, createCliConfiguration } from '../../../server/src/cli/input/configuration.ts'
import { findFiles } from '../../../server/src/cli/input/findFiles.ts'
import type { Io } from '../../../server/src/cli/io/io.ts'
import { checkLists } from '../../../server/src/cli/lists/checkLists.ts'
import { exportLists } from '../../../server/src/cli/lists/exportLists.ts'
import { syncTocs } from '../../../server/src/cli/lists/syncTocs.ts'
import { faulty, good, ioOn } from '../../support/cli.ts'
import { makeFolder } from '../../support/repository.ts'

/** The configuration of these files; reading one of its values fails for the list that is called `bad.md`. */
async function failingFor(value: 'severities' | 'labels', io: Io): Promise<CliConfiguration> {
  const configuration = await createCliConfiguration(null, null, io)
  const forList: CliConfiguration['forList'] = async (path) => {
    const effective = await configuration.forList(path)
    if (!path.endsWith('/bad.md')) return effective
    return Object.defineProperty({ ...effective }, value, {
      get: () => {
        throw new RangeError('Maximum call stack size exceeded\n    at minified')
      },
    })
  }
  return { ...configuration, forList }
}

const files = { 'a.md': faulty, 'bad.md': faulty, 'c.md': good }

test('check: an error in one list is reported for it, the others are checked', async () => {
  for (const fix of [false, true]) {
    const { io } = ioOn(files)
    const configuration = await failingFor('severities', io)
    const { report } = await checkLists({ files: await findFiles(['.'], io), fix, changes: null }, configuration, io, null)
    assert.deepEqual(
      report.files.map(({ path }) => path),
      ['a.md', 'c.md'],
    )
    const message = 'could not process it: Maximum call stack size exceeded'
    assert.deepEqual(
      new Set(report.errors.map((error) => JSON.stringify(error))),
      new Set([JSON.stringify({ path: 'bad.md', message })]),
    )
  }
})

test('export: an error in one list is reported for it, the others are exported', async () => {
  const { io, said } = ioOn(files)
  const { report, failed } = await exportLists(['.'], await failingFor('labels', io), io)
  assert.ok(failed)
  assert.deepEqual(
    report.files.map(({ path }) => path),
    ['a.md', 'c.md'],
  )
  assert.match(said.err, /^idea-files: bad\.md: .*Maximum call stack size exceeded\n$/)
})

test('process: an output that cannot be written is one line, and exit code 2', (t) => {
  if (process.platform !== 'linux') return t.skip('needs a device that is always full')
  const { folder, write } = makeFolder(false)
  write({ 'a.md': faulty })
  const cli = join(process.cwd(), 'dist/cli.js')
  const { status, stderr } = spawnSync(process.execPath, [cli, 'check', '.'], {
    cwd: folder,
    stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
    encoding: 'utf8',
  })
  assert.match(stderr, /^idea-files: .*ENOSPC.*\n$/)
  assert.equal(status, 2)
})

test('toc: an error in one list is reported for it, the others are updated', async () => {
  const { io } = ioOn(files)
  const configuration = await failingFor('labels', io)
  const { lists, errors } = await syncTocs(['.'], true, configuration, io)
  assert.equal(lists, 2)
  assert.deepEqual(
    errors.map(({ path }) => path),
    ['bad.md'],
  )
})
