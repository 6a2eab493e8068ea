import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeHostFiles } from '../../../server/src/cli/git/webUrl.ts'
import { faulty, faultyPath, good, runOn, runWriting } from '../../support/cli.ts'
import { lfxExportText } from '../../support/lfxExports.ts'

const lists = { [faultyPath]: good, 'summerofcode/2026.md': faulty }

test('site: all ideas of the lists on one page, with links to the files, and without addresses', async () => {
  const { ran, written } = await runWriting(lists, ['site', '--out', 'public', '.'])
  assert.deepEqual([ran.code, ran.out], [0, ''])
  assert.equal(ran.err, 'idea-files: wrote public/index.html with 2 ideas of 2 lists\n')
  const page = new TextDecoder().decode(written.get('public/index.html'))
  assert.equal(page.split('<article ').length, 3)
  assert.match(page, /href="\.\.\/summerofcode\/2026\.md#sign-what-is-copied"/)
  assert.doesNotMatch(page, /@example\.org/)
})

test('site: with addresses only if asked for', async () => {
  const { written } = await runWriting(lists, ['site', '--out', 'public/', '--with-email', '--title', 'Ideas & more', '.'])
  const page = new TextDecoder().decode(written.get('public/index.html'))
  assert.match(page, /mailto:ada@example\.org/)
  assert.match(page, /<h1>Ideas &#38; more<\/h1>/)
})

test('site: a page of its own is replaced, another one is left as it is', async () => {
  const first = await runWriting(lists, ['site', '--out', 'public', '.'])
  const page = first.written.get('public/index.html')!
  const again = await runWriting({ ...lists, 'public/index.html': page }, ['site', '--out', 'public', '.'])
  assert.equal(again.ran.code, 0)
  assert.deepEqual(again.written.get('public/index.html'), page)
  const foreign = await runWriting({ ...lists, 'public/index.html': '<html>mine</html>' }, ['site', '--out', 'public', '.'])
  assert.equal(foreign.ran.code, 2)
  assert.match(foreign.ran.err, /public\/index\.html exists and was not written by this command; choose another folder/)
  assert.equal(foreign.written.size, 0)
})

test('site: nothing is written if a list cannot be read', async () => {
  const { ran, written } = await runWriting({ ...lists, 'broken.md': new Error('no permission') }, [
    'site',
    '--out',
    'public',
    '.',
    'broken.md',
  ])
  assert.equal(ran.code, 2)
  assert.equal(written.size, 0)
})

test('site, report: a wrong command line says what is missing', async () => {
  const messages = await Promise.all(
    [
      ['site', '.'],
      ['site', '--out', 'public'],
      ['report', '.'],
      ['report', '--table', 'people', '.'],
      ['export', '--with-email', '.'],
    ].map(async (argv) => (await runOn(lists, argv)).err.split('\n')[0]),
  )
  assert.deepEqual(messages, [
    'idea-files: site: --out is required; name a folder for the page',
    'idea-files: site: no file or folder given',
    'idea-files: report: --table is required; use programs, mentors or projects',
    'idea-files: report: invalid table "people"; use programs, mentors or projects',
    'idea-files: export: --with-email can only be used with --format feed',
  ])
})

test('report: the rows of a program summary link to the program and to the mentors', async () => {
  const text = `${good}- LFX URL: https://mentorship.lfx.linuxfoundation.org/project/0b5ff0ac-0000-4000-8000-000000000001\n`
  const { out } = await runOn({ [faultyPath.replace('project_ideas', 'README')]: text }, ['report', '--table', 'programs', '.'])
  assert.equal(
    out,
    [
      '| Program | Mentors |',
      '| --- | --- |',
      '| [Copy what is signed](https://mentorship.lfx.linuxfoundation.org/project/0b5ff0ac-0000-4000-8000-000000000001) | [Ada Example](https://github.com/ada), [Ben Example](https://github.com/ben) |',
      '',
    ].join('\n'),
  )
})

test('report: a row for each person, whatever the lists write of them', async () => {
  const { out } = await runOn(lists, ['report', '--table', 'mentors', '--format', 'csv', '.'])
  assert.equal(
    out,
    [
      'Mentor,GitHub,Email,Projects,Ideas',
      'Ada Example,\'@ada,ada@example.org,Harbor,"Copy what is signed (LFX 2026 01-Mar-May); Sign what is copied (GSoC 2026)"',
      "Ben Example,'@ben,ben@example.org,Harbor,Copy what is signed (LFX 2026 01-Mar-May)",
      '',
    ].join('\r\n'),
  )
})

test('report: projects with their ideas, mentors and LFX quota; marks in names are only text', async () => {
  const { out } = await runOn(lists, ['report', '--table', 'projects', '.'])
  assert.equal(out, '| Project | Ideas | Mentors | LFX quota per term |\n| --- | --- | --- | --- |\n| Harbor | 2 | 2 | 4 |\n')
  const odd = await runOn({ 'summerofcode/2026.md': faulty.replace('Harbor', 'A | <b>') }, ['report', '--table', 'projects', '.'])
  assert.match(odd.out, /^\| A \\\| /m)
})

test('site, report, export: an export of LFX programs is a list, and repeats no program of another list', async () => {
  const url = 'https://mentorship.lfx.linuxfoundation.org/project/00000000-0000-4000-8000-000000000001'
  const readme = faultyPath.replace('project_ideas', 'README')
  const files = { 'lfx-export.json': lfxExportText, [readme]: `${good}- LFX URL: ${url}\n` }
  const { out } = await runOn(files, ['report', '--table', 'programs', 'lfx-export.json'])
  assert.match(out, /^\| \[Copy what is signed\]\(https:.*\| \[Ada Example\]\(https:\/\/github\.com\/ada\), \[Cleo Example\]/m)
  assert.match(out, /^\| Keep the log short \| {2}\|$/m)
  for (const paths of [
    ['lfx-export.json', '.'],
    ['.', 'lfx-export.json'],
  ]) {
    const table = (await runOn(files, ['report', '--table', 'programs', ...paths])).out
    assert.deepEqual([table.split('Copy what is signed').length, table.split('Keep the log short').length], [2, 2])
    const { ran, written } = await runWriting(files, ['site', '--out', 'public', ...paths])
    assert.match(ran.err, /with 2 ideas of 2 lists/)
    const page = new TextDecoder().decode(written.get('public/index.html'))
    assert.equal(page.split('<article ').length, 3)
    assert.doesNotMatch(page, /@example\.org/)
    const feed: { readonly items: readonly unknown[] } = JSON.parse(
      (await runOn(files, ['export', '--format', 'feed', ...paths])).out,
    )
    assert.equal(feed.items.length, 2)
  }
})

test('export: a feed of all ideas', async () => {
  const { code, out } = await runOn(lists, ['export', '--format', 'feed', '.'])
  assert.equal(code, 0)
  const feed: { readonly items: readonly { readonly id: string; readonly url?: string }[] } = JSON.parse(out)
  assert.deepEqual(
    feed.items.map(({ id, url }) => [id, url]),
    [
      [`${faultyPath}#copy-what-is-signed`, undefined],
      ['summerofcode/2026.md#sign-what-is-copied', undefined],
    ],
  )
  assert.doesNotMatch(out, /@example\.org/)
})

test('codeHostFiles: the pages of a remote', () => {
  const remotes = [
    'https://github.com/org/lists.git',
    'git@github.com:org/lists.git',
    'ssh://git@github.com/org/lists',
    'https://user:secret@github.com/org/lists',
    'https://gitlab.com/group/sub/lists.git',
    'https://example.org/org/lists.git',
    '/srv/git/lists.git',
  ]
  assert.deepEqual(remotes.map(codeHostFiles), [
    'https://github.com/org/lists/blob/HEAD/',
    'https://github.com/org/lists/blob/HEAD/',
    'https://github.com/org/lists/blob/HEAD/',
    'https://github.com/org/lists/blob/HEAD/',
    'https://gitlab.com/group/sub/lists/-/blob/HEAD/',
    null,
    null,
  ])
})
