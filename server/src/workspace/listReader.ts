import { mayLinkToHeading } from '../model/blocks/localLinks.ts'
import { folderIdeaIn, mayBeOneIdeaText } from '../model/folder/folderIdea.ts'
import type { OneIdeaFacts } from '../model/folder/oneIdeaFacts.ts'
import { maxTextLength, readInSteps } from '../model/ideaFile.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import { sameReadOptions } from '../model/incremental/readState.ts'
import { mayBeIdeaList } from '../model/profiles/mayBeIdeaList.ts'
import type { ReadOptions } from '../model/types.ts'
import type { Folders } from './folders.ts'
import type { WorkspaceHost } from './host.ts'
import { type ListSummary, summarizeList } from './listSummary.ts'
import { uriKey } from './uris.ts'

/** A file on disk that is a list, or may be one idea of its folder, and the options with which it was read. */
export interface LoadedList {
  readonly uri: string
  readonly text: string
  readonly options: ReadOptions
  /** What it is by itself; null if it is no list. */
  readonly list: ListSummary | null
  /** What it is as one idea of its folder; null if it cannot be one. */
  readonly inFolder: { readonly facts: OneIdeaFacts; readonly list: ListSummary } | null
}

/** A file as the index keeps it; null if it is neither a list nor may be one idea of its folder. */
export function loadedList(uri: string, file: ParsedIdeaFile, realUri: string, options: ReadOptions): LoadedList | null {
  const idea = folderIdeaIn(file)
  if (!file.ideaList && idea === null) return null
  return {
    uri,
    text: file.text,
    options,
    list: file.ideaList ? summarizeList(uri, file, realUri) : null,
    inFolder: idea && { facts: idea.facts, list: summarizeList(uri, idea.file, realUri) },
  }
}

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
  readonly #host: Pick<WorkspaceHost, 'options' | 'pause'>
  #reading: Promise<unknown> = Promise.resolve()
  /** The list that was read last; the next one may share sections with it. */
  #neighbor: ParsedIdeaFile | null = null

  constructor(host: Pick<WorkspaceHost, 'options' | 'pause'>) {
    this.#host = host
  }

  /** What the file is; nothing for a missing file. */
  async read({ uri, realUri, folders, before, isInFolderList, isCurrent }: ListSource): Promise<ReadResult> {
    const text = await folders.read(uri, maxTextLength)
    if (text === null) return noResult
    const options = await this.#host.options(uri)
    const known = before()
    const mayLink = mayLinkToHeading(text)
    if (known?.text === text && uriKey(known.uri) === uriKey(uri) && sameReadOptions(known.options, options))
      return { loaded: known, mayLink, isUnread: false }
    if (!options.labels && !options.claimed && !mayBeIdeaList(text, options.path)) {
      const isIdea = mayBeOneIdeaText(text, options)
      if (!isIdea || !isInFolderList()) return { loaded: null, mayLink, isUnread: isIdea }
    }
    const reading = this.#reading.then(() => this.#readText(text, options, isCurrent))
    this.#reading = reading.catch(() => null)
    const file = await reading
    return { loaded: file && loadedList(uri, file, realUri, options), mayLink, isUnread: false }
  }

  /** Frees the memory that only helps while several lists are loading. */
  forgetNeighbor(): void {
    this.#neighbor = null
  }

  /** Works in pieces; each ends with the step that exceeds its time. */
  async #readText(text: string, options: ReadOptions, isCurrent: () => boolean): Promise<ParsedIdeaFile | null> {
    const steps = readInSteps(text, options, this.#neighbor)
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

/** For a list that was only seen in an open document: equal to no other options. */
export const unknownOptions: ReadOptions = { path: '', knowsProject: () => false }
