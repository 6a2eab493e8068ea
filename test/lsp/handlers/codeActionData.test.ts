import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CodeActionData } from '../../../server/src/features/codeActions/resolveCodeAction.ts'
import { readCodeActionData } from '../../../server/src/lsp/handlers/codeActionData.ts'

const uri = 'file:///list.md'

test('readCodeActionData: reads back each kind that the server sends', () => {
  const jobs: readonly CodeActionData[] = [
    { kind: 'fix', code: 'toc-order', message: 'A message.', title: 'Sort', start: 4 },
    { kind: 'all', code: null },
    { kind: 'all', code: 'toc-order' },
    { kind: 'idea', anchor: 'show-the-tide', at: 7 },
    { kind: 'idea', anchor: null, at: 0 },
    { kind: 'ignore-line', code: 'toc-order', message: 'A message.', start: 4 },
    { kind: 'ignore-file', code: 'toc-order' },
    { kind: 'sync-toc' },
  ]
  for (const job of jobs)
    assert.deepEqual(readCodeActionData(JSON.parse(JSON.stringify({ uri, version: 3, job }))), { uri, version: 3, job })
})

test('readCodeActionData: anything else has no job', () => {
  const broken = [null, 1, {}, { kind: 'fix' }, { kind: 'toString' }, { kind: 'all' }, { kind: 'idea', anchor: 1, at: 2 }, []]
  for (const job of broken)
    assert.deepEqual(readCodeActionData({ uri, job }), { uri, version: null, job: null }, JSON.stringify(job))
  assert.deepEqual(readCodeActionData(undefined), { uri: '', version: null, job: null })
})
