import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readIdeaFile, updateIdeaFile } from '../../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../../model/incremental/readState.ts'
import type { ReadOptions } from '../../model/types.ts'
import { type LineIndex, type LinePosition, lineIndex, type PositionEncoding } from '../../text/lineIndex.ts'
import { type Change, changeBetween, composeChanges } from '../../text/textChange.ts'

/** A document that the client has open: its text as it stands, and its model, brought up to date when it is asked for. */
export class OpenDocument {
  readonly uri: string
  readonly lines: LineIndex
  readonly #text: TextDocument
  #options: ReadOptions
  #file: ParsedIdeaFile | null = null
  /** What the model has not seen yet. */
  #unread: Change | null = null

  constructor(text: TextDocument, encoding: PositionEncoding, knowsProject: ReadOptions['knowsProject']) {
    this.uri = text.uri
    this.lines = lineIndex(text, encoding)
    this.#text = text
    this.#options = { path: pathOf(text.uri), knowsProject }
  }

  get version(): number {
    return this.#text.version
  }

  get text(): string {
    return this.#text.getText()
  }

  /** Brings the model up to date with the text as it stands, which costs what has changed since it was last asked for. */
  read(): ParsedIdeaFile {
    const [known, change] = [this.#file, this.#unread]
    if (known && !change) return known
    // forgotten first: should an update fail, the next call reads the whole
    this.#file = null
    this.#unread = null
    this.#file =
      known && change ? updateIdeaFile(known, this.text, change, this.#options) : readIdeaFile(this.text, this.#options)
    return this.#file
  }

  /** Reads by these options from now on. */
  configure({ profile, claimed, knowsProject, ownProjects, labels }: Omit<ReadOptions, 'path'>): void {
    const { path, ...now } = this.#options
    if (now.profile === profile && now.claimed === claimed && now.knowsProject === knowsProject && now.labels === labels) return
    this.#options = { path, profile, claimed, knowsProject, ownProjects, labels }
    this.#file = null
    this.#unread = null
  }

  /** Another text, read as this document would be: it differs from the text of `file` by `change` alone. Nothing is kept of it. */
  updated(file: ParsedIdeaFile, text: string, change: Change): ParsedIdeaFile {
    return updateIdeaFile(file, text, change, this.#options)
  }

  /** The same, for a text that differs from this one in few places. */
  readChanged(text: string): ParsedIdeaFile {
    return this.updated(this.read(), text, changeBetween(this.text, text))
  }

  /** Takes over the client's changes, each of which counts in the text that those before it left. Cheap: nothing is read. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      if ('range' in change && change.range) this.#replace(change.range, change.text, version)
      else this.#replaceAll(change.text, version)
    }
  }

  #replace(range: { readonly start: LinePosition; readonly end: LinePosition }, newText: string, version: number): void {
    const ends = [this.lines.offsetAt(range.start), this.lines.offsetAt(range.end)]
    const [start, oldEnd] = [Math.min(...ends), Math.max(...ends)]
    // the positions go through offsets, as the client's may lie outside the text or be counted in other units
    const inText = { start: this.#text.positionAt(start), end: this.#text.positionAt(oldEnd) }
    TextDocument.update(this.#text, [{ range: inText, text: newText }], version)
    const change = { start, oldEnd, newEnd: start + newText.length }
    this.#unread = this.#unread ? composeChanges(this.#unread, change) : change
  }

  #replaceAll(text: string, version: number): void {
    TextDocument.update(this.#text, [{ text }], version)
    this.#file = null
    this.#unread = null
  }
}

/** The path in a URI, or the URI itself where it holds none; only the programme's name is read from it. */
export function pathOf(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname)
  } catch {
    return uri
  }
}
