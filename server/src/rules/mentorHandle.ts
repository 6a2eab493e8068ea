import * as l10n from '@vscode/l10n'
import { expectedMentorText, mentorDisplayText, mentorTextNameSpan } from '../editing/mentorText.ts'
import type { Idea, Mentor } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleContext, type RuleReport } from './rule.ts'

const maxHandleLength = 39

const isValidMentorHandle = (text: string): boolean => text.length <= maxHandleLength && /^[a-z\d]+(?:-[a-z\d]+)*$/i.test(text)

/** The message about a handle that only old or managed accounts can have; null for any other handle. */
function unusualHandleMessage(handle: string): string | null {
  if (!isValidMentorHandle(handle.replace(/-$/, '').replaceAll('_', 'a')) || handle.length > maxHandleLength) return null
  return handle.includes('_')
    ? l10n.t`"@${handle}" contains an underscore, which only old or managed GitHub accounts can have. Check the handle.`
    : l10n.t`"@${handle}" ends with a hyphen, which only old or managed GitHub accounts can have. Check the handle.`
}

function invalidHandleMessage(handle: string): string {
  const shown = quote(`@${handle}`)
  const stranger = /[^a-z\d-]/iu.exec(handle)?.[0]
  if (stranger !== undefined) {
    return /\s/.test(stranger)
      ? l10n.t`${shown} is not a valid GitHub handle: it contains a space. Handles are letters, digits and single hyphens.`
      : l10n.t`${shown} is not a valid GitHub handle: it contains ${quote(stranger)}. Handles are letters, digits and single hyphens.`
  }
  if (handle.length > maxHandleLength)
    return l10n.t`${shown} is not a valid GitHub handle: it is ${handle.length} characters long (the maximum is ${maxHandleLength}).`
  return handle.includes('--')
    ? l10n.t`${shown} is not a valid GitHub handle: it contains two hyphens in a row.`
    : l10n.t`${shown} is not a valid GitHub handle: it starts with a hyphen.`
}

function* handleReports(mentor: Mentor, context: RuleContext): Iterable<RuleReport> {
  const span = mentor.handleSpan ?? mentorTextNameSpan(mentor)
  if (mentor.handleForm === 'foreign') {
    const message = l10n.t`${quote(context.text(span))} is a link to another site; expected a GitHub handle, as in ${quote(expectedMentorText({ ...mentor, handle: null }, context.template))}.`
    return yield { span, message }
  }
  const handle = mentor.handle ?? ''
  if (handle === '') {
    if (!context.template.mentors.handle) return
    const message = l10n.t`${mentorDisplayText(mentor)} has no GitHub handle; expected ${quote(expectedMentorText({ ...mentor, handle: null }, context.template))}.`
    return yield { span: mentorTextNameSpan(mentor), message }
  }
  if (isValidMentorHandle(handle)) {
    if (mentor.handleForm === 'double-at') yield doubleAtReport(handle, span)
    return
  }
  const unusual = unusualHandleMessage(handle)
  yield unusual === null ? { span, message: invalidHandleMessage(handle) } : { span, message: unusual, severity: 'warning' }
}

function doubleAtReport(handle: string, span: Span): RuleReport {
  const edits = [{ span: { start: span.start, end: span.start + 1 }, newText: '' }]
  const fixes: readonly Fix[] = [{ title: l10n.t`Change to "@${handle}"`, kind: 'safe', edits }]
  return { span, message: l10n.t`"@@${handle}" starts with two "@"; expected "@${handle}".`, fix: 'safe', fixes: () => fixes }
}

const linkedHandle = /\[@([\w-]{1,60})\]\(<?https?:\/\/(?:www\.)?github\.com\/([\w-]{1,60})\/?>?\)/gi

/** `[@ada](https://github.com/ben)`: one of the two is not the mentor's account. */
function* otherHandleReports({ fields }: Idea, context: RuleContext): Iterable<RuleReport> {
  for (const { key, valueSpan } of fields) {
    if (key !== 'mentors') continue
    const value = context.text(valueSpan)
    if (!value.includes('[@')) continue
    for (const { 0: link, 1: shown = '', 2: linked = '', index } of value.matchAll(linkedHandle)) {
      if (shown.toLowerCase() === linked.toLowerCase()) continue
      const start = valueSpan.start + index
      const message = l10n.t`"@${shown}" links to the account of "@${linked}". Check which one is the mentor's.`
      yield { span: { start, end: start + link.length }, message, severity: 'information' }
    }
  }
}

/** Rule `mentor-handle`. GitHub's sign-up form accepts 1 to 39 letters, digits and single inner hyphens. */
export const mentorHandle = defineIdeaRule({
  code: 'mentor-handle',
  severity: 'error',
  fix: 'none',
  variations: [
    {
      where: 'the handle ends with a hyphen or contains an underscore, which only old and managed accounts can',
      severity: 'warning',
    },
    { where: 'the handle starts with two `@`', fix: 'safe' },
    { where: 'the handle links to another account', severity: 'information' },
  ],
  summary: 'A mentor has no GitHub handle, or an invalid one.',
  why: 'Contributors and administrators reach a mentor by their handle; a mistyped one reaches nobody, or the wrong person.',
  examples: [
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (ada@example.org)
    ^^^^^^^^^^^
  - Ben Example (@ben.example, ben@example.org)
                 ^^^^^^^^^^^^
  - Cleo Example (@cleo_example, cleo@example.org)
                  ^^^^^^^^^^^^^
`,
    },
    {
      bad: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@@ada-example, ada@example.org)
                 ^^^^^^^^^^^^^
`,
      fixed: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
`,
    },
    {
      good: `
#### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example ([@benexample](https://github.com/benexample), ben@example.org)
`,
    },
  ],
  *check(idea, context) {
    for (const mentor of idea.mentors) yield* handleReports(mentor, context)
    yield* otherHandleReports(idea, context)
  },
  checkLearned: otherHandleReports,
})
