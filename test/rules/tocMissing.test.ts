import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkFirstFixes, checkRule, lint } from '../support/checkRule.ts'
import { tocAsked, tocIdea } from '../support/tocLists.ts'

for (const [form, links] of Object.entries({
  'of HTML': '<ul><li><a href="#harbor">Harbor</a></li><li><a href="#tests">Tests</a></li></ul>',
  'on one line': '[Harbor](#harbor) | [Tests](#tests)',
  'of whole addresses': '- [Harbor](./2022.md#harbor)\n- [Tests](./2022.md#tests)',
  'that a tool writes': '[[_TOC_]]',
})) {
  test(`toc-missing: a table ${form} is one`, () =>
    checkRule(`## Ideas\n\n${links}\n\n#### Harbor\n\n${tocIdea('Tests')}`, tocAsked))
}

test('toc-missing: the first line is marked if nothing is above the projects', () => {
  const text = `#### Harbor
^^^^^^^^^^^ toc-missing information: This list has no table of contents. Add one above the projects.

${tocIdea('Tests')}`
  checkRule(text, tocAsked)
  checkFirstFixes(
    text,
    `<!-- TOC -->\n- [Harbor](#harbor)\n  - [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${tocIdea('Tests')}`,
    tocAsked,
  )
})

test('toc-missing: the table is inserted after the introduction of its section', () =>
  checkFirstFixes(
    `## Ideas\n\nAll of them.\n#### Harbor\n\n${tocIdea('Tests')}`,
    `## Ideas\n\nAll of them.\n\n<!-- TOC -->\n- [Harbor](#harbor)\n  - [Tests](#tests)\n<!-- TOC -->\n\n#### Harbor\n\n${tocIdea('Tests')}`,
    tocAsked,
  ))

for (const [form, table] of Object.entries({
  'of projects alone': '[Harbor](#harbor), [Keylime](#keylime)',
  'of projects alone in a list': '- [Harbor](#harbor)\n- [Keylime](#keylime)',
  'of links by reference': '- [Harbor]\n- [Keylime][key]\n\n[Harbor]: #harbor\n[key]: #keylime',
  'without links': '- **Harbor** (2 ideas)\n- Keylime:',
  'of numbers without links': '1. Harbor\n   1. Tests\n2. Keylime',
})) {
  test(`toc-missing: a table ${form} is one`, () =>
    checkRule(
      `## Ideas\n\n${table}\n\n#### Harbor\n\n${tocIdea('Tests')}\n${tocIdea('Copies')}\n#### Keylime\n\n${tocIdea('Agents')}`,
      tocAsked,
    ))
}

test('toc-missing: a few links in prose are no table', () =>
  checkRule(
    `## Ideas
   ^^^^^ toc-missing

Most are [those of Harbor](#harbor). Rules:

- Tests
- Be kind

#### Harbor

${tocIdea('Tests')}
${tocIdea('Copies')}
#### Keylime

${tocIdea('Agents')}`,
    tocAsked,
  ))

for (const [open, close] of [
  ['<!-- TOC -->', '<!-- TOC -->'],
  ['<!-- toc depth=2 -->', '<!-- tocstop -->'],
  ['<!-- START doctoc -->', '<!-- END doctoc -->'],
]) {
  test(`toc-missing: the table is inserted between existing marks: ${open}`, () =>
    checkFirstFixes(
      `## Ideas\n\n\`\`\`\n<!-- TOC -->\n<!-- TOC -->\n\`\`\`\n\n${open}\n\n${close}\n\nAll of them.\n\n#### Harbor\n\n${tocIdea('Tests')}`,
      `## Ideas\n\n\`\`\`\n<!-- TOC -->\n<!-- TOC -->\n\`\`\`\n\n${open}\n- [Harbor](#harbor)\n  - [Tests](#tests)\n${close}\n\nAll of them.\n\n#### Harbor\n\n${tocIdea('Tests')}`,
      tocAsked,
    ))
}

const waiting = (marked: string, rows = '\n'): string =>
  `#### Harbor\n\n${tocIdea('Tests')}\n<!-- toc -->\n${marked}${rows}<!-- /toc -->\n`

test('toc-missing: comments that wait for a table are marked, also in the last idea', () => {
  const marks = '^^^^^^^^^^^^ toc-missing information: There is no table of contents between these comments yet.\n'
  const rows = '- [Harbor](#harbor)\n  - [Tests](#tests)\n'
  checkRule(waiting(marks), tocAsked)
  checkFirstFixes(waiting(marks), waiting('', rows), tocAsked)
  checkRule(waiting('', rows), tocAsked)
})

test('toc-missing: the same with line ends of Windows', () => {
  const text = waiting('').replaceAll('\n', '\r\n')
  assert.deepEqual(
    lint(text, tocAsked).map(({ span }) => text.slice(span.start, span.end)),
    ['<!-- toc -->'],
  )
})

test('toc-missing: a comment in the first line silences the finding there', () => {
  const text = `\n<!-- idea-files-disable-next-line toc-missing -->\n#### Harbor\n\n${tocIdea('Tests')}`
  assert.deepEqual(lint(text.slice(1), tocAsked), [])
  assert.deepEqual(lint(text.replace('\n', '\ufeff'), tocAsked), [])
  assert.deepEqual(lint(text.slice(1).replaceAll('\n', '\r\n'), tocAsked), [])
})
