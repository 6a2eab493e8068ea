import { type Connection, Emitter } from 'vscode-languageserver'
import { guard } from '../guard.ts'
import { withTimeout } from '../scheduling/timers.ts'
import type { ConfigurationBuilder, DocumentConfiguration } from './documentConfiguration.ts'
import type { ConfigurationInput, NearestFile, ProjectFiles } from './projectFiles.ts'

/** Where settings come from. Never rejects. */
export interface ConfigurationSources {
  readonly settings: (uri: string) => Promise<unknown>
  /** Whether there is anything to wait for. */
  readonly any: () => boolean
}

interface KnownConfiguration {
  /** The settings as JSON. */
  readonly settings: string | undefined
  readonly file: NearestFile | null
  readonly value: DocumentConfiguration
}

// if a client does not answer, its documents are read without its settings
const settingsTimeoutMs = 1500

const noInput: ConfigurationInput = { settings: undefined, file: null }

/** A configuration, and the text of everything that it depends on but the document's URI. */
export interface SourcedConfiguration extends DocumentConfiguration {
  readonly source: string
}

/** The configuration of each open document: asked for when it opens, and kept until something changes. */
export class ConfigurationStore {
  readonly #sources: ConfigurationSources
  readonly #projectFiles: ProjectFiles
  readonly #builder: ConfigurationBuilder
  readonly #connection: Connection
  readonly #known = new Map<string, KnownConfiguration>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #didChange = new Emitter<string>()
  /** Fires with the URI of a document whose configuration is another than before. */
  readonly onDidChange = this.#didChange.event

  constructor(sources: ConfigurationSources, projectFiles: ProjectFiles, builder: ConfigurationBuilder, connection: Connection) {
    this.#sources = sources
    this.#projectFiles = projectFiles
    this.#builder = builder
    this.#connection = connection
  }

  /** The configuration of a document; the default as long as it is not known. */
  of(uri: string): DocumentConfiguration {
    return this.#known.get(uri)?.value ?? this.#builder.plain(uri)
  }

  /** The project file that applies to a document, however long it takes to read it; null if there is none, or if it cannot be read. */
  nearestProjectFile(uri: string): Promise<NearestFile | null> {
    return this.#projectFiles.nearest(uri)
  }

  isKnown(uri: string): boolean {
    return this.#known.has(uri)
  }

  /** Resolves when the configuration of a document is known; null if it is already. */
  ready(uri: string): Promise<void> | null {
    if (this.#known.has(uri)) return null
    if (this.#sources.any()) return this.#untilKnown(uri)
    this.#take(uri, noInput)
    return null
  }

  /** Asks for everything about these documents again; until the answer is there, what was known applies. */
  reload(uris: Iterable<string>): void {
    for (const uri of uris) void this.#load(uri)
  }

  /** Reads project files again when they are next needed. */
  forgetProjectFiles(): void {
    this.#projectFiles.forget()
  }

  /** Forgets a document. */
  drop(uri: string): void {
    this.#known.delete(uri)
    this.#loading.delete(uri)
  }

  /** The configuration of a list on disk, as it would be if it were open. */
  async onDisk(uri: string): Promise<DocumentConfiguration> {
    return this.#builder.of(uri, await this.#gather(uri))
  }

  /** Whether the client has Idea Files on in a folder; it has if it does not answer. */
  async isEnabledIn(folder: string): Promise<boolean> {
    let isEnabled = true
    const asked = this.onDisk(folder).then(({ enabled }) => {
      isEnabled = enabled
    })
    await withTimeout(settingsTimeoutMs, asked)
    return isEnabled
  }

  /** The configuration of a list on disk by its project file, without the client's settings: enough to read it. */
  async byProjectFile(uri: string): Promise<SourcedConfiguration> {
    const file = await this.#projectFiles.nearest(uri)
    const source = JSON.stringify([file?.uri, file?.text])
    return { ...this.#builder.of(uri, { settings: undefined, file }), source }
  }

  async #untilKnown(uri: string): Promise<void> {
    await withTimeout(settingsTimeoutMs, this.#loaded(uri))
    if (this.#loading.has(uri) && !this.#known.has(uri)) this.#take(uri, noInput)
  }

  /** Several loads may overtake one another; the last one counts. */
  async #loaded(uri: string): Promise<void> {
    let loading: Promise<void> | undefined = this.#loading.get(uri) ?? this.#load(uri)
    while (loading) {
      await loading
      loading = this.#loading.get(uri)
    }
  }

  #load(uri: string): Promise<void> {
    const loading: Promise<void> = this.#gather(uri).then((input) => {
      if (this.#loading.get(uri) !== loading) return
      this.#loading.delete(uri)
      this.#take(uri, input)
    })
    this.#loading.set(uri, loading)
    return loading
  }

  #take(uri: string, input: ConfigurationInput): void {
    const settings = JSON.stringify(input.settings)
    const { file } = input
    const before = this.#known.get(uri)
    if (before && before.settings === settings && before.file?.uri === file?.uri && before.file?.text === file?.text) return
    const value = guard(this.#connection, 'configuration', uri, this.#builder.plain(uri), () => this.#builder.of(uri, input))
    this.#known.set(uri, { settings, file, value })
    if (before) this.#didChange.fire(uri)
  }

  async #gather(uri: string): Promise<ConfigurationInput> {
    const [settings, file] = await Promise.all([this.#sources.settings(uri), this.#projectFiles.nearest(uri)])
    return { settings, file }
  }
}
