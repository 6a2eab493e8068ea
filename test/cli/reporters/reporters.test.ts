import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as z from 'zod'
import { githubReport } from '../../../server/src/cli/reporters/githubReport.ts'
import { sarifReport } from '../../../server/src/cli/reporters/sarifReport.ts'
import { type Sarif, sarifSchema } from '../../../server/src/cli/reporters/sarifSchema.ts'
import type { CheckReport } from '../../../server/src/report/schema.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { type Files, faulty, faultyPath, good, runOn } from '../../support/cli.ts'

const files: Files = { [faultyPath]: faulty, 'good.md': good }

test('github: one workflow command a finding', async () => {
  const { code, out, err } = await runOn(files, ['check', '--format', 'github', `./${faultyPath}`, 'good.md'])
  assert.deepEqual([code, err], [1, ''])
  assert.equal(
    out,
    `::notice file=${faultyPath},line=8,col=3,endLine=8,endColumn=12,title=Idea Files%3A mentor-count::1 mentor is listed; 2 are recommended.
::warning file=${faultyPath},line=9,col=5,endLine=9,endColumn=16,title=Idea Files%3A mentor-email::Ada Example has no email address; expected "Ada Example (@ada, email)".
::error file=${faultyPath},line=10,col=19,endLine=10,endColumn=22,title=Idea Files%3A upstream-url::"TBD" is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.
`,
  )
})

const finding = { code: 'upstream-url', severity: 'error', line: 1, column: 2, endLine: 3, endColumn: 4, fix: 'none' } as const

const odd: CheckReport = {
  files: [
    {
      path: 'a,b: 100%.md',
      ideaFile: true,
      profile: 'gsoc',
      findings: [{ ...finding, message: '100% wrong: a,\r\n::error::b' }],
    },
  ],
  errors: [{ path: 'x%.md', message: 'it is\ngone' }],
}

test('github: whatever would end a command or a property is escaped; columns stay away where the lines differ', () => {
  assert.equal(
    githubReport(odd, (path) => path),
    `::error file=a%2Cb%3A 100%25.md,line=1,col=2,endLine=3,title=Idea Files%3A upstream-url::100%25 wrong: a,%0D%0A::error::b
::error file=x%25.md::x%25.md: it is%0Agone
`,
  )
})

/** The published schema; `zod` takes a relative URI for no URI, so that format is left to the test of the paths. */
const publishedSchema = z.fromJSONSchema(
  JSON.parse(readFileSync('test/support/sarif-2.1.0.schema.json', 'utf8'), (key, value) =>
    key === 'format' && value === 'uri-reference' ? undefined : value,
  ),
)

test('sarif: valid by the published schema, with unread files and findings of every level', async () => {
  const { out } = await runOn(files, ['check', '--format', 'sarif', faultyPath, 'good.md', 'gone.md'])
  const log = JSON.parse(out)
  assert.equal(log.runs[0].invocations[0].toolExecutionNotifications.length, 1)
  assert.deepEqual(publishedSchema.safeParse(log).error?.issues ?? [], [])
  // the schema is really asked
  assert.equal(publishedSchema.safeParse(JSON.parse(out.replace('"level": "note"', '"level": "fatal"'))).success, false)
  assert.equal(publishedSchema.safeParse(JSON.parse(out.replace('"ruleIndex"', '"ruleNumber"'))).success, false)
})

const sarifOf = (out: string): Sarif => sarifSchema.parse(JSON.parse(out))

test('sarif: valid by the parts that are used, with every rule', async () => {
  const { code, out, err } = await runOn(files, ['check', '--format', 'sarif', faultyPath, 'good.md'])
  assert.deepEqual([code, err], [1, ''])
  const [run] = sarifOf(out).runs
  const { driver } = run!.tool
  assert.deepEqual(
    driver.rules.map(({ id }) => id),
    rules.map((rule) => rule.code),
  )
  assert.match(driver.version, /^\d+\.\d+\.\d+$/)
  assert.deepEqual(run!.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }])
  assert.deepEqual(
    run!.results.map(({ ruleId, ruleIndex, level }) => [ruleId, driver.rules[ruleIndex]?.id, level]),
    [
      ['mentor-count', 'mentor-count', 'note'],
      ['mentor-email', 'mentor-email', 'warning'],
      ['upstream-url', 'upstream-url', 'error'],
    ],
  )
  assert.deepEqual(run!.results[2]!.locations, [
    {
      physicalLocation: {
        artifactLocation: { uri: faultyPath },
        region: { startLine: 10, startColumn: 19, endLine: 10, endColumn: 22 },
      },
    },
  ])
})

test('sarif: paths are URIs, and the invocation reports what could not be read', () => {
  const uris = ['a b/ü#?.md', '/full/path.md', 'C:/lists/a b.md', 'half\ud800.md'].map((path) => {
    const report = { ...odd, files: [{ ...odd.files[0]!, path }] }
    const [run] = sarifSchema.parse(sarifReport(report, { rules, version: '1.0.0', pathInRepository: (each) => each })).runs
    assert.equal(run!.invocations[0]!.executionSuccessful, false)
    assert.equal(run!.invocations[0]!.toolExecutionNotifications[0]!.message.text, 'it is\ngone')
    return run!.results[0]!.locations[0]!.physicalLocation.artifactLocation.uri
  })
  assert.deepEqual(uris, ['a%20b/%C3%BC%23%3F.md', 'file:///full/path.md', 'file:///C:/lists/a%20b.md', 'half%EF%BF%BD.md'])
})
