import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentorFormat } from '../../../server/src/rules/mentorFormat.ts'
import { checkFirstFixes, lint } from '../../support/checkRule.ts'

const gsoc = { path: 'programs/summerofcode/2026.md', rules: [mentorFormat] }

const list = (mentors: string): string => `#### Harbor

##### Sign what is copied
- Description: Signatures travel along.
${mentors}
- Upstream Issue (URL): https://github.com/goharbor/harbor/issues/1
`

const jane = 'Jane Roe (@janeroe, jane@corp.example) - primary'
const ann = 'Ann Lee (@annlee, ann@corp.example)'
const bulleted = `- Mentor(s):\n  - ${jane}\n  - ${ann}`

test('mentor-format: bullets of a word processor become those of Markdown, which is safe', () => {
  for (const bullet of ['o\t', 'o ', '•\t', '○ ', '■\u00a0', '\uF0A7\t', '– ', '  o\t', '  • ', '\to\t']) {
    const text = list(`- Mentor(s):\n${bullet}${jane}\n${bullet}${ann}`)
    const findings = lint(text, gsoc)
    assert.deepEqual(
      findings.map(({ code, severity, fix }) => [code, severity, fix]),
      [['mentor-format', 'warning', 'safe']],
      bullet,
    )
    assert.equal(findings[0]!.message, `"${bullet.trim()}" is not a bullet in Markdown. Put each mentor on a bullet of its own.`)
    assert.equal(findings[0]!.span.start, text.indexOf(jane) - bullet.trimStart().length)
    checkFirstFixes(text, list(bulleted), gsoc)
  }
})

test('mentor-format: one mentor with such a bullet, and those whose entries are flawed too', () => {
  checkFirstFixes(list(`- Mentor(s):\no\t${jane}`), list(`- Mentor(s):\n  - ${jane}`), gsoc)
  checkFirstFixes(list(`* **Mentors:**\no\t${jane}\no\t**${ann}**`), list(`* **Mentors:**\n  * ${jane}\n  * **${ann}**`), gsoc)
  const flawed = 'o\tJane Roe, @janeroe, jane@corp.example - primary\no\tAnn Lee @annlee ann@corp.example'
  checkFirstFixes(list(`- Mentor(s):\n${flawed}`), list(bulleted), gsoc)
})

test('mentor-format: lines between such entries may be about all of them', () => {
  const text = list(`- Mentor(s):\no\t${jane}\nPlease write to both.\no\t${ann}`)
  assert.deepEqual(
    lint(text, gsoc).flatMap(({ message, fix }) => (message.includes('is not a bullet') ? [fix] : [])),
    ['review'],
  )
})

test('mentor-format: marks that are no bullets of mentors are left alone', () => {
  for (const mentors of [
    bulleted,
    `- Mentor(s):\n  * ${jane}\n  * ${ann}`,
    `- Mentor(s):\n  1. ${jane}\n  2. ${ann}`,
    `- Mentor(s): ${jane}\n  • ${ann}`,
    `- Mentor(s):\n  - ${jane}\n    • She answers on weekdays.\n  - ${ann}`,
    `- Mentor(s):\n  O Jane Roe (@janeroe, jane@corp.example)`,
    `- Mentor(s):\n  Oona Roe (@oonaroe, oona@corp.example)`,
    `- Mentor(s):\n  -- ${ann}`,
    `- Skills:\no\tGo\no\tRust\n${bulleted}`,
  ]) {
    const found = lint(list(mentors), gsoc).filter(({ message }) => message.includes('is not a bullet'))
    assert.deepEqual(found, [], mentors)
  }
})
