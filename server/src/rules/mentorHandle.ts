import { expectedEntry, mentorDisplayText, mentorTextNameSpan } from '../editing/mentorText.ts'
import type { Mentor } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type Fix, type RuleContext, type RuleReport } from './rule.ts'

const maxHandleLength = 39
const handleCharacters = 'letters, digits and single inner hyphens'

const isValidMentorHandle = (text: string): boolean => text.length <= maxHandleLength && /^[a-z\d]+(?:-[a-z\d]+)*$/i.test(text)

/** What is unusual about a handle that only old or managed accounts can have; null for any other handle. */
function handleFlaw(handle: string): string | null {
  if (!isValidMentorHandle(handle.replace(/-$/, '').replaceAll('_', 'a')) || handle.length > maxHandleLength) return null
  return handle.includes('_') ? 'holds an underscore' : 'ends with a hyphen'
}

function handleProblem(handle: string): string {
  const stranger = /[^a-z\d-]/iu.exec(handle)
  if (stranger !== null) return /\s/.test(stranger[0]) ? 'it holds a blank' : `it holds ${quote(stranger[0])}`
  if (handle.length > maxHandleLength) return `it has ${handle.length} characters of at most ${maxHandleLength}`
  return handle.includes('--') ? 'it doubles a hyphen' : 'it begins with a hyphen'
}

function* handleReports(mentor: Mentor, context: RuleContext): Iterable<RuleReport> {
  const span = mentor.handleSpan ?? mentorTextNameSpan(mentor)
  if (mentor.handleForm === 'foreign') {
    const message = `${quote(context.text(span))} leads to another site; expected a GitHub handle: ${quote(expectedEntry({ ...mentor, handle: null }, context.template))}.`
    return yield { span, message }
  }
  if (mentor.handleForm === 'link') return
  const handle = mentor.handle ?? ''
  if (handle === '') {
    if (!context.template.mentors.handle) return
    const message = `${mentorDisplayText(mentor)} has no GitHub handle; expected ${quote(expectedEntry({ ...mentor, handle: null }, context.template))}.`
    return yield { span: mentorTextNameSpan(mentor), message }
  }
  if (isValidMentorHandle(handle)) {
    if (mentor.handleForm === 'double-at') yield doubleAtReport(handle, span)
    return
  }
  const odd = handleFlaw(handle)
  if (odd !== null) {
    const message = `${quote(`@${handle}`)} ${odd}, as only old or managed GitHub accounts do; expected ${handleCharacters}.`
    return yield { span, message, severity: 'warning' }
  }
  yield {
    span,
    message: `${quote(`@${handle}`)} cannot be a GitHub handle: ${handleProblem(handle)}; expected ${handleCharacters}.`,
  }
}

function doubleAtReport(handle: string, span: Span): RuleReport {
  const edits = [{ span: { start: span.start, end: span.start + 1 }, newText: '' }]
  const fixes: readonly Fix[] = [{ title: `Write "@${handle}"`, kind: 'safe', edits }]
  return { span, message: `${quote(`@@${handle}`)} begins with two @; expected "@${handle}".`, fix: 'safe', fixes: () => fixes }
}

/** Rule `mentor-handle`. GitHub's sign-up form accepts 1 to 39 letters, digits and single inner hyphens. */
export const mentorHandle = defineIdeaRule({
  code: 'mentor-handle',
  severity: 'error',
  fix: 'none',
  variations: [
    { where: 'the handle ends with a hyphen or holds an underscore, which old and managed accounts may', severity: 'warning' },
    { where: 'the handle begins with two `@`', fix: 'safe' },
  ],
  summary: 'A mentor has no GitHub handle, or one that GitHub cannot have.',
  why: 'The handle is how contributors find a mentor and how administrators ask back; a mistyped one reaches nobody, or somebody else.',
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
  },
})
