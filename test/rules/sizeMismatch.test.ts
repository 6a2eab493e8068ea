import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits } from '../../server/src/text/edits.ts'
import { fieldRules, gsocPath, listWithBody } from '../support/checkFieldFixes.ts'
import { lint } from '../support/checkRule.ts'

for (const size of [
  'large (~350 hours, 22 weeks)',
  'medium/large (175/350 hours)',
  'large (12 weeks)',
  'small',
  'Medium, 90 - 175 hours',
]) {
  test(`size-mismatch: word and hours agree: ${size}`, () => {
    const text = listWithBody(`- Description: d\n- Expected project size: ${size}\n- Mentor(s): Ann (@ann, a@b.co)`, gsocPath)
    assert.deepEqual(
      lint(text, { rules: fieldRules, path: gsocPath }).filter(({ code }) => code.includes('size')),
      [],
    )
  })
}

test('size-mismatch: a size that contradicts itself may be read by its word or by its hours', () => {
  const text = listWithBody(
    '- Description: d\n- Expected project size: **Large** (175h)\n- Mentor(s): Ann (@ann, a@b.co)',
    gsocPath,
  )
  const [finding] = lint(text, { rules: fieldRules, path: gsocPath }).filter(({ code }) => code === 'size-mismatch')
  const sizes = finding!.fixes!().map(({ edits }) => /size: (.*)/.exec(applyEdits(text, edits))![1])
  assert.deepEqual(sizes, ['**Large** (350h)', '**Medium** (175h)'])
})
