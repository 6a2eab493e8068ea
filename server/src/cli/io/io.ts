import type { FetchLike } from '../../network/github.ts'
import type { DigestParts } from '../../platform/digest.ts'
import type { Helpers } from '../../platform/helperThreads.ts'
import type { Bytes } from '../../platform/readFile.ts'
import type { FolderEntry } from '../../protocol/protocol.ts'
import type { Store } from '../../workspace/results.ts'

/** The exit code and output of git. */
export interface GitAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A key of git's configuration and its value for one run, as `git -c` sets it. */
export type GitSetting = readonly [key: string, value: string]

/** How GitHub is reached, if a command asks for it. */
export interface Online {
  readonly fetch: FetchLike
  /** The address of its REST API; null for GitHub's own. */
  readonly base: string | null
  readonly token: string | null
}

/** All access of the command line to its environment. Failures reject with an `Error` whose message can be shown to the user. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Prints a document that is to be kept, such as a list: to the character, unless it goes to the log of GitHub's runner. */
  readonly document: (text: string) => void
  /** Whether `stdout` may get colors. */
  readonly colors: boolean
  /** The full path, with forward slashes. */
  readonly absolute: (path: string) => string
  /** The full path without symbolic links, the same for all names of a file. A part of it that does not exist stays as it is. */
  readonly realPath: (path: string) => string
  readonly kind: (path: string) => Promise<'file' | 'folder'>
  readonly list: (path: string) => Promise<readonly FolderEntry[]>
  readonly read: (path: string, most: number) => Promise<Bytes>
  /** Whether a file exists. Never rejects. */
  readonly exists: (path: string) => Promise<boolean>
  /** Replaces the content of a file, whole or not at all; rejects if it does not have the bytes `before` any more. */
  readonly write: (path: string, bytes: Uint8Array, before: Uint8Array) => Promise<void>
  /** Creates a file; rejects if there is one already. */
  readonly create: (path: string, bytes: Uint8Array) => Promise<void>
  /** Creates a folder, and those around it, if it is not there. */
  readonly createFolder: (path: string) => Promise<void>
  /** Runs git, without a shell, in the current folder. Rejects if there is no git, or if its output is too large. */
  readonly git: (args: readonly string[], settings: readonly GitSetting[]) => Promise<GitAnswer>
  readonly online: Online
  /** The SHA-256 of texts and bytes: no two lists of parts have the same. */
  readonly digest: (...parts: DigestParts) => string
  /** Where results are kept for later runs; null if none are. */
  readonly stored: Store | null
  /** Threads that help with long work; null if there are none. */
  readonly helpers: Helpers | null
  /** Shows the progress of a long run on a terminal; null removes it. */
  readonly progress: (text: string | null) => void
}
