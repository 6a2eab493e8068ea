import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { turnOffRule } from '../../server/src/config/turnOffRule.ts'
import { rules } from '../../server/src/rules/index.ts'
import { applyEdits } from '../../server/src/text/edits.ts'

const turnedOff = (text: string): string => {
  const edits = turnOffRule(text, 'mentor-count')
  assert.ok(edits)
  const after = applyEdits(text, edits)
  const { config, problems } = readConfig(after, rules)
  assert.deepEqual([problems, config.rules['mentor-count']], [[], 'off'], after)
  return after
}

test('turnOffRule: a new file, and one that is empty', () => {
  for (const text of ['', '\n', '\ufeff']) assert.equal(turnedOff(text), '{\n  "rules": {\n    "mentor-count": "off"\n  }\n}\n')
})

test('turnOffRule: the rule is added or its severity changed, and every other character stays', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['{}', '{\n  "rules": {\n    "mentor-count": "off"\n  }\n}'],
    ['{ "rules": { "toc-order": "off" } }', '{ "rules": { "toc-order": "off", "mentor-count": "off" } }'],
    ['{ "rules": { "mentor-count": "error" } }', '{ "rules": { "mentor-count": "off" } }'],
    ['{"rules":{"mentor-count":/* all */"error",},}', '{"rules":{"mentor-count":/* all */"off",},}'],
    [
      '{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"toc-order": "off" // for now\r\n\t},\r\n\t"projects": ["Harbor"]\r\n}\r\n',
      '{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"toc-order": "off", // for now\r\n\t\t"mentor-count": "off"\r\n\t},\r\n\t"projects": ["Harbor"]\r\n}\r\n',
    ],
    ['{\n  "projects": ["Harbor"],\n}\n', '{\n  "projects": ["Harbor"],\n  "rules": {\n    "mentor-count": "off"\n  }\n}\n'],
  ]
  for (const [text, after] of cases) assert.equal(turnedOff(text), after)
})

test('turnOffRule: a file that cannot be read is left alone', () => {
  for (const text of ['{', '[]', '{ "rules": [] }', '{ "rules": }', '{ "rules": { "mentor-count": } }', 'x'])
    assert.equal(turnOffRule(text, 'mentor-count'), null, text)
})
