import { readOptions } from '../../config/effectiveConfiguration.ts'
import type { ListFindings } from '../../features/overview/findingCounts.ts'
import { readInSteps } from '../../model/ideaFile.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { earlierPeers } from '../../workspace/peers.ts'
import type { DocumentConfiguration } from '../configuration/documentConfiguration.ts'
import { pathOf } from '../documents/openDocument.ts'
import type { Session } from '../handlers/handler.ts'

/** What was found in a list on disk, and what that depends on beside its text. */
interface Kept {
  readonly setup: DocumentConfiguration
  readonly peers: readonly ListSummary[]
  readonly found: ListFindings
}

/**
 * Finds what is wrong in all lists of a workspace, in pieces between which others get their turn. The index keeps no models: a list on disk
 * is read again, once for as long as neither it nor what it is held against changes.
 */
export class WorkspaceFindings {
  readonly #session: Session
  readonly #kept = new WeakMap<ListSummary, Kept>()

  constructor(session: Session) {
    this.#session = session
  }

  /** The findings of each list, the newest first; null as soon as `isCancelled` says so. */
  async find(isCancelled: () => boolean): Promise<readonly ListFindings[] | null> {
    await this.#session.workspace.whenLoaded()
    const lists = this.#session.workspace.lists()
    const setups = await Promise.all(
      lists.map(({ uri }) => (this.#session.document(uri) ? null : this.#session.setupOnDisk(uri))),
    )
    const all: ListFindings[] = []
    for (const [index, list] of lists.entries()) {
      if (isCancelled()) return null
      const found = await this.#findIn(list, lists, setups[index] ?? null, isCancelled)
      if (found === null) return null
      all.push(found)
    }
    return all
  }

  async #findIn(
    list: ListSummary,
    lists: readonly ListSummary[],
    known: DocumentConfiguration | null,
    isCancelled: () => boolean,
  ): Promise<ListFindings | null> {
    const { uri } = list
    const peers = earlierPeers(uri, lists)
    const open = this.#session.document(uri)
    // it may have been edited since: the change is told of, and then counted again
    if (open) await this.#session.ready(uri)
    if (open) return { list, findings: this.#session.report(open).findings }
    const setup = known ?? (await this.#session.setupOnDisk(uri))
    if (!setup.enabled) return { list, findings: [] }
    const last = this.#kept.get(list)
    if (last && last.setup.effective === setup.effective && sameLists(last.peers, peers)) return last.found
    const findings = await this.#read(list, setup, peers, isCancelled)
    if (findings === null) return null
    const found = { list, findings }
    this.#kept.set(list, { setup, peers, found })
    return found
  }

  async #read(
    { uri, text }: ListSummary,
    setup: DocumentConfiguration,
    peers: readonly ListSummary[],
    isCancelled: () => boolean,
  ) {
    const file = await this.#inPieces(readInSteps(text, readOptions(setup.effective, pathOf(uri))), isCancelled)
    const findings = file && (await this.#inPieces(this.#session.lintOnDisk(file, setup, peers), isCancelled))
    // no fixes are kept: they would hold the whole model
    return findings?.map(({ code, severity, message, span }) => ({ code, severity, message, span })) ?? null
  }

  async #inPieces<T>(steps: Generator<void, T>, isCancelled: () => boolean): Promise<T | null> {
    for (;;) {
      const end = (await this.#session.pause()) + performance.now()
      if (isCancelled()) return null
      do {
        const next = steps.next()
        if (next.done) return next.value
      } while (performance.now() < end)
    }
  }
}

const sameLists = (a: readonly ListSummary[], b: readonly ListSummary[]): boolean =>
  a.length === b.length && a.every((list, index) => list === b[index])
