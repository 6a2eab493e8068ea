import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import type { ReadOptions } from '../model/types.ts'
import type { Folders } from './folders.ts'
import type { WorkspaceIndex } from './listSummary.ts'
import type { LoadedList } from './loadedList.ts'
import type { ResultPack, SessionResults } from './results.ts'

/** An open document, read in its current version. */
export interface OpenFile {
  readonly uri: string
  readonly file: ParsedIdeaFile
}

/** Options, and the text of everything that they depend on but the file's URI. */
export interface SourcedOptions {
  readonly options: ReadOptions
  readonly source: string
}

/** What the workspace index needs from the server. */
export interface WorkspaceHost {
  /** The file system of a folder; null if neither the server nor the client can read it. */
  readonly folders: (folder: string) => Folders | null
  /** The open documents that are not disabled, each read by itself. */
  readonly open: () => Iterable<OpenFile>
  readonly isOpen: (uri: string) => boolean
  /** The options for reading the file at a URI, from its project file. Never rejects. */
  readonly options: (uri: string) => Promise<SourcedOptions>
  /** What was read in an earlier session, by a digest of all that it was read from; absent if nothing is kept. */
  readonly kept?: (Pick<ResultPack, 'get' | 'set'> & Pick<SessionResults, 'digest'>) | undefined
  /** Resolves when the next piece of work may start, to the milliseconds that it may take. */
  readonly pause: () => Promise<number>
  /** Is called when all files of a folder are known for the first time. */
  readonly scanned: () => void
  /** Is called with a message for the log: what was left out (once each) and how loading went. */
  readonly say: (message: string) => void
  /** Is called for each list, or idea of a folder, on disk that was added (`before` is null), removed (`after` is null) or changed. */
  readonly changed: (before: LoadedList | null, after: LoadedList | null) => void
}

/** A file or folder that was created, changed or deleted. */
export interface FileChange {
  readonly uri: string
  readonly deleted: boolean
}

/** An index that is filled in the background. */
export interface LoadingIndex extends WorkspaceIndex {
  /** The URIs of Markdown files, open or not, that are not lists and may link into one. */
  pages(): readonly string[]
  /** Resolves when all loads that have started are finished. */
  whenLoaded(): Promise<void>
}
