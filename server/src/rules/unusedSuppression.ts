import { closestKey } from '../config/issues.ts'
import type { Edit } from '../text/edits.ts'
import { joinWithOr, quote } from '../text/wording.ts'
import { lineAt } from './engine/suppression.ts'
import { defineSuppressionRule, type Fix, type RuleReport, type SuppressedCode, type Suppression } from './rule.ts'

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

/** A code goes with what separates it from the code before it; the first one with what separates it from the next. */
function withoutCode({ codes }: Suppression, code: SuppressedCode): Edit {
  const index = codes.indexOf(code)
  const before = codes[index - 1]
  if (before === undefined) return { span: { start: code.span.start, end: codes[1]?.span.start ?? code.span.end }, newText: '' }
  return { span: { start: before.span.end, end: code.span.end }, newText: '' }
}

/** Takes a comment away that is for nothing: with somebody's reason in it that is a person's business. */
function removal(text: string, suppression: Suppression): Fix {
  const edits = [withoutComment(text, suppression)]
  return suppression.hasReason
    ? { title: 'Remove the comment and its reason', kind: 'review', edits }
    : { title: 'Remove the comment', kind: 'safe', edits }
}

const removalOf = (text: string, suppression: Suppression, code: SuppressedCode): Fix =>
  suppression.codes.length === 1
    ? removal(text, suppression)
    : { title: `Remove "${code.code}" from the comment`, kind: 'safe', edits: [withoutCode(suppression, code)] }

/** A code that no rule has: what was meant by it is for a person to say. */
function unknownCode(text: string, suppression: Suppression, code: SuppressedCode, codes: readonly string[]): RuleReport {
  const near = closestKey(code.code, codes)
  const rename: Fix | null =
    near === null ? null : { title: `Write "${near}"`, kind: 'review', edits: [{ span: code.span, newText: near }] }
  const remove: Fix = { ...removalOf(text, suppression, code), kind: 'review' }
  return {
    span: code.span,
    message: `No rule has the code ${quote(code.code)}, so it silences nothing; expected ${near === null ? "a rule's code" : quote(near)}.`,
    fixes: () => (rename ? [rename, remove] : [remove]),
    fix: 'review',
  }
}

/** rules.md, About the file: `unused-suppression`. What is unused is known when all other rules have had their say. */
export const unusedSuppression = defineSuppressionRule({
  code: 'unused-suppression',
  severity: 'information',
  fix: 'safe',
  variations: [{ where: 'the comment gives a reason, or names a code that no rule has', fix: 'review' }],
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
  *check({ text, unused, codes }) {
    for (const { suppression, code } of unused) {
      if (code && !codes.includes(code.code)) {
        yield unknownCode(text, suppression, code, codes)
        continue
      }
      const where =
        suppression.kind === 'next-line' ? 'in the next line' : suppression.kind === 'file' ? 'in the file' : 'behind it'
      const what = code
        ? quote(code.code)
        : suppression.codes.length === 0
          ? 'The comment'
          : `The comment about ${joinWithOr(suppression.codes.map((each) => each.code))}`
      yield {
        span: code?.span ?? suppression.span,
        message: `${what} silences nothing ${where}; expected something to silence.`,
        fixes: () => [code ? removalOf(text, suppression, code) : removal(text, suppression)],
        ...(!code && suppression.hasReason && { fix: 'review' }),
      }
    }
  },
})
