import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CheckReport, checkReportSchema, exportReportSchema } from '../../../server/src/report/schema.ts'
import { type Files, faulty, faultyPath, good, runOn } from '../../support/cli.ts'

const checkJson = async (
  files: Files,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly report: CheckReport }> => {
  const { code, out } = await runOn(files, ['check', '--format', 'json', ...words])
  return { code, report: checkReportSchema.parse(JSON.parse(out)) }
}

const reported = ({ files }: CheckReport): readonly string[] =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ code, severity, line, column }) => `${path}:${line}:${column} ${severity} ${code}`),
  )

const list = (...where: readonly string[]): readonly string[] => where.map((each) => `${faultyPath}:${each}`)

test('configuration: the nearest project file sets the severities, and no other', async () => {
  const files = {
    [faultyPath]: faulty,
    '.idea-files.json': '{ "rules": { "upstream-url": "off", "mentor-count": "error" } }',
    'lfx-mentorship/.idea-files.json': '{ /* near */ "rules": { "upstream-url": "hint", "mentor-email": "off" } }',
    'lfx-mentorship/2025/.idea-files.json': '{ "rules": { "mentor-count": "off" } }',
  }
  const { code, report } = await checkJson(files, '.')
  assert.equal(code, 0)
  assert.deepEqual(reported(report), list('8:3 information mentor-count', '10:19 hint upstream-url'))
})

test('configuration: --config names one file for all lists', async () => {
  const files = {
    [faultyPath]: faulty,
    'ci/rules.json': '{ "rules": { "upstream-url": "off" } }',
    '.idea-files.json': '{ "rules": { "mentor-email": "off" } }',
  }
  const { code, report } = await checkJson(files, '--config', 'ci/rules.json', faultyPath)
  assert.equal(code, 0)
  assert.deepEqual(reported(report), list('8:3 information mentor-count', '9:5 warning mentor-email'))
})

test('configuration: a named project file that cannot be read ends the work with 2', async () => {
  for (const command of ['check', 'export']) {
    const ran = await runOn({ 'a.md': good, 'b.json': new Uint8Array([0]) }, [command, '--config', 'none.json', 'a.md'])
    assert.deepEqual(ran, { code: 2, out: '', err: 'idea-files: none.json: no such file or folder\n' })
    const junk = await runOn({ 'a.md': good, 'b.json': new Uint8Array([0]) }, [command, '--config', 'b.json', 'a.md'])
    assert.deepEqual(junk, { code: 2, out: '', err: 'idea-files: b.json: not a text file (NUL byte on line 1)\n' })
  }
})

test('configuration: one that is found and cannot be read is named, and the lists are checked without it', async () => {
  const files = { [faultyPath]: faulty, 'x.md': good, '.idea-files.json': new Error('permission denied') }
  const { code, report } = await checkJson(files, '.')
  assert.equal(code, 2)
  assert.deepEqual(report.errors, [{ path: '.idea-files.json', message: 'permission denied' }])
  assert.equal(reported(report).length, 3)
})

const wrong = '{\n  "rules": { "mentor-emial": "off", "upstream-url": "off" }\n}\n'

test('configuration: what is wrong with it is reported once, at its place, before the lists; the rest of it holds', async () => {
  const files = { [faultyPath]: faulty, 'b.md': good, '.idea-files.json': wrong }
  const { code, report } = await checkJson(files, '.')
  assert.equal(code, 0)
  assert.deepEqual(report.files[0], {
    path: '.idea-files.json',
    ideaFile: false,
    profile: null,
    findings: [
      {
        code: 'invalid-configuration',
        severity: 'warning',
        message: 'Unknown key "mentor-emial". Did you mean "mentor-email"?',
        line: 2,
        column: 14,
        endLine: 2,
        endColumn: 28,
        fix: 'none',
      },
    ],
  })
  assert.deepEqual(reported(report).slice(1), list('8:3 information mentor-count', '9:5 warning mentor-email'))
  assert.equal((await checkJson(files, '--max-warnings', '1', '.')).code, 1)
  const silent = { ...files, '.idea-files.json': wrong.replace('{ "mentor', '{ "invalid-configuration": "off", "mentor') }
  assert.equal(reported((await checkJson(silent, 'b.md')).report).length, 0)
})

test('text: the findings of a project file are reported like those of a list', async () => {
  const { out } = await runOn({ 'b.md': good, 'a/c.md': good, '.idea-files.json': wrong }, ['check', '.'])
  assert.equal(
    out,
    `.idea-files.json
   2:14  warning  invalid-configuration  Unknown key "mentor-emial". Did you mean "mentor-email"?

1 problem in 1 configuration file: 1 warning.
`,
  )
})

