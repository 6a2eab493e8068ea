import type { IdeaFile, Mentor, PlacedIdea, Project } from '../model/types.ts'
import type { Span } from '../text/span.ts'
import type { FormField, IssueForm } from './issueForm.ts'

/** The LF username of a mentor; null if it is not known. */
export type FindLfid = (mentor: Pick<Mentor, 'handle' | 'email'>) => string | null

/** The idea that is proposed, in its list. */
export interface ProposedIdea {
  readonly project: Project
  readonly idea: PlacedIdea
}

/** Where a proposal comes from and goes to. */
export interface ProposalSource {
  readonly file: IdeaFile
  /** The term that the user asked for; null for the list's own, or the one that the form offers. */
  readonly term: string | null
  /** `OWNER/REPO` of the form; null if it is not known. */
  readonly repository: string | null
  /** LF usernames that are known from an export. */
  readonly lfid: FindLfid
}

/** A mentor as the form asks for one. */
export interface ProposedMentor {
  readonly mentor: Mentor
  readonly lfid: string | null
}

/** What an idea answers, before it is laid out for the form. */
export interface ProposalAnswers {
  /** The form's option, otherwise the heading. */
  readonly project: string
  readonly isKnownProject: boolean
  readonly term: string | null
  readonly name: string
  readonly description: string
  readonly technologies: readonly string[]
  /** Null if the idea says nothing about skills apart from the technologies. */
  readonly skills: readonly string[] | null
  readonly hasSameSkills: boolean
  /** The primary mentor first. */
  readonly mentors: readonly ProposedMentor[]
  /** All of them, though forms take one. */
  readonly upstream: readonly string[]
}

/** An input with its answer. */
export interface BodyValue {
  readonly field: FormField
  /** Empty if it is not answered. */
  readonly shown: string
}

/** Characters of an input that count, and how many may be used. */
export interface LengthLimit {
  readonly id: string
  readonly used: number
  readonly max: number
}

export interface ProposalValues {
  readonly answers: ProposalAnswers
  readonly limits: readonly LengthLimit[]
  readonly entries: readonly BodyValue[]
}

/** Why a proposal would be refused (`error`) or asked about (`warning`). */
export interface ProposalProblem {
  /** The id of the form's input, or `url`. */
  readonly field: string
  readonly severity: 'error' | 'warning'
  /** What is there; what is expected. */
  readonly message: string
  /** Its place in the file; null if it is not about a text there. */
  readonly span: Span | null
}

/** What the checks of one input read. */
export interface ProblemContext {
  readonly form: IssueForm
  readonly proposed: ProposedIdea
  readonly values: ProposalValues
  readonly source: ProposalSource
  readonly id: string
}
