import { isSameArray } from '../../text/isSameArray.ts'
import { markdownLists } from '../../workspace/exportSummary.ts'
import type { OpenFile } from '../../workspace/host.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { sameOpenFiles } from '../../workspace/openLists.ts'
import { earlierPeers, hasPeerGroup } from '../../workspace/peers.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** The peers of a list, and what they depend on. */
interface KnownPeers {
  readonly realUri: string
  readonly version: number
  readonly others: readonly OpenFile[]
  /** Whether they do not depend on the list's own text. */
  readonly isByPath: boolean
  readonly peers: readonly ListSummary[]
}

/** The lists that each open list is compared with. */
export class ComparedLists {
  readonly #known = new Map<string, KnownPeers>()

  /** The peers of an open list; the same array until one of them changes. A key in the list itself costs nothing. */
  peers(
    uri: string,
    workspace: Pick<Workspace, 'version' | 'realUri' | 'lists'>,
    open: readonly OpenFile[],
  ): readonly ListSummary[] {
    const last = this.#known.get(uri)
    const realUri = workspace.realUri(uri)
    const { version } = workspace
    const others = open.filter((each) => each.uri !== uri)
    const isSame = last?.realUri === realUri && last.version === version && sameOpenFiles(last.others, others)
    if (isSame && last.isByPath) return last.peers
    const found = earlierPeers(realUri, markdownLists(workspace.lists()))
    const peers = last && isSameArray(last.peers, found) ? last.peers : found
    this.#known.set(uri, { realUri, version, others, isByPath: hasPeerGroup(realUri), peers })
    return peers
  }

  forget(uri: string): void {
    this.#known.delete(uri)
  }
}
