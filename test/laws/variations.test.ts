import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rules } from '../../server/src/rules/index.ts'
import { lint } from '../support/checkRule.ts'
import { runs } from '../support/runs.ts'
import { messyList } from './messyList.ts'
import { nearlyIdeaList } from './texts.ts'

const paths = ['programs/summerofcode/2026.md', 'programs/lfx-mentorship/2025/01-Mar-May/README.md']

test('variations: a finding has a severity and a fix that its rule names', () => {
  const known = new Map(rules.map((rule) => [rule.code, rule]))
  fc.assert(
    fc.property(fc.oneof(messyList, nearlyIdeaList), fc.constantFrom(...paths), (text, path) => {
      for (const { code, severity, fix, fixes, message } of lint(text, { path })) {
        const rule = known.get(code)!
        const varies = rule.variations ?? []
        assert.ok([rule.severity, ...varies.map((each) => each.severity)].includes(severity), `${code} ${severity}: ${message}`)
        assert.ok([rule.fix, ...varies.map((each) => each.fix)].includes(fix), `${code} ${fix}: ${message}`)
        assert.ok(fixes === undefined || fix !== 'none', `${code}: fixes that nobody is told of`)
      }
    }),
    runs(150),
  )
})
