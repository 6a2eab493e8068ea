/** Requests about the problems in all lists of the workspace. */
import type { IdeaFinding } from './protocol.ts'

/** From the client: the problems in all lists (→ `ProblemList[]`, the newest list first); takes long, and can be cancelled. */
export const problemsRequest = 'ideaFiles/problems'

/** A list with problems. */
export interface ProblemList {
  readonly uri: string
  readonly label: string
  readonly problems: readonly ListProblem[]
}

export interface ListProblem extends IdeaFinding {
  /** `Jaeger › Title`; empty outside ideas. */
  readonly idea: string
  /** The lines of that idea, or of the problem outside ideas; 0-based, both included. */
  readonly within: { readonly first: number; readonly last: number }
}

/** From the client: the edits that fix all that is safe to fix in all lists (→ `ListFixes[]`); takes long, and can be cancelled. */
export const fixListsRequest = 'ideaFiles/fixLists'

/** The edits of one list. */
export interface ListFixes {
  readonly uri: string
  readonly label: string
  /** Its text, as the edits count in it. */
  readonly text: string
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[]
}
