import type { ReadOptions } from '../model/incremental/readState.ts'
import type { IdeaFile } from '../model/types.ts'
import type { Folders } from './folders.ts'
import type { ListSummary, WorkspaceIndex } from './listSummary.ts'

/** An open document, with its text as it stands. */
export interface OpenFile {
  readonly uri: string
  readonly file: IdeaFile
}

/** What a workspace needs of the world around it. */
export interface WorkspaceHost {
  /** The file system that a folder stands in; null where nobody can read it. */
  readonly folders: (folder: string) => Folders | null
  /** The open documents that we are to look at. */
  readonly open: () => Iterable<OpenFile>
  readonly isOpen: (uri: string) => boolean
  /** How the file at a URI is to be read: what its project file says. Never rejects. */
  readonly options: (uri: string) => Promise<ReadOptions>
  /** Resolves when there is time for the next piece of work, to the milliseconds that it may take. */
  readonly pause: () => Promise<number>
  /** Hears what was left out, each thing once, and how loading went. */
  readonly say: (message: string) => void
  /** Hears of each list on disk that came (`before` is null), went (`after` is null) or changed. */
  readonly changed: (before: ListSummary | null, after: ListSummary | null) => void
}

/** Something happened to a file or folder, as its URI names it. */
export interface FileChange {
  readonly uri: string
  readonly deleted: boolean
}

/** An index that fills by and by. */
export interface LoadingIndex extends WorkspaceIndex {
  /** The URIs of the Markdown files, open or not, that are no lists and may link into some. */
  pages(): readonly string[]
  /** Resolves when everything that has begun to load is loaded. */
  whenLoaded(): Promise<void>
}
