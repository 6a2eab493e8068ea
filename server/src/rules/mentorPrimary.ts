import { called, mentorsField, nameOf } from './person.ts'
import { count } from './quote.ts'
import { defineIdeaRule } from './rule.ts'

/** rules.md, Mentors: `mentor-primary`. Only where the template marks one, and where there are two to choose from. */
export const mentorPrimary = defineIdeaRule({
  code: 'mentor-primary',
  severity: 'warning',
  fix: 'review',
  summary: 'No mentor of the idea is marked primary, or several are.',
  why: 'The primary mentor is the one whom the programme asks for evaluations: it needs exactly one name.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  ^^^^^^^^^
  - Ada Example (@ada-example, ada@example.org)
  - Ben Example (@ben-example, ben@example.org)
`,
    },
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  - Ada Example (@ada-example, ada@example.org) - primary
  - Ben Example (@ben-example, ben@example.org) - primary
    ^^^^^^^^^^^
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
  *check(idea, { template }) {
    const field = mentorsField(idea)
    if (!template.mentors.primary || idea.mentors.length < 2 || field === null) return
    const [first, ...further] = idea.mentors.filter((mentor) => mentor.primary)
    if (first === undefined) {
      const message = `None of the ${count(idea.mentors.length, 'mentor')} is marked primary; expected " - primary" behind one of them.`
      yield { span: field.labelSpan, message }
      return
    }
    for (const mentor of further) {
      const related = [{ span: nameOf(first), message: `${called(first)} is marked primary here.` }]
      yield {
        span: nameOf(mentor),
        message: `${called(mentor)} is marked primary beside ${called(first)}; expected one.`,
        severity: 'error',
        related,
      }
    }
  },
})
