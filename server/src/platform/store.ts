import { readFileSync } from 'node:fs'
import { version } from '../../../package.json'
import { type KeptResults, resultPack, type Store } from '../workspace/results.ts'
import { digestText } from './digest.ts'
import { readStoredFile, storedPath, writeStoredFile } from './storedFile.ts'

/** Where exactly this program stores results, in a folder; `program` is the file with the code that makes them. Null without a folder. */
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

/** The results that a server keeps in a folder; undefined without one. */
export function resultsIn(folder: string | null, program: string): KeptResults | undefined {
  const stored = storeIn(folder, program)
  return stored === null ? undefined : { pack: (name) => resultPack(name, stored), digest: digestText }
}
