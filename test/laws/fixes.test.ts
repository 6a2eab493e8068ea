import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '../../server/src/rules/rule.ts'
import { applyEdits, areDisjoint, type Edit } from '../../server/src/text/edits.ts'
import { lint } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'
import { aPath, messyList, proseOf } from './messyList.ts'

const saying = (findings: readonly Finding[], { code, message }: Finding): readonly Finding[] =>
  findings.filter((finding) => finding.code === code && finding.message === message)

/** Where a place is after edits that leave it alone. */
const moved = (place: number, edits: readonly Edit[]): number =>
  edits.reduce((to, { span, newText }) => (span.end <= place ? to + newText.length - (span.end - span.start) : to), place)

/** Whether a finding is gone. Of several equal flaws a rule may report only the first: then the next one is reported instead. */
function isGone(finding: Finding, before: readonly Finding[], after: readonly Finding[], edits: readonly Edit[]): boolean {
  const left = saying(after, finding)
  return left.length < saying(before, finding).length || left.every(({ span }) => span.start !== moved(finding.span.start, edits))
}

/** Fixes that remove a duplicate, with all that it contains. */
const removes = (code: string, kind: string): boolean => code === 'duplicate-mentor' && kind === 'review'

/** A table of contents says again what a heading says, and a line of dashes makes one of prose: there no word is counted twice. */
const kept = (code: string, text: string): readonly string[] =>
  code.startsWith('toc-') ? [...new Set(proseOf(text))] : proseOf(text)

test('fixes: a fix removes its finding and keeps every word of prose, once', () => {
  fc.assert(
    fc.property(messyList, aPath, fc.boolean(), (list, path, windows) => {
      const text = windows ? list.replaceAll('\n', '\r\n') : list
      const findings = lint(text, { path })
      for (const finding of findings) {
        for (const { title, edits, kind } of finding.fixes?.() ?? []) {
          const name = `${finding.code}, ${kind}: ${title} (${finding.message})`
          assert.ok(areDisjoint(edits), name)
          const after = applyEdits(text, edits)
          const shown = `${name}\n${text}\n-------- became\n${after}`
          if (!removes(finding.code, kind)) assert.deepEqual(kept(finding.code, after), kept(finding.code, text), shown)
          assert.ok(isGone(finding, findings, lint(after, { path }), edits), shown)
        }
      }
    }),
    runs(6),
  )
})
