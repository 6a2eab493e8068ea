/** What client and server say to each other beside LSP, and the cheap look that both take at a file. No imports: the client bundles this file. */

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

/**
 * A line that begins with a label of mentors, its colon or nothing behind it. The bullet may be missing, and a task's box, a picture, marks
 * of code or tags may stand around it: the reader takes that, too.
 */
const mentorsLabel = new RegExp(
  [
    String.raw`^[ \t>]{0,40}(?:(?:[-*+•]|\d{1,9}[.)])[ \t]{0,9})?(?:\[[ x]\][ \t]{1,4})?`,
    String.raw`(?:[*_]{1,3}[ \t]?)?(?:(?:[^\x00-\x7f]{1,16}|:[\w+-]{1,30}:)[ \t]{0,3})?(?:[*_]{1,3}[ \t]?)?(?:\x60{1,2}|<\w{1,6}>)?`,
    String.raw`(?:[\w-]{1,20}[ \t])?(?:co-?)?mentors?(?:[ \t]{0,3}\([^()\n]{0,60}\)){0,2}[ \t]{0,3}`,
    String.raw`(?:(?:[*_]{1,3}|\x60{1,2}[*_]{0,3}|<\/\w{1,6}>[*_]{0,3})[ \t]{0,3})?(?:[:：]|[-–—][ \t]|<!--|\r?$)`,
  ].join(''),
  'im',
)
const programmePath = /(?:^|\/)(?:summerofcode\/\d{4}\.md|lfx-mentorship\/\d{4}\/[^/]+\/[^/]+\.md)$/i

/**
 * Whether a file could be an idea list at all: a label of mentors in its text, or a known programme in its path.
 * Cheap and generous; what says no is never parsed, and no server is started for it.
 */
export const mayBeIdeaList = (text: string, path: string): boolean =>
  mentorsLabel.test(text) || programmePath.test(path.replaceAll('\\', '/'))

/** What the client says of itself in `initializationOptions`; a client that says nothing is taken for another editor. */
export interface ClientOptions {
  /** Whether it shows the status of files. */
  readonly status?: boolean
  /** Whether it answers `readFileRequest`. */
  readonly files?: boolean
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
export const projectFile = '.idea-files.json'

/** From the server: the text of a file by its URI (`ReadFileParams`); null where there is none. */
export const readFileRequest = 'ideaFiles/readFile'

export interface ReadFileParams {
  readonly uri: string
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
