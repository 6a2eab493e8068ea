import { folderIdeaIn } from '../model/folder/folderIdea.ts'
import type { OneIdeaFacts } from '../model/folder/oneIdeaFacts.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import type { ReadOptions } from '../model/types.ts'
import { type ListSummary, summarizeList } from './listSummary.ts'

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
