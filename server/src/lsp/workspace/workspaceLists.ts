import { Emitter, FileChangeType, type FileEvent, type InitializeParams } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readOptions } from '../../config/effectiveConfiguration.ts'
import { isProjectFile } from '../../config/projectFileSchema.ts'
import type { ListLookup } from '../../features/navigation/linkTargetFinder.ts'
import { folderIdeaIn } from '../../model/folder/folderIdea.ts'
import { type FolderSiblings, noSiblings, readInFolder } from '../../model/folder/readInFolder.ts'
import { type LineIndex, lineIndex } from '../../text/lineIndex.ts'
import { markdownLists } from '../../workspace/exportSummary.ts'
import type { LoadingIndex, OpenFile } from '../../workspace/host.ts'
import { type ListSummary, summarizeOpenList } from '../../workspace/listSummary.ts'
import { type LoadedList, loadedFactsOf } from '../../workspace/loadedList.ts'
import { isEarlierPeer, mayShareFolderList, peerFactsOf } from '../../workspace/peers.ts'
import { uriKey } from '../../workspace/uris.ts'
import { Workspace } from '../../workspace/workspace.ts'
import { type OpenDocument, openDocumentPath } from '../documents/openDocument.ts'
import { ComparedLists } from './comparedLists.ts'
import { KeptLists } from './keptLists.ts'
import type { WorkspaceListsHost } from './workspaceListsHost.ts'

// the user may be typing in a project file: lists on disk are read under it when it has not changed for so long
const projectFileIdleMs = 300

/** All lists of the workspace: the open documents, and from the first open list on those on disk. */
export class WorkspaceLists implements LoadingIndex {
  readonly #host: WorkspaceListsHost
  readonly #facts = new Map<string, string>()
  readonly #kept: KeptLists
  readonly #compared = new ComparedLists()
  #others: { readonly all: readonly ListSummary[]; readonly uri: string; readonly others: readonly ListSummary[] } | null = null
  readonly #lines = new WeakMap<ListSummary, LineIndex>()
  readonly #workspace: Workspace
  readonly #didAffect = new Emitter<string>()
  readonly #didChange = new Emitter<void>()
  /** Fires with the URI of an open document whose findings may be others, as another list has changed. */
  readonly onDidAffect = this.#didAffect.event
  /** Fires when a list on disk has come, gone or changed. */
  readonly onDidChange = this.#didChange.event
  #folders: readonly string[] = []
  /** Resolves when the folders have begun to load; null before that. */
  #started: Promise<void> | null = null
  #reloading: ReturnType<typeof setTimeout> | undefined
  #isLoaded = false
  #reading: Promise<void> = Promise.resolve()
  #nextReading: Promise<void> | null = null

