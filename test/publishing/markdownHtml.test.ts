import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { markdownHtml } from '../../server/src/publishing/markdownHtml.ts'
import { runs } from '../support/runs.ts'

// a line end makes it a text for the parser
const parsed = (text: string): string => markdownHtml(`${text}\n`).trimEnd()

test('markdownHtml: a plain line is what the parser makes of it', () => {
  for (const text of [
    'Go, Rust',
    "Ada's list (of 2)",
    'A - b',
    'www.example.org',
    'a  b',
    'C++',
    'x',
    'Öl; 50%?',
    'See Www.a.org',
  ])
    assert.equal(markdownHtml(text).trimEnd(), parsed(text), text)
  const piece = fc.constantFrom(
    'Go',
    'a',
    'ß',
    '1',
    ' ',
    ' ',
    ', ',
    '. ',
    '-',
    '+ ',
    '1. ',
    '(',
    ')',
    "'",
    '%',
    '?',
    ';',
    'www.',
    'a.b',
    '# ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      assert.equal(markdownHtml(text).trimEnd(), parsed(text), text)
    }),
    runs(2000),
  )
})
