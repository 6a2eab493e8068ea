import { createProjectFileFinder, type FindProjectFile } from '../../config/findProjectFile.ts'
import { errorMessage } from '../../text/errorMessage.ts'

/** A project file's text and URI. */
export interface NearestFile {
  readonly uri: string
  readonly text: string
}

/** What the configuration of a document is made of. */
export interface ConfigurationInput {
  /** The editor's settings under `ideaFiles`; undefined if there are none. */
  readonly settings: unknown
  /** The nearest project file, in the document's folder or above it. */
  readonly file: NearestFile | null
}

/** Finds the nearest project file of documents and of lists on disk; reads each folder's once, until `forget`. */
export class ProjectFiles {
  readonly #readFile: (uri: string) => Promise<string | null>
  readonly #log: (message: string) => void
  readonly #logged = new Set<string>()
  /** One for each scheme and host; it remembers what it has read. */
  readonly #finders = new Map<string, FindProjectFile>()

  /** `answerFileRequest` gives the text of a file by its URI, null if there is none; if it rejects, the reason is logged once. */
  constructor(readFile: (uri: string) => Promise<string | null>, log: (message: string) => void) {
    this.#readFile = readFile
    this.#log = log
  }

  /** The project file in a document's folder or above it; null if there is none, or if the nearest cannot be read. */
  async nearest(uri: string): Promise<NearestFile | null> {
    const [, root, path] = /^([^/?#]+:\/\/[^/?#]*)(\/[^?#]*)/.exec(uri) ?? []
    // a document that was never saved is in no folder
    if (root === undefined || path === undefined) return null
    const known = this.#finders.get(root)
    const find = known ?? createProjectFileFinder((file) => this.#read(root + file))
    if (!known) this.#finders.set(root, find)
    const found = await find(path).catch(() => null)
    return found && { uri: root + found.path, text: found.text }
  }

  async #read(uri: string): Promise<string | null> {
    try {
      return await this.#readFile(uri)
    } catch (error) {
      const message = `Could not read ${uri}: ${errorMessage(error)}`
      if (!this.#logged.has(message)) this.#log(message)
      this.#logged.add(message)
      throw error
    }
  }

  /** Forgets what was read. */
  forget(): void {
    this.#finders.clear()
  }
}
