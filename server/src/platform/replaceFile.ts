import {
  chmodSync,
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { deferSignals } from './deferSignals.ts'
import { errorCode } from './readableErrors.ts'

/** Thrown by `replaceFile` if the file no longer has the bytes that were read. */
export class ChangedFileError extends Error {
  constructor() {
    super('changed by another program, so nothing was written; try again')
  }
}

/**
 * Replaces the bytes of a file, provided that it still has the bytes `before`. After a full disk, a signal, kill -9 or a power cut the
 * file has its old or its new bytes. Keeps the file's mode, owner and links. Synchronous work, so that no signal comes in between.
 */
export const replaceFile = (path: string, bytes: Uint8Array, before: Uint8Array): Promise<void> =>
  deferSignals(() => {
    // a symbolic link stays, and its target is replaced
    const target = realpathSync(path)
    // fails for a file that may not be written to, though its folder would allow to replace it
    const fd = openSync(target, 'r+')
    try {
      const stats = fstatSync(fd)
      if (stats.nlink > 1 || !replaceByRename(target, stats, bytes, before)) overwriteFile(target, fd, bytes, before)
    } finally {
      closeSync(fd)
    }
  })

/** The name of a hidden file next to `path`: `.2026.md.idea-files-4711-0.tmp`. Not Markdown, so that no list is found twice. */
const replacementName = (path: string, attempt: number): string =>
  `.${Array.from(basename(path)).slice(0, 60).join('')}.idea-files-${process.pid}-${attempt}.tmp`

/** Creates a new file, private for now, in the first of these folders that is writable; null if none is. */
function createFile(path: string, folders: readonly string[]): { readonly path: string; readonly fd: number } | null {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL
  for (const folder of folders) {
    for (let attempt = 0; attempt < 100; attempt++) {
      const created = join(folder, replacementName(path, attempt))
      try {
        return { path: created, fd: openSync(created, flags, 0o600) }
      } catch (error) {
        if (errorCode(error) === 'EEXIST') continue
        if (!isReplaceForbidden(error)) throw error
        break
      }
    }
  }
  return null
}

/** Writes a new file and renames it. False if that would not keep the owner, or is not allowed in this folder. */
function replaceByRename(target: string, stats: Stats, bytes: Uint8Array, before: Uint8Array): boolean {
  const created = createFile(target, [dirname(target)])
  if (created === null) return false
  let isRenamed = false
  try {
    try {
      if (!keepFileOwner(created.fd, stats)) return false
      writeWholeFile(created.fd, bytes, 0)
      fsyncSync(created.fd)
    } finally {
      closeSync(created.fd)
    }
    chmodSync(created.path, stats.mode & 0o7777)
    if (!isFileUnchanged(target, before)) throw new ChangedFileError()
    try {
      renameSync(created.path, target)
    } catch (error) {
      // Windows: another program has the file open
      if (!isReplaceForbidden(error)) throw error
      return false
    }
    isRenamed = true
  } finally {
    if (!isRenamed) unlinkSync(created.path)
  }
  syncReplacedFolder(dirname(target))
  return true
}

/**
 * Writes into the file itself, as it has several names, or cannot be replaced. A copy of the old bytes is next to it until that is done
 * (in the folder for temporary files, if the file's own is not writable).
 */
function overwriteFile(target: string, fd: number, bytes: Uint8Array, before: Uint8Array): void {
  const copy = createFile(target, [dirname(target), tmpdir()])
  let needsCopy = false
  try {
    if (copy !== null) fillReplacement(copy.fd, before, bytes.length)
    if (!isFileUnchanged(target, before)) throw new ChangedFileError()
    needsCopy = true
    overwriteFileBytes(fd, bytes, before)
    needsCopy = false
  } finally {
    if (copy !== null) closeSync(copy.fd)
    // after an error the copy is all that is left of the old bytes, unless they could be written again
    if (copy !== null && !(needsCopy && !fileHasBytes(fd, before))) unlinkSync(copy.path)
  }
}

/** Writes the old bytes, with room for as many as the file is to have: if the disk is full, the file itself is not touched. */
function fillReplacement(fd: number, before: Uint8Array, length: number): void {
  writeWholeFile(fd, before, 0)
  if (length > before.length) writeWholeFile(fd, new Uint8Array(length - before.length), before.length)
  fsyncSync(fd)
  ftruncateSync(fd, before.length)
  fsyncSync(fd)
}

/** Writes all bytes in one call, as kill -9 comes between calls. If that fails, the old bytes are written again. */
function overwriteFileBytes(fd: number, bytes: Uint8Array, before: Uint8Array): void {
  try {
    writeWholeFile(fd, bytes, 0)
    ftruncateSync(fd, bytes.length)
    fsyncSync(fd)
  } catch (error) {
    writeWholeFile(fd, before, 0)
    ftruncateSync(fd, before.length)
    fsyncSync(fd)
    throw error
  }
}

function writeWholeFile(fd: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, position + done)
}

const isFileUnchanged = (path: string, before: Uint8Array): boolean => Buffer.compare(readFileSync(path), before) === 0

function fileHasBytes(fd: number, expected: Uint8Array): boolean {
  const found = Buffer.alloc(expected.length + 1)
  let filled = 0
  for (let read = -1; read !== 0 && filled < found.length; filled += read) {
    read = readSync(fd, found, filled, found.length - filled, filled)
  }
  return Buffer.compare(found.subarray(0, filled), expected) === 0
}

/** Gives the new file the owner and group of the old one; false if that is not allowed. */
function keepFileOwner(fd: number, { uid, gid }: Stats): boolean {
  const own = fstatSync(fd)
  if (own.uid === uid && own.gid === gid) return true
  try {
    fchownSync(fd, uid, gid)
    return true
  } catch {
    return false
  }
}

/** Makes a rename permanent; not every system can do that. */
function syncReplacedFolder(path: string): void {
  try {
    const fd = openSync(path, 'r')
    try {
      fsyncSync(fd)
    } finally {
      closeSync(fd)
    }
  } catch {}
}

const isReplaceForbidden = (error: unknown): boolean => ['EACCES', 'EPERM', 'EBUSY', 'EROFS'].includes(errorCode(error))
