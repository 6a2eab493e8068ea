import { type FolderSiblings, noSiblings, readInFolder } from '../model/folder/readInFolder.ts'
import type { ParsedIdeaFile } from '../model/incremental/readState.ts'
import { compareProgrammes } from '../model/profiles/programmePath.ts'
import { isMarkdown, mayBeListName } from '../protocol/relevantFiles.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { FolderIndex } from './folderIndex.ts'
import { type Folders, gitignore } from './folders.ts'
import type { FileChange, LoadingIndex, OpenFile, WorkspaceHost } from './host.ts'
import { ListReader, type ReadResult } from './listReader.ts'
import type { ListSummary } from './listSummary.ts'
import { type LoadedList, loadedList, unknownOptions } from './loadedList.ts'
import { OpenLists, sameOpenFiles } from './openLists.ts'
import { RealNames } from './realNames.ts'
import { createRoot, type Root, uriInRoot } from './root.ts'
import { RunningTasks } from './runningTasks.ts'
import { type ScanTally, scanSummary } from './scanSummary.ts'
import { isUriInside, uriKey, uriName } from './uris.ts'
import { Walk } from './walk.ts'

/** Files that are fetched at the same time, so that the next text is ready while a list is being read. */
const maxConcurrentFiles = 4

/** The idea lists of the workspace folders. The text of an open document replaces what is on disk. */
export class Workspace implements LoadingIndex {
  readonly #host: WorkspaceHost
  readonly #reader: ListReader
  readonly #roots = new Map<string, Root>()
  readonly #names = new RealNames()
  /** The lists on disk, and what may be ideas of folders, by {@link keyOf}. */
  readonly #disk = new Map<string, LoadedList>()
  /** The URIs of other Markdown files on disk that may link into lists, by {@link keyOf}. */
  readonly #pages = new Map<string, string>()
  /** The latest load of each file that is being loaded: the results of earlier ones are outdated. */
  readonly #loads = new Map<string, { readonly uri: string }>()
  readonly #tasks = new RunningTasks(
    (error) => this.#log(`Loading failed: ${errorMessage(error)}`),
    () => this.#reader.forgetNeighbor(),
  )
  readonly #logged = new Set<string>()
  readonly #openLists = new OpenLists(this.#names)
  readonly #folders: FolderIndex
  /** Another number when a list on disk, or the name of one, has changed. */
  version = 0
  #composed: { readonly version: number; readonly open: readonly OpenFile[]; readonly lists: readonly ListSummary[] } | null =
    null

  constructor(host: WorkspaceHost) {
    this.#host = host
    this.#reader = new ListReader(host)
    this.#folders = new FolderIndex({ open: host.open, keyOf: (uri) => this.keyOf(uri) })
  }

  lists(): readonly ListSummary[] {
    const open = [...this.#host.open()]
    const last = this.#composed
    if (last?.version === this.version && sameOpenFiles(last.open, open)) return last.lists
    const hidden = new Set(open.map(({ uri }) => this.keyOf(uri)))
    const onDisk = this.#folders.listsAmong([...this.#disk].filter(([key]) => !hidden.has(key)))
    const inFolders = open.map(({ uri, file }) => ({ uri, file: readInFolder(file, this.siblings(uri)) }))
    const lists = [...onDisk, ...this.#openLists.of(inFolders)].sort(compareProgrammes)
    this.#composed = { version: this.version, open, lists }
    return lists
  }

  /** What the other files in the folder of a file say, when all are known; reads the rest of them if that may be a list. */
  siblings(uri: string): FolderSiblings {
    if ([...this.#roots.values()].some(({ isReported }) => !isReported)) return noSiblings
    for (const each of this.#folders.takeUnread(this.keyOf(uri))) this.#reload(each)
    return this.#folders.siblings(uri)
  }

  pages(): readonly string[] {
    const pages = new Map([...this.#pages, ...[...this.#host.open()].map(({ uri }) => [this.keyOf(uri), uri] as const)])
    for (const { uri } of this.lists()) pages.delete(this.keyOf(uri))
    return [...pages.values()]
  }

  whenLoaded(): Promise<void> {
    return this.#tasks.whenDone()
  }

  /** The same text for all names of a file: {@link uriKey} of its {@link realUri}. */
  keyOf(uri: string): string {
    return this.#names.keyOf(uri)
  }

  /** A file's URI without symbolic links, as far as they are known. */
  realUri(uri: string): string {
    return this.#names.of(uri)
  }

  /** A document was opened: learns whether its file has another name. */
  opened(uri: string): void {
    const real = this.#host.folders(uri)?.real
    if (!real) return
    this.#tasks.add(
      real(uri).then((found) => {
        if (this.#names.addFile(uri, found)) this.version++
      }),
    )
  }

  /** Sets the workspace folders: loads new ones and forgets those that were removed. */
  setFolders(uris: readonly string[]): void {
    const wanted = new Map(uris.map((uri) => [uriKey(uri), uri]))
    const gone = [...this.#roots.values()].filter(({ key }) => !wanted.has(key))
    for (const { key } of gone) this.#roots.delete(key)
    for (const { real } of gone) for (const uri of this.#inside(uriKey(real))) this.#reload(uri)
    for (const [key, uri] of wanted) if (!this.#roots.has(key)) this.#addRoot(key, uri)
  }

  /** Updates the index after changes of files and folders. A report without a real change only costs a read. */
  filesChanged(changes: readonly FileChange[]): void {
    const scans = new Set<Root>()
    for (const { uri, deleted } of changes) {
      const key = this.keyOf(uri)
      const name = uriName(uri)
      const roots = [...this.#roots.values()].filter((root) => isUriInside(uriKey(root.real), key))
      if (name === gitignore) for (const root of roots) scans.add(root)
      else if (mayBeListName(name)) this.#reload(uri)
      // anything else may be a folder; clients do not always report the files in it
      else for (const root of roots) if (this.#folderChanged(root, uri, deleted)) scans.add(root)
      if (deleted && isMarkdown(name)) for (const known of this.#inside(key)) this.#reload(known)
    }
    for (const root of scans) this.#rescan(root)
  }

  /** Loads what may be a folder again; whether the whole root must be scanned: a scan in progress may have seen the old folder. */
  #folderChanged(root: Root, uri: string, deleted: boolean): boolean {
    root.walk.forget(uri)
    if (root.scans > 0) return true
    // `v1.2` may be a folder, `a.txt` need not be read
    const isCertain = deleted || !uriName(uri).includes('.')
    this.#tasks.add(isCertain ? this.#scanFolder(root, uri, deleted) : this.#scanIfFolder(root, uri))
    return false
  }

  /** Loads everything again after a change of project files. Unchanged lists stay the same objects. */
  reload(): void {
    for (const root of this.#roots.values()) this.#rescan(root)
  }

  /** A document was closed; `file` is its last version. From now on the file on disk counts. */
  closed(uri: string, file: ParsedIdeaFile): void {
    if (this.#roots.size === 0) return
    // until the file is read, its last open version is the best guess
    const last = loadedList(uri, file, this.realUri(uri), unknownOptions)
    if (last) this.#put(this.keyOf(uri), last)
    this.#reload(uri)
  }

  /** The URIs of files in a folder that are loaded or being loaded, or of the file with this key. */
  #inside(key: string): readonly string[] {
    const known = new Map([...this.#pages, ...[...this.#disk].map(([each, loaded]) => [each, loaded.uri] as const)])
    for (const [each, { uri }] of this.#loads) known.set(each, uri)
    return [...known].flatMap(([each, uri]) => (isUriInside(key, each) ? [uri] : []))
  }

  #addRoot(key: string, uri: string): void {
    const folders = this.#host.folders(uri)
    if (folders === null) {
      this.#log(`${uri}: cannot read this folder, so its lists are not compared with each other`)
      return
    }
    const root = createRoot(uri, key, folders, this.#walk(uri, folders, { files: 0, ignored: 0 }))
    this.#roots.set(key, root)
    this.#rescan(root)
  }

  #walk(uri: string, folders: Folders, tally: ScanTally, real = uri): Walk {
    const events = {
      pause: () => this.#host.pause(),
      failed: (place: string, message: string) => this.#log(`Skipped ${place}: ${message}`),
      ignored: () => void tally.ignored++,
    }
    return new Walk(uri, folders, events, real)
  }

  #rescan(root: Root): void {
    this.#tasks.add(this.#scanAll(root))
  }

  async #scanAll(root: Root): Promise<void> {
    const start = performance.now()
    const tally: ScanTally = { files: 0, ignored: 0 }
    root.real = (await root.folders.real?.(root.uri)) ?? root.uri
    this.#names.addFolder(root.uri, root.real)
    const before = this.#inside(uriKey(root.real))
    root.walk = this.#walk(root.uri, root.folders, tally, root.real)
    const { walk } = root
    const found = await this.#scan(root, root.uri, tally)
    // a later scan does the rest
    if (this.#roots.get(root.key) !== root || root.walk !== walk) return
    // a file that was not found was deleted, or belongs to another workspace folder
    for (const uri of before) if (!found.has(this.keyOf(uri))) this.#reload(uri)
    const lists = this.lists().filter(({ uri }) => isUriInside(uriKey(root.real), this.keyOf(uri)))
    if (root.isReported) return
    this.#host.say(`${root.uri}: ${scanSummary(lists, tally, performance.now() - start)}`)
    root.isReported = true
    this.version++
    this.#host.scanned()
  }

  async #scanIfFolder(root: Root, uri: string): Promise<void> {
    try {
      for await (const _ of await root.folders.list(uri)) break
    } catch {
      return
    }
    await this.#scanFolder(root, uri, false)
  }

  async #scanFolder(root: Root, uri: string, deleted: boolean): Promise<void> {
    const { walk } = root
    const before = this.#inside(this.keyOf(uri))
    const found = deleted ? new Set<string>() : await this.#scan(root, uri)
    if (root.walk === walk) for (const each of before) if (!found.has(this.keyOf(each))) this.#reload(each)
  }

  /** Loads the files below a folder of a root; returns the keys of those that were found. */
  async #scan(root: Root, from: string, tally: ScanTally = { files: 0, ignored: 0 }): Promise<ReadonlySet<string>> {
    const found = new Set<string>()
    const { walk } = root
    if (from !== root.uri && !(await walk.wants(from, 'folder'))) return found
    const files = walk.files(from)
    // a later scan of the root loads everything again
    const isCurrent = (): boolean => this.#roots.get(root.key) === root && root.walk === walk
    const work = async (): Promise<void> => {
      for (let next = await files.next(); !next.done; next = await files.next()) {
        if (!isCurrent()) return
        tally.files++
        found.add(this.keyOf(next.value))
        await this.#load(next.value, async () => root.folders)
      }
    }
    root.scans++
    await Promise.all(Array.from({ length: maxConcurrentFiles }, work)).finally(() => root.scans--)
    return found
  }

  /** Reads a file again from the root that includes it; forgets it if none does. */
  #reload(uri: string): void {
    const name = uriInRoot([...this.#roots.values()], this.#names, uri)
    this.#tasks.add(this.#load(name, () => this.#foldersOf(name)))
  }

  async #foldersOf(uri: string): Promise<Folders | null> {
    for (const { walk, folders } of this.#roots.values()) if (await walk.wants(uri)) return folders
    return null
  }

  async #load(uri: string, foldersOf: () => Promise<Folders | null>): Promise<void> {
    const key = this.keyOf(uri)
    const load = { uri }
    this.#loads.set(key, load)
    const isCurrent = (): boolean => this.#loads.get(key) === load
    const read = await this.#read(uri, foldersOf, isCurrent).catch((error: unknown) => {
      if (isCurrent()) this.#log(`Skipped ${uri}: ${errorMessage(error)}`)
      return null
    })
    if (!isCurrent()) return
    this.#loads.delete(key)
    if (read?.mayLink && !read.loaded?.list) this.#pages.set(key, uri)
    else this.#pages.delete(key)
    if (read?.isUnread) this.#folders.leaveUnread(key, uri)
    this.#put(key, read?.loaded ?? null)
    for (const each of this.#folders.takeUnread(key)) this.#reload(each)
  }

  async #read(uri: string, foldersOf: () => Promise<Folders | null>, isCurrent: () => boolean): Promise<ReadResult | null> {
    const folders = await foldersOf()
    // an open document is read already; when it is closed, its file is loaded
    if (folders === null || this.#host.isOpen(uri)) return null
    return this.#reader.read({
      uri,
      realUri: this.realUri(uri),
      folders,
      before: () => this.#disk.get(this.keyOf(uri)),
      isInFolderList: () => this.#folders.mayBeList(this.keyOf(uri)),
      isCurrent,
    })
  }

  #put(key: string, loaded: LoadedList | null): void {
    const before = this.#disk.get(key) ?? null
    if (before === loaded) return
    if (loaded) this.#disk.set(key, loaded)
    else this.#disk.delete(key)
    this.#folders.put(key, loaded?.inFolder?.facts ?? null)
    this.version++
    this.#host.changed(before, loaded)
  }

  #log(message: string): void {
    if (this.#logged.has(message)) return
    this.#logged.add(message)
    this.#host.say(message)
  }
}
