import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CheckReport, checkReportSchema } from '../../../server/src/report/schema.ts'
import { type Files, faulty, faultyPath, good, runOn } from '../../support/cli.ts'

const reportOf = (out: string): CheckReport => checkReportSchema.parse(JSON.parse(out))

const checkJson = async (
  files: Files,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly report: CheckReport }> => {
  const { code, out, err } = await runOn(files, ['check', '--format', 'json', ...words])
  assert.equal(err, '')
  return { code, report: reportOf(out) }
}

test('json: findings with 1-based places, and exit code 1 for an error', async () => {
  const { code, report } = await checkJson({ [faultyPath]: faulty }, faultyPath)
  assert.equal(code, 1)
  assert.deepEqual(report, {
    files: [
      {
        path: faultyPath,
        ideaFile: true,
        profile: 'lfx-proposal',
        findings: [
          {
            code: 'mentor-count',
            severity: 'information',
            message: '1 mentor is listed; 2 are recommended.',
            line: 8,
            column: 3,
            endLine: 8,
            endColumn: 12,
            fix: 'none',
          },
          {
            code: 'mentor-email',
            severity: 'warning',
            message: 'Ada Example has no email address; expected "Ada Example (@ada, email)".',
            line: 9,
            column: 5,
            endLine: 9,
            endColumn: 16,
            fix: 'none',
          },
          {
            code: 'upstream-url',
            severity: 'error',
            message: '"TBD" is not a link; expected the issue\'s URL, such as https://github.com/org/repo/issues/1.',
            line: 10,
            column: 19,
            endLine: 10,
            endColumn: 22,
            fix: 'none',
          },
        ],
      },
    ],
    errors: [],
  })
})

test('check: columns are UTF-16 code units, a byte-order mark is none, lines may end in CRLF', async () => {
  const text = `\uFEFF${faulty.replace('TBD', '🚀 TBD').replace('- Upstream Issue:', '- **Upstream Issue**:')}`.replaceAll(
    '\n',
    '\r\n',
  )
  const { report } = await checkJson({ [faultyPath]: text }, faultyPath)
  const found = report.files[0]?.findings.find((finding) => finding.code === 'upstream-url')
  assert.deepEqual([found?.line, found?.column, found?.endLine, found?.endColumn], [10, 23, 10, 29])
})

test('check: exit code 0 for warnings alone, 1 above the limit', async () => {
  const files = { [faultyPath]: faulty.replace('TBD', 'https://example.org/1') }
  assert.equal((await runOn(files, ['check', faultyPath])).code, 0)
  assert.equal((await runOn(files, ['check', '--max-warnings', '1', faultyPath])).code, 0)
  const { code, out } = await runOn(files, ['check', '--max-warnings=0', faultyPath])
  assert.equal(code, 1)
  assert.match(out, /1 warning, 1 info; at most 0 warnings allowed\.\n$/)
})

test('check: folders are searched for lists; only lists are reported, in the order of names', async () => {
  const files = {
    'programs/b.md': faulty,
    'programs/a/B.MD': good,
    'programs/a/notes.md': '# Notes\n',
    'programs/a/list.txt': faulty,
    'programs/node_modules/x/list.md': faulty,
    'programs/.git/list.md': faulty,
    'programs/.github/list.md': good,
    'other.md': faulty,
  }
  const pathsIn = async (...words: readonly string[]): Promise<readonly string[]> =>
    (await checkJson(files, ...words)).report.files.map(({ path }) => path)
  assert.deepEqual(await pathsIn('programs'), ['programs/b.md', 'programs/.github/list.md', 'programs/a/B.MD'])
  assert.deepEqual(await pathsIn('programs/'), ['programs/b.md', 'programs/.github/list.md', 'programs/a/B.MD'])
  assert.deepEqual(await pathsIn('./programs/a'), ['./programs/a/B.MD'])
  assert.deepEqual(await pathsIn('.'), ['other.md', 'programs/b.md', 'programs/.github/list.md', 'programs/a/B.MD'])
  assert.deepEqual(await pathsIn('programs/b.md', 'programs/a', './programs/b.md'), ['programs/b.md', 'programs/a/B.MD'])
})

test('check: a file named on the command line is read whatever its name, and reported if it is not a list', async () => {
  const { code, report } = await checkJson({ 'list.txt': good, 'notes.md': '# Notes\n' }, 'list.txt', 'notes.md')
  assert.equal(code, 0)
  assert.deepEqual(
    report.files.map(({ path, ideaFile, profile }) => [path, ideaFile, profile !== null]),
    [
      ['list.txt', true, true],
      ['notes.md', false, false],
    ],
  )
})

