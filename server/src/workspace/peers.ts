import { programmeOf, programmeRoot } from '../model/profiles/programmePath.ts'
import type { ListSummary } from './listSummary.ts'
import { uriKey, uriPath } from './uris.ts'

/** Lists that are compared with each other: those of one term below the same folder of programmes. */
interface PeerGroup {
  readonly term: string
  /** A second clone of the repository in another folder is a group of its own. */
  readonly root: string
}

/** The group of a list, by its URI or full path; null if its path is not that of a programme: it has no peers. */
function peerGroupOf(uri: string): PeerGroup | null {
  const root = programmeRoot(uriKey(uri))
  return root === null ? null : { term: programmeOf(uriPath(uri)).term, root }
}

/**
 * The peers of a list (by its real URI) that come before it, in the order of their paths. If two lists contradict each other, the finding is in the
 * later one, as within a list it is at the later entry.
 */
export function earlierPeers(uri: string, lists: readonly ListSummary[]): readonly ListSummary[] {
  const group = peerGroupOf(uri)
  if (group === null) return noPeers
  const own = uriKey(uri)
  const earlier = lists.flatMap((list) => {
    const key = uriKey(list.realUri)
    const isPeer = list.programme.term === group.term && programmeRoot(key) === group.root
    return isPeer && key < own ? [{ key, list }] : []
  })
  return earlier.length === 0 ? noPeers : earlier.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ list }) => list)
}

/** Whether findings in the list `later` may depend on the list `uri`. */
export function isEarlierPeer(uri: string, later: string): boolean {
  const [one, other] = [peerGroupOf(uri), peerGroupOf(later)]
  return one !== null && one.term === other?.term && one.root === other.root && uriKey(uri) < uriKey(later)
}

/** The peers of a list without any, always the same object: caches compare by identity. */
export const noPeers: readonly ListSummary[] = []

/** Everything in a list that findings of its later peers may depend on, without positions. */
export const peerFactsOf = (list: ListSummary | null): string =>
  list === null
    ? ''
    : JSON.stringify(
        list.projects.flatMap(({ ideas }) =>
          ideas.map(({ title, lfx, mentors }) => [title, lfx?.url, ...mentors.flatMap(({ handle, email }) => [handle, email])]),
        ),
      )
