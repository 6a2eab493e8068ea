import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { OpenDocument } from '../../../server/src/lsp/documents/openDocument.ts'
import { readIdeaFile } from '../../../server/src/model/ideaFile.ts'
import { lineIndex, type PositionEncoding } from '../../../server/src/text/lineIndex.ts'
import { list } from '../../support/list.ts'
import { runs } from '../../support/runs.ts'

const encodings: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32']
const knowsProject = () => true

const open = (text: string, encoding: PositionEncoding = 'utf-16'): OpenDocument =>
  new OpenDocument(TextDocument.create('file:///a/b%20c.md', 'markdown', 1, text), encoding, knowsProject)

const anyPosition = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 12 }) })
const anyText = fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀', 'é'), { maxLength: 12 }).map((parts) => parts.join(''))
const anyChange = fc.record({ range: fc.option(fc.record({ start: anyPosition, end: anyPosition }), { freq: 8 }), text: anyText })

test('openDocument: after any changes, in or out of the text, the lines are those of the text', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...encodings), fc.array(anyChange, { maxLength: 8 }), (text, encoding, changes) => {
      const document = open(text, encoding)
      for (const { range, text: newText } of changes) document.update([range ? { range, text: newText } : { text: newText }], 2)
      const fresh = lineIndex(TextDocument.create('file:///a.md', 'markdown', 1, document.text), encoding)
      assert.equal(document.lines.lineCount, fresh.lineCount)
      for (let offset = 0; offset <= document.text.length; offset++) {
        assert.deepEqual(document.lines.positionAt(offset), fresh.positionAt(offset))
      }
    }),
    runs(100),
  )
})

test('openDocument: applies each change to the text that those before it left', () => {
  const document = open('one two')
  const at = (character: number) => ({ line: 0, character })
  document.update(
    [
      { range: { start: at(0), end: at(0) }, text: 'zero ' },
      { range: { start: at(5), end: at(8) }, text: '1' },
    ],
    2,
  )
  assert.equal(document.text, 'zero 1 two')
  assert.equal(document.version, 2)
})

test('openDocument: takes a range whose ends are exchanged', () => {
  const document = open('abcdef')
  document.update([{ range: { start: { line: 0, character: 4 }, end: { line: 0, character: 1 } }, text: '' }], 2)
  assert.equal(document.text, 'aef')
})

test('openDocument: a file is the same object until the text changes', () => {
  const document = open(list)
  const file = document.read()
  assert.equal(document.read(), file)
  document.update([{ range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } }, text: 'Now' }], 2)
  assert.notEqual(document.read(), file)
})

test('openDocument: the model after many changes is the one read from scratch', () => {
  const lines = list.split('\n').length
  const position = fc.record({ line: fc.integer({ min: 0, max: lines }), character: fc.integer({ min: 0, max: 40 }) })
  const text = fc.constantFrom('', 'x', '\n', '- ', '#', '```\n', '\n- Mentor(s):\n', '😀', '<!--', '\r\n')
  const change = fc.record({ start: position, text, length: fc.nat(30) })
  fc.assert(
    fc.property(fc.array(fc.record({ change, read: fc.boolean() }), { maxLength: 12 }), (steps) => {
      const document = open(list)
      for (const { change, read } of steps) {
        const end = { line: change.start.line, character: change.start.character + change.length }
        document.update([{ range: { start: change.start, end }, text: change.text }], 2)
        if (read) document.read()
      }
      // what the next reading can reuse is of an older version
      const { learning: _, ...typed } = document.read()
      const { learning: __, ...fresh } = readIdeaFile(document.text, { path: '/a/b c.md', knowsProject })
      assert.deepEqual(typed, fresh)
    }),
    runs(50),
  )
})
