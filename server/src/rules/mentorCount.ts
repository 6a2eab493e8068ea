import * as l10n from '@vscode/l10n'
import { mentorsField } from '../editing/ideaFields.ts'
import { isMentorTeamWord, isNoMentorWord } from '../model/mentors/mentorWords.ts'
import type { Field, Idea, MentorSpec } from '../model/types.ts'
import { quote } from '../text/wording.ts'
import { defineIdeaRule, type LearnedContext, type RuleContext, type RuleReport } from './rule.ts'
import { countedIdeas } from './shared/countedIdeas.ts'
import { firstLineSpan } from './shared/firstLineSpan.ts'

const expectedCount = ({ min, max }: Pick<MentorSpec, 'min' | 'max'>): string => {
  if (min === max) return l10n.t`exactly ${min}`
  return Number.isFinite(max) ? l10n.t`${min} to ${max}` : l10n.t`at least ${min}`
}

const countMessage = (count: number, expected: string): string => {
  if (count === 0) return l10n.t`No mentors are listed; expected ${expected}.`
  return count === 1
    ? l10n.t`1 mentor is listed; expected ${expected}.`
    : l10n.t`${count} mentors are listed; expected ${expected}.`
}

const recommendedCountMessage = (count: number, recommended: number): string =>
  count === 1
    ? l10n.t`1 mentor is listed; ${recommended} are recommended.`
    : l10n.t`${count} mentors are listed; ${recommended} are recommended.`

/** Rule `mentor-count`. */
export const mentorCount = defineIdeaRule({
  code: 'mentor-count',
  severity: 'error',
  fix: 'none',
  variations: [{ where: 'there are enough mentors, but more are recommended', severity: 'information' }],
  summary: 'An idea has too few or too many mentors for the program.',
  why: 'With a single mentor, a vacation or an illness leaves the contributor alone; programs reject ideas outside their limits.',
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
  checkLearned: (idea, context) =>
    context.learned.isDeclared ? mentorCountReports(idea, context) : missingMentorReports(idea, context),
})

/** `TBD`, where most ideas name their mentors. */
function* missingMentorReports(idea: Idea, context: LearnedContext): Iterable<RuleReport> {
  const { named } = context.learned.mentors
  const field = mentorsField(idea)
  if (!named || field === null || idea.mentors.length > 0) return
  const value = context.text(field.valueSpan)
  if (!isNoMentorWord(value)) return
  const counted = countedIdeas(context.learned, named.count, named.total)
  yield { span: field.labelSpan, message: l10n.t`${quote(value)} names no person, unlike ${counted}.`, severity: 'warning' }
}

/** The first line of a value that names no person: `Harbor Maintainers`; null for any other value. */
function mentorTeamInField({ valueSpan }: Field, context: RuleContext): string | null {
  const value = context.text(firstLineSpan(valueSpan, context)).trim()
  return value.split(/\s+/).some(isMentorTeamWord) ? value : null
}

function* mentorCountReports(idea: Idea, context: RuleContext): Iterable<RuleReport> {
  const field = mentorsField(idea)
  if (field === null) return
  const { template } = context
  const many = idea.mentors.length
  const { max } = template.mentors
  const min = template.fewMentors ? Math.min(1, template.mentors.min) : template.mentors.min
  const advised = template.fewMentors ? min : template.mentors.advised
  const span = field.labelSpan
  if (many < min || many > max) {
    const expected = expectedCount({ min, max })
    const team = many === 0 ? mentorTeamInField(field, context) : null
    const message = team === null ? countMessage(many, expected) : l10n.t`${quote(team)} names no person; expected ${expected}.`
    yield { span, message }
  } else if (many < advised) {
    yield { span, message: recommendedCountMessage(many, advised), severity: 'information' }
  }
}
