import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLinter } from '../../server/src/rules/engine/createLinter.ts'
import { ideaWithoutHeading } from '../../server/src/rules/ideaWithoutHeading.ts'
import { rules } from '../../server/src/rules/index.ts'
import { checkRule, read } from '../support/checkRule.ts'
import { boldParagraphs, foreignProblems, headingLabels } from '../support/foreignLists.ts'

const only = { rules: [ideaWithoutHeading] }
const good = `### Harbor

#### Resume broken transfers
- Description: It should.
- Recommended Skills: Go
- Mentor(s): Ada Example (@ada)
`
const carets = '^'.repeat('Show the rest'.length)

test('idea-without-heading: bullets of documents, lists of Markdown and plain lines, with and without a project', () => {
  for (const bullet of ['●\t', '- ', '• ', '– ', ''])
    for (const project of ['', 'Jaeger\n', 'Jaeger\n\n'])
      checkRule(
        `${good}\n${project}Show the rest\n${carets}\n${bullet}Description: It shows.\n${bullet}Recommended Skills: Go\n${bullet}Mentor(s): Ben Example (@ben)\n`.replace(
          carets,
          `${carets} idea-without-heading warning: "Show the rest" and the fields below it look like an idea without a heading.`,
        ),
        only,
      )
})

test('idea-without-heading: right after the last item, as text is that is pasted at the end of a file', () => {
  const ours = ({ code }: { readonly code: string }) => code === 'idea-without-heading'
  for (const bullet of ['●\t', '- ', ''])
    for (const title of ['Show the rest\n', 'Show the rest\n\n', 'Jaeger\nShow the rest\n\n'])
      for (const end of ['\n', '\r\n']) {
        const pasted = `${title}${bullet}Description: It shows.\n${bullet}Recommended Skills: Go\n${bullet}Mentor(s): Ben Example (@ben)\n`
        const text = (good + pasted).replaceAll('\n', end)
        const found = createLinter(rules).lint(read(text, 'summerofcode/2026.md')).filter(ours)
        assert.deepEqual(
          found.map(({ span }) => text.slice(span.start, span.end)),
          ['Show the rest'],
          text,
        )
      }
})

test('idea-without-heading: below ideas whose labels are bold words or headings', () => {
  const pasted = '\nRehearse the loss\n● Description: It shows.\n● Skills: Go\n● Mentors: Ben Example (@ben)\n'
  const bold = boldParagraphs.replace(/\*\*(\w+)\*\*:/g, '**$1:**')
  for (const list of [boldParagraphs, bold, headingLabels])
    assert.deepEqual(
      foreignProblems(list + pasted).filter((each) => each.startsWith('idea-without-heading')),
      ['idea-without-heading at Rehearse the loss'],
      list,
    )
})

test('idea-without-heading: a value that goes on below its item is no title', () => {
  for (const below of ['Show the rest', '  Show the rest'])
    checkRule(
      `${good}${below}\n\n#### Ship the rest\n- Description: It ships.\n- Recommended Skills: Go\n- Mentor(s): Ben Example (@ben)\n`,
      only,
    )
})

test('idea-without-heading: between two ideas, and directly under a project', () => {
  const lines = `Show the rest\n${carets}\n● Description: It shows.\n● Recommended Skills: Go\n● Mentor(s): Ben Example (@ben)\n`
  checkRule(`${good}\n${lines}\n${good.slice('### Harbor\n\n'.length).replace('transfers', 'links')}`, only)
  checkRule(`${good}\n### Jaeger\n\n${lines}`, only)
})

test('idea-without-heading: an idea with a heading, an introduction, or a second set of fields without a title is fine', () => {
  for (const text of [
    `${good}\n#### Show the rest\n\nIt matters to many\n\n● Description: It shows.\n● Skills: Go\n● Mentors: Ben (@ben)\n`,
    `${good}\nThe following was added later:\n\n- Description: It shows.\n- Skills: Go\n- Mentors: Ben (@ben)\n`,
    `${good}\n- Description: It shows.\n- Skills: Go\n- Mentors: Ben (@ben)\n`,
    `${good}\nShow the rest\n\n- Skills: Go\n- Mentors: Ben (@ben)\n`,
    `${good}\n\`\`\`\nShow the rest\n- Description: It shows.\n- Skills: Go\n- Mentors: Ben (@ben)\n\`\`\`\n`,
    `# Notes\n\nShow the rest\n- Description: It shows.\n- Skills: Go\n- Size: small\n`,
  ])
    checkRule(text, only)
})
