import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSections } from '../../../server/src/model/blocks/sectionFacts.ts'
import { cutSections } from '../../../server/src/syntax/sections.ts'

/** The local links of a text: as written, and as they were read. */
function linksOf(text: string): readonly string[] {
  let at = 0
  return readSections(cutSections(text), new Map()).flatMap(({ links, section }) => {
    const start = at
    at += section.length
    return links.map(({ span, path, anchor }) => {
      assert.equal(text.slice(start + span.start, start + span.end), `${path}${anchor === null ? '' : `#${anchor}`}`)
      return `${path}#${anchor}`
    })
  })
}

function checkLinks(text: string, expected: readonly string[]): void {
  assert.deepEqual(linksOf(text), expected)
  assert.deepEqual(linksOf(text.replaceAll('\n', '\r\n')), expected)
  assert.deepEqual(linksOf(text.replaceAll('\n', '\r')), expected)
}

test('linkDefinitionsIn: at the top level', () => {
  checkLinks('[a]: x.md#b', ['x.md#b'])
  checkLinks('   [a]: <x.md#b> "Title"\n[c]: #d\n', ['x.md#b', '#d'])
  checkLinks('[a]: x.md#b (title)\ntext [c]: #d\n', ['x.md#b'])
})

test('linkDefinitionsIn: in items and quotes', () => {
  checkLinks('- See [the idea][a].\n\n  [a]: x.md#b\n', ['x.md#b'])
  checkLinks('- [a]: x.md#b\n', ['x.md#b'])
  checkLinks('1. one\n   - two\n\n     [a]: x.md#b\n', ['x.md#b'])
  checkLinks('> [a]: x.md#b\n> [c]: y.md#d\n', ['x.md#b', 'y.md#d'])
  checkLinks('> - text\n>\n>   [a]: x.md#b\n', ['x.md#b'])
  checkLinks('- > [a]: x.md#b\n', ['x.md#b'])
})

test('linkDefinitionsIn: with the target, or the title, on the next line', () => {
  checkLinks('[a]:\nx.md#b\n', ['x.md#b'])
  checkLinks('[a]:\n   <x.md#b>\n  "Title"\n[c]: #d\n', ['x.md#b', '#d'])
  checkLinks('> [a]:\n> x.md#b\n', ['x.md#b'])
  checkLinks('- text\n\n  [a]:\n    x.md#b\n    (title)\n', ['x.md#b'])
  checkLinks('[a\nb]: x.md#b\n', ['x.md#b'])
})

test('linkDefinitionsIn: not in code, footnotes or the middle of a paragraph', () => {
  checkLinks('```\n[a]: x.md#b\n```\n', [])
  checkLinks('- item\n\n      [a]: x.md#b\n', [])
  checkLinks('[^a]: x.md#b\n', [])
  checkLinks('text\n[a]: x.md#b\n', [])
  checkLinks('[a]: x.md#b trailing text\n', [])
  checkLinks('[]: x.md#b\n', [])
})
