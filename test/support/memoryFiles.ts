import { knowsProject } from '../../server/src/catalog/knownProjects.ts'
import { createEffectiveResolver } from '../../server/src/config/effectiveConfiguration.ts'
import { readConfig } from '../../server/src/config/readConfig.ts'
import { defaultSettings } from '../../server/src/config/settings.ts'
import { readIdeaFile } from '../../server/src/model/ideaFile.ts'
import { rules } from '../../server/src/rules/index.ts'
import type { DirectoryEntry, Folders } from '../../server/src/workspace/folders.ts'
import type { OpenFile, WorkspaceHost } from '../../server/src/workspace/host.ts'
import type { ListSummary } from '../../server/src/workspace/listSummary.ts'
import { childUri, uriPath } from '../../server/src/workspace/uris.ts'
import { Workspace } from '../../server/src/workspace/workspace.ts'

/** The content of a file: a text, the error of reading it, or a link to another file by its path. */
export type Content = string | Error | { readonly link: string }

/** The URI of a path below the root of the memory file system: `/docs/a b.md`. */
export const uriOf = (path: string): string => path.split('/').slice(1).reduce(childUri, 'memory://host')

const pathOf = (uri: string): string => uriPath(uri).replace(/\/$/, '')

/** Files in memory by their paths, which tests change as they like. */
export class MemoryFiles {
  readonly files: Map<string, Content>
  readonly listed: string[] = []
  readonly read: string[] = []

  constructor(files: Readonly<Record<string, Content>> = {}) {
    this.files = new Map(Object.entries(files))
  }

  readonly folders: Folders = {
    list: async (uri) => {
      const folder = pathOf(uri)
      this.listed.push(folder)
      const entries = new Map<string, DirectoryEntry>()
      for (const [path, content] of this.files) {
        if (!path.startsWith(`${folder}/`)) continue
        const [name = '', ...rest] = path.slice(folder.length + 1).split('/')
        const target = typeof content === 'object' && 'link' in content ? uriOf(content.link) : undefined
        entries.set(name, rest.length > 0 ? { name, kind: 'folder' } : { name, kind: 'file', target })
      }
      if (entries.size === 0 && folder !== '') throw new Error('there is no such folder')
      return [...entries.values()]
    },
    read: async (uri, most) => {
      this.read.push(pathOf(uri))
      const content = this.files.get(pathOf(uri))
      if (content === undefined) return null
      if (content instanceof Error) throw content
      if (typeof content === 'object') return this.folders.read(uriOf(content.link), most)
      if (content.length > most) throw new Error(`it has ${content.length} bytes`)
      return content
    },
  }
}

/** A workspace over files in memory, with what it logged and its notifications, and documents that tests open and close. */
export class MemoryWorkspace {
  readonly files: MemoryFiles
  readonly said: string[] = []
  readonly changes: (readonly [string | null, string | null])[] = []
  readonly opened = new Map<string, string>()
  readonly workspace: Workspace
  /** What loading waits for between two pieces. */
  pause: () => Promise<void> = async () => {}
  readonly #models = new Map<string, OpenFile['file']>()
  readonly #effective = createEffectiveResolver()

  constructor(files: Readonly<Record<string, Content>> | MemoryFiles, kept?: WorkspaceHost['kept']) {
    this.files = files instanceof MemoryFiles ? files : new MemoryFiles(files)
    this.workspace = new Workspace({
      folders: (uri) => (uri.includes('unreachable') ? null : this.files.folders),
      open: () => [...this.opened].map(([path, text]) => ({ uri: uriOf(path), file: this.#model(path, text) })),
      isOpen: (uri) => this.opened.has(pathOf(uri)),
      options: async (uri) => ({
        options: this.#optionsOf(pathOf(uri)),
        source: String(this.files.files.get('/w/.idea-files.json')),
      }),
      kept,
      pause: () => this.pause().then(() => 1),
      scanned: () => {},
      say: (message) => this.said.push(message),
      changed: (before, after) => this.changes.push([before && pathOf(before.uri), after && pathOf(after.uri)]),
    })
  }

  /** Opens these folders and waits until all is loaded. */
  async load(...folders: readonly string[]): Promise<void> {
    this.workspace.setFolders(folders.map(uriOf))
    await this.workspace.whenLoaded()
  }

  /** Writes files (null deletes one) and tells of it. */
  async write(changes: Readonly<Record<string, Content | null>>): Promise<void> {
    this.put(changes)
    this.workspace.filesChanged(
      Object.entries(changes).map(([path, content]) => ({ uri: uriOf(path), deleted: content === null })),
    )
    await this.workspace.whenLoaded()
  }

  /** Writes files and says nothing. */
  put(changes: Readonly<Record<string, Content | null>>): void {
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) this.files.files.delete(path)
      else this.files.files.set(path, content)
    }
  }

  open(path: string, text: string): void {
    this.opened.set(path, text)
  }

  async close(path: string): Promise<void> {
    const file = this.#model(path, this.opened.get(path)!)
    this.opened.delete(path)
    this.workspace.closed(uriOf(path), file)
    await this.workspace.whenLoaded()
  }

  /** Path and titles of each list, in the order of the index. */
  get shown(): readonly string[] {
    return this.workspace.lists().map(shownList)
  }

  /** The same text at the same path is the same model, as an editor's document keeps it. */
  #model(path: string, text: string): OpenFile['file'] {
    const key = `${path}\n${text}`
    const known = this.#models.get(key) ?? readIdeaFile(text, this.#optionsOf(path))
    this.#models.set(key, known)
    return known
  }

  #optionsOf(path: string) {
    const config = this.files.files.get('/w/.idea-files.json')
    if (typeof config !== 'string') return { path, knowsProject }
    const file = this.#projectFile(config)
    const { profile, ...rest } = this.#effective(defaultSettings, file, path)
    return { path, profile: profile ?? undefined, ...rest }
  }

  readonly #read = new Map<string, { readonly path: string; readonly config: ReturnType<typeof readConfig>['config'] }>()

  #projectFile(text: string) {
    const known = this.#read.get(text) ?? { path: '/w/.idea-files.json', config: readConfig(text, rules).config }
    this.#read.set(text, known)
    return known
  }
}

const shownList = ({ uri, projects }: ListSummary): string =>
  `${pathOf(uri)}: ${projects.flatMap(({ ideas }) => ideas.map(({ title }) => title)).join(', ')}`

/** The least list with ideas of these titles. */
export const listOf = (...titles: readonly string[]): string =>
  `### Harbor\n\n${titles.map((title) => `#### ${title}\n\n- Description: all of it\n- Skills: Go\n- Size: small (~90 h)\n- Mentor(s):\n  - Ada Fern (@ada-fern, ada@example.org)\n`).join('\n')}`
