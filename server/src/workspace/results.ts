/** Where texts are kept between two runs. Reading and writing never throw. */
export interface Store {
  /** What was stored by this name; null if there is nothing, or another version of the program or of Node made it. */
  readonly read: (name: string) => string | null
  /** The text must be ASCII. */
  readonly write: (name: string, text: string) => void
}

/** Results of earlier runs as JSON, each by a digest of everything that it was made from. */
export interface ResultPack {
  readonly get: (key: string) => string | null
  readonly set: (key: string, json: string) => void
  /** Whether no earlier run has stored any. */
  readonly isNew: () => boolean
  /** Stores what there is, if there is anything new. */
  readonly save: () => void
}

/** What keeps results. */
export interface KeptResults {
  readonly pack: (name: string) => ResultPack
  /** No two lists of parts have the same digest. */
  readonly digest: (...parts: readonly string[]) => string
}

/** What keeps results between two sessions of a server; some hosts answer later. A pack may be refused. */
export interface SessionResults {
  readonly pack: (name: string) => ResultPack | Promise<ResultPack>
  readonly digest: (...parts: readonly string[]) => string | Promise<string>
}

/** What a run did not use is kept up to this length, or that of what it used. */
const spareLength = 4_000_000

/** A result of an earlier run, or that of `make`, for later ones. It must be the same as JSON. */
export function rememberResult<T>(pack: ResultPack | undefined, key: string | null, make: () => T): T {
  if (pack === undefined || key === null) return make()
  const known = pack.get(key)
  if (known !== null) return JSON.parse(known) as T
  const made = make()
  pack.set(key, JSON.stringify(made))
  return made
}

/** The results that are stored by a name; they are read on first use. */
export function resultPack(name: string, stored: Store): ResultPack {
  let read: ReadonlyMap<string, string> | null = null
  const before = (): ReadonlyMap<string, string> => {
    read ??= parseResults(stored.read(name) ?? '')
    return read
  }
  const used = new Map<string, string>()
  let hasChanged = false
  return {
    get: (key) => {
      const found = used.get(key) ?? before().get(key) ?? null
      if (found !== null) used.set(key, found)
      return found
    },
    set: (key, json) => {
      used.set(key, asciiJson(json))
      hasChanged = true
    },
    isNew: () => before().size === 0,
    save: () => {
      if (hasChanged) stored.write(name, serializeResults(used, before()))
    },
  }
}

/** Results that are kept for as long as `made` is. */
export const packInMemory = (made: Map<string, string>): ResultPack => ({
  get: (key) => made.get(key) ?? null,
  set: (key, json) => void made.set(key, json),
  isNew: () => true,
  save: () => {},
})

/** JSON in ASCII, which takes half the memory and is read faster. */
const asciiJson = (json: string): string =>
  json.replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** `key json` in each line, as JSON has no line breaks; what was used last comes first. */
function serializeResults(used: ReadonlyMap<string, string>, before: ReadonlyMap<string, string>): string {
  const lines = [...used].map(([key, json]) => `${key} ${json}\n`)
  let spare = Math.max(
    spareLength,
    lines.reduce((sum, line) => sum + line.length, 0),
  )
  for (const [key, json] of before) {
    if (used.has(key)) continue
    spare -= key.length + json.length
    if (spare < 0) break
    lines.push(`${key} ${json}\n`)
  }
  return lines.join('')
}

function parseResults(text: string): ReadonlyMap<string, string> {
  const results = new Map<string, string>()
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at)
    const space = text.indexOf(' ', at)
    results.set(text.slice(at, space), text.slice(space + 1, end))
    at = end + 1
  }
  return results
}
