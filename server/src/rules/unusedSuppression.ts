import * as l10n from '@vscode/l10n'
import { closestKeyToIssue } from '../config/issueMessages.ts'
import type { Edit } from '../text/edits.ts'
import { quote } from '../text/wording.ts'
import { suppressionLineAt } from './engine/readSuppressions.ts'
import { defineSuppressionRule, type Fix, type RuleReport, type SuppressedCode, type Suppression } from './rule.ts'

/** Removes a comment: with its line if the line contains nothing else, otherwise with the spaces before it. */
function commentRemoval(text: string, { span }: Suppression): Edit {
  const start = suppressionLineAt(text, span.start).start
  const { end } = suppressionLineAt(text, span.end)
  const before = text.slice(start, span.start)
  const isAlone = before.trim() === '' && text.slice(span.end, end).trim() === ''
  if (!isAlone) return { span: { start: start + before.trimEnd().length, end: span.end }, newText: '' }
  const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length)
  return { span: { start, end: next }, newText: '' }
}

/** Removes a code and its separator from the previous code, or from the next one if it is the first. */
function suppressedCodeRemoval({ codes }: Suppression, code: SuppressedCode): Edit {
  const index = codes.indexOf(code)
  const before = codes[index - 1]
  if (before === undefined) return { span: { start: code.span.start, end: codes[1]?.span.start ?? code.span.end }, newText: '' }
  return { span: { start: before.span.end, end: code.span.end }, newText: '' }
}

/** Removes an unused comment; for review if it contains a reason. */
function commentRemovalFix(text: string, suppression: Suppression): Fix {
  const edits = [commentRemoval(text, suppression)]
  return suppression.hasReason
    ? { title: l10n.t('Remove the comment and its reason'), kind: 'review', edits }
    : { title: l10n.t('Remove the comment'), kind: 'safe', edits }
}

const suppressionRemovalFix = (text: string, suppression: Suppression, code: SuppressedCode): Fix =>
  suppression.codes.length === 1
    ? commentRemovalFix(text, suppression)
    : { title: l10n.t`Remove "${code.code}" from the comment`, kind: 'safe', edits: [suppressedCodeRemoval(suppression, code)] }

/** The report of a code that no rule has. */
function unknownCodeReport(text: string, suppression: Suppression, code: SuppressedCode, codes: readonly string[]): RuleReport {
  const near = closestKeyToIssue(code.code, codes)
  const rename: Fix | null =
    near === null ? null : { title: l10n.t`Change to "${near}"`, kind: 'review', edits: [{ span: code.span, newText: near }] }
  const remove: Fix = { ...suppressionRemovalFix(text, suppression, code), kind: 'review' }
  return {
    span: code.span,
    message:
      near === null
        ? l10n.t`There is no rule ${quote(code.code)}, so this has no effect.`
        : l10n.t`There is no rule ${quote(code.code)}, so this has no effect. Did you mean ${quote(near)}?`,
    fixes: () => (rename ? [rename, remove] : [remove]),
    fix: 'review',
  }
}

function unusedMessage({ kind }: Suppression, code: SuppressedCode | null): string {
  const what = code === null ? l10n.t('This comment') : quote(code.code)
  if (kind === 'next-line') return l10n.t`${what} has no effect: there is nothing to disable on the next line.`
  return kind === 'file'
    ? l10n.t`${what} has no effect: there is nothing to disable in this file.`
    : l10n.t`${what} has no effect: there is nothing to disable after it.`
}

/** Rule `unused-suppression`. Runs after all other rules. */
export const unusedSuppression = defineSuppressionRule({
  code: 'unused-suppression',
  severity: 'information',
  fix: 'safe',
  variations: [{ where: 'the comment gives a reason or names an unknown rule', fix: 'review' }],
  summary: 'A disable comment has no effect.',
  why: 'The problem it was written for is gone, and the comment would hide the next one.',
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
        yield unknownCodeReport(text, suppression, code, codes)
        continue
      }
      yield {
        span: code?.span ?? suppression.span,
        message: unusedMessage(suppression, code),
        fixes: () => [code ? suppressionRemovalFix(text, suppression, code) : commentRemovalFix(text, suppression)],
        ...(!code && suppression.hasReason && { fix: 'review' }),
      }
    }
  },
})
