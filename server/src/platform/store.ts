import { readFileSync } from 'node:fs'
import { version } from '../../../package.json'
import { digestText } from './digest.ts'
import { readStoredFile, storedPath, writeStoredFile } from './storedFile.ts'

/** Results of earlier runs of exactly this program. Reading and writing never throw. */
export interface Store {
  /** What was stored by this name; null if there is nothing, or another version of the program or of Node made it. */
  readonly read: (name: string) => string | null
  /** The text must be ASCII. */
  readonly write: (name: string, text: string) => void
}

/** The results in a folder of the user's cache; `program` is the file with the code that makes them. Null without a folder. */
export function storeIn(folder: string | null, program: string): Store | null {
  if (folder === null) return null
  let known: readonly string[] | null = null
  const key = (): readonly string[] => {
    known ??= [version, process.version, digestText(readFileSync(program))]
    return known
  }
  return {
    read: (name) => readStoredFile(storedPath(folder, name), key())?.toString('latin1') ?? null,
    write: (name, text) => writeStoredFile(storedPath(folder, name), key(), Buffer.from(text, 'latin1')),
  }
}
