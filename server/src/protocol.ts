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

/** Every Markdown file below a project file. */
const everywhere = '**'

/**
 * Which files a project file may make lists of, as globs that an editor knows: those of its programmes, and all where it has labels of
 * its own. Cheap and generous, as `mayBeIdeaList` is: the server reads the file as a whole.
 */
export function claimedGlobs(text: string): readonly string[] {
  const lists = [...text.matchAll(/"files"\s*:\s*\[\s*((?:"(?:[^"\\\n]|\\.)*"[\s,]*)*)/g)].map(([, list = '']) => list)
  const globs = lists.flatMap((list) => [...list.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, glob = '']) => editorGlob(glob)))
  return /"labels"\s*:/.test(text) ? [everywhere, ...globs] : globs
}

/** A project file's glob as an editor reads it, a range of numbers (`{2024..2026}`) taken as any text. */
function editorGlob(glob: string): string {
  const plain = glob
    .trim()
    .replace(/^(?:\.?\/)+/, '')
    .replace(/\{\d{1,4}\.\.\d{1,4}\}/g, '*')
  const anywhere = plain.includes('/') ? plain : `**/${plain}`
  return anywhere.endsWith('/') ? `${anywhere}**` : anywhere
}

/** From the server: the text of a file by its URI (`ReadFileParams`); null where there is none. */
export const readFileRequest = 'ideaFiles/readFile'

export interface ReadFileParams {
  readonly uri: string
  /** Given where it is to be known why a file cannot be read: one that has more bytes than this, or is no UTF-8, is then an error. */
  readonly most?: number
}

/** From the server: what a folder holds (`ListFolderParams`), as `FolderEntry[]`; files aside that are of no interest, and linked folders. */
export const listFolderRequest = 'ideaFiles/listFolder'

export interface ListFolderParams {
  readonly uri: string
}

export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** Whether a file in a folder is any business of the index of a workspace. */
export const isOfInterest = (name: string): boolean => /\.md$/i.test(name) || name === '.gitignore'

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
interface Position {
  readonly line: number
  readonly character: number
}

interface Range {
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

/** From the client: all lists of the workspace in numbers (`OverviewParams`), as an `Overview` of what is known by now; has them loaded. */
export const overviewRequest = 'ideaFiles/overview'

/** From the server, once after each answer to `overviewRequest`: lists, or what holds for them, have changed since. */
export const overviewChangedNotification = 'ideaFiles/overviewChanged'

/** From the client: the findings in all lists (`OverviewParams`), as a `FindingsOverview`; takes its time, and may be cancelled. */
export const overviewFindingsRequest = 'ideaFiles/overviewFindings'

/** From the client: where a row of an overview leads (`OverviewPlacesParams`), as `OverviewPlace[]`; none for a row that is no more. */
export const overviewPlacesRequest = 'ideaFiles/overviewPlaces'

/** From the client: an overview with its findings (`OverviewParams`) as CSV, a string. */
export const overviewCsvRequest = 'ideaFiles/overviewCsv'

export interface OverviewParams {
  /** The one year that counts; 0 for lists of no known year, null for all. */
  readonly year: number | null
}

/** A row of a table. */
export interface OverviewRow {
  /** Tells it from the others of its table; made by the server, for the server. */
  readonly key: string
  readonly name: string
  readonly detail: string
  readonly ideas: number
}

/**
 * An idea that several lists of one term repeat (proposed, then accepted) counts once, but in the list's own row. Rows are sorted by
 * ideas, the most first, and by name; lists, years and sizes have an order of their own.
 */
export interface Overview {
  readonly year: number | null
  /** Whether all lists are loaded. */
  readonly complete: boolean
  /** Of all lists, the newest first, 0 (not known) last. */
  readonly years: readonly number[]
  readonly totals: { readonly lists: number; readonly projects: number; readonly ideas: number; readonly mentors: number }
  /** All years, whichever was asked for; ideas by programme. */
  readonly byYear: readonly { readonly year: number; readonly gsoc: number; readonly lfx: number; readonly other: number }[]
  readonly lists: readonly (OverviewRow & { readonly year: number; readonly projects: number; readonly mentors: number })[]
  /** `perYear`: one number for each of `years`. Projects without an idea are left out. */
  readonly projects: readonly (OverviewRow & { readonly perYear: readonly number[] })[]
  /** `primary`: how many of the ideas name them their primary mentor. */
  readonly mentors: readonly (OverviewRow & { readonly primary: number })[]
  readonly sizes: readonly OverviewRow[]
  readonly skills: readonly OverviewRow[]
}

export interface FindingsOverview {
  readonly total: number
  /** By rule, whose code is the key; the worst severity first, then the most findings. */
  readonly rules: readonly FindingsRow[]
  /** How many findings a list has, by its row's key; lists without any are left out. */
  readonly lists: Readonly<Record<string, number>>
}

export interface FindingsRow {
  readonly key: string
  readonly detail: string
  /** The worst that any of them has. */
  readonly severity: IdeaFinding['severity']
  readonly findings: number
  /** In how many lists. */
  readonly lists: number
}

export interface OverviewPlacesParams extends OverviewParams {
  readonly table: OverviewTable
  readonly key: string
}

export type OverviewTable = 'lists' | 'projects' | 'mentors' | 'sizes' | 'skills' | 'findings'

/** A place of a list that a row counts; in the order of the lists and of their texts. */
export interface OverviewPlace {
  readonly uri: string
  readonly range: Range
  readonly title: string
  readonly detail: string
}

/** From the client: the ideas of all lists (`IdeasParams`) as `IdeasAnswer`; has the lists of the workspace loaded where nobody has yet. */
export const ideasRequest = 'ideaFiles/ideas'

/** From the server, to a client that has asked for ideas: the answer would be another now. Told once, until it asks again. */
export const ideasChangedNotification = 'ideaFiles/ideasChanged'

export interface IdeasParams {
  /** The versions of the lists that the client has, by their URIs: what it has is not sent again. */
  readonly known?: Readonly<Record<string, string>>
}

export interface IdeasAnswer {
  /** Whether there may be more, as lists are still being read. */
  readonly loading: boolean
  /** The newest first. */
  readonly lists: readonly ListVersion[]
}

export interface ListVersion {
  readonly uri: string
  readonly version: string
  /** Null where the client has this version. */
  readonly list: ListEntry | null
}

/** A list as a tree or a pick shows it. All texts are plain, without Markdown's marks. */
export interface ListEntry {
  /** `GSoC 2026`; the file's name where its path tells no programme. */
  readonly label: string
  readonly year: number | null
  /** Of the whole list, what stands outside its ideas included; null where nobody has looked for findings. */
  readonly findings: FindingCounts | null
  /** In the order of the text. */
  readonly ideas: readonly IdeaEntry[]
}

export interface IdeaEntry {
  /** Null where labelled fields stand under no heading. */
  readonly title: string | null
  /** Null where it stands under no project. */
  readonly project: Grouped | null
  /** Where the heading's text begins, or the first label. */
  readonly position: Position
  readonly mentors: readonly MentorEntry[]
  /** Each once, under its usual name. */
  readonly skills: readonly Grouped[]
  readonly findings: FindingCounts | null
}

/** A name, and what is the same for all of its spellings. */
export interface Grouped {
  readonly key: string
  readonly name: string
}

export interface MentorEntry {
  readonly name: string | null
  /** Without `@`. */
  readonly handle: string | null
  readonly email: string | null
}

/** `others` are of information and hint level. */
export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly others: number
}

/** From the client: the text of an idea (`IdeaTextParams`), exactly as its lines have it; null where there is none. */
export const ideaTextRequest = 'ideaFiles/ideaText'

export interface IdeaTextParams {
  readonly uri: string
  /** Anywhere in the idea. */
  readonly position: Position
}
