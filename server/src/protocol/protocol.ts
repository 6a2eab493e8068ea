/** What client and server say to each other beside LSP. No imports: the client bundles this file. */

export const statusNotification = 'ideaFiles/status'

/** Sent whenever what the status item shows has changed; for a file that is no idea list `ideaList` is false. */
export interface FileStatus {
  readonly uri: string
  readonly ideaList: boolean
  readonly profile: string
  readonly projects: number
  readonly ideas: number
  readonly findings: number
  /** Places too long or too deeply nested to be parsed. */
  readonly unread: number
}

/** What the client says of itself in `initializationOptions`; a client that says nothing is taken for another editor. */
export interface ClientOptions {
  /** Whether it shows the status of files. */
  readonly status?: boolean
  /** Whether it answers `readFileRequest`. */
  readonly files?: boolean
  /** Whether it answers `listFolderRequest`. */
  readonly folders?: boolean
  /** Whether it answers `unsavedRequest`. */
  readonly unsaved?: boolean
  /** Whether it has the command `explainCommand`. */
  readonly explain?: boolean
  /** Whether it has the command `suggestCommand`. */
  readonly suggest?: boolean
  /** Whether it has the command `newIdeaCommand`. */
  readonly newIdea?: boolean
}

/** VS Code's own command that opens the list of suggestions. */
export const suggestCommand = 'editor.action.triggerSuggest'

/** The command that asks for a project and a title, and writes an entry for them into the active list. */
export const newIdeaCommand = 'ideaFiles.newIdea'

/** From the client: whether there is anything to complete at a place (LSP's `TextDocumentPositionParams`) where a person has just typed. */
export const completesRequest = 'ideaFiles/completes'

/** The file by which a project sets up Idea Files, in the folder of its lists or above it. */
export const projectFileName = '.idea-files.json'

/** From the server: the text of a file by its URI (`ReadFileParams`); null where there is none. */
export const readFileRequest = 'ideaFiles/readFile'

export interface ReadFileParams {
  readonly uri: string
  /** Given where it is to be known why a file cannot be read: one that has more bytes than this, or is no UTF-8, is then an error. */
  readonly most?: number
}

/** From the server: the URIs of all Markdown documents that are open and not saved, as `string[]`; the server is given idea lists alone. */
export const unsavedRequest = 'ideaFiles/unsaved'

/** From the server: what a folder holds (`ListFolderParams`), as `FolderEntry[]`; files aside that are of no interest, and linked folders. */
export const listFolderRequest = 'ideaFiles/listFolder'

export interface ListFolderParams {
  readonly uri: string
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** The command that shows a rule's page; its one argument is the rule's code. */
export const explainCommand = 'ideaFiles.explainRule'

/** From the client: the page of a rule (`ExplainParams`) as Markdown; null where there is no such rule. */
export const explainRequest = 'ideaFiles/explain'

export interface ExplainParams {
  readonly code: string
}

/** From the client: all rules, as `RuleSummary[]`. */
export const rulesRequest = 'ideaFiles/rules'

/** A rule as a list shows it. */
export interface RuleSummary {
  readonly code: string
  readonly summary: string
}

/** The kind of the code action that mends everything safe, as `editor.codeActionsOnSave` names it. */
export const fixAllKind = 'source.fixAll.ideaFiles'

/** From the client: the idea at a place of a document (`IdeaAtParams`) as `IdeaAt`; null where there is none. */
export const ideaAtRequest = 'ideaFiles/ideaAt'

/** As LSP has it: lines and characters count from 0. */
export interface Position {
  readonly line: number
  readonly character: number
}

export interface Range {
  readonly start: Position
  readonly end: Position
}

export interface IdeaAtParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
}

/** An idea as Show Idea shows it. */
export interface IdeaAt {
  /** Without Markdown's marks; null where labelled fields stand under no heading. */
  readonly title: string | null
  readonly project: string | null
  readonly range: Range
  /** What stands below the heading, as Markdown. */
  readonly text: string
  /** The open ones in this idea, in the order of the text. */
  readonly findings: readonly IdeaFinding[]
}

export interface IdeaFinding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
  readonly range: Range
}

/** The kind of the code action that brings the table of contents in step. */
export const syncTocKind = 'source.syncToc.ideaFiles'

/** From the client: what a command would do to a text (`PlanParams`), as a `PlanAnswer`. */
export const planRequest = 'ideaFiles/plan'

/** The text goes along: it may be one that the server has not been given, and the answer is about no other. */
export interface PlanParams {
  readonly uri: string
  readonly text: string
  readonly job: PlanJob
}

/** Places are UTF-16 offsets; `profile` names the programme of a file that is no idea list yet. */
export type PlanJob =
  | { readonly kind: 'newIdea'; readonly project: string; readonly title: string; readonly at: number; readonly profile?: string }
  | { readonly kind: 'newMentor'; readonly at: number }
  | { readonly kind: 'sortProjects' }
  | { readonly kind: 'syncToc' }
  | { readonly kind: 'fixAll' }

/** Disjoint edits in the order of the text, or a sentence that says why there are none. Offsets are UTF-16; a snippet has tab stops. */
export interface PlanAnswer {
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string; readonly snippet: boolean }[]
  readonly refusal: string | null
}

/** From the client: what there is to choose from for a new idea in a text (`ChoicesParams`), as `Choices`. */
export const choicesRequest = 'ideaFiles/choices'

export interface ChoicesParams {
  readonly uri: string
  readonly text: string
}

export interface Choices {
  readonly ideaList: boolean
  /** The programme that the path tells, for a file that is no list yet; null where it is to be asked for. */
  readonly profile: string | null
  /** The projects of this list, with the titles of their ideas. */
  readonly here: readonly { readonly name: string; readonly titles: readonly string[] }[]
  readonly known: readonly KnownProjectName[]
  readonly programmes: readonly { readonly id: string; readonly title: string }[]
}

/** A project of the catalogue. */
export interface KnownProjectName {
  readonly name: string
  readonly maturity: string
  readonly aliases: readonly string[]
}
