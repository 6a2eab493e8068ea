import type { FolderEntry } from '../protocol/protocol.ts'

/** One entry of a folder. */
export interface DirectoryEntry extends FolderEntry {
  /** Where a link to a file leads, as a URI. */
  readonly target?: string | undefined
}

/** The file system that a folder stands in, by URIs. What fails rejects with an `Error` whose message is fit to be shown. */
export interface Folders {
  /** The folders and the files of interest (`isRelevantFile`) of a folder, as many as there are; linked folders are left out. */
  readonly list: (folder: string) => AsyncIterable<DirectoryEntry> | Promise<readonly DirectoryEntry[]>
  /** The text of a file, without a byte-order mark; null where there is none. Rejects where it has more than `most` bytes or is no UTF-8. */
  readonly read: (uri: string, most: number) => Promise<string | null>
}

/** The name of a file that says what Git leaves out. */
export const gitignore = '.gitignore'

/** Whether a name is that of a Markdown file. */
export const isMarkdown = (name: string): boolean => /\.md$/i.test(name)

/** Folders that are never looked into. */
export const ignoredDirectories: ReadonlySet<string> = new Set(['node_modules', '.git'])
