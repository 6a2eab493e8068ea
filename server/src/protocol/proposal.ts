import type { Position, Range } from './protocol.ts'

/** The command that shows the idea at the cursor as an issue of a form. */
export const prepareProposalCommand = 'ideaFiles.prepareProposal'

/** From the client: the idea at a position as an issue of a form (`ProposalParams` → `ProposalReply`). */
export const proposalRequest = 'ideaFiles/proposal'

/** What a workspace has for proposals. */
export interface FormFiles {
  /** The forms in `.github/ISSUE_TEMPLATE`, by name; the first one for mentoring ideas is filled in. */
  readonly forms: readonly NamedText[]
  /** The exports of programs, for LF usernames. */
  readonly exports: readonly NamedText[]
  /** `OWNER/REPO` of the forms; null if it is not known. */
  readonly repository: string | null
}

export interface ProposalParams extends FormFiles {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

/** A file of the workspace: its name without folders, and its text. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

/** An idea as an issue; null if there is no idea, `noForm` in a list of an organization that has none in the workspace. */
export type ProposalReply = ProposalAnswer | 'noForm' | null

/** An idea as an issue. */
export interface ProposalAnswer {
  /** The form's name. */
  readonly form: string
  /** `OWNER/REPO` that takes the issue; null if it is not known. */
  readonly repository: string | null
  readonly title: string
  readonly body: string
  readonly url: string | null
  /** The inputs in the form's order. */
  readonly fields: readonly ProposalAnswerField[]
  readonly problems: readonly ProposalAnswerProblem[]
  /** Sentences on a list that is not of the form's term, and on files that could not be used. */
  readonly notes: readonly string[]
}

export interface ProposalAnswerField {
  readonly id: string
  readonly label: string
  /** Empty if it is not answered. */
  readonly value: string
  readonly counter: { readonly used: number; readonly max: number } | null
}

export interface ProposalAnswerProblem {
  /** The id of the input, or `url`. */
  readonly field: string
  readonly severity: 'error' | 'warning'
  readonly message: string
  /** Null if it is about no text of the list. */
  readonly range: Range | null
}
