import type { IdeaFile } from '../model/types.ts'
import type { OpenFile } from './host.ts'
import { type ListSummary, summarizeOpenList } from './listSummary.ts'
import type { RealNames } from './realNames.ts'

/** The summaries of open lists, each made once for each version of its document. */
export class OpenLists {
  readonly #names: RealNames
  readonly #summaries = new WeakMap<IdeaFile, ListSummary>()

  constructor(names: RealNames) {
    this.#names = names
  }

  /** Those of these documents that are lists; a file that is open by two names is one list. */
  of(open: readonly OpenFile[]): readonly ListSummary[] {
    const byKey = new Map<string, ListSummary>()
    for (const each of open) {
      const key = this.#names.keyOf(each.uri)
      if (each.file.ideaList && !byKey.has(key)) byKey.set(key, this.#summaryOf(each))
    }
    return [...byKey.values()]
  }

  #summaryOf({ uri, file }: OpenFile): ListSummary {
    const realUri = this.#names.of(uri)
    const known = this.#summaries.get(file)
    if (known?.realUri === realUri) return known
    const summary = summarizeOpenList(uri, file, realUri)
    this.#summaries.set(file, summary)
    return summary
  }
}

/** Whether the same versions of the same documents are open. */
export const sameOpenFiles = (a: readonly OpenFile[], b: readonly OpenFile[]): boolean =>
  a.length === b.length && a.every(({ uri, file }, index) => uri === b[index]!.uri && file === b[index]!.file)
