import { ignoredDirectories, isMarkdown } from '../../workspace/folders.ts'
import { errorMessage } from '../io/errorMessage.ts'
import type { Io } from '../io/io.ts'

/** A file to be read. `named`: it is an argument of the command, not found in a folder. */
export interface Candidate {
  readonly path: string
  readonly named: boolean
}

/** A path that could not be read, and why. */
export interface Failure {
  readonly path: string
  readonly message: string
}

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/** `docs/2025.md`; `2025.md` if the folder is `.`. */
const joinPath = (folder: string, name: string): string => (folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`)

/** The files among these paths, and the Markdown files in the folders among them; each once, folders in alphabetical order. */
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
    yield { path, message: errorMessage(error) }
  }
}

async function* filesIn(top: string, io: Io): AsyncGenerator<Candidate | Failure> {
  // a stack, as folders can be nested deeper than calls
  const waiting = [top]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const entries = await io.list(folder).catch((error: unknown) => errorMessage(error))
    if (typeof entries === 'string') {
      yield { path: folder, message: entries }
      continue
    }
    const sorted = entries.toSorted(byName)
    for (const { name, kind } of sorted) {
      if (kind === 'file' && isMarkdown(name)) yield { path: joinPath(folder, name), named: false }
    }
    for (const { name, kind } of sorted.toReversed()) {
      if (kind === 'folder' && !ignoredDirectories.has(name)) waiting.push(joinPath(folder, name))
    }
  }
}
