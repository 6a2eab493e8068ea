import { FileChangeType, type FileEvent, type InitializeParams, type TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { readOptions } from '../../config/effectiveConfiguration.ts'
import { isProjectFile } from '../../config/findProjectFile.ts'
import { type LineIndex, lineIndex } from '../../text/lineIndex.ts'
import type { Folders } from '../../workspace/folders.ts'
import type { LoadingIndex, OpenFile } from '../../workspace/host.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import { earlierPeers, isEarlier, peerFactsOf } from '../../workspace/peers.ts'
import { uriKey } from '../../workspace/uris.ts'
import { Workspace } from '../../workspace/workspace.ts'
import type { Client } from '../clientCapabilities.ts'
import type { DocumentConfiguration } from '../configuration/documentConfiguration.ts'
import { ProjectFiles } from '../configuration/projectFiles.ts'
import { type OpenDocument, pathOf } from '../documents/openDocument.ts'
import { Pacer } from '../scheduling/pacer.ts'

// milliseconds without a change to a project file, after which it holds for files on disk
const settledAfter = 300

/** What the lists of a server need of it. */
export interface WorkspaceListsHost {
  readonly client: () => Client
  readonly documents: Pick<TextDocuments<OpenDocument>, 'keys'>
  /** A document that is read as its project file says; undefined for one of which that is not known yet. */
  readonly document: (uri: string) => OpenDocument | undefined
  /** Resolves when that is known; null where it is already. */
  readonly ready: (uri: string) => Promise<void> | null
  /** What a project file says of a file on disk. */
  readonly setup: (uri: string, file: Awaited<ReturnType<ProjectFiles['nearest']>>) => DocumentConfiguration
  readonly readFile: (uri: string) => Promise<string | null>
  readonly folders: (uri: string) => Folders | null
  readonly say: (message: string) => void
  /** What other lists say has changed so that the findings of this document may be others. */
  readonly changed: (uri: string) => void
  /** A list on disk has come, gone or changed. */
  readonly listed: () => void
}

/** The workspace as a server sees it: the documents that are open, and around them the lists on disk, from the first open list on. */
export class WorkspaceLists implements LoadingIndex {
  readonly #host: WorkspaceListsHost
  readonly #pacer = new Pacer()
  readonly #projectFiles: ProjectFiles
  readonly #facts = new Map<string, string>()
  readonly #peers = new Map<string, readonly ListSummary[]>()
  #others: { readonly all: readonly ListSummary[]; readonly uri: string; readonly others: readonly ListSummary[] } | null = null
  readonly #lines = new WeakMap<ListSummary, LineIndex>()
  readonly #workspace: Workspace
  #folders: readonly string[] = []
  /** Resolves when the folders have begun to load; null before an idea list is open or anybody has asked. */
  #begun: Promise<void> | null = null
  #reloading: ReturnType<typeof setTimeout> | undefined

  constructor(host: WorkspaceListsHost) {
    this.#host = host
    this.#projectFiles = new ProjectFiles(host.readFile)
    this.#workspace = new Workspace({
      folders: host.folders,
      open: () => this.#open(),
      isOpen: (uri) => this.#isOpen(uriKey(uri)),
      options: async (uri) => readOptions(host.setup(uri, await this.#projectFiles.nearest(uri)).effective, pathOf(uri)),
      pause: () => this.#pacer.pause(),
      say: host.say,
      changed: (before, after) => this.#changed(before, after),
    })
  }

  /** Takes the folders that a client names when it starts; a client that knows of one alone names that. */
  setInitialFolders({ workspaceFolders, rootUri }: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): void {
    this.#folders = workspaceFolders ? workspaceFolders.map(({ uri }) => uri) : rootUri ? [rootUri] : []
  }

  /** Folders have come and gone. */
  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(uriKey))
    this.#folders = [...this.#folders.filter((uri) => !gone.has(uriKey(uri))), ...added]
    if (this.#begun) this.#workspace.setFolders(this.#folders)
  }

  /** An idea list is open: from now on the others are of interest. Calls after the first one do nothing. */
  startLoading(): void {
    this.#begun ??= this.#pacer.pause().then(() => this.#workspace.setFolders(this.#folders))
  }

  lists(): readonly ListSummary[] {
    return this.#workspace.lists()
  }

  pages(): readonly string[] {
    return this.#workspace.pages()
  }

  /** Resolves when all lists are known; whoever asks for all of them has them loaded, be none open. */
  async whenLoaded(): Promise<void> {
    this.startLoading()
    await Promise.all([this.#begun, ...this.#host.documents.keys().map(this.#host.ready)])
    await this.#workspace.whenLoaded()
  }

  /** The project file that holds for a list on disk; null where there is none. */
  projectFile(uri: string): ReturnType<ProjectFiles['nearest']> {
    return this.#projectFiles.nearest(uri)
  }

  /** Resolves when there is time for the next piece of long work, to the milliseconds that it may take. */
  pause(): Promise<number> {
    return this.#pacer.pause()
  }

  /** Takes over what stands on disk now, whether or not anybody told of a change. */
  async reload(uris: readonly string[]): Promise<void> {
    this.#workspace.filesChanged(uris.map((uri) => ({ uri, deleted: false })))
    await this.#workspace.whenLoaded()
  }

  filesChanged(changes: readonly FileEvent[]): void {
    if (!this.#begun) return
    const files = changes.filter(({ uri }) => !isProjectFile(uri))
    this.#workspace.filesChanged(files.map(({ uri, type }) => ({ uri, deleted: type === FileChangeType.Deleted })))
  }

  /** Project files have changed; while somebody types in one, nothing is loaded. */
  reconfigure(): void {
    this.#projectFiles.forget()
    if (!this.#begun) return
    clearTimeout(this.#reloading)
    this.#reloading = setTimeout(() => {
      this.#workspace.reload()
      // what is found may change where no list does
      this.#host.listed()
    }, settledAfter)
  }

  /** Somebody types: loading waits. */
  onActivity(): void {
    this.#pacer.touch()
  }

  /** Whether what other open documents say may depend on this one. */
  affectsOtherLists(uri: string): boolean {
    return this.#concernedBy(uri).length > 0
  }

  /** Tells other documents of what this one says now, where that concerns them. */
  onDocumentIdle({ uri }: OpenDocument): void {
    const concerned = this.#concernedBy(uri)
    if (concerned.length === 0) return
    const own = uriKey(uri)
    const facts = peerFactsOf(this.#workspace.lists().find((list) => uriKey(list.uri) === own) ?? null)
    if (this.#facts.get(own) === facts) return
    this.#facts.set(own, facts)
    for (const each of concerned) this.#host.changed(each)
  }

  closed(document: OpenDocument): void {
    const { uri } = document
    this.#facts.delete(uriKey(uri))
    this.#peers.delete(uri)
    if (this.#begun) this.#workspace.closed(uri, document.read())
  }

  /** All other lists, the newest first; the same array until one of all lists changes. */
  others({ uri }: OpenDocument): readonly ListSummary[] {
    const all = this.#workspace.lists()
    const last = this.#others
    if (last?.all === all && last.uri === uri) return last.others
    const own = uriKey(uri)
    const others = all.filter((list) => uriKey(list.uri) !== own)
    this.#others = { all, uri, others }
    return others
  }

  /** The lists that this one is held against; the same array for as long as nothing in them changes. */
  peers({ uri }: OpenDocument): readonly ListSummary[] {
    const peers = earlierPeers(uri, this.#workspace.lists())
    const last = this.#peers.get(uri)
    if (last?.length === peers.length && last.every((list, index) => list === peers[index])) return last
    this.#peers.set(uri, peers)
    return peers
  }

  /** The lines of a list, by its URI; null for one that is not known. */
  linesOf(uri: string): LineIndex | null {
    const list = this.#workspace.lists().find((each) => each.uri === uri)
    if (list === undefined) return null
    const known =
      this.#lines.get(list) ?? lineIndex(TextDocument.create(uri, 'markdown', 0, list.text), this.#host.client().encoding)
    this.#lines.set(list, known)
    return known
  }

  *#open(): Generator<OpenFile> {
    for (const uri of this.#host.documents.keys()) {
      const document = isProjectFile(uri) ? undefined : this.#host.document(uri)
      if (document) yield { uri, file: document.read() }
    }
  }

  #isOpen(key: string): boolean {
    return this.#host.documents.keys().some((uri) => uriKey(uri) === key)
  }

  #concernedBy(uri: string): readonly string[] {
    return this.#host.documents.keys().filter((each) => isEarlier(uri, each))
  }

  #changed(before: ListSummary | null, after: ListSummary | null): void {
    this.#host.listed()
    const list = after ?? before
    const concerned = list ? this.#concernedBy(list.uri) : []
    if (concerned.length === 0 || peerFactsOf(before) === peerFactsOf(after)) return
    for (const each of concerned) this.#host.changed(each)
  }
}
