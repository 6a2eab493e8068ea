import type { Connection } from 'vscode-languageserver'
import { statusNotification } from '../../protocol/protocol.ts'
import type { ClientState } from '../clientCapabilities.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import { guard, sendGuarded } from '../guard.ts'
import { whenIdle } from '../scheduling/eventLoop.ts'
import type { WorkspaceLists } from '../workspace/workspaceLists.ts'
import type { DiagnosticsCache } from './diagnosticsCache.ts'
import type { Documents } from './documents.ts'
import type { OpenDocument } from './openDocument.ts'
import { StatusSender, statusOf } from './status.ts'

interface PublisherParts {
  readonly connection: Connection
  readonly state: ClientState
  readonly documents: Documents
  readonly configuration: ConfigurationStore
  readonly diagnostics: DiagnosticsCache
  readonly lists: WorkspaceLists
  readonly listsChanged: () => void
}

/** Sends diagnostics to a client that does not pull them, and the status of files to our own. */
export class DiagnosticsPublisher {
  readonly #parts: PublisherParts
  readonly #statuses: StatusSender
  readonly #schedule = whenIdle<string>((uri) => this.#update(uri))
  readonly #requestRefresh = whenIdle<'diagnostics'>(() => this.#sendRefresh())

  constructor(parts: PublisherParts) {
    this.#parts = parts
    this.#statuses = new StatusSender((status) =>
      sendGuarded(() => parts.connection.sendNotification(statusNotification, status)),
    )
  }

  /** Publishes the diagnostics of a document when the input is drained. */
  scheduleDiagnostics(uri: string): void {
    this.#schedule(uri)
  }

  /** The diagnostics of a document have changed though its text has not: publishes them, or asks a client that pulls to pull again. */
  refresh(uri: string): void {
    this.#schedule(uri)
    this.#requestRefresh('diagnostics')
  }

  /** Clears what was published for a document that is closed now. */
  closed(uri: string): void {
    const { connection, state } = this.#parts
    this.#statuses.forget(uri)
    if (!state.capabilities.pull) sendGuarded(() => connection.sendDiagnostics({ uri, diagnostics: [] }))
  }

  #update(uri: string): void {
    const { connection, state, documents, configuration } = this.#parts
    const document = documents.get(uri)
    if (!document || state.isShutDown) return
    const waiting = configuration.ready(uri)
    if (waiting) void waiting.then(() => this.#schedule(uri))
    else guard(connection, 'diagnostics', uri, undefined, () => this.#publish(document))
  }

  #publish(document: OpenDocument): void {
    const { connection, state, diagnostics, lists, listsChanged } = this.#parts
    const { uri, version } = document
    const report = diagnostics.of(document)
    lists.onDocumentIdle(document)
    if (!state.capabilities.pull) {
      sendGuarded(() => connection.sendDiagnostics({ uri, version, diagnostics: report.diagnostics }))
    }
    if (state.capabilities.own.status) this.#statuses.update(statusOf(uri, report))
    listsChanged()
  }

  #sendRefresh(): void {
    const { connection, state } = this.#parts
    const { pull, refreshesDiagnostics } = state.capabilities
    if (pull && refreshesDiagnostics && !state.isShutDown) sendGuarded(() => connection.languages.diagnostics.refresh())
  }
}
