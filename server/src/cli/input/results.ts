import { type ResultPack, resultPack } from '../../workspace/results.ts'
import type { Io } from '../io/io.ts'

/** What each run needs of earlier ones, and what only a run needs that finds something new. */
export interface Results {
  readonly often: ResultPack
  readonly seldom: ResultPack
  /** What a result is found by: no two lists of parts have the same digest. */
  readonly digest: Io['digest']
}

/** The results of earlier runs in the current folder; null if none are kept. */
export function readResults({ absolute, stored, digest }: Io): Results | null {
  if (stored === null) return null
  const name = digest(absolute('.')).slice(0, 16)
  return { often: resultPack(`often-${name}`, stored), seldom: resultPack(`seldom-${name}`, stored), digest }
}
