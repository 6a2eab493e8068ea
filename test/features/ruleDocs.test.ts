import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainRule, ruleList } from '../../server/src/features/ruleDocs.ts'
import { rules } from '../../server/src/rules/index.ts'

test('ruleDocs: every rule has a page with its reason, an example and its fix', () => {
  for (const { code } of ruleList(rules)) {
    const page = explainRule(rules, code)
    assert.ok(page !== null, code)
    assert.ok(page.startsWith(`# ${code}\n\n`), code)
    for (const part of ['**Why:** ', '**Severity:** ', '**Fix:** ', 'Reported (at the carets):\n\n```', 'Not reported:\n\n```']) {
      assert.ok(page.includes(part), `${code}: ${part}`)
    }
    assert.ok(page.endsWith('\n') && !page.endsWith('\n\n'))
    assert.doesNotMatch(page, /undefined|\[object/)
  }
})

test('ruleDocs: every fence is closed where it ends', () => {
  const rule = { ...rules[0]!, examples: [{ good: '\n````\n```\ncode\n```\n````\n' }] }
  assert.match(explainRule([rule], rule.code)!, /\n`{5}markdown\n````\n```\ncode\n```\n````\n`{5}\n$/)
})

test('ruleDocs: what is no rule has no page', () => {
  for (const code of ['unheard-of', '', 7, null, undefined]) assert.equal(explainRule(rules, code), null)
})
