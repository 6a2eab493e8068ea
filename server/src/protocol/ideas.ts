// Requests and notifications about the ideas of all lists.
import type { Position } from './protocol.ts'

/** From the client: the ideas of all lists (`IdeasParams` → `IdeasAnswer`); loads the lists of the workspace. */
export const ideasRequest = 'ideaFiles/ideas'

/** From the server, to a client that has requested ideas: the answer would be another now. Sent once, until the next request. */
export const ideasChangedNotification = 'ideaFiles/ideasChanged'

export interface IdeasParams {
  /** The versions of the lists that the client has, by URI: those are not sent again. */
  readonly known?: Readonly<Record<string, string>>
}

export interface IdeasAnswer {
  /** Whether lists are still being read, so that there may be more. */
  readonly loading: boolean
  /** The newest first. */
  readonly lists: readonly ListVersion[]
}

export interface ListVersion {
  readonly uri: string
  readonly version: string
  /** Null if the client has this version. */
  readonly list: ListEntry | null
}

/** A list for a tree or a quick pick. All texts are plain. */
export interface ListEntry {
  /** The URI of the folder that is the list, if this is one of its files with an idea each; absent for any other list. */
  readonly folder?: string
  /** `GSoC 2026`; the file's name if its path names no programme. */
  readonly label: string
  readonly year: number | null
  /** Of the whole list, including findings outside ideas; null if the list is not open. */
  readonly findings: FindingCounts | null
  /** In document order. */
  readonly ideas: readonly IdeaEntry[]
}

export interface IdeaEntry {
  /** Null if the fields have no heading. */
  readonly title: string | null
  /** Null if it is in no project. */
  readonly project: ProjectEntry | null
  /** The start of the heading's text, or of the first label. */
  readonly position: Position
  readonly mentors: readonly MentorEntry[]
  /** Each once, by its usual name. */
  readonly skills: readonly NamedGroup[]
  readonly findings: FindingCounts | null
}

/** A project, and the start of its heading's text if it has a heading. */
export interface ProjectEntry extends NamedGroup {
  readonly position?: Position
}

/** A name, and a key that is the same for all of its spellings. */
export interface NamedGroup {
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

/** From the client: the source of an idea (`IdeaTextParams` → `string`); null if there is none. */
export const ideaTextRequest = 'ideaFiles/ideaText'

export interface IdeaTextParams {
  readonly uri: string
  /** Any position in the idea. */
  readonly position: Position
}
