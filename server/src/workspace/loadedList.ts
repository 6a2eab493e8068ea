import { folderIdeaIn } from '../model/folder/folderIdea.ts'
import type { OneIdeaFacts } from '../model/folder/oneIdeaFacts.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import type { ReadOptions } from '../model/types.ts'
import { summarizeExport } from './exportSummary.ts'
import { type ListSummary, summarizeList } from './listSummary.ts'
import { peerFactsOf } from './peers.ts'

/** A file on disk that is a list, or may be one idea of its folder, and the options with which it was read. */
export interface LoadedList {
  readonly uri: string
  readonly text: string
  readonly options: ReadOptions
  /** What it is by itself; null if it is not a list. */
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

/** A loaded list as JSON, without its text, for later sessions. */
export function storedList(loaded: LoadedList | null): string {
  if (loaded === null) return 'null'
  const { list, inFolder } = loaded
  const stored: StoredList = {
    list: list && loadedListParts(list),
    inFolder: inFolder && { facts: inFolder.facts, list: loadedListParts(inFolder.list) },
  }
  return JSON.stringify(stored)
}

/** A stored list of the same text, place and options. */
export function restoredList(
  json: string,
  { uri, realUri, text, options }: Pick<LoadedList, 'uri' | 'text' | 'options'> & Pick<ListSummary, 'realUri'>,
): LoadedList | null {
  const stored = JSON.parse(json) as StoredList | null
  if (stored === null) return null
  const { list, inFolder } = stored
  const whole = (parts: StoredSummary): ListSummary => ({ uri, realUri, ...parts, text })
  return {
    uri,
    text,
    options,
    list: list && whole(list),
    inFolder: inFolder && { facts: inFolder.facts, list: whole(inFolder.list) },
  }
}

type StoredSummary = Omit<ListSummary, 'uri' | 'realUri' | 'text'>

interface StoredList {
  readonly list: StoredSummary | null
  readonly inFolder: { readonly facts: OneIdeaFacts; readonly list: StoredSummary } | null
}

const loadedListParts = ({ programme, profile, projects, headings, links }: ListSummary): StoredSummary => ({
  programme,
  profile,
  projects,
  headings,
  links,
})

/** An export of LFX programs as the index keeps it; null if the text is none. */
export function loadedExport(uri: string, text: string, realUri: string): LoadedList | null {
  const list = summarizeExport(uri, text, realUri)
  return list && { uri, text, options: unknownOptions, list, inFolder: null }
}

/** For a list that was not read from disk as Markdown: equal to no other options. */
export const unknownOptions: ReadOptions = { path: '', knowsProject: () => false }

/** Everything in a file on disk that findings of others may depend on, without positions. */
export const loadedFactsOf = (file: LoadedList | null): string =>
  `${peerFactsOf(file?.list ?? null)}${peerFactsOf(file?.inFolder?.list ?? null)}${JSON.stringify(file?.inFolder?.facts)}`
