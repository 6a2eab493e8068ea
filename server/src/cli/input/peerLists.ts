import { findingLineIndex } from '../../report/findings.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { type ListSummary, summarizeList } from '../../workspace/listSummary.ts'
import { attempt } from '../io/attempt.ts'
import type { ReadList } from './readLists.ts'

/** The lists of one check, which are compared with each other. */
export interface PeerLists {
  readonly known: readonly ListSummary[]
  /** A list by its full path. */
  readonly find: (uri: string) => ReadList | undefined
  readonly linesOf: (list: ReadList) => LineIndex
}

/** The peer lists among all lists that were read. */
export function peerListsOf(lists: readonly ReadList[]): PeerLists {
  const byPath = new Map(lists.map((list) => [list.file.path, list]))
  const known = new Map<ReadList, LineIndex>()
  return {
    // a list that cannot be summarized is not compared with
    known: lists.flatMap(({ file, path }) => {
      const tried = attempt(path, () => summarizeList(file.path, file))
      return 'failure' in tried ? [] : [tried.result]
    }),
    find: (uri) => byPath.get(uri),
    linesOf: (list) => {
      const lines = known.get(list) ?? findingLineIndex(list.file.text)
      known.set(list, lines)
      return lines
    },
  }
}
