import { opendir, realpath, stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { isRelevantFile } from '../protocol/relevantFiles.ts'
import type { DirectoryEntry, Folders } from '../workspace/folders.ts'
import { decodeLossy, decodingError } from './decodeText.ts'
import { readAtMost, withReadableError } from './readFile.ts'

/** This machine's file system, by `file:` URIs. */
export const nodeFolders: Folders = { list: listNodeFolder, read: readNodeFile, real: withoutLinks }

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

async function readNodeFile(uri: string, maxBytes: number): Promise<string | null> {
  const path = fileURLToPath(uri)
  const found = await stat(path).catch((error: unknown) => (isMissing(error) ? null : withReadableError(Promise.reject(error))))
  if (found === null) return null
  // a pipe would be waited for
  if (!found.isFile()) throw new Error('it is no file')
  const { bytes, size } = await withReadableError(readAtMost(path, maxBytes + 1))
  if (size > maxBytes)
    throw new Error(`it has ${(size / 1024 / 1024).toFixed(1)} MB; files over ${maxBytes / 1024 / 1024} MB are not read`)
  const flaw = decodingError(bytes)
  if (flaw !== null) throw new Error(flaw)
  return decodeLossy(bytes)
}

async function withoutLinks(uri: string): Promise<string> {
  try {
    return pathToFileURL(await realpath(fileURLToPath(uri))).href
  } catch {
    return uri
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
