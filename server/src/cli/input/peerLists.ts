import { findingLineIndex } from '../../report/findings.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { type ListSummary, summarizeList } from '../../workspace/listSummary.ts'
import { rememberResult } from '../../workspace/results.ts'
import { attempt } from '../io/attempt.ts'
import type { ReadList } from './readLists.ts'
import type { Results } from './results.ts'

/** The lists of one check, which are compared with each other. */
export interface PeerLists {
  readonly known: readonly ListSummary[]
  /** A list by its full path. */
  readonly find: (uri: string) => ReadList | undefined
  readonly linesOf: (list: ReadList) => LineIndex
}

/** The summary of a list. That of an earlier run is read on first use, but for what tells which lists are its peers. */
function summaryOf(list: ReadList, results: Results | null): ListSummary {
  const { full, key } = list
  if (results === null || key === null) return summarizeList(full, list.file)
  const summarize = madeOnce(() => summarizeList(full, list.file))
  const parts = madeOnce(() =>
    rememberResult(results.seldom, `s${key}`, (): SummaryParts => {
      const { projects, headings, links } = summarize()
      return { projects, headings, links }
    }),
  )
  const head = rememberResult(results.often, `h${key}`, (): SummaryHead => {
    parts()
    const { programme, profile } = summarize()
    return { programme, profile }
  })
  return {
    ...head,
    uri: full,
    realUri: full,
    get projects() {
      return parts().projects
    },
    get headings() {
      return parts().headings
    },
    get links() {
      return parts().links
    },
    get text() {
      return list.text
    },
  }
}

function madeOnce<T extends object>(make: () => T): () => T {
  let made: T | null = null
  return () => {
    made ??= make()
    return made
  }
}

type SummaryHead = Pick<ListSummary, 'programme' | 'profile'>
type SummaryParts = Pick<ListSummary, 'projects' | 'headings' | 'links'>

/** The peer lists among all lists that were read. */
export function peerListsOf(lists: readonly ReadList[], results: Results | null = null): PeerLists {
  const byPath = new Map(lists.map((list) => [list.full, list]))
  const known = new Map<ReadList, LineIndex>()
  return {
    // a list that cannot be summarized is not compared with
    known: lists.flatMap((list) => {
      const tried = attempt(list.path, () => summaryOf(list, results))
      return 'failure' in tried ? [] : [tried.result]
    }),
    find: (uri) => byPath.get(uri),
    linesOf: (list) => {
      const lines = known.get(list) ?? findingLineIndex(list.text)
      known.set(list, lines)
      return lines
    },
  }
}
