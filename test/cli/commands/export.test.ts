import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exportReportSchema } from '../../../server/src/report/schema.ts'
import { good, runOn } from '../../support/cli.ts'

test('exportLists: the model of a list, with 1-based lines', async () => {
  const { code, out, err } = await runOn({ 'lfx-mentorship/2026/01-Mar-May/project_ideas.md': good }, [
    'export',
    'lfx-mentorship',
  ])
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(exportReportSchema.parse(JSON.parse(out)), {
    files: [
      {
        path: 'lfx-mentorship/2026/01-Mar-May/project_ideas.md',
        name: 'LFX 2026 01-Mar-May',
        profile: 'lfx-proposal',
        term: 'LFX 2026 01-Mar-May',
        year: 2026,
        ideaLevel: 4,
        projects: [
          {
            name: 'Harbor',
            line: 1,
            ideas: [
              {
                title: 'Copy what is signed',
                line: 3,
                anchor: 'copy-what-is-signed',
                size: null,
                text: '',
                fields: [
                  { key: 'description', label: 'Description', line: 5, text: 'Copies keep their signatures.' },
                  { key: 'expectedOutcome', label: 'Expected Outcome', line: 6, text: 'They do.' },
                  { key: 'recommendedSkills', label: 'Recommended Skills', line: 7, text: 'Go and Rust' },
                  {
                    key: 'mentors',
                    label: 'Mentor(s)',
                    line: 8,
                    text: '- Ada Example (@ada, ada@example.org)\n- Ben Example (@ben, ben@example.org)',
                  },
                  {
                    key: 'upstreamIssue',
                    label: 'Upstream Issue',
                    line: 11,
                    text: 'https://github.com/goharbor/harbor/issues/1',
                  },
                ],
                mentors: [
                  { name: 'Ada Example', handle: 'ada', email: 'ada@example.org', primary: false, line: 9 },
                  { name: 'Ben Example', handle: 'ben', email: 'ben@example.org', primary: false, line: 10 },
                ],
                upstream: ['https://github.com/goharbor/harbor/issues/1'],
                lfxUrl: null,
                skills: ['Go', 'Rust'],
              },
            ],
          },
        ],
      },
    ],
  })
})

const ideaOf = async (path: string, lines: readonly string[]) => {
  const text = ['### Harbor', '', '#### Title', '', '- Description: It should.', ...lines, ''].join('\n')
  const { out } = await runOn({ [path]: text }, ['export', path])
  const [idea] = exportReportSchema.parse(JSON.parse(out)).files[0]?.projects[0]?.ideas ?? []
  assert.ok(idea !== undefined)
  return idea
}

const mentors = '- Mentor(s): Ada Example (@ada)'

test('exportLists: the introduction of an idea has no marks of the label below it', async () => {
  const idea = (title: string, lead: string) =>
    `#### ${title}\n\n${lead}- Description: Signatures travel along.\n- Expected Outcome: They do.\n- Mentor(s): Ada Example (@ada, ada@example.org)\n\n`
  for (const path of ['ideas.md', 'summerofcode/2026.md']) {
    const text = `# Ideas\n\n### Harbor\n\n${idea('Sign', '')}${idea('Copy', 'Two words.\n\n---\n\n')}${idea('Look', '* a\n* b\n\n')}`
    const { out } = await runOn({ [path]: text }, ['export', path])
    const { files } = exportReportSchema.parse(JSON.parse(out))
    assert.deepEqual(
      files[0]!.projects[0]!.ideas.map((each) => each.text),
      ['', 'Two words.\n\n---', '* a\n* b'],
      path,
    )
  }
})

test('exportLists: a size is its word; where the programme counts in hours it is those', async () => {
  const size = async (path: string, value: string): Promise<string | null> =>
    (await ideaOf(path, [`- Expected project size: ${value}`, mentors])).size
  assert.equal(await size('summerofcode/2026.md', 'Medium (~175 hours)'), 'medium')
  assert.equal(await size('summerofcode/2026.md', '175 hours'), null)
  assert.equal(await size('summerofcode/2022.md', '175 hrs'), '175 hours')
  assert.equal(await size('summerofcode/2022.md', 'huge'), null)
})

