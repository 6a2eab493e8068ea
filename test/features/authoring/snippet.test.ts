import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  finalCursor,
  plainSnippetText,
  plainTextOfSnippet,
  type SnippetPart,
  snippetText,
} from '../../../server/src/features/authoring/snippet.ts'
import { runs } from '../../support/runs.ts'

const text = fc.string({ unit: fc.constantFrom('a', '\\', '$', '}', '{', '|', ',', '0', '\n', ' '), maxLength: 8 })
const part: fc.Arbitrary<SnippetPart> = fc.oneof(
  text,
  text.map((stop) => ({ stop })),
  fc.tuple(text, text).map((choices) => ({ choices })),
  fc.constant(finalCursor),
)

test('plainTextOfSnippet: what any snippet inserts, if its stops are left as they are', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      assert.equal(plainTextOfSnippet(snippetText(parts)), plainSnippetText(parts))
    }),
    runs(1000),
  )
})

test('plainTextOfSnippet: a repeated stop', () => {
  const parts: readonly SnippetPart[] = [{ stop: 'Name' }, ' / ', { repeated: 'Name' }]
  assert.equal(plainTextOfSnippet(snippetText(parts)), 'Name / Name')
})
