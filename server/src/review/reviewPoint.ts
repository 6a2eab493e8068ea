import type { Phrase } from '../protocol/phrase.ts'
import { noPhrase } from '../text/phrase.ts'
import { translatable } from '../text/wording.ts'

/** The points of a reviewer, in the order in which they are shown. */
export const reviewTitles = {
  complete: translatable('Every required field is filled in'),
  description: translatable('The description is more than one sentence'),
  outcome: translatable('The expected outcome is not the description again'),
  sameIssue: translatable('No other idea of the list has the same upstream issue'),
  project: translatable('The upstream issue is of the project'),
  exists: translatable('The upstream issue exists'),
  open: translatable('The upstream issue is open'),
  unassigned: translatable('The upstream issue is assigned to nobody'),
  handles: translatable('The mentors have these handles'),
  maintainers: translatable("The mentors are in the maintainers' file"),
} as const

/** The same points if there is a problem: what is wrong. */
export const reviewProblems: Readonly<Record<ReviewPointId, string>> = {
  complete: translatable('Not every required field is filled in'),
  description: translatable('The description is not more than one sentence'),
  outcome: translatable('The expected outcome is the description again'),
  sameIssue: translatable('Another idea of the list has the same upstream issue'),
  project: translatable('The upstream issue is not of the project'),
  exists: translatable('The upstream issue was not found'),
  open: translatable('The upstream issue is not open'),
  unassigned: translatable('The upstream issue is assigned to somebody'),
  handles: translatable('Not all mentors have these handles'),
  maintainers: translatable("Not all mentors are in the maintainers' file"),
}

export type ReviewPointId = keyof typeof reviewTitles

/** `unknown`: it was not looked at, or could not be. */
export type ReviewState = 'fine' | 'problem' | 'unknown'

/** One point of a review. */
export interface ReviewPoint {
  readonly id: ReviewPointId
  /** What is fine; what is wrong, if it is a problem; in English: `l10n.t(title)`. */
  readonly title: string
  readonly state: ReviewState
  /** What was found; empty if there is nothing to add. */
  readonly note: Phrase
}

/** The review of an idea. */
export interface IdeaReview {
  readonly title: string
  readonly project: string
  /** 1-based. */
  readonly line: number
  readonly points: readonly ReviewPoint[]
}

export const finePoint = (id: ReviewPointId): ReviewPoint => ({ id, title: reviewTitles[id], state: 'fine', note: noPhrase })
export const problemPoint = (id: ReviewPointId, note: Phrase): ReviewPoint => ({
  id,
  title: reviewProblems[id],
  state: 'problem',
  note,
})
export const unknownPoint = (id: ReviewPointId, note: Phrase): ReviewPoint => ({
  id,
  title: reviewTitles[id],
  state: 'unknown',
  note,
})
