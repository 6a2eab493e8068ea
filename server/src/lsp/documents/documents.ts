import { readOptions } from '../../config/effectiveConfiguration.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import { type OpenDocument, pathOf } from './openDocument.ts'
import type { OpenDocuments } from './openDocuments.ts'

/** The open documents, each read under its configuration. */
export class Documents {
  readonly #open: OpenDocuments
  readonly #configuration: ConfigurationStore

  constructor(open: OpenDocuments, configuration: ConfigurationStore) {
    this.#open = open
    this.#configuration = configuration
  }

  /** The URIs of the open documents. */
  keys(): readonly string[] {
    return this.#open.keys()
  }

  /** An open document. */
  get(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri)
    document?.configure(this.#optionsOf(uri))
    return document
  }

  /** The open document if it has this text; otherwise one that is read the same way and not kept. */
  withText(uri: string, text: string): OpenDocument {
    const open = this.get(uri)
    return open?.text === text ? open : this.create(uri, text)
  }

  /** A document of this text, read as the file at `uri` is. */
  create(uri: string, text: string): OpenDocument {
    const document = this.#open.create(uri, text)
    document.configure(this.#optionsOf(uri))
    return document
  }

  #optionsOf(uri: string): ReturnType<typeof readOptions> {
    return readOptions(this.#configuration.of(uri).effective, pathOf(uri))
  }
}
