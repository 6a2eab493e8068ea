import { programmeOf, programmeRoot } from '../model/profiles/programmePath.ts'
import type { ListSummary } from './listSummary.ts'
import { uriKey, uriPath } from './uris.ts'

/** Which lists are held against one another: those of one kind and one term, below the same folder of programmes. */
interface PeerGroup {
  readonly term: string
  /** A copy of the whole repository in another folder has nothing to do with this one. */
  readonly root: string
}

/** The company of a list, by its URI or full path; null for one that no programme's path tells: it stands alone. */
function peerGroupOf(uri: string): PeerGroup | null {
  const root = programmeRoot(uriKey(uri))
  return root === null ? null : { term: programmeOf(uriPath(uri)).term, root }
}

/**
 * The lists of a list's company that come before it, in the order of their paths. What two lists say differently is a finding of the
 * later one, as within one list it is a finding of the later entry.
 */
export function earlierPeers(uri: string, lists: readonly ListSummary[]): readonly ListSummary[] {
  const company = peerGroupOf(uri)
  if (company === null) return noPeers
  const own = uriKey(uri)
  const earlier = lists.flatMap((list) => {
    const key = uriKey(list.uri)
    const isPeer = list.programme.term === company.term && programmeRoot(key) === company.root
    return isPeer && key < own ? [{ key, list }] : []
  })
  return earlier.length === 0 ? noPeers : earlier.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ list }) => list)
}

/** Whether what one list says may be held against another, later one. */
export function isEarlier(uri: string, later: string): boolean {
  const [one, other] = [peerGroupOf(uri), peerGroupOf(later)]
  return one !== null && one.term === other?.term && one.root === other.root && uriKey(uri) < uriKey(later)
}

/** The same object for any list that stands alone. */
export const noPeers: readonly ListSummary[] = []

/** All that the findings of other lists may depend on, places aside. */
export const peerFactsOf = (list: ListSummary | null): string =>
  list === null
    ? ''
    : JSON.stringify(
        list.projects.flatMap(({ ideas }) =>
          ideas.map(({ title, lfx, mentors }) => [title, lfx?.url, ...mentors.flatMap(({ handle, email }) => [handle, email])]),
        ),
      )
