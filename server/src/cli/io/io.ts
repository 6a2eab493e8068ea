import type { Bytes } from '../../platform/readFile.ts'

/** One entry of a folder; what is neither file nor folder is left out. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** What a run of git came to: its exit code and what it said. */
export interface GitAnswer {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** All that the command line knows of the world. What fails rejects with an `Error` whose message is fit to be shown. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** Whether what goes to `stdout` may carry colours. */
  readonly colours: boolean
  /** The full path, with forward slashes: the programme's name may stand in a folder above the one that was named. */
  readonly absolute: (path: string) => string
  readonly kind: (path: string) => Promise<'file' | 'folder'>
  readonly list: (path: string) => Promise<readonly Entry[]>
  readonly read: (path: string, most: number) => Promise<Bytes>
  /** Whether a file is there; false where that cannot be told. Never rejects. */
  readonly exists: (path: string) => Promise<boolean>
  /** Puts these bytes in place of a file's. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>
  /** Runs git, without a shell, in the folder that the command runs in. Rejects where there is no git, or where it says too much. */
  readonly git: (args: readonly string[]) => Promise<GitAnswer>
  /** Shows how far a long run is, on a terminal alone; null takes that away. */
  readonly progress: (text: string | null) => void
}
