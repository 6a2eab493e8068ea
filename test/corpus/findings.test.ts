import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { checkReportSchema } from '../../server/src/report/schema.ts'
import { rules } from '../../server/src/rules/index.ts'
import { type Expectation, expected, skip } from './corpus.ts'

interface Place {
  readonly code: string
  readonly line: number
}

/** These may be reported at any line of their idea. */
const anywhereInIdea = new Set(['mentor-count', 'mentor-primary', 'field-order'])

if (skip) test('findings: real lists get the findings of a careful reader', { skip }, () => {})

for (const list of expected) {
  test(`findings: ${list.file} gets the findings of a careful reader, and no others`, () => {
    const known = new Set(rules.map(({ code }) => code))
    const theirs = list.findings.filter(({ code }) => known.has(code))
    const ours = check(list.path)
    const same = (a: Place, b: Place): boolean =>
      a.code === b.code && (a.line === b.line || (anywhereInIdea.has(a.code) && ideaAt(list, a.line) === ideaAt(list, b.line)))
    const missed = theirs.filter((finding) => finding.sure && !ours.some((own) => same(own, finding)))
    const invented = ours.filter((own) => !theirs.some((finding) => same(own, finding)))
    assert.deepEqual({ missed: missed.map(reported), invented: invented.map(reported) }, { missed: [], invented: [] })
  })
}

const reported = ({ code, line }: Place): string => `${line} ${code}`

/** The line of the idea that holds a line. */
const ideaAt = ({ projects }: Expectation, line: number): number | undefined =>
  projects
    .flatMap((project) => project.ideas.map((idea) => idea.line))
    .sort((a, b) => a - b)
    .findLast((start) => start <= line)

function check(path: string): readonly Place[] {
  // exit code 1 says that there are findings of level error: they are what is wanted here
  const output = (() => {
    try {
      return execFileSync(process.execPath, ['dist/cli.js', 'check', '--format', 'json', path], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } catch (error) {
      if (error instanceof Error && 'stdout' in error && 'status' in error && error.status === 1) return String(error.stdout)
      throw error
    }
  })()
  return checkReportSchema.parse(JSON.parse(output)).files.flatMap((file) => file.findings)
}
