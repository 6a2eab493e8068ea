import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { sarifSchema } from '../../../server/src/cli/reporters/sarifSchema.ts'
import { checkReportSchema } from '../../../server/src/report/schema.ts'
import { runOn, runWriting } from '../../support/cli.ts'
import { makeFolder } from '../../support/repository.ts'

const term = 'lfx-mentorship/2026/01-Mar-May'
const page = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-00000000000'

const listOf = (title: string, email: string, number: number): string => `### Harbor

#### ${title}

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go, Rust
- Mentor(s):
  - Ada Example (@ada, ${email})
  - Ben Example (@ben, ben@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/${number}
- LFX URL: ${page}${number}
`

const files: Readonly<Record<string, string>> = {
  [`${term}/README.md`]: listOf('Sign copies', 'ada@example.org', 1),
  [`${term}/selected_projects.md`]: listOf('Copy signs', 'ada@example.com', 2),
}
const place = { path: `${term}/README.md`, message: '"ada@example.org" is used here', line: 9 }
const identity = (out: string) =>
  checkReportSchema
    .parse(JSON.parse(out))
    .files.map(({ path, findings }) => ({ path, findings: findings.filter(({ code }) => code === 'mentor-identity') }))
    .filter(({ findings }) => findings.length > 0)

test('json: lists of a term that contradict each other, found in a folder or named in any order', async () => {
  for (const paths of [['.'], [`${term}/selected_projects.md`, `${term}/README.md`]]) {
    const [found, ...others] = identity((await runOn(files, ['check', '--format', 'json', ...paths])).out)
    assert.deepEqual([found?.path, others], [`${term}/selected_projects.md`, []])
    const [finding] = found!.findings
    assert.deepEqual(
      [finding!.line, finding!.message],
      [9, '@ada has the email "ada@example.com" here but "ada@example.org" in README.md.'],
    )
    assert.deepEqual(finding!.related, [{ ...place, column: 24, endLine: 9, endColumn: 39 }])
  }
})

test('peerLists: a single list has no findings about other lists', async () => {
  assert.deepEqual(identity((await runOn(files, ['check', '--format', 'json', `${term}/selected_projects.md`])).out), [])
})

test('text: the location in the other list is printed below the finding', async () => {
  const { out } = await runOn(files, ['check', '.'])
  const lines = out.split('\n')
  const at = lines.findIndex((line) => line.includes('mentor-identity'))
  assert.equal(lines[at + 1]?.trim(), `${place.path}:9:24  ${place.message}`)
})

test('sarif: the place is a related location', async () => {
  const { out } = await runOn(files, ['check', '--format', 'sarif', '.'])
  const [run] = sarifSchema.parse(JSON.parse(out)).runs
  const result = run!.results.find(({ ruleId }) => ruleId === 'mentor-identity')
  assert.deepEqual(result?.relatedLocations, [
    {
      physicalLocation: {
        artifactLocation: { uri: place.path },
        region: { startLine: 9, startColumn: 24, endLine: 9, endColumn: 39 },
      },
      message: { text: place.message },
    },
  ])
})

test('github: the place is named in the message', async () => {
  const { out } = await runOn(files, ['check', '--format', 'github', '.'])
  assert.match(out, /mentor-identity::.* but .*%0Alfx-mentorship\/2026\/01-Mar-May\/README\.md:9: "[^"]*" is used here/)
})

test('fix: lists are held against what the others became', async () => {
  const twice = files[`${term}/README.md`]!.replace('  - Ben', '  - Ada Example (@ada, ada@example.org)\n  - Ben')
  const { ran, written } = await runWriting({ ...files, [`${term}/README.md`]: twice }, [
    'check',
    '--fix',
    '--format',
    'json',
    '.',
  ])
  assert.equal(new TextDecoder().decode(written.get(`${term}/README.md`)), files[`${term}/README.md`])
  const [found] = identity(ran.out)
  assert.deepEqual(found!.findings[0]!.related, [{ ...place, column: 24, endLine: 9, endColumn: 39 }])
})

const built = existsSync('dist/cli.js') ? false : 'dist/cli.js is not built'

test('peerLists: with --changed-since a contradiction is reported whichever of the two lists was changed', {
  skip: built,
}, () => {
  const [readme, selected] = [`${term}/README.md`, `${term}/selected_projects.md`]
  const agreeing = { [readme]: files[readme]!.replace('ada@example.org', 'ada@example.com'), [selected]: files[selected]! }
  const { commit, git, run } = makeFolder()
  commit(agreeing)
  git('checkout', '--quiet', '-b', 'topic')
  const said = () => identity(run(['check', '--changed-since', 'main', '--format', 'json', '.']).stdout).map(({ path }) => path)
  assert.deepEqual(said(), [])
  commit({ [readme]: files[readme]! })
  assert.deepEqual(said(), [selected])
  commit({ [readme]: agreeing[readme]!, [selected]: files[selected]!.replace('ada@example.com', 'ada@example.net') })
  assert.deepEqual(said(), [selected])
  commit({ [selected]: files[selected]!.replace('They do.', 'They do, always.') })
  assert.deepEqual(said(), [])
})
