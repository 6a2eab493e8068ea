import type { Folders } from './folders.ts'
import type { RealNames } from './realNames.ts'
import { isUriInside, moveUriBetween, uriKey } from './uris.ts'
import type { Walk } from './walk.ts'

/** A workspace folder and the state of its scans. */
export interface Root {
  readonly uri: string
  readonly key: string
  /** Differs from `uri` if the folder is a symbolic link. */
  real: string
  readonly folders: Folders
  walk: Walk
  /** The number of scans in progress. */
  scans: number
  /** Whether the summary of its first scan has been logged. */
  isReported: boolean
}

/** A workspace folder before its first scan. */
export const createRoot = (uri: string, key: string, folders: Folders, walk: Walk): Root => ({
  uri,
  key,
  real: uri,
  folders,
  walk,
  scans: 0,
  isReported: false,
})

/** The file's URI below a workspace folder, by which the client knows it; the same URI if no folder includes the file. */
export function uriInRoot(roots: readonly Root[], names: RealNames, uri: string): string {
  const [own, key] = [uriKey(uri), names.keyOf(uri)]
  if (roots.some((root) => isUriInside(root.key, own))) return uri
  const root = roots.find(({ real }) => isUriInside(uriKey(real), key))
  return root ? moveUriBetween(root.real, root.uri, names.of(uri)) : uri
}
