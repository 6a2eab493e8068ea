import type { Io } from '../io/io.ts'

/** A file to be read, as it is reported. `named`: it was named outright, not found in a folder. */
export interface Candidate {
  readonly path: string
  readonly named: boolean
}

/** What could not be read, and why. */
export interface Failure {
  readonly path: string
  readonly message: string
}

const skipped: ReadonlySet<string> = new Set(['node_modules', '.git'])

const isMarkdown = (name: string): boolean => /\.md$/i.test(name)

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/** A path in a folder as a person would write it: `docs/2025.md`, and `2025.md` in `.`. */
const inside = (folder: string, name: string): string => (folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`)

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** The files that these paths name and the Markdown files in the folders among them, each once, folders in the order of names. */
export async function* findFiles(paths: readonly string[], io: Io): AsyncGenerator<Candidate | Failure> {
  const seen = new Set<string>()
  for (const path of paths) {
    for await (const found of filesOf(path, io)) {
      const full = io.absolute(found.path)
      if (seen.has(full)) continue
      seen.add(full)
      yield found
    }
  }
}

async function* filesOf(path: string, io: Io): AsyncGenerator<Candidate | Failure> {
  try {
    if ((await io.kind(path)) === 'file') yield { path, named: true }
    else yield* filesIn(path.replaceAll('\\', '/'), io)
  } catch (error) {
    yield { path, message: messageOf(error) }
  }
}

async function* filesIn(top: string, io: Io): AsyncGenerator<Candidate | Failure> {
  // a stack of our own: folders can be nested deeper than calls
  const waiting = [top]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await io.list(folder).catch((error: unknown) => messageOf(error))
    if (typeof entries === 'string') {
      yield { path: folder, message: entries }
      continue
    }
    const sorted = entries.toSorted(byName)
    for (const { name, kind } of sorted) {
      if (kind === 'file' && isMarkdown(name)) yield { path: inside(folder, name), named: false }
    }
    for (const { name, kind } of sorted.toReversed()) {
      if (kind === 'folder' && !skipped.has(name)) waiting.push(inside(folder, name))
    }
  }
}
