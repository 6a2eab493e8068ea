import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultSettings, readSettings } from '../../server/src/config/settings.ts'
import { rules } from '../../server/src/rules/index.ts'

test('settings: a value that is none of ours falls back to its default', () => {
  for (const value of [
    undefined,
    null,
    7,
    'on',
    [],
    {},
    { enable: 'yes' },
    { enable: null },
    { rules: 'off' },
    { rules: null },
  ]) {
    assert.deepEqual(readSettings(value, rules).settings, defaultSettings)
  }
  assert.deepEqual(readSettings({ enable: false, other: 1 }, rules), {
    settings: { ...defaultSettings, enable: false },
    problems: [],
  })
})

test('settings: invalid settings fall back key by key, and each is reported', () => {
  const { settings, problems } = readSettings(
    {
      enable: 'no',
      toc: { updateOnSave: 'onSave' },
      rules: { 'mentor-count': 'off', 'mentor-email': 'warn', nonsense: 'off', 'upstream-url': 1 },
    },
    rules,
  )
  assert.deepEqual(settings, { ...defaultSettings, rules: { 'mentor-count': 'off' } })
  assert.deepEqual(problems, [
    'ideaFiles.enable: "no" is not allowed here; expected true or false.',
    'ideaFiles.rules.mentor-email: "warn" is not allowed here; expected "warning".',
    'ideaFiles.rules.upstream-url: 1 is not allowed here; expected "error", "warning", "information", "hint" or "off".',
    'ideaFiles.rules: Unknown key "nonsense"; expected a rule\'s code.',
    'ideaFiles.toc.updateOnSave: "onSave" is not allowed here; expected "ifUpToDate", "always" or "never".',
  ])
})
