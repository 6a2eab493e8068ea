import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits, areDisjoint, type Edit } from '../../server/src/text/edits.ts'
import { lint } from './checkRule.ts'

export const lfxProposalPath = 'programs/lfx-mentorship/2026/01-Mar-May/project_ideas.md'
export const gsocPath = 'programs/summerofcode/2026.md'

const codes = new Set(
  'field-label field-form field-nesting unknown-field duplicate-field field-order template-placeholder invalid-size size-mismatch missing-field empty-field'.split(
    ' ',
  ),
)
export const fieldRules = rules.filter(({ code }) => codes.has(code))

/** An idea with this body next to a good one, which makes the file an idea list. */
export const listWithBody = (body: string, path: string): string => `### Harbor

#### Sign what is copied

${body}

#### Copy what is signed

- Description: Copies keep their signatures.
- Expected Outcome: They keep them.
- Recommended Skills: Go
${path === gsocPath ? '- Expected project size: small\n' : ''}- Mentor(s): Cy Moss (@cy, cy@example.org)
- Upstream Issue: https://github.com/goharbor/harbor/issues/2
`

/** The text after all safe fixes, in rounds: a fix that overlaps an earlier one waits for the next round. */
export function applySafeFixes(text: string, path: string): string {
  let fixed = text
  for (let round = 0; round < 6; round++) {
    const fixes = lint(fixed, { rules: fieldRules, path }).flatMap(
      (finding) => finding.fixes?.().filter(({ kind }) => kind === 'safe') ?? [],
    )
    if (fixes.length === 0) return fixed
    const edits: Edit[] = []
    for (const fix of fixes) {
      assert.ok(areDisjoint(fix.edits), fix.title)
      if (areDisjoint([...edits, ...fix.edits])) edits.push(...fix.edits)
    }
    fixed = applyEdits(fixed, edits)
  }
  return assert.fail(`not fixed in six rounds:\n${fixed}`)
}

export const withCrlf = (text: string): string => text.replaceAll('\n', '\r\n')

/** Compares the findings' codes, by line of the body, and the body after all safe fixes, in LF and CRLF. */
export function checkFieldFixes(name: string, path: string, body: string, found: readonly string[], fixed: string): void {
  test(name, () => {
    const text = listWithBody(body, path)
    const reported = lint(text, { rules: fieldRules, path })
      .filter(({ code }) => code !== 'missing-field')
      .map(({ code, span }) => `${text.slice(0, span.start).split('\n').length - 4} ${code}`)
    assert.deepEqual(reported, found)
    assert.equal(applySafeFixes(text, path), listWithBody(fixed, path))
    assert.equal(applySafeFixes(withCrlf(text), path), withCrlf(listWithBody(fixed, path)))
  })
}
