import { mayBeListName } from '../protocol/relevantFiles.ts'
import { errorMessage } from '../text/errorMessage.ts'
import { compareFolderEntries, type DirectoryEntry, type Folders, gitignore, ignoredDirectories } from './folders.ts'
import { readGitignore, type Verdict } from './gitignore.ts'
import { childUri, isUriInside, uriKey, uriNamesBelow } from './uris.ts'

/** What a walk reports. */
export interface WalkEvents {
  /** A folder could not be read, or has too many entries. */
  readonly failed: (uri: string, message: string) => void
  /** Resolves when the walk may go on, to the milliseconds for which it may. */
  readonly pause: () => Promise<number>
  /** A file or folder is ignored by a `.gitignore`. */
  readonly ignored: (uri: string) => void
}

const maxGitignoreBytes = 256 * 1024
/** The limit for folders, and for files. */
const maxEntries = 50_000
/** Folders that are listed at the same time: a remote file system answers slowly. */
const maxConcurrentFolders = 8

/** The Markdown files of a folder, except those that `.gitignore` files in it or below it exclude. */
export class Walk {
  readonly #top: string
  readonly #topKey: string
  readonly #realKey: string
  readonly #folders: Folders
  readonly #events: WalkEvents
  readonly #rules = new Map<string, Promise<Verdict | null>>()
  readonly #verdicts = new Map<string, Promise<boolean>>()
  /** Symbolic links to files that the walk finds anyway. */
  readonly #linked = new Set<string>()
  /** The time at which the walk pauses. */
  #until = 0

  /** `real` is the folder without symbolic links, in which the targets of links are. */
  constructor(top: string, folders: Folders, events: WalkEvents, real = top) {
    this.#top = top
    this.#topKey = uriKey(top)
    this.#realKey = uriKey(real)
    this.#folders = folders
    this.#events = events
  }

  /** The URIs of the files, as they are found. Symbolic links to folders and to files that are found anyway are not followed. */
  async *files(from = this.#top): AsyncGenerator<string> {
    let waiting = [from]
    let listed = 0
    let found = 0
    while (waiting.length > 0) {
      const now = waiting.slice(0, maxConcurrentFolders)
      waiting = waiting.slice(maxConcurrentFolders)
      listed += now.length
      for (const { folder, entries } of await Promise.all(now.map((folder) => this.#list(folder)))) {
        for (const { name, kind } of entries) {
          const uri = childUri(folder, name)
          if (kind === 'folder') waiting.push(uri)
          else if (++found <= maxEntries) yield uri
        }
      }
      if (listed + waiting.length > maxEntries || found > maxEntries) {
        this.#events.failed(this.#top, `more than ${maxEntries} folders or Markdown files; skipped the rest`)
        return
      }
    }
  }

  /** Whether a walk would find this file or folder, provided that it exists. */
  async wants(uri: string, kind: DirectoryEntry['kind'] = 'file'): Promise<boolean> {
    const names = uriNamesBelow(this.#top, uri)
    const key = uriKey(uri)
    if (!isUriInside(this.#topKey, key) || this.#linked.has(key) || names.some((name) => ignoredDirectories.has(name)))
      return false
    return names.length > 0 && !(await this.#isIgnored(names, kind === 'folder'))
  }

  /** Forgets the `.gitignore` files of a folder that has changed. */
  forget(folder: string): void {
    const names = uriNamesBelow(this.#top, folder).join('/')
    for (const known of [this.#rules, this.#verdicts]) {
      for (const key of known.keys()) if (names === '' || key === names || key.startsWith(`${names}/`)) known.delete(key)
    }
  }

  async #list(folder: string): Promise<{ readonly folder: string; readonly entries: readonly DirectoryEntry[] }> {
    const kept: DirectoryEntry[] = []
    try {
      const above = uriNamesBelow(this.#top, folder)
      const listed: DirectoryEntry[] = []
      for await (const entry of await this.#folders.list(folder)) listed.push(entry)
      // a missing `.gitignore` need not be read
      if (!listed.some(({ name }) => name === gitignore)) this.#rules.set(above.join('/'), Promise.resolve(null))
      for (const entry of listed) {
        await this.#pauseInTime()
        if (entry.kind === 'folder' ? ignoredDirectories.has(entry.name) : !mayBeListName(entry.name)) continue
        if (entry.target !== undefined && isUriInside(this.#realKey, uriKey(entry.target))) {
          this.#linked.add(uriKey(childUri(folder, entry.name)))
          continue
        }
        if (await this.#isIgnored([...above, entry.name], entry.kind === 'folder')) {
          this.#events.ignored(childUri(folder, entry.name))
        } else kept.push(entry)
      }
    } catch (error) {
      this.#events.failed(folder, errorMessage(error))
    }
    return { folder, entries: kept.sort(compareFolderEntries) }
  }

  /** Lets the event loop turn after each piece of work: a folder can have many files, and a `.gitignore` many rules. */
  async #pauseInTime(): Promise<void> {
    if (performance.now() < this.#until) return
    const budgetMs = await this.#events.pause()
    this.#until = performance.now() + budgetMs
  }

  /** Everything in an ignored folder is ignored; a rule cannot include it again. */
  async #isIgnored(names: readonly string[], isFolder: boolean): Promise<boolean> {
    if (names.length === 0) return false
    const above = names.slice(0, -1)
    if (await this.#isFolderIgnored(above)) return true
    for (let depth = above.length; depth >= 0; depth--) {
      const rules = await this.#rulesOf(names.slice(0, depth))
      const verdict = rules?.(names.slice(depth).join('/'), isFolder)
      if (verdict !== undefined) return verdict === 'ignored'
    }
    return false
  }

  #isFolderIgnored(names: readonly string[]): Promise<boolean> {
    const key = names.join('/')
    const known = this.#verdicts.get(key) ?? this.#isIgnored(names, true)
    this.#verdicts.set(key, known)
    return known
  }

  #rulesOf(names: readonly string[]): Promise<Verdict | null> {
    const key = names.join('/')
    const uri = [...names, gitignore].reduce(childUri, this.#top)
    const known =
      this.#rules.get(key) ??
      this.#folders.read(uri, maxGitignoreBytes).then(
        (text) => (text === null ? null : readGitignore(text)),
        () => null,
      )
    this.#rules.set(key, known)
    return known
  }
}
