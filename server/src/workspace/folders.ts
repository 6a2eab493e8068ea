import type { FolderEntry } from '../protocol/protocol.ts'
import { compareCodeUnits } from '../text/compareCodeUnits.ts'

/** One entry of a folder. */
export interface DirectoryEntry extends FolderEntry {
  /** The target of a symbolic link to a file, as a URI. */
  readonly target?: string | undefined
}

/** The file system of a folder, by URIs. Failures reject with an `Error` whose message can be shown to the user. */
export interface Folders {
  /** The folders and the relevant files (`isRelevantFile`) of a folder, without symbolic links to folders. */
  readonly list: (folder: string) => AsyncIterable<DirectoryEntry> | Promise<readonly DirectoryEntry[]>
  /** The text of a file, without a byte-order mark; null if there is no such file. Rejects if it has more than `maxBytes` or is not UTF-8. */
  readonly read: (uri: string, maxBytes: number) => Promise<string | null>
  /** The URI of a file or folder without symbolic links; the same URI if it cannot be resolved. Absent if there are no links. */
  readonly real?: (uri: string) => Promise<string>
}

export const gitignore = '.gitignore'

/** Folders that are never read. */
export const ignoredDirectories: ReadonlySet<string> = new Set(['node_modules', '.git'])

/** The order in which the entries of a folder are read. */
export const compareFolderEntries = (a: FolderEntry, b: FolderEntry): number => compareCodeUnits(a.name, b.name)
