import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type LineIndex, lineIndex, type PositionEncoding } from '../../server/src/text/lineIndex.ts'
import { runs } from '../support/runs.ts'

const encodings: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32']

const linesOf = (text: string, encoding: PositionEncoding = 'utf-16'): LineIndex =>
  lineIndex(TextDocument.create('file:///a.md', 'markdown', 1, text), encoding)

/** Text with everything that makes counting hard. */
const hardText = fc
  .array(fc.constantFrom('a', 'é', '語', '😀', 'e\u0301', '\ud800', '\udc00', '\n', '\r\n', '\r', '\t', ' ', '\ufeff'), {
    maxLength: 40,
  })
  .map((parts) => parts.join(''))

test('lineIndex: counts what lies before a place in the units agreed on', () => {
  const text = 'x\nü語😀 here'
  const character = (encoding: PositionEncoding) => linesOf(text, encoding).positionAt(text.indexOf('here')).character
  assert.deepEqual(encodings.map(character), [5, 10, 4])
})

test('lineIndex: finds the offset again', () => {
  const text = 'one\r\ntwo 😀😀 three\nfour'
  for (const encoding of encodings) {
    const lines = linesOf(text, encoding)
    for (const word of ['one', 'two', 'three', 'four']) {
      assert.equal(lines.offsetAt(lines.positionAt(text.indexOf(word))), text.indexOf(word), `${word} in ${encoding}`)
    }
  }
})

test('lineIndex: rounds a position inside a character down to its start', () => {
  assert.equal(linesOf('😀b', 'utf-8').offsetAt({ line: 0, character: 3 }), 0)
  assert.equal(linesOf('é', 'utf-8').offsetAt({ line: 0, character: 1 }), 0)
})

test('lineIndex: keeps what lies outside the text inside it', () => {
  const text = 'ab\r\ncd'
  for (const encoding of encodings) {
    const lines = linesOf(text, encoding)
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2)
    assert.equal(lines.offsetAt({ line: 99, character: 0 }), text.length)
    assert.equal(lines.offsetAt({ line: -1, character: 5 }), 0)
    assert.equal(lines.offsetAt({ line: 1, character: -3 }), 4)
    assert.equal(lines.offsetAt({ line: 1.5, character: Number.NaN }), 4)
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 })
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 })
  }
})

test('lineIndex: a position leads back to its offset, save inside a line end or a character', () => {
  fc.assert(
    fc.property(hardText, fc.nat(60), fc.constantFrom(...encodings), (text, somewhere, encoding) => {
      const lines = linesOf(text, encoding)
      const offset = Math.min(somewhere, text.length)
      const back = lines.offsetAt(lines.positionAt(offset))
      assert.ok(
        back === offset || (back === offset - 1 && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(back, back + 2))),
      )
    }),
    runs(100),
  )
})

test('lineIndex: positions never decrease as offsets grow', () => {
  fc.assert(
    fc.property(hardText, fc.constantFrom(...encodings), (text, encoding) => {
      const lines = linesOf(text, encoding)
      const positions = Array.from({ length: text.length + 1 }, (_, offset) => lines.positionAt(offset))
      for (const [index, { line, character }] of positions.entries()) {
        const before = positions[index - 1] ?? { line: 0, character: 0 }
        assert.ok(line > before.line || (line === before.line && character >= before.character))
      }
    }),
    runs(100),
  )
})
