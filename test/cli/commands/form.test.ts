import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proposalReportSchema } from '../../../server/src/report/proposals.ts'
import { formatNumber } from '../../../server/src/text/wording.ts'
import { type Files, faulty, faultyPath, good, runOn } from '../../support/cli.ts'

const path = 'lfx-mentorship/2026/03-Sep-Nov/project_ideas.md'
const exported = JSON.stringify({
  programs: [{ cncf_project: 'Harbor', mentors: [{ name: 'Ada', github_handle: 'ada', lfid: 'adax' }] }],
})
const files: Files = { [path]: good, [faultyPath]: faulty, 'lfx-mentorship/lfx-export.json': exported, 'note.md': '# Hello\n' }

test('form: says for eyes what counts and what would be refused, with the LFIDs of the export above', async () => {
  const { code, out, err } = await runOn(files, ['form', path])
  assert.deepEqual([code, err], [0, ''])
  const address = (await runOn(files, ['form', '--format', 'url', path])).out.trim().length
  assert.equal(
    out,
    `${path}:3
  [CNCF LFX Proposal] Harbor Copy what is signed
  Program Name 19 of 71, Program Description 77 of 3,000, address ${formatNumber(address)} of 8,000
  warning  Ben Example has no LFID. Proposals are approved only with one.  mentors

1 proposal: 1 ready to be sent, 0 would be refused
`,
  )
})

test('form: --check fails for what would be refused, and without it nothing fails', async () => {
  assert.equal((await runOn(files, ['form', '--check', path])).code, 0)
  assert.equal((await runOn(files, ['form', '--check', faultyPath])).code, 1)
  assert.equal((await runOn(files, ['form', faultyPath])).code, 0)
})

test('form: body and url are of one idea, for pipes', async () => {
  const body = await runOn(files, ['form', '--format', 'body', `${path}:5`])
  assert.equal(body.code, 0)
  assert.match(body.out, /^### CNCF Project\n\nHarbor\n\n### Term\n\n/)
  assert.match(body.out, /Ada Example \| @ada \| ada@example\.org \| adax\n/)
  assert.match(body.err, /Ben Example has no LFID/)
  const url = await runOn(files, ['form', '--format', 'url', path, '--repo', 'acme/mentoring'])
  assert.match(url.out, /^https:\/\/github\.com\/acme\/mentoring\/issues\/new\?title=/)
  const several = await runOn({ 'a.md': `${good}\n${good.replace('### Harbor\n\n', '')}` }, ['form', '--format=body', 'a.md'])
  assert.deepEqual([several.code, several.out], [2, ''])
  assert.match(several.err, /--format body is for one idea, and there are 2; name one as a\.md:3, a\.md:13/)
})

test('form: json has what scripts depend on', async () => {
  const { out, code } = await runOn(files, ['form', '--format', 'json', path, faultyPath, 'gone.md'])
  assert.equal(code, 2)
  const report = proposalReportSchema.parse(JSON.parse(out))
  assert.deepEqual(
    report.proposals.map((each) => [each.path, each.line, each.title]),
    [
      [path, 3, '[CNCF LFX Proposal] Harbor Copy what is signed'],
      [faultyPath, 3, '[CNCF LFX Proposal] Harbor Sign what is copied'],
    ],
  )
  assert.deepEqual(
    report.proposals[1]!.problems.filter(({ severity }) => severity === 'error').map(({ field }) => field),
    ['mentors', 'upstream_issue_url'],
  )
  assert.deepEqual(report.errors, [{ path: 'gone.md', message: 'no such file or folder' }])
})

const ownForm =
  'name: Idea\nbody:\n  - { type: input, attributes: { label: Title } }\n  - { type: textarea, attributes: { label: Description } }\n  - { type: textarea, attributes: { label: Mentors } }\n'

test("form: the repository's own form comes before the CNCF's; a broken one is said and passed over", async () => {
  const own = { ...files, '.github/ISSUE_TEMPLATE/idea.yml': ownForm, '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug\nbody: []\n' }
  const { out } = await runOn(own, ['form', '--format', 'body', path])
  assert.match(out, /^### Title\n\nCopy what is signed\n\n### Description\n\n/)
  const broken = await runOn({ ...own, '.github/ISSUE_TEMPLATE/a.yml': 'body: [' }, ['form', '--format', 'body', path])
  assert.match(broken.err, /a\.yml: not valid YAML/)
  assert.match(broken.out, /^### Title/)
  const url = await runOn(own, ['form', '--format', 'url', path])
  assert.deepEqual([url.code, url.out], [2, ''])
  assert.match(url.err, /the repository of the form is not known; name it with --repo OWNER\/REPO/)
})

test('form: bad input is a sentence, and the exit code 2', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['form'], /form: no file given; expected <path> or <path>:<line>/],
    [['form', '--repo', 'acme', path], /form: --repo requires OWNER\/REPO \(got "acme"\)/],
    [['form', '--format', 'xml', path], /invalid format "xml"/],
    [['form', '--form', 'none.yml', path], /none\.yml: no such file or folder/],
    [['form', '--form', 'note.md', path], /note\.md: not an issue form/],
    [['form', 'note.md'], /note\.md: not an idea list/],
    [['form', `${path}:1`], /no idea at line 1; the first one starts at line 3/],
    [['form', `${path}:99`], /no idea at line 99/],
  ]
  for (const [argv, message] of cases) {
    const { code, out, err } = await runOn(files, argv)
    assert.equal(code, 2, argv.join(' '))
    assert.match(err, message)
    assert.equal(out, '')
  }
})

test('form: an idea of 10,000 characters is refused with its length, and its address with what to do', async () => {
  const long = good.replace('Copies keep their signatures.', 'words '.repeat(1700).trim())
  const { out } = await runOn({ [path]: long }, ['form', '--check', path])
  assert.match(out, /error {4}The description has 10,247 characters including headings; expected at most 3,000\./)
  assert.match(out, /may not open \(the limit is 8,000\)\. Copy the body and paste it instead/)
})
