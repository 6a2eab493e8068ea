import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CompletionItem, SymbolInformation } from 'vscode'
import { withoutCompletionIcons, withoutSymbolIcons } from '../../../client/src/server/labelIcons.ts'

test('labelIcons: a suggestion with the name of an icon shows it as text, and inserts and filters what it did', () => {
  const item: CompletionItem = { label: '$(error) Harbor' }
  assert.deepEqual(withoutCompletionIcons(item), {
    label: '\\$(error) Harbor',
    filterText: '$(error) Harbor',
    sortText: '$(error) Harbor',
    insertText: '$(error) Harbor',
  })
  const described: CompletionItem = {
    label: { label: '$(sync~spin)', description: 'a project' },
    filterText: 'spin',
    insertText: 'x',
  }
  assert.deepEqual(withoutCompletionIcons(described), {
    label: { label: '\\$(sync~spin)', description: 'a project' },
    filterText: 'spin',
    sortText: '$(sync~spin)',
    insertText: 'x',
  })
})

test('labelIcons: other suggestions stay as they are', () => {
  assert.deepEqual(withoutCompletionIcons({ label: 'Harbor $5 (small)' }), { label: 'Harbor $5 (small)' })
})

test('labelIcons: symbols of the workspace show the names of icons as text', () => {
  const symbol = { name: '$(error) Sign copies', containerName: 'Harbor $(sync~spin)', kind: 4 } as SymbolInformation
  const { name, containerName } = withoutSymbolIcons(symbol)
  assert.deepEqual([name, containerName], ['\\$(error) Sign copies', 'Harbor \\$(sync~spin)'])
})
