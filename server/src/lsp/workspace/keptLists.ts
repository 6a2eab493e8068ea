import type { WorkspaceHost } from '../../workspace/host.ts'
import type { KeptResults, ResultPack } from '../../workspace/results.ts'

/** What earlier sessions read of the lists on disk; nothing is kept without `results`. */
export class KeptLists {
  readonly #results: KeptResults | undefined
  #pack: ResultPack | null = null

  constructor(results: KeptResults | undefined) {
    this.#results = results
  }

  /** For the index, while it loads. */
  get forIndex(): WorkspaceHost['kept'] {
    const results = this.#results
    return (
      results && {
        digest: results.digest,
        get: (key) => this.#pack?.get(key) ?? null,
        set: (key, json) => this.#pack?.set(key, json),
      }
    )
  }

  /** Begins to look lists up, for the session of these folders. */
  open(folders: readonly string[]): void {
    this.#pack = this.#results?.pack(`index-${this.#results.digest(...folders).slice(0, 16)}`) ?? null
  }

  /** Keeps what was read, and frees the memory: from then on only what changes is read. */
  close(): void {
    this.#pack?.save()
    this.#pack = null
  }
}
