import { mayLinkToHeading } from '../model/blocks/localLinks.ts'
import { mayBeOneIdeaText } from '../model/folder/folderIdea.ts'
import { maxTextLength, readIdeaFileInSteps } from '../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import { sameReadOptions } from '../model/incremental/readState.ts'
import { mayBeIdeaList } from '../model/profiles/mayBeIdeaList.ts'
import type { ReadOptions } from '../model/types.ts'
import { lfxExportName } from '../protocol/relevantFiles.ts'
import type { Folders } from './folders.ts'
import type { WorkspaceHost } from './host.ts'
import { type LoadedList, loadedExport, loadedList, restoredList, storedList } from './loadedList.ts'
import { uriKey, uriName } from './uris.ts'

/** What was read of a file. */
export interface ReadResult {
  readonly loaded: LoadedList | null
  /** Whether it may link into lists. */
  readonly mayLink: boolean
  /** Whether it has to be read if its folder is a list. */
  readonly isUnread: boolean
}

const noResult: ReadResult = { loaded: null, mayLink: false, isUnread: false }

/** A file to be read. */
export interface ListSource {
  readonly uri: string
  readonly realUri: string
  readonly folders: Folders
  /** The list that was read from the file before. */
  readonly before: () => LoadedList | undefined
  /** Whether its folder may be a list. */
  readonly isInFolderList: () => boolean
  /** Whether the result is still wanted. */
  readonly isCurrent: () => boolean
}

/** Reads lists from disk, one after the other: so fewer half-read ones are in memory, and none waits for its text. */
export class ListReader {
  readonly #host: Pick<WorkspaceHost, 'options' | 'pause' | 'kept'>
  #reading: Promise<unknown> = Promise.resolve()
  /** The list that was read last; the next one may share sections with it. */
  #neighbor: ParsedIdeaFile | null = null

  constructor(host: Pick<WorkspaceHost, 'options' | 'pause' | 'kept'>) {
    this.#host = host
  }

  /** What the file is; nothing for a missing file. */
  async read({ uri, realUri, folders, before, isInFolderList, isCurrent }: ListSource): Promise<ReadResult> {
    const text = await folders.read(uri, maxTextLength)
    if (text === null) return noResult
    const { options, source } = await this.#host.options(uri)
    const known = before()
    if (uriName(uri) === lfxExportName) {
      const isKnown = known?.text === text && uriKey(known.uri) === uriKey(uri)
      return { loaded: isKnown ? known : loadedExport(uri, text, realUri), mayLink: false, isUnread: false }
    }
    const mayLink = mayLinkToHeading(text)
    if (known?.text === text && uriKey(known.uri) === uriKey(uri) && sameReadOptions(known.options, options))
      return { loaded: known, mayLink, isUnread: false }
    if (!options.labels && !options.claimed && !mayBeIdeaList(text, options.path)) {
      const isIdea = mayBeOneIdeaText(text, options)
      if (!isIdea || !isInFolderList()) return { loaded: null, mayLink, isUnread: isIdea }
    }
    const { kept } = this.#host
    const key = (await kept?.digest(uri, realUri, source, text)) ?? ''
    const last = kept?.get(key)
    if (last) return { loaded: restoredList(last, { uri, realUri, text, options }), mayLink, isUnread: false }
    const reading = this.#reading.then(() => this.#readText(text, options, isCurrent))
    this.#reading = reading.catch(() => null)
    const file = await reading
    const loaded = file && loadedList(uri, file, realUri, options)
    if (file) kept?.set(key, storedList(loaded))
    return { loaded, mayLink, isUnread: false }
  }

  /** Frees the memory that only helps while several lists are loading. */
  forgetNeighbor(): void {
    this.#neighbor = null
  }

  /** Works in pieces; each ends with the step that exceeds its time. */
  async #readText(text: string, options: ReadOptions, isCurrent: () => boolean): Promise<ParsedIdeaFile | null> {
    const steps = readIdeaFileInSteps(text, options, this.#neighbor)
    for (;;) {
      const end = (await this.#host.pause()) + performance.now()
      if (!isCurrent()) return null
      do {
        const { done, value: file } = steps.next()
        if (!done) continue
        if (file.ideaList) this.#neighbor = file
        await this.#host.pause()
        return file
      } while (performance.now() < end)
    }
  }
}
