import type { IssueForm } from '../forms/issueForm.ts'
import type { FindLfid } from '../forms/proposalTypes.ts'
import type { IdeaFile } from '../model/types.ts'
import type { Finding } from '../rules/rule.ts'
import type { Edit } from '../text/edits.ts'

/** A text as an agent's tools see it: how it is read and checked. */
export interface AgentDocument {
  /** As answers show it, relative to the workspace. */
  readonly path: string
  readonly file: IdeaFile
  readonly findings: () => readonly Finding[]
  /** The edits of all safe fixes; offsets are UTF-16. */
  readonly safeFixes: () => readonly Edit[]
  /** Reads another text the same way. */
  readonly read: (text: string) => IdeaFile
}

/** A text that is in no file. */
export interface AgentText {
  readonly text: string
  /** Where it is going to be: this decides the program and its configuration. */
  readonly path: string | null
  /** The id of a program; null for the one that path and text name. */
  readonly program: string | null
}

/** An idea of the workspace; lines are 1-based. */
export interface WorkspaceIdea {
  readonly path: string
  readonly line: number
  readonly title: string | null
  readonly project: string
  readonly mentors: readonly { readonly name: string | null; readonly handle: string | null }[]
  readonly skills: readonly string[]
}

/** The form that proposals of a list go to. */
export interface AgentForm {
  readonly form: IssueForm
  /** `OWNER/REPO`; null if it is not known. */
  readonly repository: string | null
  readonly lfid: FindLfid
}

/** What an agent's tools may reach: the lists of one workspace, and nothing outside. All functions reject with a sentence. */
export interface AgentWorkspace {
  readonly openText: (text: AgentText) => Promise<AgentDocument>
  readonly openPath: (path: string) => Promise<AgentDocument>
  readonly ideas: () => Promise<{ readonly ideas: readonly WorkspaceIdea[]; readonly unread: readonly string[] }>
  readonly formFor: (document: AgentDocument) => Promise<AgentForm>
}
