import { maxTextLength, readInSteps } from '../model/ideaFile.ts'
import type { ParsedIdeaFile, ReadOptions } from '../model/incremental/readState.ts'
import { mayBeIdeaList } from '../model/profiles/mayBeIdeaList.ts'
import { compareProgrammes } from '../model/profiles/programmePath.ts'
import type { IdeaFile } from '../model/types.ts'
import { type Folders, gitignore, isMarkdown } from './folders.ts'
import type { FileChange, LoadingIndex, OpenFile, WorkspaceHost } from './host.ts'
import { type ListSummary, mayLinkToHeading, summarizeList, summarizeOpenList } from './listSummary.ts'
import { type ScanTally, scanSummary } from './scanSummary.ts'
import { isInside, uriKey, uriName } from './uris.ts'
import { Walk } from './walk.ts'

interface Root {
  readonly uri: string
  readonly key: string
  readonly folders: Folders
  walk: Walk
  /** How many scans are under way. */
  scans: number
  /** Whether it was said how its first loading went. */
  said: boolean
}

interface Loaded {
  readonly list: ListSummary
  readonly options: ReadOptions
}

// files that are fetched at the same time; so many lists have their texts at hand while one is being read
const maxConcurrentFiles = 4

/** The idea lists of a workspace's folders. What is open in the editor stands in the place of what is on disk. */
export class Workspace implements LoadingIndex {
  readonly #host: WorkspaceHost
  readonly #roots = new Map<string, Root>()
  /** The lists on disk, by {@link uriKey}. */
  readonly #disk = new Map<string, Loaded>()
  /** The other Markdown files on disk that may link into lists: their URIs, by {@link uriKey}. */
  readonly #pages = new Map<string, string>()
  /** The last load that began of each file that is being loaded: what an earlier one brings is out of date. */
  readonly #loads = new Map<string, { readonly uri: string }>()
  readonly #running = new Set<Promise<void>>()
  /** One list is read after the other: fewer half-read ones are in memory, and none waits for its text. */
  #reading: Promise<unknown> = Promise.resolve()
  /** The list that was read last, while others are loading. */
  #neighbour: ParsedIdeaFile | null = null
  readonly #said = new Set<string>()
  readonly #ofOpen = new WeakMap<IdeaFile, ListSummary>()
  #version = 0
  #composed: { readonly version: number; readonly open: readonly OpenFile[]; readonly lists: readonly ListSummary[] } | null =
    null

  constructor(host: WorkspaceHost) {
    this.#host = host
  }

