import { readOptions } from '../../config/effectiveConfiguration.ts'
import { folderIdeaIn, mayBeOneIdeaText } from '../../model/folder/folderIdea.ts'
import { minFolderFiles } from '../../model/folder/folderSchema.ts'
import type { OneIdeaFacts } from '../../model/folder/oneIdeaFacts.ts'
import { type FolderSiblings, noSiblings } from '../../model/folder/readInFolder.ts'
import { readIdeaFile } from '../../model/ideaFile.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { decodeLossy } from '../../platform/decodeText.ts'
import { isMarkdown } from '../../protocol/relevantFiles.ts'
import { compareNames } from '../../workspace/folders.ts'
import type { Io } from '../io/io.ts'
import type { CliConfiguration } from './configuration.ts'
import { ignoreFilesAbove, isIgnoredPath, withIgnoreFile } from './ignoredPaths.ts'

/** The facts of a folder's files by their full paths; those of files that cannot be ideas of the folder are absent. */
type FolderFacts = ReadonlyMap<string, OneIdeaFacts>

const noFolderFacts: FolderFacts = new Map()

/** More bytes than a text of one idea has. */
const maxOneIdeaBytes = 400_000

/** Reads what the files of a folder have in common, one folder at a time: files come folder by folder. */
export class FolderFiles {
  readonly #configuration: CliConfiguration
  readonly #io: Io
  #last: { readonly folder: string; readonly facts: Promise<FolderFacts> } | null = null

  constructor(configuration: CliConfiguration, io: Io) {
    this.#configuration = configuration
    this.#io = io
  }

  /** The siblings of a file, by its full path; none if its folder cannot be a list. Never rejects. */
  async siblingsOf(path: string): Promise<FolderSiblings> {
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (this.#last?.folder !== folder) {
      this.#last = { folder, facts: this.#factsIn(folder).catch(() => noFolderFacts) }
    }
    const facts = await this.#last.facts
    return facts.size === 0 ? noSiblings : [...facts].flatMap(([each, found]) => (each === path ? [] : [found]))
  }

  async #factsIn(folder: string): Promise<FolderFacts> {
    const paths = await this.#markdownIn(folder)
    if (paths.length < minFolderFiles) return noFolderFacts
    const found = new Map<string, OneIdeaFacts>()
    const others: string[] = []
    for (const path of paths) {
      const text = await this.#textOf(path)
      if (text === null) continue
      const facts = mayBeIdeaList(text, path) ? await this.#factsOf(path, text) : null
      if (facts) found.set(path, facts)
      else others.push(path)
    }
    const candidates = [...found.values()].filter(({ evidence }) => evidence !== 'labels')
    if (candidates.length < minFolderFiles) return noFolderFacts
    // an idea without mentors is still an idea
    for (const path of others) {
      const text = await this.#textOf(path)
      const facts = text === null ? null : await this.#factsOf(path, text)
      if (facts) found.set(path, facts)
    }
    return found
  }

  async #markdownIn(folder: string): Promise<readonly string[]> {
    const entries = await this.#io.list(folder === '' ? '/' : folder)
    const ignoreFiles = await withIgnoreFile(await ignoreFilesAbove(folder, this.#io), folder, this.#io)
    return entries
      .filter(({ name, kind }) => kind === 'file' && isMarkdown(name) && !isIgnoredPath(ignoreFiles, `${folder}/${name}`, false))
      .toSorted(compareNames)
      .map(({ name }) => `${folder}/${name}`)
  }

  async #textOf(path: string): Promise<string | null> {
    try {
      const { bytes, size } = await this.#io.read(path, maxOneIdeaBytes)
      return size > maxOneIdeaBytes ? null : decodeLossy(bytes)
    } catch {
      return null
    }
  }

  async #factsOf(path: string, text: string): Promise<OneIdeaFacts | null> {
    const options = readOptions(await this.#configuration.forList(path), path)
    return mayBeOneIdeaText(text, options) ? (folderIdeaIn(readIdeaFile(text, options))?.facts ?? null) : null
  }
}
