import { decodeLossy, decodingError } from '../../platform/decodeText.ts'
import type { Io } from '../io/io.ts'

/** The text of a file. Rejects with a sentence if it cannot be read, has more bytes than that, or is not UTF-8. */
export async function readTextFile(path: string, maxBytes: number, io: Io): Promise<string> {
  if ((await io.kind(path)) === 'folder') throw new Error('is a folder; expected a file')
  const { bytes, size } = await io.read(path, maxBytes + 1)
  if (size > maxBytes) throw new Error(`larger than ${Math.floor(maxBytes / 1024 / 1024) || 1} MB`)
  const flaw = decodingError(bytes)
  if (flaw !== null) throw new Error(flaw)
  return decodeLossy(bytes)
}
