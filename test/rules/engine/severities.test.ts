import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isProjectFile } from '../../../server/src/config/projectFileSchema.ts'
import { readConfig } from '../../../server/src/config/readConfig.ts'
import { createLinter } from '../../../server/src/rules/engine/createLinter.ts'
import { rules } from '../../../server/src/rules/index.ts'
import { lintProjectFile } from '../../../server/src/rules/invalidConfiguration.ts'
import type { Example, Finding, Severity } from '../../../server/src/rules/rule.ts'
import { read } from '../../support/checkRule.ts'
import { readConfigured } from '../../support/configured.ts'

/** What is found of a rule in a text under a severity. */
function reported(
  code: string,
  text: string,
  { path = 'ideas.md', projectFile }: Example,
  severity: Severity | 'off',
): readonly Finding[] {
  const severities = { [code]: severity }
  const findings = isProjectFile(path)
    ? lintProjectFile(readConfig(text, rules), severities)
    : createLinter(rules, (message) => assert.fail(message)).lint(
        projectFile ? readConfigured(projectFile, path)(text) : read(text, path),
        severities,
      )
  return findings.filter((finding) => finding.code === code)
}

for (const { code, examples } of rules) {
  test(`${code} has the severity that a configuration gives it`, () => {
    for (const example of examples) {
      const { bad } = example
      if (bad === undefined) continue
      const text = bad.replace(/^[ \t]*\^+$\n?/gm, '')
      for (const severity of ['error', 'warning', 'information', 'hint'] as const) {
        const found = reported(code, text, example, severity)
        assert.ok(found.length > 0)
        assert.deepEqual([...new Set(found.map((finding) => finding.severity))], [severity])
      }
      assert.deepEqual(reported(code, text, example, 'off'), [])
    }
  })
}

test('severities: a case with a severity of its own follows a configuration, too', () => {
  const idea = (mentors: string): string => `### Harbor

#### Sign what is copied

- Description: Signatures travel along.
- Expected Outcome: They do.
- Recommended Skills: Go
- Mentor(s): ${mentors}
- Upstream Issue: https://github.com/goharbor/harbor/issues/1
`
  const path = 'lfx-mentorship/2026/01-Mar-May/project_ideas.md'
  for (const severity of ['error', 'hint'] as const) {
    const [one] = reported('mentor-count', idea('Ada Example (@ada, ada@example.org)'), { path }, severity)
    assert.equal(one?.severity, severity)
    const [two] = reported(
      'mentor-format',
      idea('Ada Fern (@ada, ada@example.org), Ben Oak (@ben, ben@example.org)'),
      { path },
      severity,
    )
    assert.equal(two?.severity, severity)
  }
})
