import * as l10n from '@vscode/l10n'
import type { Idea, PlacedIdea } from '../model/types.ts'
import { inEditorLanguage } from '../text/phrase.ts'
import { type Span, shift } from '../text/span.ts'
import { translatable } from '../text/wording.ts'
import type { ReviewPoint, ReviewPointId } from './reviewPoint.ts'

/** A problem of a review that is shown in the text; the span counts from the start of the file. */
export interface ReviewProblem {
  readonly span: Span
  readonly message: string
}

/** What the problems are about. Those of the other points are reported by rules, in any list, without a review. */
const reviewSubjects: Readonly<Partial<Record<ReviewPointId, string>>> = {
  description: translatable('Description'),
  outcome: translatable('Expected outcome'),
  exists: translatable('Upstream issue'),
  open: translatable('Upstream issue'),
  unassigned: translatable('Upstream issue'),
  handles: translatable('Mentors'),
  maintainers: translatable("Maintainers' file"),
}

/** Where and how the text shows a point; null if it does not. `Upstream issue: it is closed (review of 2026-11-30).` */
export function reviewProblem({ idea, at }: PlacedIdea, { id, state, note }: ReviewPoint, date: string): ReviewProblem | null {
  const subject = reviewSubjects[id]
  if (state !== 'problem' || subject === undefined) return null
  const message = l10n.t`${l10n.t(subject)}: ${inEditorLanguage(note)} (review of ${date}).`
  return { span: shift(reviewPointSpan(idea, id), at), message }
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
