import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPatch } from '../../../server/src/cli/git/patch.ts'
import type { TouchedLines } from '../../../server/src/report/touchedLines.ts'

const checkPatch = (patch: readonly string[], expected: Readonly<Record<string, TouchedLines>>): void =>
  assert.deepEqual(Object.fromEntries(readPatch(`${patch.join('\n')}\n`)), expected)

test('patch: added, changed and removed lines', () => {
  checkPatch(
    [
      'diff --git a/x.md b/x.md',
      'index 1..2 100644',
      '--- a/x.md',
      '+++ b/x.md',
      '@@ -1 +1 @@ # Title',
      '-old',
      '+new',
      '@@ -4,2 +4,3 @@',
      '-a',
      '-b',
      '+a',
      '+b',
      '+c',
      '@@ -9,2 +9,0 @@',
      '-',
      '-- Upstream Issue: https://example.org/1',
      '@@ -20 +18,0 @@',
      '-gone',
    ],
    {
      'x.md': {
        ranges: [
          { first: 1, last: 1 },
          { first: 4, last: 6 },
        ],
        gaps: [9, 18],
      },
    },
  )
})

test('patch: a removed part that begins with a heading leaves no gap', () => {
  checkPatch(['--- a/x.md', '+++ b/x.md', '@@ -4,3 +3,0 @@', '-', '-#### Old idea', '-- Description: gone'], {
    'x.md': { ranges: [], gaps: [] },
  })
})

test('patch: lines of a hunk that look like headers are none', () => {
  checkPatch(
    [
      '--- a/x.md',
      '+++ b/x.md',
      '@@ -1,2 +1,3 @@',
      '--- a/other.md',
      '-@@ -1 +1 @@',
      '+++ b/other.md',
      '+@@ -7 +7 @@',
      '+c',
      '\\ No newline at end of file',
      '@@ -8 +9 @@',
      '-a',
      '\\ No newline at end of file',
      '+b',
    ],
    {
      'x.md': {
        ranges: [
          { first: 1, last: 3 },
          { first: 9, last: 9 },
        ],
        gaps: [],
      },
    },
  )
})

test('patch: paths with spaces, quotes, control characters; files that were deleted or only moved', () => {
  checkPatch(
    [
      '--- /dev/null',
      '+++ b/März 2026/a b.md\t',
      '@@ -0,0 +1 @@',
      '+a',
      '--- a/x.md',
      '+++ "b/\\"q\\" \\\\ \\t\\001.md"\t',
      '@@ -1 +1 @@',
      '-a',
      '+b',
      '--- a/gone.md',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-a',
      'diff --git a/old.md b/moved.md',
      'similarity index 100%',
      'rename from old.md',
      'rename to moved.md',
    ],
    {
      'März 2026/a b.md': { ranges: [{ first: 1, last: 1 }], gaps: [] },
      '"q" \\ \t\u0001.md': { ranges: [{ first: 1, last: 1 }], gaps: [] },
    },
  )
})

test('patch: nothing, and half a patch, are read as far as they go', () => {
  checkPatch([], {})
  checkPatch(['+++ b/x.md', '@@ -1 +1,9 @@', '-a', '+b'], { 'x.md': { ranges: [{ first: 1, last: 9 }], gaps: [] } })
  checkPatch(['@@ -1 +1 @@', '-a', '+b'], {})
})
