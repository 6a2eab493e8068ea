import { readOptions } from '../../config/effectiveConfiguration.ts'
import type { FolderSiblings } from '../../model/folder/readInFolder.ts'
import type { ConfigurationStore } from '../configuration/configurationStore.ts'
import { type OpenDocument, openDocumentPath } from './openDocument.ts'
import type { OpenDocuments } from './openDocuments.ts'

/** The open documents, each read under its configuration. */
export class Documents {
  readonly #open: OpenDocuments
  readonly #configuration: ConfigurationStore

  readonly #siblings: (uri: string) => FolderSiblings

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
    document.configure(this.#optionsOf(document.uri))
    document.placeAmong(() => this.#siblings(document.uri))
    return document
  }

  #optionsOf(uri: string): ReturnType<typeof readOptions> {
    return readOptions(this.#configuration.of(uri).effective, openDocumentPath(uri))
  }
}
