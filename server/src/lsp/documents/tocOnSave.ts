import { TextDocumentSaveReason } from 'vscode-languageserver'
import type { TocSync } from '../../config/settings.ts'
import { resyncToc, snapshotToc, type TocSnapshot } from '../../editing/toc/keepInSync.ts'
import { syncToc } from '../../editing/toc/syncToc.ts'
import type { Edit } from '../../text/edits.ts'
import type { OpenDocument } from './openDocument.ts'

interface Kept {
  /** The version that a person opened, or saved. */
  readonly version: number
  /** What its table of contents was then; undefined as long as nobody has looked. */
  readonly basis: TocSnapshot | undefined
}

/**
 * Remembers of each document whether its table of contents was in step when it was opened or last saved. Saves that an editor makes
 * by itself neither change a table nor what is remembered: the next save by hand does what they left.
 */
export class TocOnSave {
  readonly #kept = new WeakMap<OpenDocument, Kept>()
  readonly #automatic = new WeakSet<OpenDocument>()

  /** To be called when a document has been opened. */
  opened(document: OpenDocument): void {
    this.#kept.set(document, { version: document.version, basis: undefined })
  }

  /** To be called before a document changes: its model is there already, or is what the next one is made of. */
  changing(document: OpenDocument): void {
    const kept = this.#kept.get(document)
    if (kept?.basis !== undefined || kept?.version !== document.version) return
    this.#kept.set(document, { ...kept, basis: snapshotToc(document.read()) })
  }

  /** The edits that a save is to make first. */
  saving(document: OpenDocument, reason: TextDocumentSaveReason, mode: TocSync): readonly Edit[] {
    if (reason !== TextDocumentSaveReason.Manual) {
      this.#automatic.add(document)
      return []
    }
    this.#automatic.delete(document)
    const kept = this.#kept.get(document)
    const basis = kept?.basis ?? null
    if (mode === 'off') return []
    if (mode === 'keep') return basis === null || kept?.version === document.version ? [] : resyncToc(document.read(), basis)
    return basis === null ? syncToc(document.read()) : resyncToc(document.read(), basis)
  }

  /** To be called when a document has been saved. */
  saved(document: OpenDocument): void {
    if (!this.#automatic.delete(document)) this.opened(document)
  }
}
