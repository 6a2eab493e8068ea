import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { frontMatterEnd } from '../../server/src/syntax/frontMatter.ts'
import { cutSections, updateSections } from '../../server/src/syntax/sections.ts'
import { runs } from '../support/runs.ts'

test('frontMatterEnd: after the closing line', () => {
  const rest = (text: string): string => text.slice(frontMatterEnd(text))
  assert.equal(rest('---\ntitle: x\n---\n# A\n'), '# A\n')
  assert.equal(rest('---  \r\ntitle: x\r\n---\t\r\n# A\r\n'), '# A\r\n')
  assert.equal(rest('---\rtitle: x\r---\r# A\r'), '# A\r')
  assert.equal(rest('\ufeff---\n\n---\n# A\n'), '# A\n')
  assert.equal(rest('---\n---'), '')
})

test('frontMatterEnd: the start of a text without front matter', () => {
  for (const text of [
    '',
    '---',
    '---\n',
    '---\nno end\n',
    '----\na\n----\n',
    '\n---\na\n---\n',
    ' ---\na\n---\n',
    '--- a\n---\n',
  ])
    assert.equal(frontMatterEnd(text), 0, JSON.stringify(text))
  assert.equal(frontMatterEnd('\ufeff# A\n'), 1)
})

test('frontMatterEnd: no line over 64 KB away', () => {
  assert.equal(frontMatterEnd(`---\n${'a: b\n'.repeat(20_000)}---\n`), 0)
})

const headings = (text: string): readonly string[] =>
  cutSections(text).flatMap(({ blocks: [first] }) => (first && first.level > 0 ? [first.text.trim()] : []))

test('cutSections: front matter has no headings', () => {
  assert.deepEqual(headings('---\n# a comment\ntitle: x\n---\n# Title\n'), ['# Title'])
  assert.deepEqual(headings('---\r\ntitle: x\r\n---\r\n\r\n# Title\r\n'), ['# Title'])
  assert.deepEqual(headings('---\n> # a\n```\n---\n## Title\n'), ['## Title'])
})

test('updateSections: the same as a fresh cut, wherever front matter begins, ends or vanishes', () => {
  const line = fc.constantFrom('---', '---', '# A', '## B', 'title: x', '', '- item', '```', '> q', '---x')
  const lines = fc.array(line, { maxLength: 9 }).map((all) => all.map((each) => `${each}\n`).join(''))
  fc.assert(
    fc.property(lines, lines, fc.nat(), fc.nat(), (old, added, from, length) => {
      const start = from % (old.length + 1)
      const oldEnd = Math.min(old.length, start + (length % 12))
      const text = old.slice(0, start) + added + old.slice(oldEnd)
      const sections = cutSections(old)
      let at = 0
      const starts = sections.map(({ length }) => {
        at += length
        return at - length
      })
      const { before, fresh, after } = updateSections(sections, starts, text, { start, oldEnd, newEnd: start + added.length })
      assert.deepEqual([...sections.slice(0, before), ...fresh, ...sections.slice(sections.length - after)], cutSections(text))
    }),
    runs(2000),
  )
})
