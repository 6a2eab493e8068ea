import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { runOn } from '../../support/cli.ts'
import { makeFolder } from '../../support/repository.ts'

const skip = existsSync('dist/cli.js') ? false : 'dist/cli.js is not built'

/** An idea of a proposals list; `left` are the lines that are left out, `url` its upstream issue. */
const idea = (title: string, issue: number, left: readonly string[] = []): string =>
  [
    `#### ${title}`,
    '',
    `- Description: ${title}, and do it well.`,
    '- Expected Outcome: It is done.',
    '- Recommended Skills: Go',
    '- Mentor(s):',
    '  - Ada Example (@ada, ada@example.org)',
    '  - Ben Example (@ben, ben@example.org)',
    `- Upstream Issue: https://github.com/goharbor/harbor/issues/${issue}`,
    '',
    '',
  ]
    .filter((line) => !left.some((start) => line.startsWith(start)))
    .join('\n')

const list = (...ideas: readonly string[]): string => `### Harbor\n\n${ideas.join('')}`.trimEnd().concat('\n')

const path = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
const outcome = '- Expected Outcome'
const faulty = idea('Sign what is copied', 1, [outcome])
const old = list(faulty, idea('Copy what is signed', 2, [outcome]))
/** Too few of its ideas lack the outcome for that to be the practice of the list (docs/spec.md#practice), with one more or without. */
const mixed = list(faulty, idea('Copy what is signed', 2, [outcome]), idea('Stay', 4), idea('Keep', 5))

/** A repository with `before` on main, `after` on a branch, and what `check --changed-since main` says of it. */
function since(before: string, after: string) {
  const { commit, git, run } = makeFolder()
  commit({ [path]: before })
  git('checkout', '--quiet', '-b', 'topic')
  commit({ [path]: after })
  const { status, stdout, stderr } = run(['check', '--changed-since', 'main', '--format', 'github', '.'])
  assert.equal(stderr, '')
  return { status, said: stdout }
}

const missing = (line: number, title: string): string =>
  `::error file=${path},line=${line},col=6,endLine=${line},endColumn=${6 + title.length},title=Idea Files%3A missing-field::This idea is missing the "Expected Outcome" field.\n`

test('changedSince: an old list does not block a new idea', { skip }, () => {
  assert.deepEqual(since(old, `${old}\n${idea('Rest what is tired', 3)}`), { status: 0, said: '' })
})

test('changedSince: what a new idea lacks is reported, and nothing of the old ones', { skip }, () => {
  const title = 'Rest what is tired'
  assert.deepEqual(since(mixed, `${mixed}\n${idea(title, 3, [outcome])}`), { status: 1, said: missing(41, title) })
})

test('changedSince: a new idea is not asked for what no idea of the list has', { skip }, () => {
  const before = list(faulty, idea('Copy what is signed', 2, [outcome]), idea('Keep', 5, [outcome]))
  assert.deepEqual(since(before, `${before}\n${idea('Rest what is tired', 3, [outcome])}`), { status: 0, said: '' })
})

test('changedSince: a change in an old idea reports all findings in that idea, and in no other', { skip }, () => {
  const after = old.replace('Copy what is signed, and do it well.', 'Copy it all.')
  assert.deepEqual(since(old, after), { status: 1, said: missing(12, 'Copy what is signed') })
})

test('changedSince: a field that a branch takes away is reported', { skip }, () => {
  const before = list(idea('Sign what is copied', 1), idea('Copy what is signed', 2))
  const after = list(faulty, idea('Copy what is signed', 2))
  assert.deepEqual(since(before, after), { status: 1, said: missing(3, 'Sign what is copied') })
})

test('changedSince: an idea that a branch takes away touches none of its neighbours', { skip }, () => {
  assert.deepEqual(since(list(faulty, idea('Gone', 3)), list(faulty)), { status: 0, said: '' })
  assert.deepEqual(since(list(idea('Gone', 3), faulty), list(faulty)), { status: 0, said: '' })
  assert.deepEqual(since(list(faulty, idea('Gone', 3), idea('Stay', 4)), list(faulty, idea('Stay', 4))), { status: 0, said: '' })
})

test('changedSince: a finding on an old line that a new one is the cause of is reported', { skip }, () => {
  const good = idea('Copy what is signed', 2)
  const { status, said } = since(list(good), list(idea('Copy what is signed', 3), good))
  assert.equal(status, 0)
  assert.equal(
    said,
    `::warning file=${path},line=13,col=6,endLine=13,endColumn=25,title=Idea Files%3A duplicate-idea::This project already has an idea titled "Copy what is signed".\n`,
  )
})

test('changedSince: a list that moved has the findings of what was changed in it', { skip }, () => {
  const { commit, git, run } = makeFolder()
  commit({ [path]: list(faulty, idea('Copy what is signed', 2), idea('Rest what is tired', 3)) })
  git('checkout', '--quiet', '-b', 'topic')
  git('mv', path, 'März 2026.md')
  const moved = run(['check', '--changed-since', 'main', '.'])
  assert.deepEqual([moved.status, moved.stdout], [0, 'No idea lists changed since main in ..\n'])
  commit({ 'März 2026.md': list(faulty, idea('Copy what is signed', 2), idea('Rest what is tired', 3, ['- Upstream'])) })
  const { status, stdout } = run(['check', '--profile', 'lfx-proposal', '--changed-since', 'main', '--format', 'json', '.'])
  assert.equal(status, 1)
  assert.deepEqual(
    JSON.parse(stdout).files.map(({ path: at, findings }: { readonly path: string; readonly findings: readonly object[] }) => [
      at,
      findings.length,
    ]),
    [['März 2026.md', 1]],
  )
})

