import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Files, runOn, runWriting } from '../../support/cli.ts'

const exported = JSON.stringify({
  programs: [
    {
      cncf_project: 'Harbor',
      program_name_short: 'Sign copies',
      description: '## Description\n\nSign.\n\n## Expected outcomes\n\nSigned.',
      technologies: 'Go',
      skills: 'Go',
      mentors: [{ name: 'Ada Example', github_handle: 'ada', email: 'ada@example.org', lfid: 'ada', role: 'primary' }],
      upstream_issue_url: 'https://github.com/goharbor/harbor/issues/1',
      lfx_url: 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001',
      term: '2026 Term 3 (Sep-Nov)',
    },
  ],
})

const expected = `# LFX Mentorship 2026 Term 3

## Table of Contents

<!-- TOC -->
- [Harbor](#harbor)
  - [Sign copies](#sign-copies)
<!-- TOC -->

---

## Accepted projects

### Harbor

#### Sign copies

- Description: Sign.
- Expected Outcome: Signed.
- Recommended Skills: Go
- Technologies: Go
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001
`

const files: Files = {
  'lfx-export.json': exported,
  'old.md': '# Old\n',
  'empty.json': '{"programs":[]}',
  'other.json': '{"a":1}',
}

test('import: prints the list of a term', async () => {
  assert.deepEqual(await runOn(files, ['import', 'lfx-export.json']), { code: 0, out: expected, err: '' })
})

test('import: --list writes a new file, and never an old one', async () => {
  const { ran, written } = await runWriting(files, ['import', '--list', 'README.md', 'lfx-export.json'])
  assert.deepEqual(ran, { code: 0, out: '', err: 'idea-files: wrote README.md\n' })
  assert.equal(new TextDecoder().decode(written.get('README.md')), expected)
  const again = await runWriting(files, ['import', '--list', 'old.md', 'lfx-export.json'])
  assert.deepEqual([again.ran.code, again.ran.err, again.written.size], [2, 'idea-files: old.md: already exists\n', 0])
})

test('import: bad input is a sentence, and nothing is written', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['import'], /import: exactly one export file is required/],
    [['import', 'a.json', 'b.json'], /import: exactly one export file is required/],
    [['import', 'gone.json'], /gone\.json: no such file or folder/],
    [['import', '--list', 'new.md', 'empty.json'], /no programs; export the term again/],
    [['import', '--list', 'new.md', 'other.json'], /: an export of another version|: not an export of LFX programs/],
    [['import', '--list', 'new.md', 'old.md'], /not valid JSON/],
    [['import', '--list', 'new/', 'lfx-export.json'], /new\/: a folder; name a new file in it/],
    [['import', '--list', '', 'lfx-export.json'], /import: --list requires a value/],
  ]
  for (const [argv, message] of cases) {
    const { ran, written } = await runWriting(files, argv)
    assert.deepEqual([ran.code, ran.out, written.size], [2, '', 0], argv.join(' '))
    assert.match(ran.err, message)
  }
})
