import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isPrivateFolder } from './cacheFolder.ts'
import { type DigestParts, digestBytes } from './digest.ts'

const storedEnding = '.idea-files'
const digestLength = 32

/** More than these are not kept: the oldest go. */
const maxStoredFiles = 24
const maxStoredBytes = 48 * 1024 * 1024

/** The path of a stored file. */
export const storedPath = (folder: string, name: string): string => join(folder, `${name}${storedEnding}`)

/** The bytes that were stored at a path with this key; null if there are none, or not exactly those. Never throws. */
export function readStoredFile(path: string, key: DigestParts): Buffer | null {
  try {
    // what others may write to is not read either
    if (!isPrivateFolder(dirname(path))) return null
    const found = readFileSync(path)
    const bytes = found.subarray(digestLength)
    return found.length > digestLength && digestBytes([...key, bytes]).equals(found.subarray(0, digestLength)) ? bytes : null
  } catch {
    return null
  }
}

/** Stores bytes, whole or not at all, and removes the oldest files if there are too many. Never throws: then nothing is stored. */
export function writeStoredFile(path: string, key: DigestParts, bytes: Uint8Array): void {
  try {
    const folder = dirname(path)
    if (!isPrivateFolder(folder)) return
    // of several containers with this folder, each may have a process of the same id
    const unfinished = `${path}.${randomBytes(6).toString('hex')}${storedEnding}`
    try {
      writeFileSync(unfinished, Buffer.concat([digestBytes([...key, bytes]), bytes]), { flag: 'wx', mode: 0o600 })
      renameSync(unfinished, path)
    } catch {
      unlinkSync(unfinished)
    }
    removeOldestStoredFiles(folder)
  } catch {
    // the next run does the work again
  }
}

function removeOldestStoredFiles(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(storedEnding))
    .flatMap((name) => {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      return found ? [{ path, size: found.size, time: found.mtimeMs }] : []
    })
    .sort((a, b) => b.time - a.time)
  let bytes = 0
  for (const [index, { path, size }] of files.entries()) {
    bytes += size
    if (index >= maxStoredFiles || bytes > maxStoredBytes) unlinkSync(path)
  }
}