  lists(): readonly ListSummary[] {
    const open = [...this.#host.open()]
    const last = this.#composed
    if (last?.version === this.#version && sameFiles(last.open, open)) return last.lists
    const hidden = new Set(open.map(({ uri }) => uriKey(uri)))
    const onDisk = [...this.#disk].flatMap(([key, { list }]) => (hidden.has(key) ? [] : [list]))
    const lists = [...onDisk, ...open.flatMap((each) => this.#openList(each))].sort(compareProgrammes)
    this.#composed = { version: this.#version, open, lists }
    return lists
  }

  pages(): readonly string[] {
    const open = [...this.#host.open()].filter(({ file }) => !file.ideaList)
    const pages = new Map([...this.#pages, ...open.map(({ uri }) => [uriKey(uri), uri] as const)])
    for (const { uri } of this.lists()) pages.delete(uriKey(uri))
    return [...pages.values()]
  }

  async whenLoaded(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }

  /** Takes these folders for the workspace's: loads the new ones and forgets those that are gone. */
  setFolders(uris: readonly string[]): void {
    const wanted = new Map(uris.map((uri) => [uriKey(uri), uri]))
    const gone = [...this.#roots.keys()].filter((key) => !wanted.has(key))
    for (const key of gone) this.#roots.delete(key)
    for (const root of gone) for (const uri of this.#inside(root)) this.#reload(uri)
    for (const [key, uri] of wanted) if (!this.#roots.has(key)) this.#addRoot(key, uri)
  }

  /** Takes over what happened to files and folders; a change that was none costs a reading. */
  filesChanged(changes: readonly FileChange[]): void {
    const scans = new Set<Root>()
    for (const { uri, deleted } of changes) {
      const key = uriKey(uri)
      const name = uriName(uri)
      const roots = [...this.#roots.values()].filter((root) => isInside(root.key, key))
      if (name === gitignore) for (const root of roots) scans.add(root)
      else if (isMarkdown(name)) this.#reload(uri)
      // what is neither is a folder, or no business of ours; a folder's own files are not always told of
      else if (deleted || !name.includes('.')) {
        for (const root of roots) {
          root.walk.forget(uri)
          // a scan that is under way may have seen the folder as it was
          if (root.scans > 0) scans.add(root)
          else this.#track(this.#scanFolder(root, uri, deleted))
        }
      }
      if (deleted && isMarkdown(name)) for (const known of this.#inside(key)) this.#reload(known)
    }
    for (const root of scans) this.#rescan(root)
  }

  /** Loads everything again, as other project files hold; what comes out as it was stays the same object. */
  reload(): void {
    for (const root of this.#roots.values()) this.#rescan(root)
  }

  /** A document was closed, `file` being what it showed last: from now on the disk holds. */
  closed(uri: string, file: IdeaFile): void {
    if (this.#roots.size === 0) return
    // until it is read, what was shown is nearer to the truth than nothing
    const loaded = this.#disk.get(uriKey(uri))
    if (file.ideaList) this.#put(uriKey(uri), { list: summarizeList(uri, file), options: loaded?.options ?? noOptions })
    this.#reload(uri)
  }

  #openList(open: OpenFile): readonly ListSummary[] {
    return open.file.ideaList ? [this.#known(open)] : []
  }

  #known({ uri, file }: OpenFile): ListSummary {
    const known = this.#ofOpen.get(file) ?? summarizeOpenList(uri, file)
    this.#ofOpen.set(file, known)
    return known
  }

  /** The files in a folder that are loaded or being loaded, and what has this name itself. */
  #inside(key: string): readonly string[] {
    const known = new Map([...this.#pages, ...[...this.#disk].map(([each, { list }]) => [each, list.uri] as const)])
    for (const [each, { uri }] of this.#loads) known.set(each, uri)
    return [...known].flatMap(([each, uri]) => (isInside(key, each) ? [uri] : []))
  }

  #addRoot(key: string, uri: string): void {
    const folders = this.#host.folders(uri)
    if (folders === null) {
      this.#say(`${uri}: the lists of this folder are not known to one another, as nobody can read it`)
      return
    }
    const root: Root = { uri, key, folders, walk: this.#walk(uri, folders, { files: 0, ignored: 0 }), scans: 0, said: false }
    this.#roots.set(key, root)
    this.#rescan(root)
  }

  #walk(uri: string, folders: Folders, tally: ScanTally): Walk {
    return new Walk(uri, folders, {
      failed: (place, message) => this.#say(`${place} is left out: ${message}`),
      ignored: () => void tally.ignored++,
    })
  }

  #rescan(root: Root): void {
    this.#track(this.#scanAll(root))
  }

  async #scanAll(root: Root): Promise<void> {
    const start = performance.now()
    const tally: ScanTally = { files: 0, ignored: 0 }
    const before = this.#inside(root.key)
    root.walk = this.#walk(root.uri, root.folders, tally)
    const { walk } = root
    const found = await this.#scan(root, root.uri, tally)
    // a later scan sees to the rest
    if (this.#roots.get(root.key) !== root || root.walk !== walk) return
    // what was not found may be gone, or stand in a folder of its own
    for (const uri of before) if (!found.has(uriKey(uri))) this.#reload(uri)
    const lists = this.lists().filter(({ uri }) => isInside(root.key, uriKey(uri)))
    if (!root.said) this.#host.say(`${root.uri}: ${scanSummary(lists, tally, performance.now() - start)}`)
    root.said = true
  }

  async #scanFolder(root: Root, uri: string, deleted: boolean): Promise<void> {
    const { walk } = root
    const before = this.#inside(uriKey(uri))
    const found = deleted ? new Set<string>() : await this.#scan(root, uri)
    if (root.walk === walk) for (const each of before) if (!found.has(uriKey(each))) this.#reload(each)
  }

  /** Loads what a folder of a root holds; the keys of the files that were found. */
  async #scan(root: Root, from: string, tally: ScanTally = { files: 0, ignored: 0 }): Promise<ReadonlySet<string>> {
    const found = new Set<string>()
    const { walk } = root
    if (from !== root.uri && !(await walk.wants(from, 'folder'))) return found
    const files = walk.files(from)
    // a later scan of the root sees to everything
    const isCurrent = (): boolean => this.#roots.get(root.key) === root && root.walk === walk
    const work = async (): Promise<void> => {
      for (let next = await files.next(); !next.done; next = await files.next()) {
        if (!isCurrent()) return
        tally.files++
        found.add(uriKey(next.value))
        await this.#load(next.value, async () => root.folders)
      }
    }
    root.scans++
    await Promise.all(Array.from({ length: maxConcurrentFiles }, work)).finally(() => root.scans--)
    return found
  }

  /** Has a file read anew, from whichever root wants it; forgets it where none does. */
  #reload(uri: string): void {
    this.#track(this.#load(uri, () => this.#foldersOf(uri)))
  }

  async #foldersOf(uri: string): Promise<Folders | null> {
    for (const { walk, folders } of this.#roots.values()) if (await walk.wants(uri)) return folders
    return null
  }

  async #load(uri: string, foldersOf: () => Promise<Folders | null>): Promise<void> {
    const key = uriKey(uri)
    const load = { uri }
    this.#loads.set(key, load)
    const isCurrent = (): boolean => this.#loads.get(key) === load
    const loaded = await this.#read(uri, foldersOf, isCurrent).catch((error: unknown) => {
      if (isCurrent()) this.#say(`${uri} is left out: ${error instanceof Error ? error.message : String(error)}`)
      return null
    })
    if (!isCurrent()) return
    this.#loads.delete(key)
    if (loaded === 'page') this.#pages.set(key, uri)
    else this.#pages.delete(key)
    this.#put(key, loaded === 'page' ? null : loaded)
  }

  async #read(uri: string, foldersOf: () => Promise<Folders | null>, isCurrent: () => boolean): Promise<Loaded | 'page' | null> {
    const folders = await foldersOf()
    // what is open needs no second reading; when it is closed it is loaded
    if (folders === null || this.#host.isOpen(uri)) return null
    const text = await folders.read(uri, maxTextLength)
    if (text === null) return null
    const options = await this.#host.options(uri)
    const before = this.#disk.get(uriKey(uri))
    if (before?.list.text === text && sameOptions(before.options, options)) return before
    const otherwise = mayLinkToHeading(text) ? 'page' : null
    if (!options.labels && !options.claimed && !mayBeIdeaList(text, options.path)) return otherwise
    const reading = this.#reading.then(() => this.#readText(text, options, isCurrent))
    this.#reading = reading.catch(() => null)
    const file = await reading
    return file?.ideaList ? { list: summarizeList(uri, file), options } : otherwise
  }

  /** A piece of work ends with the step that exceeds its time. */
  async #readText(text: string, options: ReadOptions, isCurrent: () => boolean): Promise<ParsedIdeaFile | null> {
    const steps = readInSteps(text, options, this.#neighbour)
    for (;;) {
      const end = (await this.#host.pause()) + performance.now()
      if (!isCurrent()) return null
      do {
        const { done, value: file } = steps.next()
        if (!done) continue
        if (file.ideaList) this.#neighbour = file
        await this.#host.pause()
        return file
      } while (performance.now() < end)
    }
  }

  #put(key: string, loaded: Loaded | null): void {
    const before = this.#disk.get(key) ?? null
    if (before?.list === loaded?.list) return
    if (loaded) this.#disk.set(key, loaded)
    else this.#disk.delete(key)
    this.#version++
    this.#host.changed(before?.list ?? null, loaded?.list ?? null)
  }

  #track(work: Promise<unknown>): void {
    const tracked: Promise<void> = work.then(
      () => {},
      (error: unknown) => this.#say(`Loading failed: ${error instanceof Error ? error.message : String(error)}`),
    )
    this.#running.add(tracked)
    void tracked.then(() => {
      this.#running.delete(tracked)
      if (this.#running.size === 0) this.#neighbour = null
    })
  }

  #say(message: string): void {
    if (this.#said.has(message)) return
    this.#said.add(message)
    this.#host.say(message)
  }
}

/** Of a list that was only seen open: it is equal to none. */
const noOptions: ReadOptions = { path: '', knowsProject: () => false }

const sameFiles = (a: readonly OpenFile[], b: readonly OpenFile[]): boolean =>
  a.length === b.length && a.every(({ uri, file }, index) => uri === b[index]!.uri && file === b[index]!.file)

const sameOptions = (a: ReadOptions, b: ReadOptions): boolean =>
  a.path === b.path &&
  a.profile === b.profile &&
  a.claimed === b.claimed &&
  a.knowsProject === b.knowsProject &&
  a.labels === b.labels
