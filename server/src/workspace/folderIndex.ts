import { folderIdeaIn } from '../model/folder/folderIdea.ts'
import { type FolderSchema, folderSchema, minFolderFiles } from '../model/folder/folderSchema.ts'
import type { OneIdeaFacts } from '../model/folder/oneIdeaFacts.ts'
import { type FolderSiblings, noSiblings } from '../model/folder/readInFolder.ts'
import type { OpenFile } from './host.ts'
import type { ListSummary } from './listSummary.ts'
import type { LoadedList } from './loadedList.ts'
import { folderKeyOf } from './uris.ts'

interface FolderIndexHost {
  /** The open documents, each read by itself. */
  readonly open: () => Iterable<OpenFile>
  readonly keyOf: (uri: string) => string
}

interface KnownSchema {
  readonly facts: FolderSiblings
  readonly schema: FolderSchema | null
}

/** The other files must be two at least. */
const minSiblings = minFolderFiles - 1

/** What files say as single ideas of their folders, by folder (docs/spec.md#folders). The text of an open document replaces what is on disk. */
export class FolderIndex {
  readonly #host: FolderIndexHost
  readonly #onDisk = new Map<string, Map<string, OneIdeaFacts>>()
  /** Files without a label of mentors, by folder and key: they are read when their folder is a list. */
  readonly #unread = new Map<string, Map<string, string>>()
  readonly #siblings = new Map<string, FolderSiblings>()
  readonly #schemas = new Map<string, KnownSchema>()

  constructor(host: FolderIndexHost) {
    this.#host = host
  }

  /** Sets what the file on disk says; null if it is gone, or can be no idea of its folder. */
  put(key: string, facts: OneIdeaFacts | null): void {
    const folder = folderKeyOf(key)
    const files = this.#onDisk.get(folder) ?? new Map<string, OneIdeaFacts>()
    if (facts) files.set(key, facts)
    else files.delete(key)
    if (files.size > 0) this.#onDisk.set(folder, files)
    else this.#onDisk.delete(folder)
  }

  /** Remembers a file that was not read. */
  leaveUnread(key: string, uri: string): void {
    const folder = folderKeyOf(key)
    this.#unread.set(folder, (this.#unread.get(folder) ?? new Map()).set(key, uri))
  }

  /** The URIs of files that are to be read now, as the folder of this file may be a list; each is returned once. */
  takeUnread(key: string): readonly string[] {
    const folder = folderKeyOf(key)
    const unread = this.#unread.get(folder)
    if (!unread || !this.mayBeList(key)) return []
    this.#unread.delete(folder)
    return [...unread.values()]
  }

  /** Whether there are files enough for the folder of this file to be a list. */
  mayBeList(key: string): boolean {
    return hasFolderFiles(this.#factsIn(folderKeyOf(key), null), minFolderFiles)
  }

  /** What the other files in the folder of a file say; the same array until one of them says something else. */
  siblings(uri: string): FolderSiblings {
    const key = this.#host.keyOf(uri)
    const facts = this.#factsIn(folderKeyOf(key), key)
    if (!hasFolderFiles(facts, minSiblings)) {
      this.#siblings.delete(key)
      return noSiblings
    }
    const last = this.#siblings.get(key)
    if (last && areSameFolderSiblings(last, facts)) return last
    this.#siblings.set(key, facts)
    return facts
  }

  /** The lists among files on disk, by their keys: each by itself, or as one idea of its folder. */
  listsAmong(files: Iterable<readonly [key: string, file: LoadedList]>): readonly ListSummary[] {
    const schemas = new Map<string, FolderSchema | null>()
    return [...files].flatMap(([key, { list, inFolder }]) => {
      if (!inFolder) return list ?? []
      const folder = folderKeyOf(key)
      const schema = schemas.has(folder) ? schemas.get(folder) : this.#schemaOf(folder)
      schemas.set(folder, schema ?? null)
      return (schema?.includes(inFolder.facts) ? inFolder.list : list) ?? []
    })
  }

  #schemaOf(folder: string): FolderSchema | null {
    const facts = this.#factsIn(folder, null)
    const last = this.#schemas.get(folder)
    const known = last && areSameFolderSiblings(last.facts, facts) ? last : { facts, schema: folderSchema(facts) }
    this.#schemas.set(folder, known)
    return known.schema
  }

  #factsIn(folder: string, without: string | null): FolderSiblings {
    const open = new Map<string, OneIdeaFacts | null>()
    for (const { uri, file } of this.#host.open()) {
      const key = this.#host.keyOf(uri)
      if (folderKeyOf(key) === folder && !open.has(key))
        open.set(key, key === without ? null : (folderIdeaIn(file)?.facts ?? null))
    }
    const onDisk = [...(this.#onDisk.get(folder) ?? [])].flatMap(([key, facts]) =>
      key === without || open.has(key) ? [] : [facts],
    )
    return [...onDisk, ...[...open.values()].filter((facts) => facts !== null)]
  }
}

const hasFolderFiles = (facts: FolderSiblings, min: number): boolean =>
  facts.length >= min && facts.filter(({ evidence }) => evidence !== 'labels').length >= min

const areSameFolderSiblings = (a: FolderSiblings, b: FolderSiblings): boolean =>
  a.length === b.length && a.every((facts, index) => facts === b[index])
