import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { diagnosticsOf } from '../../server/src/features/diagnostics.ts'
import type { Finding, Severity } from '../../server/src/rules/rule.ts'
import { lineIndex } from '../../server/src/text/lineIndex.ts'

const text = 'x\n'.repeat(3000)
const lines = lineIndex(TextDocument.create('file:///a.md', 'markdown', 1, text), 'utf-16')

const findingAt = (line: number, severity: Severity): Finding => ({
  code: 'a-rule',
  severity,
  span: { start: 2 * line, end: 2 * line + 1 },
  message: `line ${line}`,
  fix: 'none',
})

const findings = (count: number, severity: Severity = 'warning'): readonly Finding[] =>
  Array.from({ length: count }, (_, line) => findingAt(line, severity))

test('diagnosticsOf: a thousand are all there', () => {
  assert.equal(diagnosticsOf(findings(1000), lines, 'file:///a.md', true).length, 1000)
})

test('diagnosticsOf: of more than a thousand the most severe are shown in the order of the text, and the rest is counted', () => {
  const [first, ...shown] = diagnosticsOf([...findings(2499), findingAt(2500, 'error')], lines, 'file:///a.md', true)
  assert.equal(first?.message, '1,500 more problems in this file are not shown. Run "idea-files check" to list them all.')
  assert.equal(first?.range.start.line, 0)
  assert.deepEqual(
    shown.map(({ message }) => message),
    [...Array.from({ length: 999 }, (_, line) => `line ${line}`), 'line 2500'],
  )
})
