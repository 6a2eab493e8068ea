import { TextDocumentSaveReason } from 'vscode-languageserver'
import type { TocUpdateOnSave } from '../../config/settings.ts'
import { hidesHeadings, resyncAfterRenames, resyncToc, snapshotToc, type TocSnapshot } from '../../editing/toc/resyncToc.ts'
import type { Edit } from '../../text/edits.ts'
import type { OpenDocument } from './openDocument.ts'

interface SavedToc {
  /** The version that the user opened or saved. */
  readonly version: number
  /** Its table of contents; undefined until the first change after it. */
  readonly snapshot: TocSnapshot | null | undefined
}

/** How many opened and saved texts of a document are kept. */
const maxSettledTexts = 4

/**
 * Remembers of each document whether its table of contents was in sync when it was opened, last saved or last read from disk. Automatic
 * saves change neither the table nor what is remembered: the next manual save does what they left.
 */
export class TocOnSave {
  readonly #saved = new WeakMap<OpenDocument, SavedToc>()
  readonly #automatic = new WeakSet<OpenDocument>()
  /** The last texts that were opened or saved: an undo, or a change on disk, may bring them back. */
  readonly #settled = new WeakMap<OpenDocument, readonly string[]>()

  /** Call when a document has been opened, or has been read from disk again. */
  opened(document: OpenDocument): void {
    const { version, text } = document
    this.#saved.set(document, { version, snapshot: undefined })
    const others = (this.#settled.get(document) ?? []).filter((each) => each !== text)
    this.#settled.set(document, [text, ...others].slice(0, maxSettledTexts))
  }

  /** Call when a document has changed. */
  changed(document: OpenDocument): void {
    const { text } = document
    if (this.#settled.get(document)?.some((each) => each === text)) this.opened(document)
  }

  /** Call before a document changes: its model exists already, or is what the next one is made of. */
  changing(document: OpenDocument): void {
    const saved = this.#saved.get(document)
    if (saved?.snapshot !== undefined || saved?.version !== document.version) return
    this.#saved.set(document, { ...saved, snapshot: snapshotToc(document.read()) })
  }

  /** The edits to make before a save. */
  saving(document: OpenDocument, reason: TextDocumentSaveReason, mode: TocUpdateOnSave): readonly Edit[] {
    if (reason !== TextDocumentSaveReason.Manual) {
      this.#automatic.add(document)
      return []
    }
    this.#automatic.delete(document)
    const saved = this.#saved.get(document)
    const snapshot = saved?.snapshot ?? null
    if (mode === 'never') return []
    if (mode === 'ifUpToDate' && (!snapshot?.isUpToDate || saved?.version === document.version)) return []
    return snapshot?.isUpToDate ? resyncToc(document.read(), snapshot) : resyncAfterRenames(document.read(), snapshot)
  }

  /** Call when a document has been saved. */
  saved(document: OpenDocument): void {
    if (this.#automatic.delete(document)) return
    const snapshot = this.#saved.get(document)?.snapshot
    // an open fence or comment hides headings: when it is closed, the table of before still counts
    if (snapshot && hidesHeadings(document.read(), snapshot)) this.#saved.set(document, { version: document.version, snapshot })
    else this.opened(document)
  }
}
