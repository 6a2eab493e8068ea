import { mentorsField } from '../editing/ideaFields.ts'
import type { Idea, MentorSpec } from '../model/types.ts'
import { pluralize } from '../text/wording.ts'
import { defineIdeaRule, type RuleContext, type RuleReport } from './rule.ts'

const expectedCount = ({ min, max }: Pick<MentorSpec, 'min' | 'max'>): string => {
  if (min === max) return `expected ${min}`
  return Number.isFinite(max) ? `expected ${min} to ${max}` : `expected ${min} or more`
}

/** Rule `mentor-count`. */
export const mentorCount = defineIdeaRule({
  code: 'mentor-count',
  severity: 'error',
  fix: 'none',
  variations: [{ where: 'there are enough and one more is advised', severity: 'information' }],
  summary: 'An idea has fewer or more mentors than the programme takes.',
  why: 'With one mentor a holiday or an illness leaves the contributor alone; programmes refuse ideas outside their limits.',
  examples: [
    {
      path: 'summerofcode/2025.md',
      bad: `
##### Resume broken transfers at the edge
- Description: An edge site loses its link for hours; its registry should catch up by itself.
- Mentor(s):
  ^^^^^^^^^
  - Ada Example (@ada-example, ada@example.org) - primary
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
  check: mentorCountReports,
  checkLearned: (idea, context) => (context.learned.isDeclared ? mentorCountReports(idea, context) : []),
})

function* mentorCountReports(idea: Idea, { template }: RuleContext): Iterable<RuleReport> {
  const field = mentorsField(idea)
  if (field === null) return
  const many = idea.mentors.length
  const { max } = template.mentors
  const min = template.fewMentors ? Math.min(1, template.mentors.min) : template.mentors.min
  const advised = template.fewMentors ? min : template.mentors.advised
  const span = field.labelSpan
  if (many < min || many > max) {
    yield {
      span,
      message: `The field names ${many === 0 ? 'nobody' : pluralize(many, 'mentor')}; ${expectedCount({ min, max })}.`,
    }
  } else if (many < advised) {
    yield { span, message: `The field names ${pluralize(many, 'mentor')}; ${advised} are advised.`, severity: 'information' }
  }
}
