import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { faulty, faultyPath } from '../../support/cli.ts'
import { makeFolder } from '../../support/repository.ts'

/** A repository on a branch that has changed its one list, and a script that leaves a trace when it is run. */
const changedRepository = () => {
  const made = makeFolder()
  made.commit({ [faultyPath]: faulty })
  made.git('checkout', '--quiet', '-b', 'topic')
  made.write({ [faultyPath]: faulty.replace('Ada Example', 'Ada B. Example') })
  const trace = join(made.folder, '.git/trace')
  const script = join(made.folder, '.git/run')
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${trace}'\ncat\n`)
  chmodSync(script, 0o755)
  return { ...made, script, trace }
}

const skip = process.platform === 'win32' ? 'needs a shell script' : false

for (const [what, attributes, settings] of [
  [
    'a clean filter',
    '*.md filter=evil',
    [
      ['filter.evil.clean', ''],
      ['filter.evil.required', 'true'],
    ],
  ],
  ['a filter process', '*.md filter=evil', [['filter.evil.process', '']]],
  ['a filter whose name has an equals sign', '*.md filter=a=b', [['filter.a=b.clean', '']]],
  ['textconv', '*.md diff=evil', [['diff.evil.textconv', '']]],
  ['a diff command', '*.md diff=evil', [['diff.evil.command', '']]],
  ['an external diff', '', [['diff.external', '']]],
  ['a file system monitor', '', [['core.fsmonitor', '']]],
] as const) {
  test(`changedSince: ${what} of the repository is not run`, { skip }, () => {
    const { folder, git, run, script, trace } = changedRepository()
    for (const [key, value] of settings) git('config', key, value === '' ? script : value)
    writeFileSync(join(folder, '.git/info/attributes'), `${attributes}\n`)
    const { stdout, stderr } = run(['check', '--changed-since', 'main', '--format', 'json', '.'])
    assert.equal(stderr, '')
    assert.equal(existsSync(trace), false, 'the program was run')
    assert.equal(JSON.parse(stdout).files.length, 1)
    // a run of plain git does run it, so that the test would notice
    spawnSync('git', ['diff', 'main'], { cwd: folder })
    assert.ok(existsSync(trace), 'the set-up is wrong')
  })
}

test('changedSince: hooks of the repository are not run', { skip }, () => {
  const { folder, git, run, script, trace } = changedRepository()
  mkdirSync(join(folder, '.git/hooks'), { recursive: true })
  for (const name of ['post-index-change', 'fsmonitor-watchman', 'query-watchman']) {
    writeFileSync(join(folder, '.git/hooks', name), `#!/bin/sh\necho x >> '${trace}'\n`)
    chmodSync(join(folder, '.git/hooks', name), 0o755)
  }
  git('config', 'core.fsmonitor', script)
  run(['check', '--changed-since', 'main', '.'])
  assert.equal(existsSync(trace), false)
})

test('changedSince: a program that an included file names is not run', { skip }, () => {
  const { folder, git, run, script, trace } = changedRepository()
  writeFileSync(join(folder, 'evil.config'), `[filter "evil"]\n\tclean = ${script}\n`)
  writeFileSync(join(folder, '.gitattributes'), '*.md filter=evil\n')
  git('config', 'include.path', '../evil.config')
  const { stderr } = run(['check', '--changed-since', 'main', '.'])
  assert.equal(stderr, '')
  assert.equal(existsSync(trace), false)
})
