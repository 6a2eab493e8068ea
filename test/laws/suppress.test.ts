import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readSuppressions } from '../../server/src/rules/engine/readSuppressions.ts'
import { suppressFindings } from '../../server/src/rules/engine/suppressFindings.ts'
import { ruleCodes } from '../../server/src/rules/index.ts'
import type { Finding, Suppression } from '../../server/src/rules/rule.ts'
import { read } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'

const codes = ['toc-order', 'empty-idea', 'missing-field']
const comment = fc
  .tuple(fc.constantFrom('disable-next-line', 'disable-file', 'disable', 'enable'), fc.subarray(codes))
  .map(([kind, named]) => `<!-- idea-files-${kind} ${named.join(' ')} -->`)
const line = fc.oneof(
  comment,
  comment,
  fc.tuple(comment, comment).map((two) => two.join('')),
  fc.constantFrom('', '  ', 'Text.', 'More.'),
)
const aList = '## Ideas\n\n### Harbor\n\n#### Sign copies\n\n- Description: x\n- Mentor(s): Ada Fern (@ada-fern)\n\n## More\n\n'
const lines = fc.array(line, { maxLength: 14 }).map((all) => `${aList}Text.\n\n${all.join('\n\n')}\n`)

const applies = (suppression: Suppression, code: string): boolean =>
  suppression.codes.length === 0 || suppression.codes.some((own) => own.code === code)

/** Whether a comment suppresses a finding, looked up line by line. */
function suppresses(
  text: string,
  all: readonly Suppression[],
  suppression: Suppression,
  { code, span: { start } }: Finding,
): boolean {
  if (!applies(suppression, code)) return false
  if (suppression.kind === 'file') return true
  if (suppression.kind === 'disable') {
    const ends = all.filter(
      (other) => other.kind === 'enable' && other.span.start > suppression.span.start && applies(other, code),
    )
    return start >= suppression.span.end && ends.every(({ span }) => start < span.start)
  }
  if (suppression.kind === 'enable') return false
  const below = text.slice(suppression.span.end).split('\n').slice(1)
  const skipped = below.findIndex((each) => each.replace(/<!--.*?-->/, '').trim() !== '')
  if (skipped < 0) return start === text.length
  const from =
    text.indexOf('\n', suppression.span.end) + 1 + below.slice(0, skipped).reduce((sum, each) => sum + each.length + 1, 0)
  return start >= from && start <= from + below[skipped]!.length
}

test('suppress: comments suppress what they say, and those that suppress nothing are unused', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.tuple(fc.constantFrom(...codes), fc.nat()), { maxLength: 12 }), (text, places) => {
      const all = readSuppressions(read(text), ruleCodes)
      const findings = places.map(([code, place]): Finding => {
        const start = place % (text.length + 1)
        return { code, severity: 'warning', fix: 'none', message: '', span: { start, end: start } }
      })
      const { findings: left, unused } = suppressFindings(text, all, findings, ruleCodes)
      const isSuppressed = (finding: Finding): boolean => all.some((each) => suppresses(text, all, each, finding))
      assert.deepEqual(
        left,
        findings.filter((finding) => !isSuppressed(finding)),
        text,
      )
      const isUnused = (each: Suppression): boolean => !findings.some((finding) => suppresses(text, all, each, finding))
      assert.deepEqual(
        unused.filter(({ code }) => code === null).map(({ suppression }) => suppression.span),
        all.filter((each) => each.kind !== 'enable' && isUnused(each)).map(({ span }) => span),
        text,
      )
    }),
    runs(300),
  )
})
