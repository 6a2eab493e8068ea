/** Requests about the problems in all lists of the workspace. */
import type { IdeaFinding } from './protocol.ts'

/**
 * From the client: the problems in all lists (`ProblemsParams` → `ProblemList[]`, project files before the newest list); takes long,
 * and can be cancelled.
 */
export const problemsRequest = 'ideaFiles/problems'

/** From the server: the lists, or what was found in them, have changed since the last `problemsRequest`. */
export const problemsChangedNotification = 'ideaFiles/problemsChanged'

export interface ProblemsParams {
  /** If given, only what was changed is reported, as `--changed-since` does it. */
  readonly changed?: readonly ChangedFile[] | undefined
}

/** A file that differs from the commit that it is compared with. */
export interface ChangedFile {
  readonly uri: string
  /** Its text in that commit; null if it is new. */
  readonly before: string | null
}

/** A list, or a project file, with problems. */
export interface ProblemList {
  readonly uri: string
  readonly label: string
  readonly problems: readonly ListProblem[]
}

export interface ListProblem extends IdeaFinding {
  /** `Jaeger › Title`; empty outside ideas. */
  readonly idea: string
  /** Whether there is anything to choose but to disable the rule. */
  readonly hasFix: boolean
}

/**
 * From the client: the edits that fix all that is safe to fix in all lists (`FixListsParams` → `ListFixes[]`); takes long, and can be
 * cancelled.
 */
export const fixListsRequest = 'ideaFiles/fixLists'

/** What is to be fixed: everything, or only these problems. */
export interface FixListsParams {
  readonly lists?: readonly WantedProblems[] | undefined
}

/** Problems of a list, as `problemsRequest` answered with them. */
export interface WantedProblems {
  readonly uri: string
  readonly problems: readonly Pick<ListProblem, 'code' | 'range'>[]
}

/** The edits of one list. */
export interface ListFixes {
  readonly uri: string
  readonly label: string
  /** Its text, as the edits count in it. */
  readonly text: string
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string }[]
}