test('check: a folder without lists is no failure', async () => {
  assert.deepEqual(await runOn({ 'docs/notes.md': '# Notes\n' }, ['check', 'docs']), {
    code: 0,
    out: 'No idea lists found in docs.\n',
    err: '',
  })
  assert.equal((await runOn({}, ['check', 'docs'])).out, 'No idea lists read; 1 path could not be read.\n')
})

test('check: a profile that is named is taken', async () => {
  const { report } = await checkJson({ [faultyPath]: faulty }, '--profile', 'gsoc-classic', faultyPath)
  assert.equal(report.files[0]?.profile, 'gsoc-classic')
  // that profile asks for neither a second mentor nor addresses
  const codes = report.files[0]?.findings.map(({ code }) => code) ?? []
  assert.deepEqual(
    ['upstream-url', 'mentor-count', 'mentor-email'].map((code) => codes.includes(code)),
    [true, false, false],
  )
})

const megabyte = 1024 * 1024
const bad: Files = {
  'gone.md': new Error('no such file or folder'),
  'junk.md': new Uint8Array([0x2d, 0x20, 0x0a, 0x00, 0xff]),
  'latin.md': new Uint8Array([...new TextEncoder().encode('- Mentor(s):\n  - Andr'), 0xe9, 0x20, 0x0a]),
  'cut.md': new Uint8Array([...new TextEncoder().encode('- Mentor(s): '), 0xf0, 0x9f]),
  'long.md': `${good}\n${'x'.repeat(10 * megabyte)}`,
  'good.md': good,
}

test('check: what cannot be read is named with its reason; the rest is checked; the exit code is 2', async () => {
  const { code, report } = await checkJson(bad, 'gone.md', 'junk.md', 'latin.md', 'cut.md', 'long.md', 'none.md', 'good.md')
  assert.equal(code, 2)
  assert.deepEqual(
    report.files.map(({ path }) => path),
    ['good.md'],
  )
  assert.deepEqual(
    report.errors.map(({ path, message }) => `${path}: ${message}`),
    [
      'gone.md: no such file or folder',
      'junk.md: not a text file (NUL byte on line 2)',
      'latin.md: not valid UTF-8 (byte 0xE9 on line 2)',
      'cut.md: not valid UTF-8 (byte 0xF0 on line 1)',
      'long.md: too large (10.0 MB; the limit for lists is 4 MB)',
      'none.md: no such file or folder',
    ],
  )
})

test('check: what is only found in a folder counts as a failure where it may be a list, and not at all where it may not', async () => {
  const files = { 'docs/latin.md': bad['latin.md']!, 'docs/junk.md': bad['junk.md']!, 'docs/long.md': 'x'.repeat(5 * megabyte) }
  const { code, report } = await checkJson(files, 'docs')
  assert.equal(code, 2)
  assert.deepEqual(
    report.errors.map(({ path }) => path),
    ['docs/latin.md'],
  )
})

test('check: in text the failures go to stderr, one a line', async () => {
  const { code, out, err } = await runOn(bad, ['check', 'gone.md', 'good.md'])
  assert.equal(code, 2)
  assert.equal(err, 'idea-files: gone.md: no such file or folder\n')
  assert.equal(out, 'No problems in 1 list; 1 path could not be read.\n')
})

test('check: a block that would take too long to read is reported, and the rest is checked', async () => {
  const files = { 'wild.md': `${good}\n${'['.repeat(70_000)}\n\nThe end.\n` }
  const { code, err } = await runOn(files, ['check', 'wild.md'])
  const line = good.split('\n').length + 1
  assert.equal(err, `idea-files: wild.md: skipped line ${line} (too long or too deeply nested)\n`)
  assert.equal(code, 0)
})

test('text: the findings of a file in columns, and a summary', async () => {
  const { out } = await runOn({ [faultyPath]: faulty, 'good.md': good }, ['check', faultyPath, 'good.md'])
  assert.equal(
    out,
    `lfx-mentorship/2026/01-Mar-May/project_ideas.md lfx-proposal
     8:3  info     mentor-count  1 mentor is listed; 2 are recommended.
     9:5  warning  mentor-email  Ada Example has no email address; expected "Ada Example (@ada, email)".
   10:19  error    upstream-url  "TBD" is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.

3 problems in 1 of 2 lists: 1 error, 1 warning, 1 info.
`,
  )
})

test('check: text carries colours where they are wanted, and never the file’s own control characters', async () => {
  const files = { [faultyPath]: faulty.replace('TBD', 'a\u001b[2Jb\u202ec') }
  const coloured = await runOn(files, ['check', faultyPath], true)
  assert.ok(coloured.out.includes('\u001b[31merror'))
  const plain = await runOn(files, ['check', faultyPath])
  assert.match(plain.out, /"a·\[2Jb·c" is not a link/)
  assert.ok(!plain.out.includes('\u001b'))
})
