/** The points of a reviewer, in the order in which they are shown. */
export const reviewTitles = {
  complete: 'Every required field is filled in',
  description: 'The description is more than one sentence',
  outcome: 'The expected outcome is not the description again',
  sameIssue: 'No other idea has the same upstream issue',
  project: 'The upstream issue is of the project',
  exists: 'The upstream issue exists',
  open: 'The upstream issue is open',
  unassigned: 'The upstream issue is assigned to nobody',
  handles: 'The mentors have these handles',
  maintainers: "The mentors are in the maintainers' file",
} as const

export type ReviewPointId = keyof typeof reviewTitles

/** `unknown`: it was not looked at, or could not be. */
export type ReviewState = 'fine' | 'problem' | 'unknown'

/** One point of a review. */
export interface ReviewPoint {
  readonly id: ReviewPointId
  /** What is fine if the point is. */
  readonly title: string
  readonly state: ReviewState
  /** What was found; empty if there is nothing to add. */
  readonly note: string
}

/** The review of an idea. */
export interface IdeaReview {
  readonly title: string
  readonly project: string
  /** 1-based. */
  readonly line: number
  readonly points: readonly ReviewPoint[]
}

export const finePoint = (id: ReviewPointId, note = ''): ReviewPoint => ({ id, title: reviewTitles[id], state: 'fine', note })
export const problemPoint = (id: ReviewPointId, note: string): ReviewPoint => ({
  id,
  title: reviewTitles[id],
  state: 'problem',
  note,
})
export const unknownPoint = (id: ReviewPointId, note: string): ReviewPoint => ({
  id,
  title: reviewTitles[id],
  state: 'unknown',
  note,
})
