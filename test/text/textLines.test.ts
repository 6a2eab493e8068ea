import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  afterLineBreak,
  columnWidth,
  eolOf,
  lineEnd,
  lineStart,
  linesOf,
  nextLineStart,
  onDifferentLines,
  splitLines,
} from '../../server/src/text/textLines.ts'
import { runs } from '../support/runs.ts'

/** Text with every kind of line break, and with characters that other programs take for one. */
const lineText = fc
  .array(fc.constantFrom('a', '- b', '\t', ' ', '😀', '\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f', '\ufeff'), {
    maxLength: 25,
  })
  .map((parts) => parts.join(''))

/** The text's lines by another way: a split, which has no offsets. */
function spansBySplit(text: string): readonly { readonly start: number; readonly end: number; readonly next: number }[] {
  let start = 0
  return text.split(/(\r\n|\n|\r)/).flatMap((part, index, parts) => {
    if (index % 2 === 1) return []
    const line = { start, end: start + part.length, next: start + part.length + (parts[index + 1]?.length ?? 0) }
    start = line.next
    return [line]
  })
}

/** Offsets of a text, without those between the CR and the LF of one line break. */
const offsetsOf = (text: string): readonly number[] =>
  Array.from({ length: text.length + 1 }, (_, offset) => offset).filter(
    (offset) => !(text[offset - 1] === '\r' && text[offset] === '\n'),
  )

test('textLines: lines are those of a split at LF, CRLF and CR', () =>
  fc.assert(
    fc.property(lineText, (text) => {
      const lines = spansBySplit(text)
      assert.deepEqual(
        linesOf(text, { start: 0, end: text.length }),
        lines.map(({ start, end }) => ({ start, end })),
      )
      assert.deepEqual(
        splitLines(text),
        lines.map(({ start, end }) => text.slice(start, end)),
      )
      for (const offset of offsetsOf(text)) {
        const line = lines.findLast(({ start }) => start <= offset)!
        assert.equal(lineStart(text, offset), line.start)
        assert.equal(lineEnd(text, offset), line.end)
        assert.equal(nextLineStart(text, offset), line.next)
        if (line.next > line.end) assert.equal(afterLineBreak(text, line.end), line.next)
        assert.equal(onDifferentLines(text, 0, offset), line !== lines[0])
      }
    }),
    runs(2000),
  ))

test('textLines: lines are those of the LSP document', () =>
  fc.assert(
    fc.property(lineText, (text) => {
      const document = TextDocument.create('file:///a.md', 'markdown', 1, text)
      for (const offset of offsetsOf(text)) {
        const { line } = document.positionAt(offset)
        assert.equal(lineStart(text, offset), document.offsetAt({ line, character: 0 }))
      }
    }),
    runs(1000),
  ))

const lineBreaks = [
  ['', '\n'],
  ['a', '\n'],
  ['a\nb\r\n', '\n'],
  ['a\r\nb\n', '\r\n'],
  ['a\rb\r', '\r'],
  ['a\rb\nc\n', '\n'],
  ['a\rb\r\nc\n', '\r\n'],
  ['a\u2028b', '\n'],
] as const

for (const [text, eol] of lineBreaks)
  test(`eolOf: ${JSON.stringify(text)} uses ${JSON.stringify(eol)}`, () => assert.equal(eolOf(text), eol))

test('columnWidth: a tab goes to the next multiple of four', () =>
  assert.deepEqual(
    [columnWidth('\t'), columnWidth('- \t'), columnWidth('\t', 3), columnWidth('a\tb'), columnWidth('')],
    [4, 4, 1, 5, 0],
  ))
