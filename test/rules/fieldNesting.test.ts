import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFieldFixes, fieldRules, gsocPath, lfxProposalPath, listWithBody } from '../support/checkFieldFixes.ts'
import { lint } from '../support/checkRule.ts'

const link = 'https://github.com/goharbor/harbor/issues/1'

checkFieldFixes(
  'field-nesting: a value that is half indented gets the spaces that it lacks',
  lfxProposalPath,
  `- Description: d\n- Expected Outcome:\n\n - one\n   - deep\n\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
  ['2 field-nesting'],
  `- Description: d\n- Expected Outcome:\n\n  - one\n    - deep\n\n- Recommended Skills: Go\n- Mentor(s):\n  - Ann Lee (@ann, a@b.co)\n- Upstream Issue: ${link}`,
)

test('field-nesting: an LFX URL without a value takes neither a thematic break nor prose for its value', () => {
  const text = `${listWithBody(`- Description: d\n- LFX URL:\n\n---\n\nWrite to us.`, lfxProposalPath)}- LFX URL:\n\n---\n`
  assert.deepEqual(
    lint(text, { rules: fieldRules, path: lfxProposalPath }).filter(({ code }) => code === 'field-nesting'),
    [],
  )
})

checkFieldFixes(
  'field-nesting: a comment between label and value moves with the value',
  gsocPath,
  '- Expected project size:\n\n<!-- small, medium or large -->\nmedium\n\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/3',
  ['1 field-nesting'],
  '- Expected project size:\n\n  <!-- small, medium or large -->\n  medium\n\n- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/3',
)
