import { opendir, realpath, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isRelevantFile } from '../protocol/relevantFiles.ts'
import type { DirectoryEntry, Folders } from '../workspace/folders.ts'
import { withReadableError } from './readableErrors.ts'
import { readNodeFile } from './readFile.ts'

/** This machine's file system, by `file:` URIs. */
export const nodeFolders: Folders = { list: listNodeFolder, read: readNodeFile, real: folderWithoutLinks }

/** Lists one folder, a few entries at a time: most files of a workspace are irrelevant. */
async function* listNodeFolder(folder: string): AsyncGenerator<DirectoryEntry> {
  const path = fileURLToPath(folder)
  for await (const entry of await withReadableError(opendir(path, { bufferSize: 256 }))) {
    const { name } = entry
    if (entry.isDirectory()) yield { name, kind: 'folder' }
    else if (!isRelevantFile(name)) continue
    else if (entry.isFile()) yield { name, kind: 'file' }
    else if (entry.isSymbolicLink()) yield* linkedNodeEntries(name, `${path}/${name}`)
  }
}

/** A link to a file; one to a folder could be circular. */
async function* linkedNodeEntries(name: string, path: string): AsyncGenerator<DirectoryEntry> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) yield { name, kind: 'file', target: pathToFileURL(await realpath(path)).href }
}

async function folderWithoutLinks(uri: string): Promise<string> {
  try {
    return pathToFileURL(await realpath(fileURLToPath(uri))).href
  } catch {
    return uri
  }
}
