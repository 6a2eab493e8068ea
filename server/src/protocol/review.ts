import type { Phrase } from './phrase.ts'
import type { Position, Range } from './protocol.ts'

/** From the client: the review of an idea or a list (`ReviewParams` → `ReviewAnswer`); null if there is no idea. */
export const reviewRequest = 'ideaFiles/review'

/** Longer maintainers' files are not read. */
export const maxMaintainersBytes = 8 * 1024 * 1024

export interface ReviewParams {
  readonly textDocument: { readonly uri: string }
  /** In the idea; null for the whole list. */
  readonly position: Position | null
  /** The day of the review (`2026-11-30`). */
  readonly date: string
  /** What the client has got from GitHub for the paths in `asks` of an earlier answer; the server has no network. */
  readonly answers: readonly ReviewLookup[]
  /** The text of the maintainers' file; null if there is none. */
  readonly maintainers: string | null
}

/** What GitHub's REST API says of a path. */
export type ReviewLookup =
  | { readonly path: string; readonly kind: 'found'; readonly data: unknown }
  | { readonly path: string; readonly kind: 'missing' }
  | { readonly path: string; readonly kind: 'unknown'; readonly why: Phrase }

export interface ReviewAnswer {
  readonly ideas: readonly ReviewAnswerIdea[]
  /** The paths of GitHub's REST API that would answer what is not known. */
  readonly asks: readonly string[]
  /** Whether the list was asked for, of which this file is only one idea. */
  readonly isOneOfFolder: boolean
  /** Whether a maintainers' file was given that has no maintainers. */
  readonly isMaintainersFileOdd: boolean
  /** What is known for hovers now, for the client to keep; null if this review has added nothing. */
  readonly seen: SeenReviews | null
}

/** What reviews saw of issues and people. The client keeps it, and hands it to the next server as `InitializationOptions.seenReviews`. */
export interface SeenReviews {
  readonly version: 1
  /** The latest of each path, the oldest first. */
  readonly answers: readonly SeenAnswer[]
  /** The GitHub names in the maintainers' file, in lower case; null if there was none, or it was too long to keep. */
  readonly maintainers: { readonly date: string; readonly handles: readonly string[] } | null
}

/** What GitHub said of a path of its REST API, and on which day (`2026-11-30`). */
export type SeenAnswer = { readonly path: string; readonly date: string } & (
  | { readonly kind: 'missing' }
  /** The state of an account is empty, and it has no assignees. */
  | { readonly kind: 'found'; readonly state: string; readonly assignees: readonly string[] }
)

export interface ReviewAnswerIdea {
  readonly title: string
  readonly project: string
  readonly range: Range
  /** The heading of its project; null if it has none. */
  readonly projectHeading: Range | null
  readonly points: readonly ReviewAnswerPoint[]
}

export interface ReviewAnswerPoint {
  /** In English: `l10n.t(title)`. */
  readonly title: string
  readonly state: 'fine' | 'problem' | 'unknown'
  readonly note: Phrase
  /** What is shown in the text; null if the point is no problem, or a rule reports it. */
  readonly problem: { readonly range: Range; readonly message: string } | null
}