test('configuration: a project file can be named itself', async () => {
  const { code, report } = await checkJson({ '.idea-files.json': wrong }, '.idea-files.json')
  assert.equal(code, 0)
  assert.deepEqual(reported(report), ['.idea-files.json:2:14 warning invalid-configuration'])
  assert.equal((await runOn({ '.idea-files.json': '{}' }, ['check', '.idea-files.json'])).code, 0)
})

test('configuration: a profile goes by its glob, counted from the file; --profile comes before it', async () => {
  const files = {
    [faultyPath]: faulty,
    'lfx-mentorship/.idea-files.json': '{ "profiles": [{ "files": "2026/**", "profile": "gsoc-classic" }] }',
  }
  const profile = async (...words: readonly string[]): Promise<unknown> =>
    (await checkJson(files, ...words, faultyPath)).report.files[0]?.profile
  assert.equal(await profile(), 'gsoc-classic')
  assert.equal(await profile('--profile', 'gsoc-2022'), 'gsoc-2022')
})

const own = good.replace('- Recommended Skills:', '- What you should know:').replace('### Harbor', '### Our Own Thing Here')

test('configuration: labels of our own are fields, for the check and the export', async () => {
  const files = { [faultyPath]: own, '.idea-files.json': '{ "labels": { "recommendedSkills": ["What You should know"] } }' }
  const keys = async (some: Files): Promise<readonly string[]> => {
    const { out } = await runOn(some, ['export', faultyPath])
    return exportReportSchema.parse(JSON.parse(out)).files[0]!.projects[0]!.ideas[0]!.fields.map(({ key }) => key)
  }
  assert.deepEqual(await keys(files), ['description', 'expectedOutcome', 'recommendedSkills', 'mentors', 'upstreamIssue'])
  assert.deepEqual(await keys({ [faultyPath]: own }), ['description', 'expectedOutcome', 'other', 'mentors', 'upstreamIssue'])
  const codes = (await checkJson(files, faultyPath)).report.files[0]!.findings.map(({ code }) => code)
  assert.ok(!codes.includes('missing-field'))
})

test('configuration: a list with a custom label for its mentors is found in a folder', async () => {
  const files = {
    'docs/liste.md': good.replace('- Mentor(s):', '- Ansprechpartner:'),
    'docs/notes.md': '# Notes\n',
    '.idea-files.json': '{ "labels": { "mentors": ["Ansprechpartner"] } }',
  }
  const paths = (await checkJson(files, 'docs')).report.files.map(({ path }) => path)
  assert.deepEqual(paths, ['docs/liste.md'])
  assert.deepEqual((await checkJson({ ...files, '.idea-files.json': '{}' }, 'docs')).report.files, [])
})

test('configuration: projects of our own are known', async () => {
  const codes = async (config: string): Promise<readonly string[]> =>
    (await checkJson({ [faultyPath]: own, '.idea-files.json': config }, faultyPath)).report.files[0]!.findings.map(
      ({ code }) => code,
    )
  assert.ok((await codes('{}')).includes('unknown-project'))
  assert.ok(!(await codes('{ "projects": ["our own-thing here"] }')).includes('unknown-project'))
})

test('configuration: export says what is wrong with a project file on stderr', async () => {
  const { code, err } = await runOn({ 'a.md': good, '.idea-files.json': wrong }, ['export', 'a.md'])
  assert.deepEqual(
    [code, err],
    [0, 'idea-files: .idea-files.json:2:14: Unknown key "mentor-emial". Did you mean "mentor-email"?\n'],
  )
})

test('configuration: the names of projects that a project file adds are the names that headings are held against', async () => {
  const list = (project: string): string => `### ${project}

#### Show who holds a lock
- Description: A person who waits should see for whom.
- Mentors:
  - Ada Example (@ada-example, ada@example.org)
`
  const files = {
    'lfx-mentorship/2026/a/project_ideas.md': list('our-thing'),
    'lfx-mentorship/2026/b/project_ideas.md': list('Our Thingy'),
    'lfx-mentorship/2026/c/project_ideas.md': list('Our Thing'),
    '.idea-files.json': '{ "projects": ["Our Thing"] }',
  }
  const { report } = await checkJson(files, '.')
  const aboutNames = report.files.flatMap(({ path, findings }) =>
    findings
      .filter(({ code }) => code.endsWith('-project') || code === 'project-name')
      .map(({ code, message, fix }) => `${path} ${code} ${fix}: ${message}`),
  )
  assert.deepEqual(aboutNames, [
    'lfx-mentorship/2026/a/project_ideas.md project-name safe: "our-thing" should be written "Our Thing".',
    'lfx-mentorship/2026/b/project_ideas.md unknown-project review: "Our Thingy" is not a known CNCF project. Did you mean "Our Thing"?',
  ])
})
