import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { rules } from '../../server/src/rules/index.ts'
import type { Example } from '../../server/src/rules/rule.ts'
import { checkFirstFixes, checkRule } from '../support/checkRule.ts'
import { readConfigured } from '../support/configured.ts'

/** The carets of an example, with the code that they leave out in the documentation. */
const withCode = (example: string, code: string): string => example.replace(/^([ \t]*\^+)$/gm, `$1 ${code}`)

for (const rule of rules) {
  // what a suppression comment silences is known by all rules together
  const checked = rule.scope === 'suppression' ? rules : [rule]
  const optionsOf = ({ path, projectFile }: Example) => ({
    rules: checked,
    ...(path !== undefined && { path }),
    ...(path !== undefined && projectFile !== undefined && { read: readConfigured(projectFile, path) }),
  })
  rule.examples.forEach((example, index) => {
    const { bad, fixed, good } = example
    const options = optionsOf(example)
    test(`${rule.code}: example ${index + 1} reports what its carets say`, () => {
      assert.ok(bad !== undefined || good !== undefined)
      if (bad !== undefined) {
        assert.match(bad, /^[ \t]*\^+$/m)
        checkRule(withCode(bad, rule.code), options)
      }
      if (good !== undefined) checkRule(good, options)
    })
    if (bad === undefined) return
    const has = fixed === undefined ? 'has no fix' : 'is mended as shown, LF and CRLF'
    test(`${rule.code}: example ${index + 1} ${has}`, () => checkFirstFixes(withCode(bad, rule.code), fixed, options))
  })
}

test('every rule has both kinds of examples, a summary and a reason, and a code of its own', () => {
  for (const { code, summary, why, examples } of rules) {
    assert.ok(examples.some(({ bad }) => bad) && examples.some(({ good }) => good), code)
    assert.match(code, /^[a-z]+(?:-[a-z]+)*$/)
    for (const sentence of [summary, why]) assert.match(sentence, /^[A-Z][^\n]+\.$/)
  }
  assert.equal(new Set(rules.map((rule) => rule.code)).size, rules.length)
})

test('every rule is in a file of its own, named like its code, and in the index', () => {
  const notRules = ['index.ts', 'rule.ts', 'fileRuleInput.ts']
  const files = readdirSync('server/src/rules', { withFileTypes: true })
    .filter((entry) => entry.isFile() && !notRules.includes(entry.name))
    .map(({ name }) => name)
  const fileOf = (code: string): string => `${code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())}.ts`
  assert.deepEqual(files.sort(), rules.map(({ code }) => fileOf(code)).sort())
})
