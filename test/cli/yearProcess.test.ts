import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { good } from '../support/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'idea-files-year-'))
after(() => rmSync(folder, { recursive: true, force: true }))
mkdirSync(join(folder, '.github/ISSUE_TEMPLATE'), { recursive: true })
writeFileSync(join(folder, 'list.md'), good)
writeFileSync(
  join(folder, '.github/ISSUE_TEMPLATE/bug.yml'),
  'name: Bug\nbody:\n  - { type: input, attributes: { label: Title } }\n',
)
writeFileSync(join(folder, 'export.json'), '{"programs":[{"cncf_project":"Harbor","program_name_short":"A","mentors":[]}]}')

const cli = join(process.cwd(), 'dist/cli.js')
const started = (...words: readonly string[]) =>
  spawnSync(process.execPath, [cli, ...words], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })

test('process: form prints a body for pipes, by the bundled form where the repository has none for ideas', () => {
  const { status, stdout } = started('form', '--format', 'body', 'list.md:3')
  assert.equal(status, 0)
  assert.match(stdout, /^### CNCF Project\n\nHarbor\n\n### Term\n\n2026 Term 3/)
})

test('process: import writes a new list once', () => {
  const first = started('import', '--list', 'new.md', 'export.json')
  assert.deepEqual([first.status, first.stderr], [0, 'idea-files: wrote new.md\n'])
  const text = readFileSync(join(folder, 'new.md'), 'utf8')
  const second = started('import', '--list', 'new.md', 'export.json')
  assert.equal(second.status, 2)
  assert.match(second.stderr, /^idea-files: new\.md: already exists, so nothing was written/)
  assert.equal(readFileSync(join(folder, 'new.md'), 'utf8'), text)
})

test('process: a new list can be in a folder that is not there yet', () => {
  const path = 'lfx-mentorship/2026/03-Sep-Nov/README.md'
  assert.equal(started('import', '--list', path, 'export.json').status, 0)
  assert.match(readFileSync(join(folder, path), 'utf8'), /^# LFX Mentorship/)
  const nowhere = started('import', '--list', 'list.md/README.md', 'export.json')
  assert.equal(nowhere.status, 2)
  assert.match(nowhere.stderr, /^idea-files: list\.md\/README\.md: /)
})
