import { isUriInside, moveUriBetween, uriKey } from './uris.ts'

interface RealFolder {
  readonly uri: string
  readonly key: string
  readonly real: string
}

/** The real URIs of files that have several names: below a workspace folder that is a symbolic link, or opened through a link. */
export class RealNames {
  readonly #folders = new Map<string, RealFolder>()
  readonly #files = new Map<string, string>()

  /** Learns that a workspace folder is a link to `real`. */
  addFolder(uri: string, real: string): void {
    const key = uriKey(uri)
    if (key !== uriKey(real)) this.#folders.set(key, { uri, key, real })
  }

  /** Learns that a file is also called `real`; whether it was unknown. */
  addFile(uri: string, real: string): boolean {
    const [key, realKey] = [uriKey(uri), uriKey(real)]
    if (key === realKey || this.keyOf(uri) === realKey) return false
    this.#files.set(key, real)
    return true
  }

  /** The real URI of a file: `file:///link/a.md` → `file:///real/a.md`. */
  of(uri: string): string {
    if (this.#folders.size === 0 && this.#files.size === 0) return uri
    const key = uriKey(uri)
    const file = this.#files.get(key)
    if (file !== undefined) return file
    const folder = [...this.#folders.values()].find((each) => isUriInside(each.key, key))
    return folder ? moveUriBetween(folder.uri, folder.real, uri) : uri
  }

  /** The same text for all names of a file. */
  keyOf(uri: string): string {
    return uriKey(this.of(uri))
  }
}
