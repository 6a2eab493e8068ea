import assert from 'node:assert/strict'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { good, runOn } from '../../support/cli.ts'
import { withoutLinks } from '../../support/links.ts'
import { makeFolder } from '../../support/repository.ts'

/** The lists that `export` finds, run in the folder or in one below it. */
const found = ({ run }: ReturnType<typeof makeFolder>, paths: readonly string[], below = '.'): readonly string[] => {
  const { stdout, stderr } = run(['export', ...paths], below)
  assert.equal(stderr, '')
  return JSON.parse(stdout).files.map(({ path }: { readonly path: string }) => path)
}

test('findFiles: a folder is searched for all extensions of Markdown', async () => {
  const names = ['a.md', 'b.markdown', 'c.MKD', 'd.mdown', 'e.mdx', 'f.md.txt', 'g.mdtext', 'md']
  const { out } = await runOn(Object.fromEntries(names.map((name) => [name, good])), ['export', '.'])
  const paths = JSON.parse(out).files.map(({ path }: { readonly path: string }) => path)
  assert.deepEqual(paths, ['a.md', 'b.markdown', 'c.MKD', 'd.mdown', 'g.mdtext'])
})

test('findFiles: leaves out what git ignores, as the editor does; a file that is named is read', () => {
  const folder = makeFolder()
  folder.write({
    '.gitignore': '_site/\n*.draft.md\n!keep.draft.md\n',
    'ideas.md': good,
    '_site/ideas.md': good,
    'deep/_site/ideas.md': good,
    'deep/a.draft.md': good,
    'deep/keep.draft.md': good,
    'deep/.gitignore': '/local.md\n',
    'deep/local.md': good,
    'deep/er/local.md': good,
  })
  const wanted = ['deep/keep.draft.md', 'deep/er/local.md']
  assert.deepEqual(found(folder, ['.']), ['ideas.md', ...wanted])
  assert.deepEqual(found(folder, ['.'], 'deep'), ['keep.draft.md', 'er/local.md'])
  assert.deepEqual(found(folder, ['../deep'], 'deep'), ['../deep/keep.draft.md', '../deep/er/local.md'])
  assert.deepEqual(found(folder, ['_site/ideas.md', 'deep/local.md']), ['_site/ideas.md', 'deep/local.md'])
  assert.deepEqual(found(folder, ['_site']), ['_site/ideas.md'])
})

test('findFiles: without a repository the .gitignore files of the folder itself count', async () => {
  const files = { 'a/.gitignore': 'b.md\n', 'a/b.md': good, 'a/c.md': good, '.gitignore': 'c.md\n' }
  const { out } = await runOn(files, ['export', 'a'])
  assert.deepEqual(
    JSON.parse(out).files.map(({ path }: { readonly path: string }) => path),
    ['a/c.md'],
  )
})

test('findFiles: a file with several names is one file, by the name that was given, else by its own', {
  skip: withoutLinks,
}, () => {
  const folder = makeFolder(false)
  folder.write({ 'real/ideas.md': good })
  symlinkSync('real', join(folder.folder, 'link'))
  symlinkSync('real/ideas.md', join(folder.folder, 'a.md'))
  assert.deepEqual(found(folder, ['.']), ['real/ideas.md'])
  assert.deepEqual(found(folder, ['link', 'real']), ['real/ideas.md'])
  assert.deepEqual(found(folder, ['link']), ['link/ideas.md'])
  assert.deepEqual(found(folder, ['a.md', '.']), ['a.md'])
  assert.deepEqual(found(folder, ['.', 'link/ideas.md']), ['link/ideas.md'])
})
