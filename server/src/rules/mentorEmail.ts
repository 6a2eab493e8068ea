import { called, nameOf, wanted } from './person.ts'
import { quote } from './quote.ts'
import { defineIdeaRule } from './rule.ts'

/** rules.md, Mentors: `mentor-email`. Asked for by the template alone. */
export const mentorEmail = defineIdeaRule({
  code: 'mentor-email',
  severity: 'warning',
  fix: 'review',
  summary: 'A mentor has no e-mail address where the template asks for one, or one that cannot be used as it stands.',
  why: 'The programme invites mentors by e-mail: an address that is missing or disguised is asked for in review, with the deadline near.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example) - primary
    ^^^^^^^^^^^
  - Ben Example (@ben-example, ben AT example DOT org)
                               ^^^^^^^^^^^^^^^^^^^^^^
`,
    },
    {
      path: 'summerofcode/2025.md',
      good: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org)
`,
    },
  ],
  *check(idea, context) {
    const { template } = context
    if (!template.mentors.email) return
    for (const mentor of idea.mentors) {
      if (mentor.emailForm === 'plain') continue
      const span = mentor.emailSpan ?? nameOf(mentor)
      const written = quote(context.text(span))
      if (mentor.emailForm === 'disguised') {
        yield { span, message: `${written} is a disguised address; expected it as one types it, such as name@example.org.` }
      } else if (mentor.emailForm === 'malformed') {
        yield { span, message: `${written} is no e-mail address; expected one such as name@example.org.` }
      } else if (mentor.email === null) {
        yield { span, message: `${called(mentor)} has no e-mail address; expected ${quote(wanted(mentor, template))}.` }
      }
    }
  },
})
