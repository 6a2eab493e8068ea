/** Requests and notifications in addition to LSP. Only types are imported: the client bundles this file. */
import type { PasteIdeaJob } from './paste.ts'

export const statusNotification = 'ideaFiles/status'

/** Where a list's form comes from (docs/spec.md#learned-lists): the fields, sizes and contacts that it is checked for. */
export type FormSource =
  | { readonly kind: 'template' }
  | { readonly kind: 'configuration' }
  /** Learned from the list's own ideas. */
  | { readonly kind: 'learned'; readonly ideas: number }
  /** The profile of the program in whose folder the list is; its id is `FileStatus.profile`. */
  | { readonly kind: 'profile' }

/** Sent when what the status item shows has changed. */
export interface FileStatus {
  readonly uri: string
  readonly ideaList: boolean
  /** The profile's title; empty if the file is not an idea list. */
  readonly profile: string
  /** Null if the file is not an idea list. */
  readonly formSource: FormSource | null
  readonly projects: number
  readonly ideas: number
  readonly findings: number
  /** Number of blocks that are too long or too deeply nested to be parsed. */
  readonly unread: number
}

/** `initializationOptions` of our own client; another editor sends none. */
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
  /** Whether it has the command `placeCursorCommand`. */
  readonly placeCursor?: boolean
  /** Whether it has the command `turnOffRuleCommand`. */
  readonly turnOffRule?: boolean
  /** Whether it has the command `prepareProposalCommand`. */
  readonly proposal?: boolean
}

/** What our client sends with `initialize`. */
export interface InitializationOptions extends ClientOptions {
  /** All texts in the editor's language, by their English ones; absent in English. */
  readonly l10n?: Readonly<Record<string, string>>
  /** The `SeenReviews` of an earlier server; whatever else it is, is ignored. */
  readonly seenReviews?: unknown
}

/** VS Code's command that opens the suggestions. */
export const suggestCommand = 'editor.action.triggerSuggest'

/** The command that asks for a project and a title, and inserts an entry for them into the active list. */
export const newIdeaCommand = 'ideaFiles.newIdea'

/** Our client's command that puts the cursor of the active editor to a position, if the editor has this document: `[uri, Position]`. */
export const placeCursorCommand = 'ideaFiles.placeCursor'

/** Our client's command that turns a rule off in the configuration file of the active editor's document: `[uri, code]`. */
export const turnOffRuleCommand = 'ideaFiles.turnOffRule'

/** From the client: whether there is anything to complete at a position where the user has just typed (`CompletesParams` → `boolean`). */
export const completesRequest = 'ideaFiles/completes'

export interface CompletesParams {
  readonly textDocument: { readonly uri: string }
  readonly position: Position
  /** Whether nothing was typed, but the tab stop of a snippet is selected: then only a placeholder for a mentor counts. */
  readonly isStop?: boolean
}

/** The file that configures Idea Files for a project, in the folder of its lists or above it. */
export const projectFileName = '.idea-files.json'

/** From the client: answered with null at once, unless the server hangs. */
export const pingRequest = 'ideaFiles/ping'

/** From the server: the text of a file (`ReadFileParams` → `string`); null if there is none. */
export const readFileRequest = 'ideaFiles/readFile'

export interface ReadFileParams {
  readonly uri: string
  /** If given, a file with more bytes, or that is not UTF-8, is an error that says so. */
  readonly maxBytes?: number
}

/** From the server: the URIs of all unsaved Markdown documents, as `string[]`; only idea lists are synced to the server. */
export const unsavedRequest = 'ideaFiles/unsaved'

/** From the server: the entries of a folder (`ListFolderParams` → `FolderEntry[]`), without irrelevant files and linked folders. */
export const listFolderRequest = 'ideaFiles/listFolder'

export interface ListFolderParams {
  readonly uri: string
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** The command that shows a rule's page; its argument is the rule's code. */
export const explainCommand = 'ideaFiles.explainRule'

/** From the client: the page of a rule as Markdown (`ExplainParams` → `string`); null if there is no such rule. */
export const explainRequest = 'ideaFiles/explain'

export interface ExplainParams {
  readonly code: string
}

/** From the client: all rules (→ `RuleSummary[]`). */
export const rulesRequest = 'ideaFiles/rules'

/** One row in a list of rules. */
export interface RuleSummary {
  readonly code: string
  readonly summary: string
}

/** The kind of the code action that applies all safe fixes, for `editor.codeActionsOnSave`. */
export const fixAllKind = 'source.fixAll.ideaFiles'

/** From the client: the idea at a position of a document (`IdeaAtParams` → `IdeaAt`); null if there is none. */
export const ideaAtRequest = 'ideaFiles/ideaAt'

/** As in LSP: lines and characters count from 0. */
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

/** An idea for its preview. */
export interface IdeaAt {
  /** As plain text; null if the fields have no heading. */
  readonly title: string | null
  readonly project: string | null
  readonly range: Range
  /** The Markdown below the heading. */
  readonly text: string
  /** The handles of its mentors that GitHub allows, without `@`. */
  readonly handles: readonly string[]
  /** `Ready: nothing is missing` or `Not ready: 1 error` */
  readonly readiness: { readonly isReady: boolean; readonly text: string }
  /** Those in this idea that are not suppressed, in document order. */
  readonly findings: readonly IdeaFinding[]
}

/**
 * From the client: an idea was inserted that is to be filled in (`FreshIdeaParams` → null). Its empty fields are no problems until the client
 * says that its author has left it.
 */
export const freshIdeaRequest = 'ideaFiles/freshIdea'

export interface FreshIdeaParams {
  readonly textDocument: { readonly uri: string }
  /** In the idea; null if there is none any more. */
  readonly position: Position | null
}

/** From the client: a version of a document was read from disk, not typed (`ReloadedParams` → null). */
export const reloadedRequest = 'ideaFiles/reloaded'

export interface ReloadedParams {
  readonly textDocument: { readonly uri: string; readonly version: number }
}

/** From the client: ideas of other lists that are like the one at a position (`IdeaAtParams` → `SimilarIdeas`); null outside ideas. */
export const similarIdeasRequest = 'ideaFiles/similarIdeas'

export interface SimilarIdeas {
  readonly title: string
  readonly project: string
  /** The newest first. */
  readonly ideas: readonly { readonly title: string; readonly list: string; readonly uri: string; readonly range: Range }[]
}

export interface IdeaFinding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'information' | 'hint'
  readonly message: string
  readonly range: Range
}

