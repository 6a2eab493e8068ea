import { type Connection, Emitter, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../../catalog/knownProjects.ts'
import type { ClientState } from '../clientCapabilities.ts'
import { guard } from '../guard.ts'
import { OpenDocument } from './openDocument.ts'

/** The texts that the client has open, in sync with it. */
export class OpenDocuments {
  readonly #state: ClientState
  readonly #willChange = new Emitter<OpenDocument>()
  /** The events of the protocol: open, change, save, close. */
  readonly events: TextDocuments<OpenDocument>
  /** Fires before changes are applied to a document. */
  readonly onWillChange = this.#willChange.event

  constructor(connection: Connection, state: ClientState) {
    this.#state = state
    this.events = new TextDocuments<OpenDocument>({
      create: (uri, _, version, text) => this.create(uri, text, version),
      update: (document, changes, version) => {
        this.#willChange.fire(document)
        guard(connection, 'textDocument/didChange', document.uri, undefined, () => document.update(changes, version))
        return document
      },
    })
  }

  get(uri: string): OpenDocument | undefined {
    return this.events.get(uri)
  }

  /** The URIs of all of them. */
  keys(): readonly string[] {
    return this.events.keys()
  }

  /** A document of this text, in sync with nothing. */
  create(uri: string, text: string, version = 0): OpenDocument {
    return new OpenDocument(TextDocument.create(uri, 'markdown', version, text), this.#state.capabilities.encoding, knowsProject)
  }
}
