/** A folder in which texts are stored; what is missing rejects. */
export interface StoredFiles {
  readonly read: (name: string) => Promise<Uint8Array>
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  /** Their names, the newest first. */
  readonly names: () => Promise<readonly string[]>
}

/** More than these are not kept: the oldest go. */
const maxStoredTexts = 24

const storedDigestLength = 32

/**
 * Texts that a server without a file system keeps for its next session. `program` is the digest of the code that makes them: what other
 * code made is not read.
 */
export class StoredTexts {
  readonly #files: StoredFiles
  readonly #program: () => Promise<Uint8Array>

  constructor(files: StoredFiles, program: () => Promise<Uint8Array>) {
    this.#files = files
    this.#program = program
  }

  /** A text that was stored; null if there is none, or not exactly that. */
  async read(name: string): Promise<string | null> {
    try {
      const found = await this.#files.read(fileOfStoredText(name))
      const bytes = found.subarray(storedDigestLength)
      const digest = await this.#digest(bytes)
      return digest.every((byte, index) => byte === found[index]) ? new TextDecoder().decode(bytes) : null
    } catch {
      return null
    }
  }

  /** Stores a text, and removes the oldest ones if there are too many. Never rejects: then nothing is stored. */
  async store(name: string, text: string): Promise<void> {
    try {
      const bytes = new TextEncoder().encode(text)
      await this.#files.write(fileOfStoredText(name), joinBytes(await this.#digest(bytes), bytes))
      for (const each of (await this.#files.names()).slice(maxStoredTexts)) await this.#files.remove(each)
    } catch {
      // the next session reads the lists again
    }
  }

  /** The digest of a text together with the program that made it. */
  async #digest(bytes: Uint8Array): Promise<Uint8Array> {
    return digestOfBytes(joinBytes(await this.#program(), bytes))
  }
}

function fileOfStoredText(name: string): string {
  if (!/^[\w-]{1,80}$/.test(name)) throw new Error(`${name} is not the name of a stored text`)
  return `${name}.idea-files`
}

/** The SHA-256 of bytes. */
export const digestOfBytes = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))

function joinBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}
