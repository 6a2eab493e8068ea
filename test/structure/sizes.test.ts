import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { texts } from './sources.ts'

// Biome limits the lines and the complexity of a function (biome.json); the exceptions are marked where they are.
const maxLines = 300

test('sizes: no file has more than 300 lines', () => {
  const long = [...texts].map(([path, source]) => ({ path, lines: source.trimEnd().split('\n').length }))
  assert.deepEqual(
    long.filter(({ lines }) => lines > maxLines),
    [],
  )
})

test('sizes: the large folders stay easy to take in', () => {
  const maxEntries: Readonly<Record<string, number>> = { 'server/src/model': 16, 'server/src/lsp': 12, 'server/src/features': 18 }
  const crowded = Object.entries(maxEntries).filter(([folder, max]) => readdirSync(folder).length > max)
  assert.deepEqual(crowded, [])
})
