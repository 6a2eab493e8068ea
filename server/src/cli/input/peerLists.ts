import { lineIndexOf } from '../../report/findings.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { type ListSummary, summarizeList } from '../../workspace/listSummary.ts'
import type { ReadList } from './readLists.ts'

/** The lists of one check, as each may speak of another. */
export interface PeerLists {
  readonly known: readonly ListSummary[]
  /** A list by its full path; undefined for one that is not among them. */
  readonly find: (uri: string) => ReadList | undefined
  readonly linesOf: (list: ReadList) => LineIndex
}

/** What lists say of one another once all are read. */
export function peerListsOf(lists: readonly ReadList[]): PeerLists {
  const byPath = new Map(lists.map((list) => [list.file.path, list]))
  const known = new Map<ReadList, LineIndex>()
  return {
    known: lists.map(({ file }) => summarizeList(file.path, file)),
    find: (uri) => byPath.get(uri),
    linesOf: (list) => {
      const lines = known.get(list) ?? lineIndexOf(list.file.text)
      known.set(list, lines)
      return lines
    },
  }
}
