import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lint } from '../support/checkRule.ts'
import { cpuTime } from '../support/cpuTime.ts'

const families: Readonly<Record<string, (index: number) => string>> = {
  'unknown fields': (index) => `- Row number ${index}: x\n`,
  'unknown fields near a label': (index) => `- Descripton ${index}: x\n`,
  'one field repeated': (index) => `- Description: text ${index}\n`,
  'fields in turns': (index) => `- ${['Mentor(s)', 'Description', 'Slack', 'Recommended Skills'][index % 4]}: text ${index}\n`,
  'empty labels with unknown ones': (index) => `- Description:\n- Note${index}: x\n`,
  'nested fields': (index) => `- Description: text\n  - Upstream Issue: #${index}\n`,
}

const path = 'programs/summerofcode/2026.md'
const listOf = (line: (index: number) => string, lines: number): string =>
  `## Ideas\n\n### Harbor\n\n#### Sign copies\n\n${Array.from({ length: lines }, (_, index) => line(index)).join('')}`

for (const [name, line] of Object.entries(families))
  test(`rules: time grows with the length of a list: ${name}`, () => {
    const [small, large] = [2_500, 20_000].map((lines) => {
      const text = listOf(line, lines)
      return cpuTime(() => void lint(text, { path }))
    })
    // eight times the text; what grows with the square takes 64 times as long
    assert.ok(large! < 30 * Math.max(small!, 20), `${small} ms, then ${large} ms`)
  })
