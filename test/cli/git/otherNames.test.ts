import assert from 'node:assert/strict'
import { mkdtempSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { faulty, faultyPath } from '../../support/cli.ts'
import { withoutLinks } from '../../support/links.ts'
import { makeFolder } from '../../support/repository.ts'

const codesIn = (stdout: string): readonly string[] =>
  JSON.parse(stdout).files.flatMap(({ findings }: { readonly findings: readonly { readonly code: string }[] }) =>
    findings.map(({ code }) => code),
  )

test('changedSince: a path that leads into the repository by a link is inside it', { skip: withoutLinks }, () => {
  const { commit, folder, run, write } = makeFolder()
  commit({ [faultyPath]: faulty })
  write({ [faultyPath]: faulty.replace('Ada Example', 'Ada B. Example') })
  const link = join(realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-'))), 'link')
  symlinkSync(folder, link)
  for (const path of [link, join(link, faultyPath), join(link, 'lfx-mentorship'), folder]) {
    const { stderr, stdout } = run(['check', '--changed-since', 'main', '--format', 'json', path])
    assert.equal(stderr, '')
    assert.ok(codesIn(stdout).length > 0, path)
  }
})

test('changedSince: a link to a list has been touched if the list has', { skip: withoutLinks }, () => {
  const { commit, folder, run, write } = makeFolder()
  commit({ 'lists/ideas.txt': faulty, 'summerofcode/notes.txt': '' })
  symlinkSync('../lists/ideas.txt', join(folder, 'summerofcode/2026.md'))
  commit({})
  const check = () => run(['check', '--changed-since', 'main', '--format', 'json', 'summerofcode/2026.md'])
  assert.deepEqual(codesIn(check().stdout), [])
  write({ 'lists/ideas.txt': faulty.replace('Ada Example', 'Ada B. Example') })
  assert.ok(codesIn(check().stdout).length > 0)
})

test('changedSince: lists of a submodule are compared with the commit that was recorded', () => {
  const inner = makeFolder()
  inner.commit({ [faultyPath]: faulty })
  const outer = makeFolder()
  outer.commit({ 'README.md': 'Nothing.\n' })
  outer.git('-c', 'protocol.file.allow=always', 'submodule', 'add', '--quiet', inner.folder, 'sub')
  outer.commit({})
  const check = (path: string) => outer.run(['check', '--changed-since', 'main', '--format', 'json', path])
  for (const path of ['sub', '.', `sub/${faultyPath}`]) assert.deepEqual(codesIn(check(path).stdout), [], path)
  outer.write({ [`sub/${faultyPath}`]: faulty.replace('Ada Example', 'Ada B. Example') })
  for (const path of ['sub', '.', `sub/${faultyPath}`]) {
    const { stdout, stderr } = check(path)
    assert.equal(stderr, '')
    assert.ok(codesIn(stdout).length > 0, path)
  }
})

test('changedSince: a repository inside that git does not know is new', () => {
  const { commit, git, run, write, folder } = makeFolder()
  commit({ 'README.md': 'Nothing.\n' })
  write({ [`inner/${faultyPath}`]: faulty })
  git('init', '--quiet', join(folder, 'inner'))
  const { stdout } = run(['check', '--changed-since', 'main', '--format', 'json', '.'])
  assert.ok(codesIn(stdout).length > 0)
})

test('github, sarif: paths count from the root of the repository, wherever the check runs', () => {
  const { run, write } = makeFolder()
  write({ [faultyPath]: faulty, 'programs/summerofcode/2026.md': faulty })
  const fileOf = (words: readonly string[], below: string): string | undefined =>
    /file=([^,]*),/.exec(run(['check', '--format', 'github', ...words], below).stdout)?.[1]
  const uriOf = (words: readonly string[], below: string): string =>
    JSON.parse(run(['check', '--format', 'sarif', ...words], below).stdout).runs[0].results[0].locations[0].physicalLocation
      .artifactLocation.uri
  for (const written of [fileOf, uriOf]) {
    assert.equal(written(['.'], 'programs'), 'programs/summerofcode/2026.md')
    assert.equal(written(['summerofcode/2026.md'], 'programs'), 'programs/summerofcode/2026.md')
    assert.equal(written([`../${faultyPath}`], 'programs'), faultyPath)
    assert.equal(written(['./programs/summerofcode/2026.md'], '.'), 'programs/summerofcode/2026.md')
  }
})

test('github: a path that leads into the repository by a link counts from its root', { skip: withoutLinks }, () => {
  const { folder, run, write } = makeFolder()
  write({ 'programs/summerofcode/2026.md': faulty })
  const link = join(realpathSync(mkdtempSync(join(tmpdir(), 'idea-files-'))), 'link')
  symlinkSync(folder, link)
  const { stdout } = run(['check', '--format', 'github', join(link, 'programs')])
  assert.match(stdout, /^::\w+ file=programs\/summerofcode\/2026\.md,/)
})

test('github: without a repository paths count from the current folder', () => {
  const { run, write } = makeFolder(false)
  write({ 'programs/summerofcode/2026.md': faulty })
  assert.match(
    run(['check', '--format', 'github', './summerofcode/2026.md'], 'programs').stdout,
    /^::\w+ file=summerofcode\/2026\.md,/,
  )
})
