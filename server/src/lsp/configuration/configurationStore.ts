import { type NearestFile, ProjectFiles } from './projectFiles.ts'

/** What a client and its files say about one document, before anything is made of it. */
export interface ConfigurationInput {
  /** The editor's settings under `ideaFiles`; undefined where it names none. */
  readonly settings: unknown
  /** The nearest project file, in the document's folder or above it. */
  readonly file: NearestFile | null
}

/** Where that comes from. Neither may fail. */
export interface ConfigurationSources {
  readonly settings: (uri: string) => Promise<unknown>
  /** The text of a file; null where there is none. */
  readonly readFile: (uri: string) => Promise<string | null>
  /** Whether there is anything to wait for at all. */
  readonly any: () => boolean
}

interface Known<T> {
  readonly key: string
  readonly value: T
}

// a client that does not answer gets what holds without its settings
const settingsTimeoutMs = 1500

/** What holds for each document; asked for when a document opens, and kept until something changes. */
export class ConfigurationStore<T> {
  readonly #sources: ConfigurationSources
  readonly #make: (uri: string, given: ConfigurationInput) => T
  readonly #changed: (uri: string) => void
  readonly #known = new Map<string, Known<T>>()
  readonly #loading = new Map<string, Promise<void>>()
  readonly #files: ProjectFiles

  /** `make` gives the value, `changed` hears of a document whose value is another than before. */
  constructor(
    sources: ConfigurationSources,
    make: (uri: string, given: ConfigurationInput) => T,
    changed: (uri: string) => void,
  ) {
    this.#sources = sources
    this.#make = make
    this.#changed = changed
    this.#files = new ProjectFiles((uri) => sources.readFile(uri))
  }

  /** What holds for a document; undefined as long as it is not known. */
  of(uri: string): T | undefined {
    return this.#known.get(uri)?.value
  }

  /** Resolves when it is known what holds for a document; null where it is already. */
  ready(uri: string): Promise<void> | null {
    if (this.#known.has(uri)) return null
    if (this.#sources.any()) return this.#untilKnown(uri)
    this.#take(uri, { settings: undefined, file: null })
    return null
  }

  /** Asks for everything about these documents again; until it is there, what was known holds. */
  reload(uris: Iterable<string>): void {
    for (const uri of uris) void this.#load(uri)
  }

  /** Forgets what was read of files. */
  forgetFiles(): void {
    this.#files.forget()
  }

  /** Forgets a document. */
  drop(uri: string): void {
    this.#known.delete(uri)
    this.#loading.delete(uri)
  }

  async #untilKnown(uri: string): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, settingsTimeoutMs)
    })
    await Promise.race([late, this.#loaded(uri)])
    clearTimeout(timer)
    if (this.#loading.has(uri) && !this.#known.has(uri)) this.#take(uri, { settings: undefined, file: null })
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
    const loading: Promise<void> = this.#gather(uri).then((given) => {
      if (this.#loading.get(uri) !== loading) return
      this.#loading.delete(uri)
      this.#take(uri, given)
    })
    this.#loading.set(uri, loading)
    return loading
  }

  #take(uri: string, given: ConfigurationInput): void {
    const key = JSON.stringify([given.settings, given.file])
    const before = this.#known.get(uri)
    if (before?.key === key) return
    this.#known.set(uri, { key, value: this.#make(uri, given) })
    if (before) this.#changed(uri)
  }

  async #gather(uri: string): Promise<ConfigurationInput> {
    const [settings, file] = await Promise.all([this.#sources.settings(uri), this.#files.nearest(uri)])
    return { settings, file }
  }
}
