import { readOptions } from '../../config/effectiveConfiguration.ts'
import { folderIdeaIn, mayBeOneIdeaText } from '../../model/folder/folderIdea.ts'
import { minFolderFiles } from '../../model/folder/folderSchema.ts'
import type { OneIdeaFacts } from '../../model/folder/oneIdeaFacts.ts'
import { type FolderSiblings, noSiblings } from '../../model/folder/readInFolder.ts'
import { readIdeaFile } from '../../model/ideaFile.ts'
import { mayBeIdeaList } from '../../model/profiles/mayBeIdeaList.ts'
import { decodeLossy } from '../../platform/decodeText.ts'
import { isMarkdown } from '../../protocol/relevantFiles.ts'
import { compareFolderEntries } from '../../workspace/folders.ts'
import { rememberResult } from '../../workspace/results.ts'
import type { Io } from '../io/io.ts'
import type { CliConfiguration } from './configuration.ts'
import { ignoreFilesAbove, isIgnoredPath, withIgnoreFile } from './ignoredPaths.ts'
import type { Results } from './results.ts'

/** A file that may be an idea of its folder. */
interface FolderFile {
  readonly path: string
  /** A digest of all that its facts depend on. */
  readonly key: string
  readonly text: () => string
}

/** The facts of a folder's files by their full paths; those of files that cannot be ideas of the folder are absent. */
type FolderFacts = ReadonlyMap<string, { readonly key: string; readonly facts: OneIdeaFacts }>

const noFolderFacts: FolderFacts = new Map()

/** The siblings of a file, and a digest of all that they depend on. */
export interface KeyedSiblings {
  readonly siblings: FolderSiblings
  readonly key: string
}

/** More bytes than a text of one idea has. */
const maxOneIdeaBytes = 400_000

/** Reads what the files of a folder have in common, one folder at a time: files come folder by folder. */
export class FolderFiles {
  readonly #configuration: CliConfiguration
  readonly #io: Io
  readonly #results: Results | null
  #last: { readonly folder: string; readonly facts: Promise<FolderFacts> } | null = null

  constructor(configuration: CliConfiguration, io: Io, results: Results | null = null) {
    this.#configuration = configuration
    this.#io = io
    this.#results = results
  }

  /** The siblings of a file, by its full path; none if its folder cannot be a list. Never rejects. */
  async siblingsOf(path: string): Promise<KeyedSiblings> {
    const folder = path.slice(0, path.lastIndexOf('/'))
    if (this.#last?.folder !== folder) {
      this.#last = { folder, facts: this.#factsIn(folder).catch(() => noFolderFacts) }
    }
    const all = await this.#last.facts
    if (all.size === 0) return { siblings: noSiblings, key: '' }
    const others = [...all].flatMap(([each, found]) => (each === path ? [] : [found]))
    return { siblings: others.map(({ facts }) => facts), key: this.#results?.digest(...others.map(({ key }) => key)) ?? '' }
  }

  async #factsIn(folder: string): Promise<FolderFacts> {
    const paths = await this.#markdownIn(folder)
    if (paths.length < minFolderFiles) return noFolderFacts
    const found = new Map<string, { readonly key: string; readonly facts: OneIdeaFacts }>()
    const add = async (file: FolderFile): Promise<void> => {
      const facts = await this.#factsOf(file)
      if (facts) found.set(file.path, { key: file.key, facts })
    }
    const others: string[] = []
    for (const path of paths) {
      const file = await this.#read(path)
      if (file === null) continue
      if (this.#mayBeList(file)) await add(file)
      if (!found.has(path)) others.push(path)
    }
    const candidates = [...found.values()].filter(({ facts: { evidence } }) => evidence !== 'labels')
    if (candidates.length < minFolderFiles) return noFolderFacts
    // an idea without mentors is still an idea
    for (const path of others) {
      const file = await this.#read(path)
      if (file !== null) await add(file)
    }
    return found
  }

  async #markdownIn(folder: string): Promise<readonly string[]> {
    const entries = await this.#io.list(folder === '' ? '/' : folder)
    const ignoreFiles = await withIgnoreFile(await ignoreFilesAbove(folder, this.#io), folder, this.#io)
    return entries
      .filter(({ name, kind }) => kind === 'file' && isMarkdown(name) && !isIgnoredPath(ignoreFiles, `${folder}/${name}`, false))
      .toSorted(compareFolderEntries)
      .map(({ name }) => `${folder}/${name}`)
  }

  async #read(path: string): Promise<FolderFile | null> {
    try {
      const { bytes, size } = await this.#io.read(path, maxOneIdeaBytes)
      if (size > maxOneIdeaBytes) return null
      const key = this.#results?.digest(path, await this.#configuration.sourceFor(path), bytes) ?? ''
      return { path, key, text: () => decodeLossy(bytes) }
    } catch {
      return null
    }
  }

  #mayBeList({ path, key, text }: FolderFile): boolean {
    return rememberResult(this.#results?.often, `m${key}`, () => mayBeIdeaList(text(), path))
  }

  async #factsOf({ path, key, text }: FolderFile): Promise<OneIdeaFacts | null> {
    const effective = await this.#configuration.forList(path)
    return rememberResult(this.#results?.often, `f${key}`, () => {
      const options = readOptions(effective, path)
      const own = text()
      return mayBeOneIdeaText(own, options) ? (folderIdeaIn(readIdeaFile(own, options))?.facts ?? null) : null
    })
  }
}
