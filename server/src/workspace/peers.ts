import { mayBeFolderIdeaName } from '../model/folder/folderFileName.ts'
import { isInFolderList, programmeOf, programmeRoot } from '../model/profiles/programmePath.ts'
import type { ListSummary } from './listSummary.ts'
import { folderKeyOf, uriKey, uriPath } from './uris.ts'

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

/** Whether a list is compared with others by its path alone. */
export const hasPeerGroup = (uri: string): boolean => programmeRoot(uriKey(uri)) !== null

/**
 * The peers of a list (by its real URI) that come before it, in the order of their paths. If two lists contradict each other, the finding is in the
 * later one, as within a list it is at the later entry.
 */
export function earlierPeers(uri: string, lists: readonly ListSummary[]): readonly ListSummary[] {
  const own = uriKey(uri)
  const group = peerGroupOf(uri)
  if (group === null) return earlierSiblings(own, lists)
  const earlier = lists.flatMap((list) => {
    const key = uriKey(list.realUri)
    const isPeer = list.programme.term === group.term && programmeRoot(key) === group.root
    return isPeer && key < own ? [{ key, list }] : []
  })
  return earlier.length === 0 ? noPeers : earlier.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ list }) => list)
}

/** The earlier files of a folder with one idea in each file. */
function earlierSiblings(key: string, lists: readonly ListSummary[]): readonly ListSummary[] {
  const own = lists.find((list) => uriKey(list.realUri) === key)
  if (own === undefined || !isInFolderList(own.programme)) return noPeers
  const { term } = own.programme
  const earlier = lists.filter((list) => list.programme.term === term && uriKey(list.realUri) < key)
  return earlier.length === 0 ? noPeers : earlier.sort((a, b) => (uriKey(a.realUri) < uriKey(b.realUri) ? -1 : 1))
}

/** Whether findings in the list `later` may depend on the list `uri`. */
export function isEarlierPeer(uri: string, later: string): boolean {
  const [one, other] = [peerGroupOf(uri), peerGroupOf(later)]
  return one !== null && one.term === other?.term && one.root === other.root && uriKey(uri) < uriKey(later)
}

/** Whether two files may be ideas of one folder, by their URIs. */
export function mayShareFolderList(uri: string, other: string): boolean {
  const [one, two] = [uriKey(uri), uriKey(other)]
  return one !== two && folderKeyOf(one) === folderKeyOf(two) && mayBeFolderIdeaName(one) && mayBeFolderIdeaName(two)
}

/** The peers of a list without any, always the same object: caches compare by identity. */
export const noPeers: readonly ListSummary[] = []

/** Everything in a list that findings of its later peers may depend on, without positions. */
export const peerFactsOf = (list: ListSummary | null): string =>
  list === null
    ? ''
    : JSON.stringify(
        list.projects.flatMap(({ ideas }) =>
          ideas.map(({ title, lfx, mentors, texts }) => [
            title,
            lfx?.url,
            ...texts.map(({ digest }) => digest),
            ...mentors.flatMap(({ handle, email }) => [handle, email]),
          ]),
        ),
      )
