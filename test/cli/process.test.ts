import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { exportReportSchema } from '../../server/src/report/schema.ts'
import { faulty, good } from '../support/cli.ts'
import { folderFiles, headedIdea } from '../support/folderList.ts'
import { makeList } from '../support/generatedList.ts'
import { withoutLinks } from '../support/links.ts'

const folder = mkdtempSync(join(tmpdir(), 'idea-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))

mkdirSync(join(folder, 'lists/deep'), { recursive: true })
mkdirSync(join(folder, 'lists/summerofcode'))
writeFileSync(join(folder, 'lists/summerofcode/2025.md'), faulty)
writeFileSync(join(folder, 'lists/deep/good.md'), good)
writeFileSync(join(folder, 'long.md'), makeList({ bytes: 1_000_000, seed: 7, findingsAtMost: 500 }))
if (!withoutLinks) {
  symlinkSync('..', join(folder, 'lists/deep/around'))
  symlinkSync('nowhere.md', join(folder, 'lists/dangling.md'))
  symlinkSync('good.md', join(folder, 'lists/deep/a-link.md'))
  symlinkSync('good.md', join(folder, 'lists/deep/linked.md'))
}

const cli = join(process.cwd(), 'dist/cli.js')
const started = (...words: readonly string[]) =>
  spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })

test('process: real folders are walked once, a link to a list is that list, linked folders are not followed', {
  skip: withoutLinks,
}, () => {
  const { status, stdout, stderr } = started('check', '--format', 'json', 'lists')
  assert.equal(stderr, '')
  assert.equal(status, 1)
  assert.deepEqual(
    JSON.parse(stdout).files.map(({ path }: { readonly path: string }) => path),
    ['lists/deep/good.md', 'lists/summerofcode/2025.md'],
  )
})

test('process: a file is checked against the other files of its folder', () => {
  const ideas = { ...folderFiles('clocks', 3), 'clocks/0.md': headedIdea({ title: 'Wind clock 0', lacks: ['Skills'] }) }
  mkdirSync(join(folder, 'clocks'))
  for (const [path, text] of Object.entries(ideas)) writeFileSync(join(folder, path), text)
  const { stdout } = started('check', 'clocks/0.md')
  assert.match(stdout, /This idea is missing the "Skills" field, which 3 of 4 files have\.\n\n1 problem in 1 list/)
  assert.equal(started('check', 'clocks').stdout.split('\n').at(-2), '1 problem in 1 of 4 lists: 1 warning.')
})

test('process: a missing file, and a missing target of a link, are reported in words', () => {
  const { status, stderr } = started('check', 'none.md', 'lists/dangling.md')
  assert.equal(status, 2)
  assert.equal(stderr, 'idea-files: none.md: no such file or folder\nidea-files: lists/dangling.md: no such file or folder\n')
})

test('process: output into a pipe is plain and whole', () => {
  assert.ok(!started('check', 'lists').stdout.includes('\u001b'))
  const { status, stdout } = started('export', 'long.md')
  assert.equal(status, 0)
  assert.ok(exportReportSchema.parse(JSON.parse(stdout)).files[0]!.projects.length > 100)
})

test('process: a reader that leaves early is no failure', async () => {
  const child = spawn(process.execPath, [cli, 'export', 'long.md'], { cwd: folder })
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  assert.deepEqual([code, said], [0, []])
})

test('process: a project file above the list is honoured, and --fix writes the list alone', () => {
  const repo = join(folder, 'repo')
  mkdirSync(join(repo, 'programs/lfx-mentorship/2026/01'), { recursive: true })
  const list = join(repo, 'programs/lfx-mentorship/2026/01/project_ideas.md')
  const text = `\uFEFF${good.replace('- Description:', '-Description:').replaceAll('\n', '\r\n')}`
  writeFileSync(list, text)
  writeFileSync(join(repo, '.idea-files.json'), '{ "rules": { "field-form": "off", "no-such-rule": "off" } }')
  const off = started('check', '--fix', 'repo/programs')
  assert.equal(off.status, 0)
  assert.match(off.stdout, /^Nothing to fix\.\nrepo\/\.idea-files\.json\n {3}1:35 {2}warning {2}invalid-configuration /)
  assert.equal(readFileSync(list, 'utf8'), text)

  writeFileSync(join(repo, 'own.json'), '{}')
  const on = started('check', '--fix', '--config', 'repo/own.json', 'repo/programs')
  assert.deepEqual([on.status, on.stderr], [0, ''])
  assert.match(on.stdout, /^repo\/programs\/lfx-mentorship\/2026\/01\/project_ideas\.md: fixed 1 problem\n/)
  assert.equal(readFileSync(list, 'utf8'), text.replace('-Description:', '- Description:'))
})
