import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type FolderSiblings, noSiblings, readInFolder, updateFileInFolder } from '../../model/folder/readInFolder.ts'
import { readIdeaFile, updateIdeaFile } from '../../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import type { ReadOptions } from '../../model/types.ts'
import { type LineIndex, type LinePosition, lineIndex, type PositionEncoding } from '../../text/lineIndex.ts'
import { type Change, changeBetween, composeChanges, movedOffset } from '../../text/textChange.ts'

/** A document that the client has open: its current text, and its model, which is updated on demand. */
export class OpenDocument {
  readonly uri: string
  readonly lines: LineIndex
  readonly #text: TextDocument
  #options: ReadOptions
  #siblings: () => FolderSiblings = () => noSiblings
  #file: ParsedIdeaFile | null = null
  /** An offset in the idea that was inserted to be filled in; it moves with the text. Null if there is none. */
  #freshAt: number | null = null
  /** The change since the model was last updated. */
  #unread: Change | null = null
  /** The version for which code actions were last made, and what has changed since. */
  #followed: { readonly version: number; readonly change: Change | null } | null = null

  constructor(text: TextDocument, encoding: PositionEncoding, knowsProject: ReadOptions['knowsProject']) {
    this.uri = text.uri
    this.lines = lineIndex(text, encoding)
    this.#text = text
    this.#options = { path: openDocumentPath(text.uri), knowsProject }
  }

  /** The path in its URI. */
  get path(): string {
    return this.#options.path
  }

  get version(): number {
    return this.#text.version
  }

  get text(): string {
    return this.#text.getText()
  }

  /** The model of the current text, next to the other files of its folder; the cost is that of what has changed since the last call. */
  read(): ParsedIdeaFile {
    return readInFolder(this.readAlone(), this.#siblings())
  }

  /** The same by itself, whatever its folder is. */
  readAlone(): ParsedIdeaFile {
    const [known, change] = [this.#file, this.#unread]
    if (known && !change) return known
    // forgotten first: if an update fails, the next call reads the whole text
    this.#file = null
    this.#unread = null
    this.#file =
      known && change ? updateIdeaFile(known, this.text, change, this.#options) : readIdeaFile(this.text, this.#options)
    return this.#file
  }

  /** An offset (UTF-16) in the idea that its author is filling in; null if there is none. */
  get freshAt(): number | null {
    return this.#freshAt
  }

  /** Sets where the idea is that its author is filling in. */
  setFreshAt(offset: number | null): void {
    this.#freshAt = offset
  }

  /** Sets how the document is read from now on. */
  configure({ profile, claimed, knowsProject, ownProjects, labels }: Omit<ReadOptions, 'path'>): void {
    const { path, ...now } = this.#options
    if (now.profile === profile && now.claimed === claimed && now.knowsProject === knowsProject && now.labels === labels) return
    this.#options = { path, profile, claimed, knowsProject, ownProjects, labels }
    this.#file = null
    this.#unread = null
  }

  /** Sets what the other files of its folder say, whenever it is asked. */
  placeAmong(siblings: () => FolderSiblings): void {
    this.#siblings = siblings
  }

  /** Reads another text, which differs from that of `file` by `change`, the same way. The document does not change. */
  updated(file: ParsedIdeaFile, text: string, change: Change): ParsedIdeaFile {
    return updateFileInFolder(file, text, change, this.#options, this.#siblings())
  }

  /** The same for a text that differs from the current one in few places. */
  readChanged(text: string): ParsedIdeaFile {
    return this.updated(this.read(), text, changeBetween(this.text, text))
  }

  /** Applies the client's changes, one after the other. Cheap: nothing is parsed. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change && change.range) this.#replace(change.range, change.text, version)
      else this.#replaceAll(change.text, version)
    }
  }

  /** From now on `movedSince` knows where offsets of the current text have moved. */
  followChanges(): void {
    this.#followed = { version: this.version, change: null }
  }

  /** Where an offset of an earlier version is now: null if it was edited, or if changes since that version were not followed. */
  movedSince(version: number | null, offset: number): number | null {
    if (version === this.version) return offset
    if (this.#followed === null || this.#followed.version !== version) return null
    const { change } = this.#followed
    return change === null ? offset : movedOffset(offset, change)
  }

  #replace(range: { readonly start: LinePosition; readonly end: LinePosition }, newText: string, version: number): void {
    const ends = [this.lines.offsetAt(range.start), this.lines.offsetAt(range.end)]
    const [start, oldEnd] = [Math.min(...ends), Math.max(...ends)]
    // positions are converted to offsets first: the client's may be outside the text, or in other units
    const inText = { start: this.#text.positionAt(start), end: this.#text.positionAt(oldEnd) }
    TextDocument.update(this.#text, [{ range: inText, text: newText }], version)
    const change = { start, oldEnd, newEnd: start + newText.length }
    this.#unread = this.#unread ? composeChanges(this.#unread, change) : change
    if (this.#freshAt !== null) this.#freshAt = movedOffset(this.#freshAt, change) ?? start
    if (this.#followed !== null) {
      const before = this.#followed.change
      this.#followed = { ...this.#followed, change: before ? composeChanges(before, change) : change }
    }
  }

  #replaceAll(text: string, version: number): void {
    TextDocument.update(this.#text, [{ text }], version)
    this.#file = null
    this.#unread = null
    this.#freshAt = null
    this.#followed = null
  }
}

/** The path in a URI; the URI itself if it has none. */
export function openDocumentPath(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname)
  } catch {
    return uri
  }
}
