import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { frontMatterEnd } from '../../server/src/syntax/frontMatter.ts'
import { cutSections } from '../../server/src/syntax/sections.ts'
import { runs } from '../support/runs.ts'
import { anyMarkdown, nearlyIdeaList } from './texts.ts'

// link definitions are read as text everywhere (design: references across sections are exempt)
const remark = unified()
  .data('micromarkExtensions', [{ disable: { null: ['definition'] } }])
  .use(remarkParse)
  .freeze()

/** Offsets at which remark, reading the whole text, has a top-level heading's line begin. */
function remarkHeadings(text: string): readonly string[] {
  const headings = remark.parse(text).children.flatMap((node) => (node.type === 'heading' ? [node] : []))
  return headings.map((node) => `${lineStart(text, node.position!.start.offset!)}:${node.depth}`)
}

function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !/[\r\n]/.test(text[at - 1]!)) at--
  return at
}

function ourHeadings(text: string): readonly string[] {
  let at = 0
  return cutSections(text).flatMap(({ length, blocks }) => {
    const start = at
    at += length
    return blocks[0] && blocks[0].level > 0 ? [`${start}:${blocks[0].level}`] : []
  })
}

/** micromark takes a line after an empty item inside another container for a lazy one; CommonMark does not, nor do we. */
const emptyInside = /(?:[-*+>]|\d[.)])[ \t]*(?:[-*+]|\d[.)])[ \t]*(?:[\r\n]|$)/
const reads = (text: string): boolean => !emptyInside.test(text) && !text.includes('\ufeff') && frontMatterEnd(text) === 0

test('sections: sections begin where remark, reading the whole text, has its top-level headings', () => {
  fc.assert(
    fc.property(fc.oneof(anyMarkdown, nearlyIdeaList).filter(reads), (text) =>
      assert.deepEqual(ourHeadings(text), remarkHeadings(text)),
    ),
    runs(2500),
  )
})

test('sections: a tag that continues an item’s paragraph at column 0 absorbs the lines of the next item', () => {
  const heads = ['- a', '- a\n  - b', '> a', '1. a\n   > b']
  const tails = ['  # Ideas', '# Ideas', '', '\n  # Ideas', '  x\n# Ideas', '   > # Ideas', '</i>\n# Ideas', '  </i>\n\n# Ideas']
  for (const head of heads) {
    for (const tag of ['</pre>', '<b>', ' </b>', '  </b>']) {
      for (const tail of tails) {
        const text = `${head}\n${tag}\n${tail}\n`
        assert.deepEqual(ourHeadings(text), remarkHeadings(text), JSON.stringify(text))
        assert.deepEqual(ourHeadings(text.replaceAll('\n', '\r\n')), remarkHeadings(text.replaceAll('\n', '\r\n')))
      }
    }
  }
})

test('sections: sections and blocks hold every character of the text once and in order', () => {
  fc.assert(
    fc.property(fc.oneof(anyMarkdown, nearlyIdeaList), (text) => {
      const joined = cutSections(text)
        .flatMap(({ blocks }) => blocks.map((block) => block.text))
        .join('')
      assert.equal(joined, text.replace(/^\ufeff/, ''))
    }),
    runs(1000),
  )
})
