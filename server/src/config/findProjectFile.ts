import { projectFileName } from '../protocol/protocol.ts'

/** Larger project files are not read. */
export const maxProjectFileBytes = 1024 * 1024

/** A project file that was found. */
export interface FoundFile {
  readonly path: string
  readonly text: string
}

/** The text of a file; null if there is no such file. Paths are full, with forward slashes. */
export type ReadTextFile = (path: string) => Promise<string | null>

/** Finds the nearest project file of a list, from its folder upwards. */
export type FindProjectFile = (path: string) => Promise<FoundFile | null>

/** Each folder is read once: create a new finder when files may have changed. Rejects if reading fails. */
export function createProjectFileFinder(read: ReadTextFile): FindProjectFile {
  const known = new Map<string, Promise<FoundFile | null>>()
  const inFolder = (folder: string): Promise<FoundFile | null> => {
    const before = known.get(folder)
    if (before) return before
    const found = lookIn(folder)
    known.set(folder, found)
    return found
  }
  const lookIn = async (folder: string): Promise<FoundFile | null> => {
    const path = `${folder}/${projectFileName}`
    const text = await read(path)
    if (text !== null) return { path, text }
    const above = parentFolder(folder)
    return above === null ? null : inFolder(above)
  }
  return async (path) => {
    const folder = parentFolder(path)
    return folder === null ? null : inFolder(folder)
  }
}

/** `/a/b.md` → `/a` → `` → null. */
function parentFolder(path: string): string | null {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? null : path.slice(0, slash)
}
