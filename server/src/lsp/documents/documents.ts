import { type EffectiveConfiguration, readOptions } from '../../config/effectiveConfiguration.ts'
import type { FolderSiblings } from '../../model/folder/readInFolder.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import type { OpenDocument } from './openDocument.ts'
import type { OpenDocuments } from './openDocuments.ts'

/** The open documents, each read under its configuration. */
export class Documents {
  readonly #open: OpenDocuments
  readonly #configuration: ConfigurationStore

  readonly #siblings: (uri: string) => FolderSiblings

  readonly #configuredBy = new WeakMap<OpenDocument, EffectiveConfiguration>()

  /** `siblings` are the other files in the folder of a document. */
  constructor(open: OpenDocuments, configuration: ConfigurationStore, siblings: (uri: string) => FolderSiblings) {
    this.#open = open
    this.#configuration = configuration
    this.#siblings = siblings
  }

  /** The URIs of the open documents. */
  keys(): readonly string[] {
    return this.#open.keys()
  }

  /** An open document. */
  get(uri: string): OpenDocument | undefined {
    const document = this.#open.get(uri)
    return document && this.#configured(document)
  }

  /** The open document if it has this text; otherwise one that is read the same way and not kept. */
  withText(uri: string, text: string): OpenDocument {
    const open = this.get(uri)
    return open?.text === text ? open : this.create(uri, text)
  }

  /** A document of this text, read as the file at `uri` is. */
  create(uri: string, text: string): OpenDocument {
    return this.#configured(this.#open.create(uri, text))
  }

  #configured(document: OpenDocument): OpenDocument {
    const { effective } = this.#configuration.of(document.uri)
    // asked for several times at every key
    if (this.#configuredBy.get(document) === effective) return document
    this.#configuredBy.set(document, effective)
    document.configure(readOptions(effective, document.path))
    document.placeAmong(() => this.#siblings(document.uri))
    return document
  }
}
