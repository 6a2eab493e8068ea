import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeFolder } from '../../support/repository.ts'

const cli = join(process.cwd(), 'dist/cli.js')
const root = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(root, { recursive: true, force: true }))

const numbers = Array.from({ length: 100 }, (_, n) => n)

/** A list whose table of contents lacks its last ideas, and so grows with `toc`. */
const stale = `# Ideas

## Table of Contents

- [Harbor](#harbor)
${numbers
  .slice(0, 80)
  .map((n) => `  - [Sign the copies of part ${n}](#sign-the-copies-of-part-${n})`)
  .join('\n')}

## Ideas

### Harbor

${numbers.map((n) => `#### Sign the copies of part ${n}\n\n- Description: Text.\n- Mentor(s):\n  - Ada Example (@ada, ada@example.org)\n`).join('\n')}`

/** A folder of lists with this text. */
const folderWith = (count: number, text: string): string => {
  const folder = mkdtempSync(join(root, 'case-'))
  mkdirSync(join(folder, 'summerofcode'))
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `summerofcode/${2030 + n}.md`), text)
  return folder
}

/** Gives each list a second name, outside of its folder. */
const linkAll = (folder: string): void => {
  for (const name of readdirSync(join(folder, 'summerofcode')))
    linkSync(join(folder, 'summerofcode', name), join(folder, `${name}.link`))
}

const textsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'summerofcode')).map((name) => readFileSync(join(folder, 'summerofcode', name), 'utf8'))

/** What `toc` makes of the list. */
const synced = (): string => {
  const folder = folderWith(1, stale)
  spawnSync(process.execPath, [cli, 'toc', folder])
  return textsIn(folder)[0]!
}

for (const [signal, rounds, linked] of [
  ['SIGINT', 3, false],
  ['SIGKILL', 3, false],
  ['SIGTERM', 1, true],
  ['SIGKILL', 3, true],
] as const) {
  test(`a run that ${signal} ends leaves each ${linked ? 'list of two names' : 'list'} as it was or as it is to be`, async () => {
    const done = synced()
    assert.notEqual(done, stale)
    for (let round = 0; round < rounds; round++) {
      const folder = folderWith(30, stale)
      if (linked) linkAll(folder)
      const watched = join(folder, `summerofcode/${2033 + 5 * round}.md`)
      const child = spawn(process.execPath, [cli, 'toc', folder], { stdio: 'ignore' })
      const ended = once(child, 'exit')
      while (child.exitCode === null && statSync(watched).size === stale.length) await new Promise((next) => setImmediate(next))
      child.kill(signal)
      const [code, by] = await ended
      assert.ok(by === signal || code === 0, `ended with ${code} ${by}`)
      const lists = readdirSync(join(folder, 'summerofcode')).filter((name) => name.endsWith('.md'))
      assert.equal(lists.length, 30)
      for (const name of lists) {
        const text = readFileSync(join(folder, 'summerofcode', name), 'utf8')
        assert.ok(text === stale || text === done, `${name} has ${text.length} characters`)
      }
      if (signal !== 'SIGKILL') assert.equal(readdirSync(join(folder, 'summerofcode')).length, 30, 'nothing else is left')
    }
  })
}

test('a list that does not fit on the disk stays as it was, and that is said', (t) => {
  if (process.platform === 'win32') return t.skip('needs a limit on the size of files')
  for (const linked of [false, true]) {
    const folder = folderWith(1, stale)
    const path = join(folder, 'summerofcode/2030.md')
    if (linked) linkSync(path, join(folder, 'link'))
    // no file may grow beyond the size that the list has, in KB
    const blocks = Math.ceil(stale.length / 1024)
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, cli, 'toc', folder],
      {
        encoding: 'utf8',
      },
    )
    assert.match(stderr, /2030\.md: no space left on device\n$/)
    assert.equal(status, 2)
    assert.equal(readFileSync(path, 'utf8'), stale)
    assert.deepEqual(readdirSync(join(folder, 'summerofcode')), ['2030.md'])
  }
})

test('a list that is saved while it is being fixed keeps what was saved', async () => {
  const { folder, write } = makeFolder(false)
  const idea = (n: number): string =>
    `#### Idea ${n}\n\n- Description: x\n- ${n % 2 ? 'Outcome' : 'Expected Outcome'}: y\n- Mentor(s):\n  - Ann Lee (@ann, ann@example.org) - primary\n\n`
  const path = join(folder, 'summerofcode/2026.md')
  write({ 'summerofcode/2026.md': `# L\n\n### Harbor\n\n${Array.from({ length: 1500 }, (_, n) => idea(n)).join('')}` })
  const child = spawn(process.execPath, [cli, 'check', '--fix', '--format', 'json', path])
  const said = { out: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  const ended = once(child, 'close')
  // the list is read when the first line of the report is not yet there
  const saved = `${readFileSync(path, 'utf8')}\n#### Saved meanwhile\n`
  await new Promise((next) => setTimeout(next, 250))
  writeFileSync(path, saved)
  const [code] = await ended
  const text = readFileSync(path, 'utf8')
  assert.ok(text.includes('#### Saved meanwhile'), 'what was saved is kept')
  // it was read before that was saved, or after; both are right
  if (text === saved) {
    assert.equal(code, 2)
    assert.deepEqual(JSON.parse(said.out).errors, [
      { path, message: 'changed by another program, so nothing was written; try again' },
    ])
  }
})
