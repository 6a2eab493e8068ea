import { digestText } from '../../platform/digest.ts'
import { type ResultPack, resultPack } from '../../workspace/results.ts'
import type { Io } from '../io/io.ts'

/** What each run needs of earlier ones, and what only a run needs that finds something new. */
export interface Results {
  readonly often: ResultPack
  readonly seldom: ResultPack
}

/** The results of earlier runs in the current folder; null if none are kept. */
export function readResults({ absolute, stored }: Io): Results | null {
  if (stored === null) return null
  const name = digestText(absolute('.')).slice(0, 16)
  return { often: resultPack(`often-${name}`, stored), seldom: resultPack(`seldom-${name}`, stored) }
}
