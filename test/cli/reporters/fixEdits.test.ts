import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod'
import type { Rdjson } from '../../../server/src/cli/reporters/rdjsonReport.ts'
import { type CheckReport, checkReportSchema, type ReportedEdit } from '../../../server/src/report/schema.ts'
import { type Files, faulty, faultyPath, runOn, runWriting } from '../../support/cli.ts'
import { makeList } from '../../support/generatedList.ts'

const messy = `### Harbor

#### Sign what is copied 👋

-Description: Signatures travel along.
- Recommended Skill: Go, Rust
- Expected Outcome: 👋 They do.
- Mentor(s):
  - Ada Example @ada ada@example.org
  - Ben Example (ben, ben@example.org)
- Upstream Issue: goharbor/harbor#1
`

/** Applies edits with 1-based places, as a script would. */
function applyReported(text: string, edits: readonly ReportedEdit[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: eol }) => index + eol.length)]
  const offset = (line: number, column: number): number => starts[line - 1]! + column - 1
  return edits
    .toSorted((a, b) => offset(b.line, b.column) - offset(a.line, a.column))
    .reduce(
      (now, { line, column, endLine, endColumn, newText }) =>
        now.slice(0, offset(line, column)) + newText + now.slice(offset(endLine, endColumn)),
      text,
    )
}

async function reportOn(files: Files, format = 'json') {
  const { out } = await runOn(files, ['check', '--format', format, ...Object.keys(files)])
  return JSON.parse(out)
}

const path = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
const texts: readonly (readonly [string, string])[] = [
  ['a messy idea', messy],
  ['CRLF', messy.replaceAll('\n', '\r\n')],
  ['nothing to fix', faulty],
  ...[1, 2, 3, 4, 5, 6].map((seed): readonly [string, string] => [
    `seed ${seed}`,
    makeList({ bytes: 12_000, seed, findingsAtMost: 60 }),
  ]),
]

for (const [name, text] of texts) {
  test(`json: the edits of a file give the text that --fix gives (${name})`, async () => {
    const report: CheckReport = checkReportSchema.parse(await reportOn({ [path]: text }))
    const { written } = await runWriting({ [path]: text }, ['check', '--fix', path])
    const bytes = written.get(path)
    const fixed = bytes === undefined ? text : new TextDecoder().decode(bytes)
    assert.equal(applyReported(text, report.files[0]!.safeEdits ?? []), fixed)
  })
}

test('json: applying the safe fixes of findings, and checking again, ends at the text that --fix gives', async () => {
  let text = messy
  for (let round = 0; round < 5; round++) {
    const report: CheckReport = await reportOn({ [path]: text })
    const taken: ReportedEdit[] = []
    for (const { fixes = [] } of report.files[0]!.findings) {
      const safe = fixes.find(({ kind }) => kind === 'safe')
      const touches = (a: ReportedEdit, b: ReportedEdit): boolean => !(a.endLine < b.line || b.endLine < a.line)
      if (safe && !safe.edits.some((edit) => taken.some((other) => touches(edit, other)))) taken.push(...safe.edits)
    }
    text = applyReported(text, taken)
  }
  const { written } = await runWriting({ [path]: messy }, ['check', '--fix', path])
  assert.equal(text, new TextDecoder().decode(written.get(path)))
})

test('json: every finding that can be fixed has its fixes, and no other one', async () => {
  const report: CheckReport = await reportOn({ [path]: messy })
  const { findings } = report.files[0]!
  assert.ok(findings.some(({ fix }) => fix === 'safe'))
  assert.deepEqual(
    findings.filter(({ fix, fixes }) => (fix === 'none') !== (fixes === undefined)),
    [],
  )
})

const publishedSchema = z.fromJSONSchema(
  JSON.parse(readFileSync('test/support/sarif-2.1.0.schema.json', 'utf8'), (key, value) =>
    key === 'format' && value === 'uri-reference' ? undefined : value,
  ),
)

test('sarif: fixes are valid by the published schema', async () => {
  const log = await reportOn({ [path]: messy }, 'sarif')
  assert.deepEqual(publishedSchema.safeParse(log).error?.issues ?? [], [])
  const fixes = log.runs[0].results.flatMap(({ fixes: own = [] }) => own)
  assert.ok(fixes.length >= 4)
  assert.equal(fixes[0].artifactChanges[0].artifactLocation.uri, path)
})

