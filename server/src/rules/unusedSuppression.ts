import type { Edit } from '../text/edits.ts'
import { lineAt } from './engine/suppression.ts'
import { quote } from './parts/quote.ts'
import { defineSuppressionRule, type SuppressedCode, type Suppression } from './rule.ts'

/** A comment goes with its line where it stands alone on it, else with the blanks before it. */
function withoutComment(text: string, { span }: Suppression): Edit {
  const start = lineAt(text, span.start).start
  const { end } = lineAt(text, span.end)
  const before = text.slice(start, span.start)
  const isAlone = before.trim() === '' && text.slice(span.end, end).trim() === ''
  if (!isAlone) return { span: { start: start + before.trimEnd().length, end: span.end }, newText: '' }
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
  return { span: { start, end: next }, newText: '' }
}

/** A code goes with what separates it from the word before it. */
function withoutCode(text: string, { span }: SuppressedCode): Edit {
  const before = text.slice(0, span.start)
  return {
    span: { start: before.length - (/[\s,]{1,2000}$/.exec(before.slice(-2000))?.[0].length ?? 0), end: span.end },
    newText: '',
  }
}

/** rules.md, About the file: `unused-suppression`. What is unused is known when all other rules have had their say. */
export const unusedSuppression = defineSuppressionRule({
  code: 'unused-suppression',
  severity: 'information',
  fix: 'safe',
  summary: 'A suppression comment silences nothing.',
  why: 'What it was written for is mended or gone, and it would hide the next defect in its place.',
  examples: [
    {
      bad: `
### Harbor

#### Resume broken transfers

<!-- idea-files-disable-next-line empty-field -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example)
  - Ben Example (@ben-example)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
      fixed: `
### Harbor

#### Resume broken transfers

- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example)
  - Ben Example (@ben-example)
- Issue: https://github.com/goharbor/harbor/issues/1
`,
      path: 'summerofcode/2020.md',
    },
    {
      good: `
### Harbor

#### Resume broken transfers

- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Recommended Skills: Go
- Mentor(s):
  - Ada Example (@ada-example)
  - Ben Example (@ben-example)
  <!-- idea-files-disable-next-line upstream-url -->
- Issue: to be opened by the first contributor
`,
      path: 'summerofcode/2020.md',
    },
  ],
  *check({ text, unused }) {
    for (const { suppression, code } of unused) {
      const where =
        suppression.kind === 'next-line' ? 'in the next line' : suppression.kind === 'file' ? 'in the file' : 'behind it'
      yield {
        span: code?.span ?? suppression.span,
        message: `${code ? quote(code.code) : 'The comment'} silences nothing ${where}; expected something to silence.`,
        fixes: () => [
          code
            ? { title: `Remove "${code.code}" from the comment`, kind: 'safe', edits: [withoutCode(text, code)] }
            : { title: 'Remove the comment', kind: 'safe', edits: [withoutComment(text, suppression)] },
        ],
      }
    }
  },
})
