import { open, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { decodeLossy, decodingError } from './decodeText.ts'
import { isNotFoundError, withReadableError } from './readableErrors.ts'

/** Bytes read from a file, and the size of the whole file. */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly size: number
}

const readChunk = 64 * 1024

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

/** The text of a file by its `file:` URI; null if there is none. Rejects with a sentence if it cannot be read. */
export async function readNodeFile(uri: string, maxBytes: number): Promise<string | null> {
  const path = fileURLToPath(uri)
  const found = await stat(path).catch((error: unknown) =>
    isNotFoundError(error) ? null : withReadableError(Promise.reject(error)),
  )
  if (found === null) return null
  // a pipe would be waited for
  if (!found.isFile()) throw new Error('not a file')
  const { bytes, size } = await withReadableError(readAtMost(path, maxBytes + 1))
  if (size > maxBytes)
    throw new Error(`too large (${(size / 1024 / 1024).toFixed(1)} MB; the limit is ${maxBytes / 1024 / 1024} MB)`)
  const flaw = decodingError(bytes)
  if (flaw !== null) throw new Error(flaw)
  return decodeLossy(bytes)
}
