import type { Position } from './protocol.ts'

/** From the client: the review of an idea or a list (`ReviewParams` → `ReviewAnswer`); null if there is no idea. */
export const reviewRequest = 'ideaFiles/review'

export interface ReviewParams {
  readonly textDocument: { readonly uri: string }
  /** In the idea; null for the whole list. */
  readonly position: Position | null
  /** The day of the review (`2026-11-30`). */
  readonly date: string
  /** What the client has got from GitHub for the paths in `asks` of an earlier answer; the server has no network. */
  readonly answers: readonly ReviewLookup[]
}

/** What GitHub's REST API says of a path. */
export type ReviewLookup =
  | { readonly path: string; readonly kind: 'found'; readonly data: unknown }
  | { readonly path: string; readonly kind: 'missing' }
  | { readonly path: string; readonly kind: 'unknown'; readonly why: string }

export interface ReviewAnswer {
  readonly ideas: readonly ReviewAnswerIdea[]
  /** The paths of GitHub's REST API that would answer what is not known. */
  readonly asks: readonly string[]
  /** The review for a pull request. */
  readonly markdown: string
}

export interface ReviewAnswerIdea {
  readonly title: string
  readonly project: string
  /** 1-based. */
  readonly line: number
  readonly points: readonly ReviewAnswerPoint[]
}

export interface ReviewAnswerPoint {
  readonly title: string
  readonly state: 'fine' | 'problem' | 'unknown'
  readonly note: string
}
