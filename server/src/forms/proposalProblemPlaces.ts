import { type Span, shift } from '../text/span.ts'
import type { ProposalProblem, ProposedIdea } from './proposalTypes.ts'

/** A problem of one input. */
export const proposalProblemAt = (
  field: string,
  severity: ProposalProblem['severity'],
  message: string,
  span: Span | null,
): ProposalProblem => ({ field, severity, message, span })

/** The title of the idea, otherwise its first label; in the file. */
export function proposedTitlePlace({ idea: { idea, at } }: ProposedIdea): Span {
  const span = idea.heading?.textSpan ?? idea.fields[0]?.labelSpan ?? { start: 0, end: 0 }
  return shift(span, at)
}

/** The value of a field, its label if it is empty, the title if it is missing; in the file. */
export function proposedFieldPlace(proposed: ProposedIdea, key: string): Span {
  const field = proposed.idea.idea.fields.find((each) => each.key === key)
  if (field === undefined) return proposedTitlePlace(proposed)
  const { valueSpan, labelSpan } = field
  return shift(valueSpan.end > valueSpan.start ? valueSpan : labelSpan, proposed.idea.at)
}