/** The kind of the code action that syncs the table of contents with the headings. */
export const syncTocKind = 'source.syncToc.ideaFiles'

/** From the client: the edits that a command would make (`PlanParams` → `PlanAnswer`). */
export const planRequest = 'ideaFiles/plan'

/** `text` is that of the document, which need not be synced to the server. */
export interface PlanParams {
  readonly uri: string
  readonly text: string
  readonly job: PlanJob
}

/** `at` is a UTF-16 offset; `profile` is the programme of a file that is not an idea list yet. */
export type PlanJob =
  | { readonly kind: 'newIdea'; readonly project: string; readonly title: string; readonly at: number; readonly profile?: string }
  /** `person` is the mentor; without one, the whole entry is to be filled in. */
  | { readonly kind: 'newMentor'; readonly at: number; readonly person?: NewPerson | undefined }
  | PasteIdeaJob
  | { readonly kind: 'sortProjects' }
  | { readonly kind: 'syncToc' }
  | { readonly kind: 'fixAll' }
  /** `folder` is the URI of the folder that a new configuration file goes to, above the document. */
  | { readonly kind: 'adoptForm'; readonly folder: string }
  /** `folder` as above; `code` is the rule's. */
  | { readonly kind: 'turnOffRule'; readonly folder: string; readonly code: string }

/** A mentor to be added; what is absent is to be filled in. */
export interface NewPerson {
  readonly name: string
  /** Without `@`. */
  readonly handle?: string | undefined
  readonly email?: string | undefined
}

/** Disjoint edits in document order, or a sentence that says why there are none. Offsets are UTF-16; a snippet has tab stops. */
export interface PlanAnswer {
  readonly edits: readonly { readonly start: number; readonly end: number; readonly newText: string; readonly snippet: boolean }[]
  readonly refusal: string | null
  /** Set if all that is missing is the project, or the programme of a new list: the job can be asked for again with it. */
  readonly needs?: 'project' | 'profile'
  /** Where the cursor goes in the edited text (UTF-16); null if it stays, or goes where a snippet says. */
  readonly cursor: number | null
  /** The file that the edits are for; null for the document itself. */
  readonly target: PlanTarget | null
}

/** Another file than the document. */
export interface PlanTarget {
  readonly uri: string
  /** Its text, as the edits count in it; null for a file that is to be created. */
  readonly text: string | null
  /** Whether the user sees the edits before they are applied. */
  readonly isReviewed: boolean
}

/** From the client: the choices for a new idea in a text (`ChoicesParams` → `Choices`). */
export const choicesRequest = 'ideaFiles/choices'

export interface ChoicesParams {
  readonly uri: string
  readonly text: string
  /** The cursor (UTF-16, in the text). */
  readonly at?: number | undefined
}

export interface Choices {
  readonly ideaList: boolean
  /** What the ideas of this list are below: projects, the list's own groups (a theme, a year), or nothing; what a title is that of. */
  readonly grouping: 'projects' | 'groups' | 'none'
  readonly titleOf: 'heading' | 'row' | 'file'
  /** The programme of the path, for a file that is not a list yet; null if the user has to choose. */
  readonly profile: string | null
  /** The programme that is selected when the user has to choose; null if none is likelier than the others. */
  readonly likelyProfile: string | null
  /** Whether that programme takes proposals by an issue form, so that the file may only say so. */
  readonly issueForm: boolean
  /** The project at the cursor, one of `here`; null if there is none. */
  readonly current: string | null
  /** The projects of this list, with the titles of their ideas. */
  readonly here: readonly { readonly name: string; readonly titles: readonly string[] }[]
  readonly known: readonly KnownProjectName[]
  readonly programmes: readonly { readonly id: string; readonly title: string }[]
}

/** A project of the catalog. */
export interface KnownProjectName {
  readonly name: string
  readonly maturity: string
  readonly aliases: readonly string[]
}
