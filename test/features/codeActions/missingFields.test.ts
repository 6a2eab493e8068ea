import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { addedFieldPosition, withSpaceForValue } from '../../../server/src/features/codeActions/missingFields.ts'
import type { Finding } from '../../../server/src/rules/rule.ts'
import { applyEdits } from '../../../server/src/text/edits.ts'
import { lint } from '../../support/checkRule.ts'
import { boldParagraphs, foreignFindings, readForeign } from '../../support/foreignLists.ts'
import { list } from '../../support/list.ts'

/** The line in which the cursor is after the fix for a missing field, with `|` there. */
function lineAfterFix(text: string, findings: readonly Finding[]): string | undefined {
  const finding = findings.find(({ code }) => code === 'missing-field')
  const [fix] = finding?.fixes?.() ?? []
  assert.ok(fix, JSON.stringify(findings.map(({ code }) => code)))
  const edits = withSpaceForValue(fix.edits)
  const at = addedFieldPosition(edits, (offset) => TextDocument.create('file:///x', 'markdown', 0, text).positionAt(offset))
  const line = applyEdits(text, edits).split(/\r?\n/)[at?.line ?? -1]
  return line && `${line.slice(0, at!.character)}|${line.slice(at!.character)}`
}

test('missingFields: the cursor comes after the space of a label, in any form and with any line ends', () => {
  const without = list.replace('- Expected Outcome: a reader\n', '')
  const own = boldParagraphs.replace('**Size**: Large (350 hours)\n\n', '')
  for (const ends of ['\n', '\r\n']) {
    const [gsoc, foreign] = [without, own].map((text) => text.replaceAll('\n', ends)) as [string, string]
    assert.equal(lineAfterFix(gsoc, lint(gsoc)), '- Expected Outcome: |')
    assert.equal(lineAfterFix(foreign, foreignFindings(readForeign(foreign))), '**Size**: |')
  }
})
