import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { good } from '../support/cli.ts'
import { fakeGithub } from '../support/fakeGithub.ts'

const folder = mkdtempSync(join(tmpdir(), 'idea-files-review-'))
after(() => rmSync(folder, { recursive: true, force: true }))
writeFileSync(join(folder, 'list.md'), good)
writeFileSync(join(folder, 'people.csv'), 'Graduated,Harbor,Ada Example,ACME,ada,\n')
writeFileSync(join(folder, 'empty.csv'), 'a,b\n')

const cli = join(process.cwd(), 'dist/cli.js')

/** Runs the real command line against a server on loopback. */
async function run(words: readonly string[], base: string) {
  const env = { ...process.env, GITHUB_API_URL: base, GITHUB_TOKEN: '' }
  const child = spawn(process.execPath, [cli, ...words], { cwd: folder, env })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  const [code] = await once(child, 'close')
  return { code, ...said }
}

test('process: review asks nothing without --online, and each thing once with it', async () => {
  const issue = '/repos/goharbor/harbor/issues/1'
  const { base, asked } = await fakeGithub({
    [issue]: { body: { state: 'open', assignees: [] } },
    '/users/ada': {},
    '/users/ben': {},
  })
  const offline = await run(['review', 'list.md'], base)
  assert.equal(asked.length, 0)
  assert.match(offline.out, /^## Review of list\.md, \d{4}-\d\d-\d\d\n\n### Harbor: Copy what is signed \(line 3\)\n/)
  assert.match(offline.out, /\| The upstream issue exists \| not known \| GitHub was not asked \|/)
  const online = await run(['review', '--online', '--maintainers', 'people.csv', 'list.md'], base)
  assert.deepEqual(
    asked.map(({ path }) => path),
    [issue, '/users/ada', '/users/ben'],
  )
  assert.equal(online.code, 1)
  assert.match(online.out, /\| The upstream issue is open \| fine \| {2}\|/)
  assert.match(online.out, /\*\*problem\*\* \| &#64;ben is not in the list \|/)
})

test('process: an odd address in place of GitHub is a sentence', async () => {
  for (const base of ['github', 'ftp://example.org', 'https://[']) {
    const { code, out, err } = await run(['review', '--online', 'list.md'], base)
    assert.deepEqual([code, out], [2, ''])
    assert.equal(err, `idea-files: review: GITHUB_API_URL is "${base}"; expected an address such as https://api.github.com\n`)
  }
  assert.equal((await run(['review', 'list.md'], 'github')).err, '')
})

test('process: review without a network, without a file or with an odd one says so', async () => {
  const nowhere = await run(['review', '--online', 'list.md'], 'http://127.0.0.1:1')
  assert.match(nowhere.out, /not known \| GitHub cannot be reached; check the network \|/)
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['review'], /review: no file or folder given/],
    [['review', 'gone.md'], /gone\.md: no such file or folder/],
    [['review', '--maintainers', 'gone.csv', 'list.md'], /gone\.csv: no such file or folder/],
    [['review', '--maintainers', 'empty.csv', 'list.md'], /empty\.csv: no maintainers; expected rows of/],
    [['review', 'people.csv'], /people\.csv: not an idea list/],
  ]
  for (const [words, message] of cases) {
    const { code, err, out } = await run(words, 'http://127.0.0.1:1')
    assert.deepEqual([code, out], [2, ''], words.join(' '))
    assert.match(err, message)
  }
})