  constructor(host: WorkspaceListsHost) {
    this.#host = host
    this.#kept = new KeptLists(host.results)
    this.#workspace = new Workspace({
      folders: host.folders,
      open: () => this.#open(),
      isOpen: (uri) => this.#isOpen(uri),
      options: async (uri) => {
        const { effective, source } = await host.configuration.byProjectFile(uri)
        return { options: readOptions(effective, openDocumentPath(uri)), source }
      },
      kept: this.#kept.forIndex,
      pause: () => host.pacer.pause(),
      scanned: () => this.#scanned(),
      say: host.log,
      changed: (before, after) => this.#changed(before, after),
    })
  }

  /** Takes the folders that a client names when it starts: `workspaceFolders`, or the older `rootUri`. */
  setInitialFolders({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): void {
    this.#folders = workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : []
  }

  /** Folders were added to the workspace and removed from it. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(uriKey))
    this.#folders = [...this.#folders.filter((uri) => !gone.has(uriKey(uri))), ...added]
    if (this.#started) this.#workspace.setFolders(this.#folders)
  }

  /** Loads the lists on disk; only the first call does something. */
  startLoading(): void {
    if (this.#started) return
    const ready = Promise.all([this.#kept.open(this.#folders), this.#host.pacer.pause()])
    this.#started = ready.then(() => this.#workspace.setFolders(this.#folders))
    void this.#started
      .then(() => this.#workspace.whenLoaded())
      .then(() => {
        this.#isLoaded = true
        this.#kept.close()
      })
  }

  /** Whether the lists on disk are being loaded, or are loaded already. */
  get isStarted(): boolean {
    return this.#started !== null
  }

  /** The URIs of the workspace's folders. */
  folders(): readonly string[] {
    return this.#folders
  }

  /** The Markdown lists, the newest first. */
  lists(): readonly ListSummary[] {
    return markdownLists(this.#workspace.lists())
  }

  /** The Markdown lists and the exports of LFX programs, the newest first. */
  readonly withExports = (): readonly ListSummary[] => this.#workspace.lists()

  /** What the other files in the folder of a file say; the same array until one of them says something else. */
  siblings(uri: string): FolderSiblings {
    // before that only some of them are known
    return this.#started || this.#folders.length === 0 ? this.#workspace.siblings(uri) : noSiblings
  }

  pages(): readonly string[] {
    return this.#workspace.pages()
  }

  /** Resolves when all lists are known; loads them if that has not begun. */
  async whenLoaded(): Promise<void> {
    this.startLoading()
    const { documents, configuration } = this.#host
    await Promise.all([this.#started, ...documents.keys().map((uri) => configuration.ready(uri))])
    // the rest of their folders may have to be read
    for (const uri of documents.keys()) this.siblings(uri)
    await this.#workspace.whenLoaded()
  }

  /** Resolves when all lists are as they are on disk: for a client that does not report changed files, the folders are read again. */
  async whenCurrent(): Promise<void> {
    const isLoaded = this.#isLoaded
    await this.whenLoaded()
    if (isLoaded && !this.#host.watchesFiles()) await this.#readAgain()
  }

  /** Requests that come while the folders are being read share the next reading: this one may have passed what has changed since. */
  #readAgain(): Promise<void> {
    this.#nextReading ??= this.#reading.then(() => {
      this.#nextReading = null
      this.#host.configuration.forgetProjectFiles()
      this.#workspace.reload()
      this.#reading = this.#workspace.whenLoaded()
      return this.#reading
    })
    return this.#nextReading
  }

  /** Reads these files again, whether or not the client has reported a change; resolves when they are loaded. */
  async reload(uris: readonly string[]): Promise<void> {
    this.#workspace.filesChanged(uris.map((uri) => ({ uri, deleted: false })))
    await this.#workspace.whenLoaded()
  }

  filesChanged(changes: readonly FileEvent[]): void {
    if (!this.#started) return
    const files = changes.filter(({ uri }) => !isProjectFile(uri))
    this.#workspace.filesChanged(files.map(({ uri, type }) => ({ uri, deleted: type === FileChangeType.Deleted })))
  }

  /** Project files have changed: reads all lists again when the user has stopped typing in one. */
  reconfigure(): void {
    if (!this.#started) return
    clearTimeout(this.#reloading)
    this.#reloading = setTimeout(() => {
      this.#workspace.reload()
      // findings may change even if no list does
      this.#didChange.fire()
    }, projectFileIdleMs)
  }

  /** Whether findings of other open documents may depend on this one. */
  affectsOtherLists(uri: string): boolean {
    return this.#affectedBy(uri).length > 0
  }

  /** The user has stopped typing in a document: reports the open documents whose findings may be others. */
  onDocumentIdle(document: OpenDocument): void {
    const { uri } = document
    const affected = this.#affectedBy(uri)
    if (affected.length === 0) return
    const key = uriKey(uri)
    const facts = `${peerFactsOf(this.find(uri))}${JSON.stringify(folderIdeaIn(document.readAlone())?.facts)}`
    if (this.#facts.get(key) === facts) return
    this.#facts.set(key, facts)
    for (const each of affected) this.#didAffect.fire(each)
  }

  opened(uri: string): void {
    this.#workspace.opened(uri)
  }

  closed(document: OpenDocument): void {
    const { uri } = document
    this.#facts.delete(uriKey(uri))
    this.#compared.forget(uri)
    if (this.#started) this.#workspace.closed(uri, document.readAlone())
  }

  /** The same text for all names of a file. */
  keyOf(uri: string): string {
    return this.#workspace.keyOf(uri)
  }

  /** A file's URI without symbolic links. */
  realUri(uri: string): string {
    return this.#workspace.realUri(uri)
  }

  /** The list or export at a URI, however that is written; null if there is none. */
  find(uri: string): ListSummary | null {
    const key = this.#workspace.keyOf(uri)
    return this.withExports().find((list) => uriKey(list.realUri) === key) ?? null
  }

  /** The lists as this document sees them; null if it is not an idea list. */
  lookup(uri: string): ListLookup | null {
    const own = this.#listAt(uri)
    return own === null
      ? null
      : { own, others: markdownLists(this.others(uri)), roots: this.#folders.map((each) => this.#workspace.realUri(each)) }
  }

  /** All other lists and exports, the newest first; the same array until a list changes. */
  others(uri: string): readonly ListSummary[] {
    const all = this.withExports()
    const last = this.#others
    if (last?.all === all && last.uri === uri) return last.others
    const key = this.#workspace.keyOf(uri)
    const others = all.filter((list) => uriKey(list.realUri) !== key)
    this.#others = { all, uri, others }
    return others
  }

  /** The lists that this one is compared with; the same array until one of them changes. */
  peers(uri: string): readonly ListSummary[] {
    return this.#compared.peers(uri, this.#workspace, [...this.#open()])
  }

  /** The lines of a list, by its URI; null if it is not known. */
  readonly linesOf = (uri: string): LineIndex | null => {
    const list = this.#listAt(uri)
    if (list === null) return null
    const lines = this.#lines.get(list) ?? lineIndex(TextDocument.create(uri, 'markdown', 0, list.text), this.#host.encoding())
    this.#lines.set(list, lines)
    return lines
  }

  /** The list at exactly this URI: of a file that is open by two names, each has its own text. Null if there is none. */
  #listAt(uri: string): ListSummary | null {
    const list = this.withExports().find((each) => each.uri === uri)
    if (list !== undefined) return list
    const open = [...this.#open()].find(({ uri: each }) => each === uri)
    const file = open && readInFolder(open.file, this.siblings(uri))
    return file?.ideaList ? summarizeOpenList(uri, file, this.realUri(uri)) : null
  }

  *#open(): Generator<OpenFile> {
    const { documents, configuration } = this.#host
    for (const uri of documents.keys()) {
      const document = isProjectFile(uri) || !configuration.isKnown(uri) ? undefined : documents.get(uri)
      if (document) yield { uri, file: document.readAlone() }
    }
  }

  #isOpen(uri: string): boolean {
    const key = this.#workspace.keyOf(uri)
    return this.#host.documents.keys().some((each) => this.#workspace.keyOf(each) === key)
  }

  #affectedBy(uri: string): readonly string[] {
    const others = this.#host.documents.keys().filter((each) => each !== uri)
    if (others.length === 0) return others
    const real = this.#workspace.realUri(uri)
    return others.filter((each) => {
      const other = this.#workspace.realUri(each)
      return isEarlierPeer(real, other) || mayShareFolderList(real, other)
    })
  }

  #scanned(): void {
    for (const uri of this.#host.documents.keys()) if (this.siblings(uri).length > 0) this.#didAffect.fire(uri)
  }

  #changed(before: LoadedList | null, after: LoadedList | null): void {
    this.#didChange.fire()
    const file = after ?? before
    const affected = file ? this.#affectedBy(file.uri) : []
    if (affected.length === 0 || loadedFactsOf(before) === loadedFactsOf(after)) return
    for (const each of affected) this.#didAffect.fire(each)
  }
}