test('changedSince: commits of the other branch do not count, and what is not committed does', { skip }, () => {
  const { commit, git, run, write } = makeFolder()
  commit({ [path]: old, 'a.md': old })
  git('checkout', '--quiet', '-b', 'topic')
  commit({ 'other.txt': 'x' })
  git('checkout', '--quiet', 'main')
  commit({ 'a.md': old.replace('do it well', 'hurry') })
  git('checkout', '--quiet', 'topic')
  assert.equal(run(['check', '--changed-since', 'main', '.']).stdout, 'No idea lists changed since main in ..\n')
  const text = list(idea('Stay', 1)).replace(/https:\S+/, 'TBD')
  write({ 'new/list.txt': text, 'new/list.md': text })
  const both = run(['check', '--profile', 'lfx-proposal', '--changed-since', 'main', '.', 'list.txt', '../a.md'], 'new')
  assert.equal(both.status, 1)
  assert.equal(
    both.stdout,
    `list.md lfx-proposal
   11:19  error  upstream-url  "TBD" is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.

list.txt lfx-proposal
   11:19  error  upstream-url  "TBD" is not a link; expected the issue's URL, such as https://github.com/org/repo/issues/1.

2 problems in 2 lists: 2 errors.
`,
  )
})

test('changedSince: line ends of both kinds, a byte-order mark, and settings of git that change a diff', { skip }, () => {
  const { commit, git, run } = makeFolder()
  const text = (lines: string): string => `\uFEFF${lines.replaceAll('\n', '\r\n')}`
  commit({ [path]: text(mixed), '.gitattributes': '*.md binary\n' })
  for (const [name, value] of [
    ['diff.noprefix', 'true'],
    ['diff.external', 'false'],
    ['color.ui', 'always'],
    ['diff.context', '9'],
    ['diff.relative', 'true'],
    ['diff.renames', 'false'],
  ] as const)
    git('config', name, value)
  git('checkout', '--quiet', '-b', 'topic')
  commit({ [path]: text(`${mixed}\n${idea('Rest what is tired', 3, [outcome])}`) })
  const { status, stdout, stderr } = run(['check', '--changed-since', 'main', '--format', 'github', '.'])
  assert.deepEqual([status, stderr, stdout], [1, '', missing(41, 'Rest what is tired')])
})

test('changedSince: of a project file what was touched is reported', { skip }, () => {
  const { commit, git, run } = makeFolder()
  commit({ [path]: list(idea('Stay', 1)), '.idea-files.json': '{\n  "rules": { "nope": "off" },\n  "projects": []\n}\n' })
  git('checkout', '--quiet', '-b', 'topic')
  commit({ '.idea-files.json': '{\n  "rules": { "nope": "off" },\n  "project": []\n}\n' })
  const { status, stdout } = run(['check', '--changed-since', 'main', '--format', 'github', '.'])
  assert.equal(status, 0)
  assert.match(stdout, /^::warning file=\.idea-files\.json,line=3,[^\n]*\n$/)
})

test('changedSince: a list that cannot be read counts where it was touched or named', { skip }, () => {
  const { commit, git, run } = makeFolder()
  const broken = `${list(faulty)}\0`
  commit({ 'old.md': broken })
  git('checkout', '--quiet', '-b', 'topic')
  commit({ [path]: list(idea('Stay', 1)) })
  const fine = run(['check', '--changed-since', 'main', '.'])
  assert.deepEqual([fine.status, fine.stdout, fine.stderr], [0, 'No problems in 1 changed list.\n', ''])
  assert.equal(run(['check', '--changed-since', 'main', 'old.md']).status, 2)
  commit({ 'new.md': broken })
  const { status, stderr } = run(['check', '--changed-since', 'main', '.'])
  assert.deepEqual([status, stderr], [2, 'idea-files: new.md: not a text file (NUL byte on line 11)\n'])
})

const refusals =
  (run: (words: readonly string[]) => { readonly status: number | null; readonly stdout: string; readonly stderr: string }) =>
  (ref: string, path: string, message: string): void => {
    const { status, stdout, stderr } = run(['check', '--changed-since', ref, path])
    assert.deepEqual([status, stdout, stderr], [2, '', `idea-files: --changed-since: ${message}\n`])
  }

test('changedSince: what git cannot tell is said in words', { skip }, () => {
  const { commit, folder, git, run, write } = makeFolder()
  const refused = refusals(run)
  write({ 'a.md': old })
  refused('main', '.', 'main is not a known branch, tag or commit (a shallow clone may not have it)')
  commit({ 'a.md': old })
  refused('a b', '.', 'a b is not a known branch, tag or commit (a shallow clone may not have it)')
  refused('main', join(folder, '..'), `${join(folder, '..')} is outside this git repository`)
  git('checkout', '--quiet', '--orphan', 'alone')
  commit({ 'b.md': old })
  refused('main', '.', 'main and HEAD have no common ancestor (a shallow clone may not have it)')
  const bare = makeFolder(false)
  bare.write({ 'a.md': old })
  refusals(bare.run)('main', 'a.md', 'the current folder is not in a git repository')
})

test('changedSince: reports that git is not installed', async () => {
  assert.deepEqual(await runOn({ 'a.md': old }, ['check', '--changed-since', 'main', 'a.md']), {
    code: 2,
    out: '',
    err: 'idea-files: --changed-since: git is not installed\n',
  })
})
