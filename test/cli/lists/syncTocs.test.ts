import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineChanges } from '../../../server/src/cli/lists/lineChanges.ts'
import { runOn, runWriting } from '../../support/cli.ts'
import { good } from '../../support/goodList.ts'

const path = 'programs/summerofcode/2026.md'
const stale = good
  .replace('[Harbor](#harbor)', '[Harbor](#harbour)')
  .replace('  * [Test on slow links](#test-on-slow-links)\n', '')

const decoded = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('syncTocs: toc writes the tables that are stale, and nothing else', async () => {
  const { ran, written } = await runWriting({ [path]: stale, 'programs/summerofcode/2025.md': good }, ['toc', 'programs'])
  assert.deepEqual(ran, {
    code: 0,
    out: `${path}: updated 2 lines of the table of contents\nUpdated 1 of 2 tables of contents.\n`,
    err: '',
  })
  assert.deepEqual([...written.keys()], [path])
  assert.equal(decoded(written.get(path)), good)
})

test('syncTocs: toc keeps a byte-order mark and line ends', async () => {
  const text = (lines: string): string => `\uFEFF${lines.replaceAll('\n', '\r\n')}`
  const { written } = await runWriting({ [path]: text(stale) }, ['toc', path])
  assert.equal(decoded(written.get(path)), text(good))
})

test('syncTocs: toc --check shows what would change and writes nothing', async () => {
  const { ran, written } = await runWriting({ [path]: stale }, ['toc', '--check', path])
  assert.deepEqual(ran, {
    code: 1,
    out: `${path}: table of contents is out of date
  line 25
  - * [Harbor](#harbour)
  +   * [Test on slow links](#test-on-slow-links)
  + * [Harbor](#harbor)
The table of contents is out of date.
`,
    err: '',
  })
  assert.equal(written.size, 0)
})

test('syncTocs: toc --check is content with a table that says what the headings say', async () => {
  assert.deepEqual(await runOn({ [path]: good }, ['toc', '--check', path]), {
    code: 0,
    out: 'The table of contents is up to date.\n',
    err: '',
  })
})

test('syncTocs: toc tells of a list without a table, and gives it none', async () => {
  const bare = good.replace(/<!-- TOC -->[\s\S]*?<!-- TOC -->\n\n/, '')
  const { ran, written } = await runWriting({ [path]: bare, 'notes.md': '# Notes\n' }, ['toc', path, 'notes.md'])
  assert.deepEqual(ran, {
    code: 0,
    out: `${path}: no table of contents, although the program asks for one\nNo tables of contents in 1 list.\n`,
    err: 'idea-files: notes.md is not an idea list\n',
  })
  assert.equal(written.size, 0)
})

test('syncTocs: the summary counts tables of contents, not lists without one', async () => {
  const bare = good.replace(/<!-- TOC -->[\s\S]*?<!-- TOC -->\n\n/, '')
  const summaryOf = async (texts: readonly string[], ...options: readonly string[]): Promise<string> => {
    const lists = Object.fromEntries(texts.map((text, index) => [`summerofcode/${2020 + index}.md`, text]))
    return (await runWriting(lists, ['toc', ...options, 'summerofcode'])).ran.out.split('\n').at(-2)!
  }
  assert.equal(await summaryOf([good, good, bare]), 'All 2 tables of contents are up to date.')
  assert.equal(await summaryOf([stale, good, bare], '--check'), '1 of 2 tables of contents is out of date.')
  assert.equal(await summaryOf([stale, good, bare, stale], '--check'), '2 of 3 tables of contents are out of date.')
  assert.equal(await summaryOf([stale, good, stale]), 'Updated 2 of 3 tables of contents.')
  assert.equal(await summaryOf([stale, bare]), 'Updated the table of contents.')
  assert.equal(await summaryOf([bare, bare]), 'No tables of contents in 2 lists.')
})

test('syncTocs: toc fills markers that wait for a table', async () => {
  const waiting = good.replace(/(<!-- TOC -->)[\s\S]*?(<!-- TOC -->)/, '$1\n$2')
  assert.equal((await runOn({ [path]: waiting }, ['toc', '--check', path])).code, 1)
  const { ran, written } = await runWriting({ [path]: waiting }, ['toc', path])
  assert.equal(ran.code, 0)
  const filled = decoded(written.get(path))
  assert.match(filled, /<!-- TOC -->\n- \[Cilium\]\(#cilium\)\n {2}- \[/)
  assert.equal((await runOn({ [path]: filled }, ['toc', '--check', path])).code, 0)
})

test('syncTocs: toc ends with 2 where a list cannot be read or written', async () => {
  const { ran } = await runWriting({ 'locked/summerofcode/2026.md': stale }, ['toc', 'locked', 'gone.md'])
  assert.deepEqual(ran, {
    code: 2,
    out: 'No table of contents updated; 2 paths could not be read or written.\n',
    err: `idea-files: locked/summerofcode/2026.md: could not write (permission denied)
idea-files: gone.md: no such file or folder
`,
  })
})

test('syncTocs: lines that change, without those that stay', () => {
  const text = 'a\nb\nc\nd\ne\n'
  const at = (needle: string) => ({ start: text.indexOf(needle), end: text.indexOf(needle) + needle.length })
  assert.deepEqual(
    lineChanges(text, [
      { span: at('b'), newText: 'B\nb2' },
      { span: at('c\n'), newText: '' },
      { span: { start: text.indexOf('e'), end: text.indexOf('e') }, newText: 'x' },
    ]),
    [
      { line: 2, before: ['b'], after: ['B', 'b2'] },
      { line: 3, before: ['c'], after: [] },
      { line: 5, before: ['e'], after: ['xe'] },
    ],
  )
})