const rdjsonSchema = z.fromJSONSchema(JSON.parse(readFileSync('test/support/rdjson.schema.json', 'utf8')))

/** What is printed as rdjson, checked by its schema. */
async function rdjsonOn(files: Files, ...more: readonly string[]): Promise<Rdjson> {
  const { out } = await runOn(files, ['check', '--format', 'rdjson', ...Object.keys(files), ...more])
  return validRdjson(JSON.parse(out))
}

function validRdjson(report: Rdjson): Rdjson {
  assert.deepEqual(rdjsonSchema.safeParse(report).error?.issues ?? [], [])
  return report
}

for (const [name, text] of texts) {
  test(`rdjson: valid by its schema, also for a file that cannot be read (${name})`, async () => {
    const { diagnostics } = await rdjsonOn({ [path]: text }, 'gone.md')
    const unread = diagnostics.filter(({ location }) => location.path === 'gone.md')
    assert.deepEqual(unread, [{ message: 'no such file or folder', location: { path: 'gone.md' }, severity: 'ERROR' }])
  })
}

test('rdjson: the schema finds what reviewdog would not read', async () => {
  const report = await rdjsonOn({ [path]: messy })
  const [first] = report.diagnostics
  assert.ok(first?.suggestions)
  const start = { line: 0, column: 1 }
  for (const odd of [
    { ...first, severity: 'FATAL' },
    { ...first, rule: 'a' },
    { ...first, code: 'a' },
    { message: 'a' },
    { ...first, location: { path, range: { start } } },
    { ...first, suggestions: [{ range: { start: { line: 1.5 } }, text: '' }] },
    { ...first, suggestions: [{ text: '' }] },
  ])
    assert.equal(rdjsonSchema.safeParse({ ...report, diagnostics: [odd] }).success, false, JSON.stringify(odd))
  assert.equal(rdjsonSchema.safeParse({ source: report.source }).success, false)
})

test('rdjson: valid, with columns in bytes of UTF-8, and suggestions that apply', async () => {
  const { diagnostics } = await rdjsonOn({ [path]: messy, [faultyPath.replace('01', '02')]: faulty })
  assert.ok(diagnostics.length > 5)
  const handle = diagnostics.find(({ message }) => message.includes('Ada Example'))
  assert.ok(handle?.suggestions)
  // each suggestion, applied to the bytes of its range, changes only that range
  const lines = messy.split('\n').map((line) => new TextEncoder().encode(line))
  for (const { location, suggestions = [] } of diagnostics.filter(({ location: at }) => at.path === path)) {
    for (const { range: at } of [...suggestions, { range: location.range! }]) {
      assert.ok(at.start.column <= lines[at.start.line - 1]!.length + 1)
      assert.ok(at.end.column <= (lines[at.end.line - 1]?.length ?? 0) + 1)
    }
  }
})

test('rdjson: a character outside ASCII counts with its bytes', async () => {
  const text = '### Harbor\n\n#### Sign\n\n- Description: a\n- Mentor(s): 👋 TBD\n- Upstream Issue: 👋 TBD\n'
  const { diagnostics } = await rdjsonOn({ [path]: text })
  const upstream = diagnostics.find(({ code }) => code?.value === 'upstream-url')
  // "- Upstream Issue: " has 18 characters, the hand four bytes
  assert.deepEqual(upstream?.location.range, { start: { line: 7, column: 19 }, end: { line: 7, column: 27 } })
})

test('markdown: a table for the summary of a job, in which a message is only text', async () => {
  const text = faulty.replace('TBD', '<b>|</b> @all [x](http://a)')
  const { out } = await runOn({ [path]: text }, ['check', '--format', 'markdown', path, 'gone.md'])
  assert.match(
    out,
    /^### Idea Files\n\n3 problems in 1 list\.\n\n\| \| Place \| Problem \| Rule \| Fix \|\n\|---\|---\|---\|---\|---\|\n\| Information \| /,
  )
  assert.ok(!/<b>|@all|\]\(/.test(out))
  assert.match(out, /- \*\*gone\.md\*\* was not checked: no such file or folder/)
})
