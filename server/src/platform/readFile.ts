import { open } from 'node:fs/promises'
import { errorMessage } from '../text/errorMessage.ts'

/** Bytes read from a file, and the size of the whole file. */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly size: number
}

const readChunk = 64 * 1024

/** Error codes of Node's file system in words. */
export const readErrors: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read (permission denied)',
  EPERM: 'it may not be read (permission denied)',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links run in a circle',
  EROFS: 'it may not be written (the file system is read-only)',
  ENOSPC: 'there is no room left to write it',
  EDQUOT: 'there is no room left to write it',
  EFBIG: 'there is no room left to write it',
  ENAMETOOLONG: 'its name is too long',
}

/** Awaits `work`; rejects with a sentence in place of Node's error code (`EACCES` → `it may not be read …`). */
export async function withReadableError<T>(work: Promise<T>, words = readErrors): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Error(words[code] ?? errorMessage(error), { cause: error })
  }
}

/** Reads at most `maxBytes` bytes from the start of a file, whose size may change meanwhile. `size` is at least the number of bytes read. */
export async function readAtMost(path: string, maxBytes: number): Promise<Bytes> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    // one byte more than expected: a read that does not fill the buffer has come to the end
    let buffer = Buffer.alloc(Math.min(size + 1, maxBytes))
    let filled = 0
    while (filled < maxBytes) {
      if (filled === buffer.length)
        buffer = Buffer.concat([buffer, Buffer.alloc(Math.min(filled + readChunk, maxBytes) - filled)])
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { bytes: buffer.subarray(0, filled), size: Math.max(size, filled) }
  } finally {
    await file.close()
  }
}
