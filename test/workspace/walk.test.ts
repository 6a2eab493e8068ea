import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readGitignore } from '../../server/src/workspace/gitignore.ts'
import { uriPath } from '../../server/src/workspace/uris.ts'
import { Walk } from '../../server/src/workspace/walk.ts'
import { cpuTime } from '../support/cpuTime.ts'
import { type Content, MemoryFiles, uriOf } from '../support/memoryFiles.ts'

async function checkWalk(files: Readonly<Record<string, Content>>, expected: readonly string[], ignored: readonly string[] = []) {
  const memory = new MemoryFiles(files)
  const left: string[] = []
  const walk = new Walk(uriOf('/w'), memory.folders, {
    pause: async () => 4,
    failed: (uri, message) => assert.fail(`${uri}: ${message}`),
    ignored: (uri) => left.push(uriPath(uri)),
  })
  const found: string[] = []
  for await (const uri of walk.files()) found.push(uriPath(uri))
  assert.deepEqual(found.toSorted(), expected)
  assert.deepEqual(left.toSorted(), ignored)
  // a file alone is judged as the whole walk judges it, by a walk that has seen nothing
  const fresh = new Walk(uriOf('/w'), memory.folders, { failed: () => {}, pause: async () => 4, ignored: () => {} })
  for (const path of Object.keys(files).filter((each) => each.endsWith('.md') && typeof files[each] === 'string')) {
    assert.equal(await fresh.wants(uriOf(path)), expected.includes(path), path)
  }
}

test('walk: finds Markdown files at any depth, and looks into no node_modules and no .git', () =>
  checkWalk(
    {
      '/w/a.md': '',
      '/w/b.MD': '',
      '/w/c.markdown': '',
      '/w/d.mdx': '',
      '/w/d/e/f.md': '',
      '/w/node_modules/p/README.md': '',
      '/w/d/node_modules/p/README.md': '',
      '/w/.git/x.md': '',
      '/w/.github/y.md': '',
    },
    ['/w/.github/y.md', '/w/a.md', '/w/b.MD', '/w/c.markdown', '/w/d/e/f.md'],
  ))

test('walk: leaves out what .gitignore names, in its folder and below', () =>
  checkWalk(
    {
      '/w/.gitignore': 'out/\n/top.md\n*.draft.md\n',
      '/w/a.md': '',
      '/w/top.md': '',
      '/w/x.draft.md': '',
      '/w/out/a.md': '',
      '/w/d/out/a.md': '',
      '/w/d/top.md': '',
      '/w/d/.gitignore': '!kept.draft.md\nlocal.md',
      '/w/d/kept.draft.md': '',
      '/w/d/local.md': '',
      '/w/local.md': '',
    },
    ['/w/a.md', '/w/d/kept.draft.md', '/w/d/top.md', '/w/local.md'],
    ['/w/d/local.md', '/w/d/out', '/w/out', '/w/top.md', '/w/x.draft.md'],
  ))

test('walk: what is in a folder that is left out cannot be brought back', () =>
  checkWalk({ '/w/.gitignore': 'out\n!out/a.md\n', '/w/out/a.md': '', '/w/out/.gitignore': '!a.md' }, [], ['/w/out']))

test('walk: a link to a file that is found anyway is passed over, one to elsewhere is followed', () =>
  checkWalk({ '/w/a.md': '', '/w/b.md': { link: '/w/a.md' }, '/w/c.md': { link: '/elsewhere/c.md' }, '/elsewhere/c.md': '' }, [
    '/w/a.md',
    '/w/c.md',
  ]))

const ignores = (text: string, path: string): string | undefined => {
  const isFolder = path.endsWith('/')
  return readGitignore(text)(isFolder ? path.slice(0, -1) : path, isFolder)
}

// from the examples and rules of git-scm.com/docs/gitignore
const cases: readonly (readonly [string, string, 'ignored' | 'kept' | undefined])[] = [
  ['hello.*', 'hello.md', 'ignored'],
  ['hello.*', 'a/hello.md', 'ignored'],
  ['/hello.*', 'a/hello.md', undefined],
  ['doc/frotz', 'doc/frotz', 'ignored'],
  ['doc/frotz', 'a/doc/frotz', undefined],
  ['doc/frotz/', 'doc/frotz', undefined],
  ['doc/frotz/', 'doc/frotz/', 'ignored'],
  ['frotz/', 'a/frotz/', 'ignored'],
  ['**/foo', 'foo', 'ignored'],
  ['**/foo', 'a/b/foo', 'ignored'],
  ['abc/**', 'abc/', undefined],
  ['abc/**', 'abc/x.md', 'ignored'],
  ['abc/**', 'abc/d/x.md', 'ignored'],
  ['a/**/b', 'a/b', 'ignored'],
  ['a/**/b', 'a/x/y/b', 'ignored'],
  ['foo/*', 'foo/test.md', 'ignored'],
  ['foo/*', 'foo/bar/hello.md', undefined],
  ['*.md\n!a.md', 'a.md', 'kept'],
  ['!a.md\n*.md', 'a.md', 'ignored'],
  ['# a.md', 'a.md', undefined],
  ['\\#a.md', '#a.md', 'ignored'],
  ['\\!a.md', '!a.md', 'ignored'],
  ['a.md  ', 'a.md', 'ignored'],
  ['a\\ ', 'a ', 'ignored'],
  ['a?c.md', 'abc.md', 'ignored'],
  ['a[bx]c.md', 'abc.md', 'ignored'],
  ['a[!bx]c.md', 'abc.md', undefined],
  ['a\\*c.md', 'abc.md', undefined],
  ['a\\*c.md', 'a*c.md', 'ignored'],
  ['{a,b}.md', 'a.md', undefined],
  ['{a,b}.md', '{a,b}.md', 'ignored'],
  ['a.md\r\nb.md\r\n', 'b.md', 'ignored'],
  ['', 'a.md', undefined],
  ['/', 'a.md', undefined],
]

for (const [text, path, verdict] of cases) {
  test(`walk: .gitignore ${JSON.stringify(text)}: ${path} is ${verdict ?? 'not named'}`, () =>
    assert.equal(ignores(text, path), verdict))
}

test('walk: a pattern made to take long takes no time', () => {
  const took = cpuTime(() => {
    ignores(`${'*a'.repeat(80)}b`, 'a'.repeat(200))
    ignores(`${'**/a/'.repeat(30)}b`, 'a/'.repeat(200))
  })
  assert.ok(took < 5000, `${took} ms`)
})

test('walk: pauses between files of one large folder', async () => {
  const names = Array.from({ length: 300 }, (_, index) => `/w/${'a'.repeat(60)}${index}.md`)
  const patterns = Array.from({ length: 300 }, (_, index) => `**/*a*a*a*b${index}`).join('\n')
  const memory = new MemoryFiles({ ...Object.fromEntries(names.map((name) => [name, '# x'])), '/w/.gitignore': patterns })
  let pauses = 0
  const pause = async (): Promise<number> => {
    pauses++
    return 0
  }
  const walk = new Walk(uriOf('/w'), memory.folders, { pause, failed: () => {}, ignored: () => {} })
  let found = 0
  for await (const _ of walk.files()) found++
  assert.equal(found, names.length)
  assert.ok(pauses >= names.length, `${pauses} pauses`)
})
