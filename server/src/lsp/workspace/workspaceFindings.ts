import { readOptions } from '../../config/effectiveConfiguration.ts'
import type { FoundInList, ListFindings } from '../../features/overview/findingCounts.ts'
import { type FolderSiblings, readInFolder } from '../../model/folder/readInFolder.ts'
import { readIdeaFileInSteps } from '../../model/ideaFile.ts'
import type { IdeaFile } from '../../model/types.ts'
import { isSameArray } from '../../text/isSameArray.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { earlierPeers } from '../../workspace/peers.ts'
import type { DocumentConfiguration } from '../configuration/documentConfiguration.ts'
import { openDocumentPath } from '../documents/openDocument.ts'
import { runPaced } from '../scheduling/pacer.ts'
import type { Session } from '../session.ts'

interface CachedListFindings {
  readonly configuration: DocumentConfiguration
  readonly peers: readonly ListSummary[]
  readonly siblings: FolderSiblings
  readonly found: ListFindings
}

/**
 * Finds what is wrong in all lists of a workspace, in pieces between which requests get their turn. The index keeps no models: a list on
 * disk is read again, once for as long as neither it nor the lists that it is compared with change.
 */
export class WorkspaceFindings {
  readonly #session: Session
  readonly #cached = new WeakMap<ListSummary, CachedListFindings>()

  constructor(session: Session) {
    this.#session = session
  }

  /** The findings of each list, the newest first; null as soon as `isCancelled`. */
  async find(isCancelled: () => boolean): Promise<readonly ListFindings[] | null> {
    const { lists, enabledLists, documents, configuration } = this.#session
    await Promise.all([lists.whenLoaded(), enabledLists.learn()])
    const all = lists.lists()
    const shown = all.filter(enabledLists.has)
    const onDisk = await Promise.all(shown.map(({ uri }) => (documents.get(uri) ? null : configuration.onDisk(uri))))
    const found: ListFindings[] = []
    for (const [index, list] of shown.entries()) {
      if (isCancelled()) return null
      const each = await this.#findIn(list, all, onDisk[index] ?? null, isCancelled)
      if (each === null) return null
      found.push(each)
    }
    return found
  }

  async #findIn(
    list: ListSummary,
    all: readonly ListSummary[],
    known: DocumentConfiguration | null,
    isCancelled: () => boolean,
  ): Promise<ListFindings | null> {
    const { uri, realUri } = list
    const { documents, configuration: store, diagnostics, lists } = this.#session
    const peers = earlierPeers(realUri, all)
    const open = documents.get(uri)
    // it may have been edited since: that is reported, and the lists are counted again
    if (open) {
      await store.ready(uri)
      return { list, findings: diagnostics.of(open).findings }
    }
    const configuration = known ?? (await store.onDisk(uri))
    if (!configuration.enabled) return { list, findings: [] }
    const siblings = lists.siblings(uri)
    const last = this.#cached.get(list)
    const isSame =
      last?.configuration.effective === configuration.effective && last.siblings === siblings && isSameArray(last.peers, peers)
    if (isSame) return last.found
    const findings = await this.#read(list, { configuration, peers, siblings }, isCancelled)
    if (findings === null) return null
    const found = { list, findings }
    this.#cached.set(list, { configuration, peers, siblings, found })
    return found
  }

  /** What a list is read as; null if that is cancelled. */
  async fileOf({ uri, text }: ListSummary, isCancelled: () => boolean): Promise<IdeaFile | null> {
    const { documents, configuration, diagnostics, lists } = this.#session
    const open = documents.get(uri)
    if (open) return diagnostics.of(open).file
    const { effective } = await configuration.onDisk(uri)
    const alone = await this.#inPieces(readIdeaFileInSteps(text, readOptions(effective, openDocumentPath(uri))), isCancelled)
    return alone && readInFolder(alone, lists.siblings(uri))
  }

  async #read(
    list: ListSummary,
    { configuration, peers }: Omit<CachedListFindings, 'found'>,
    isCancelled: () => boolean,
  ): Promise<readonly FoundInList[] | null> {
    const file = await this.fileOf(list, isCancelled)
    const { diagnostics } = this.#session
    const findings = file && (await this.#inPieces(diagnostics.lintInSteps(file, configuration, peers), isCancelled))
    return (
      findings?.map(({ code, severity, message, span, related, fix }) => ({
        ...{ code, severity, message, span, fix },
        ...(related !== undefined && { related }),
      })) ?? null
    )
  }

  #inPieces<T>(steps: Generator<void, T>, isCancelled: () => boolean): Promise<T | null> {
    return runPaced(steps, () => this.#session.pacer.pause(), isCancelled)
  }
}
