import type { PositionEncoding } from '../../text/lineIndex.ts'
import type { Folders } from '../../workspace/folders.ts'
import type { SessionResults } from '../../workspace/results.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import type { Documents } from '../documents/documents.ts'
import type { Pacing } from '../scheduling/pacer.ts'

/** What the lists of a server need of it. */
export interface WorkspaceListsHost {
  readonly encoding: () => PositionEncoding
  readonly documents: Pick<Documents, 'keys' | 'get'>
  readonly configuration: Pick<ConfigurationStore, 'isKnown' | 'ready' | 'byProjectFile' | 'forgetProjectFiles'>
  /** Whether the client reports changed files. */
  readonly watchesFiles: () => boolean
  readonly pacer: Pacing
  /** Absent if nothing is kept for later sessions. */
  readonly results?: SessionResults | undefined
  /** The file system that a folder is in; null if there is none. */
  readonly folders: (uri: string) => Folders | null
  readonly log: (message: string) => void
}
