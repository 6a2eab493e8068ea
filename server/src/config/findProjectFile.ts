import { projectFileName } from '../protocol/protocol.ts'

/** A text that was found, and where. */
export interface FoundFile {
  readonly path: string
  readonly text: string
}

/** The text of a file; null where there is none. Paths are full ones with forward slashes. */
export type ReadText = (path: string) => Promise<string | null>

/** Finds the project file that is nearest to a list. */
export type FindProjectFile = (path: string) => Promise<FoundFile | null>

/** Asks for each folder's file once: make another finder when files may have changed. What fails in reading rejects. */
export function createProjectFileFinder(read: ReadText): FindProjectFile {
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
    const above = parent(folder)
    return above === null ? null : inFolder(above)
  }
  return async (path) => {
    const folder = parent(path)
    return folder === null ? null : inFolder(folder)
  }
}

/** The folder that holds a file or folder, without a slash at its end: of `/a.md` the empty text; null where nothing is above. */
function parent(path: string): string | null {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? null : path.slice(0, slash)
}

/** Whether a path is that of a project file. */
export const isProjectFile = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1) === projectFileName
