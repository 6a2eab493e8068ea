import type { Idea, PlacedIdea } from '../model/types.ts'
import { type Span, shift } from '../text/span.ts'
import type { ReviewPoint, ReviewPointId } from './reviewPoint.ts'

/** A problem of a review that is shown in the text; the span counts from the start of the file. */
export interface ReviewProblem {
  readonly span: Span
  readonly message: string
}

/** What the problems are about. Those of the other points are reported by rules, in any list, without a review. */
const reviewSubjects: Readonly<Partial<Record<ReviewPointId, string>>> = {
  description: 'Description',
  outcome: 'Expected outcome',
  exists: 'Upstream issue',
  open: 'Upstream issue',
  unassigned: 'Upstream issue',
  handles: 'Mentors',
  maintainers: "Maintainers' file",
}

/** Where and how the text shows a point; null if it does not. `Upstream issue: it is closed (review of 2026-11-30).` */
export function reviewProblem({ idea, at }: PlacedIdea, { id, state, note }: ReviewPoint, date: string): ReviewProblem | null {
  const subject = reviewSubjects[id]
  if (state !== 'problem' || subject === undefined) return null
  return { span: shift(reviewPointSpan(idea, id), at), message: `${subject}: ${note} (review of ${date}).` }
}

/** The label or the link that a point is about, or else the heading. */
function reviewPointSpan(idea: Idea, id: ReviewPointId): Span {
  const label = (key: string): Span | undefined => idea.fields.find((field) => field.key === key)?.labelSpan
  const found =
    id === 'description'
      ? label('description')
      : id === 'outcome'
        ? label('expectedOutcome')
        : id === 'handles' || id === 'maintainers'
          ? label('mentors')
          : idea.upstream[0]?.span
  return found ?? idea.heading?.textSpan ?? idea.fields[0]?.labelSpan ?? { start: 0, end: 0 }
}
