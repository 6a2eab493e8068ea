import { isMarkdown } from '../../protocol/relevantFiles.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { compareFolderEntries, ignoredDirectories } from '../../workspace/folders.ts'
import type { Io } from '../io/io.ts'
import { type IgnoreFiles, ignoreFilesAbove, isIgnoredPath, withIgnoreFile } from './ignoredPaths.ts'

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

/** What was found at a path. */
export type FoundPath = Candidate | Failure

/** `docs/2025.md`; `2025.md` if the folder is `.`. */
const joinPath = (folder: string, name: string): string => (folder === '.' ? name : `${folder.replace(/\/+$/, '')}/${name}`)

/**
 * The files among these paths, and the Markdown files in the folders among them that git does not ignore, folders in alphabetical order.
 * A file that has several names (a symbolic link, or a folder above it that is one) is found once.
 */
export async function findFiles(paths: readonly string[], io: Io): Promise<readonly FoundPath[]> {
  const found: FoundPath[] = []
  for (const path of paths) {
    for await (const each of findFilesOf(path, io)) found.push(each)
  }
  const files = new Map<string, FoundPath>()
  for (const each of found) {
    const key = 'message' in each ? `\0${each.path}` : io.realPath(each.path)
    const before = files.get(key)
    if (before === undefined || isBetterFoundName(each, before, io)) files.set(key, each)
  }
  return [...files.values()]
}

/** Whether a name is reported instead of another one of the same file: one from the command line, otherwise the real one. */
function isBetterFoundName(name: FoundPath, before: FoundPath, io: Io): boolean {
  if ('message' in name || 'message' in before || before.named) return false
  const isReal = ({ path }: Candidate): boolean => io.absolute(path) === io.realPath(path)
  return name.named || (isReal(name) && !isReal(before))
}

async function* findFilesOf(path: string, io: Io): AsyncGenerator<FoundPath> {
  try {
    if ((await io.kind(path)) === 'file') yield { path, named: true }
    else yield* findFilesIn(path.replaceAll('\\', '/'), io)
  } catch (error) {
    yield { path, message: errorMessage(error) }
  }
}

async function* findFilesIn(top: string, io: Io): AsyncGenerator<FoundPath> {
  // a stack, as folders can be nested deeper than calls
  const waiting: { readonly folder: string; readonly above: IgnoreFiles }[] = []
  waiting.push({ folder: top, above: await ignoreFilesAbove(io.absolute(top), io) })
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, above } = next
    const entries = await io.list(folder).catch((error: unknown) => errorMessage(error))
    if (typeof entries === 'string') {
      yield { path: folder, message: entries }
      continue
    }
    const full = io.absolute(folder)
    const ignoreFiles = await withIgnoreFile(above, full, io)
    const sorted = entries.toSorted(compareFolderEntries)
    const isWanted = ({ name, kind }: (typeof entries)[number]): boolean =>
      (kind === 'file' ? isMarkdown(name) : !ignoredDirectories.has(name)) &&
      !isIgnoredPath(ignoreFiles, `${full.replace(/\/$/, '')}/${name}`, kind === 'folder')
    for (const entry of sorted) {
      if (entry.kind === 'file' && isWanted(entry)) yield { path: joinPath(folder, entry.name), named: false }
    }
    for (const entry of sorted.toReversed()) {
      if (entry.kind === 'folder' && isWanted(entry)) waiting.push({ folder: joinPath(folder, entry.name), above: ignoreFiles })
    }
  }
}