test('exportLists: upstream URLs come in their order, each once', async () => {
  const idea = await ideaOf('summerofcode/2026.md', [
    mentors,
    '- Upstream Issue: https://example.org/2, <https://example.org/1> and [again](https://example.org/2), not [this](../x.md)',
  ])
  assert.deepEqual(idea.upstream, ['https://example.org/2', 'https://example.org/1'])
})

test('exportLists: other labelled items are other, and a disguised address is none', async () => {
  const idea = await ideaOf('summerofcode/2026.md', [
    '- Notes: none',
    '- Mentor(s): Ada Example (@@ada, ada AT example DOT org) - primary',
  ])
  assert.deepEqual(
    idea.fields.map(({ key, label }) => [key, label]),
    [
      ['description', 'Description'],
      ['other', 'Notes'],
      ['mentors', 'Mentor(s)'],
    ],
  )
  assert.deepEqual(idea.mentors, [{ name: 'Ada Example', handle: 'ada', email: null, primary: true, line: 7 }])
})

test('exportLists: fields under no heading are an idea without a title, at its first field', async () => {
  const text = `### Harbor\n\n#### Title\n\n- Description: It should.\n${mentors}\n\n### Jaeger\n\n- Description: It might.\n${mentors}\n`
  const { out } = await runOn({ 'summerofcode/2026.md': text }, ['export', 'summerofcode/2026.md'])
  const projects = exportReportSchema.parse(JSON.parse(out)).files[0]?.projects
  assert.deepEqual(
    projects?.map(({ name, line, ideas }) => [name, line, ...ideas.map((idea) => [idea.title, idea.line])]),
    [
      ['Harbor', 1, ['Title', 3]],
      ['Jaeger', 8, [null, 10]],
    ],
  )
})

test('exportLists: a file that is not a list is reported on stderr, for one that cannot be read the exit code is 2', async () => {
  const files = { 'notes.md': '# Notes\n', 'gone.md': new Error('it may not be read') }
  assert.deepEqual(await runOn(files, ['export', 'notes.md']), {
    code: 0,
    out: '{\n  "files": []\n}\n',
    err: 'idea-files: notes.md is not an idea list\n',
  })
  assert.deepEqual(await runOn(files, ['export', 'gone.md']), {
    code: 2,
    out: '{\n  "files": []\n}\n',
    err: 'idea-files: gone.md: it may not be read\n',
  })
})

test('csv: a row an idea, with what a spreadsheet would run made harmless', async () => {
  const list = `### Harbor

#### =HYPERLINK("https://example.org","+1") of us

- Description: It should.
- Recommended Skills: Go, "plain" C
- Mentor(s):
  - Ada Example (@ada, ada@example.org) - primary
  - Ben Example
- Upstream Issue: https://example.org/1 and https://example.org/2
`
  const { code, out, err } = await runOn({ 'lfx-mentorship/2026/01-Mar-May/project_ideas.md': list, 'good.md': good }, [
    ...['export', '--format', 'csv', 'lfx-mentorship', 'good.md'],
  ])
  assert.deepEqual([code, err], [0, ''])
  assert.equal(
    out,
    [
      'path,profile,project,idea,line,size,mentors,primary,skills,upstream,lfxUrl',
      `lfx-mentorship/2026/01-Mar-May/project_ideas.md,lfx-proposal,Harbor,"'=HYPERLINK(""https://example.org"",""+1"") of us",3,,"Ada Example (@ada, ada@example.org); Ben Example","Ada Example (@ada, ada@example.org)","Go; ""plain"" C","https://example.org/1; https://example.org/2",`,
      'good.md,learned,Harbor,Copy what is signed,3,,"Ada Example (@ada, ada@example.org); Ben Example (@ben, ben@example.org)",,"Go; Rust",https://github.com/goharbor/harbor/issues/1,',
      '',
    ].join('\r\n'),
  )
})

test('csv: no list is a header alone', async () => {
  assert.equal(
    (await runOn({ 'notes.md': '# Notes\n' }, ['export', '--format', 'csv', 'notes.md'])).out,
    'path,profile,project,idea,line,size,mentors,primary,skills,upstream,lfxUrl\r\n',
  )
})
