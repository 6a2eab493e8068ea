import type { WorkspaceHost } from '../../workspace/host.ts'
import type { ResultPack, SessionResults } from '../../workspace/results.ts'

/** What earlier sessions read of the lists on disk; nothing is kept without `results`. */
export class KeptLists {
  readonly #results: SessionResults | undefined
  #pack: ResultPack | null = null

  constructor(results: SessionResults | undefined) {
    this.#results = results
  }

  /** For the index, while it loads. */
  get forIndex(): WorkspaceHost['kept'] {
    const results = this.#results
    return (
      results && {
        // no digest is needed for what is not looked up
        digest: (...parts) => (this.#pack === null ? '' : results.digest(...parts)),
        get: (key) => this.#pack?.get(key) ?? null,
        set: (key, json) => this.#pack?.set(key, json),
      }
    )
  }

  /** Begins to look lists up, for the session of these folders; resolves when they can be. */
  async open(folders: readonly string[]): Promise<void> {
    const results = this.#results
    if (results === undefined) return
    try {
      this.#pack = await results.pack(`index-${(await results.digest(...folders)).slice(0, 16)}`)
    } catch {
      // without it every list is read
      this.#pack = null
    }
  }

  /** Keeps what was read, and frees the memory: from then on only what changes is read. */
  close(): void {
    this.#pack?.save()
    this.#pack = null
  }
}
