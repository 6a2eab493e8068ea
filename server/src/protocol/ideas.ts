// What client and server say to each other of the ideas of all lists.
import type { Position } from './protocol.ts'

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
