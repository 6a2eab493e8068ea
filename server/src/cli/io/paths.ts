import { isProjectFile } from '../../config/projectFileSchema.ts'
import type { Io } from './io.ts'

/** A full path below a folder, relative to it; null if it is not in it. `''` for the folder itself. */
export function relativeTo(folder: string, path: string): string | null {
  if (path === folder) return ''
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(start) ? path.slice(start.length) : null
}

/** A full path relative to the current folder, if it is in it. */
export function relativePath(path: string, io: Io): string {
  const here = `${io.absolute('.').replace(/\/$/, '')}/`
  return path.startsWith(here) ? path.slice(here.length) : path
}

/** Whether a path on the command line is a project file's. */
export const isProjectPath = (path: string): boolean => isProjectFile(path.replaceAll('\\', '/'))

/** A path as reports show it: with forward slashes on every system. */
export const displayPath = (path: string): string => path.replaceAll('\\', '/')
