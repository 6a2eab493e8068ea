import { createHash } from 'node:crypto'

/** Texts and bytes, in their order. */
export type DigestParts = readonly (string | Uint8Array)[]

/** The SHA-256 of parts: no two lists of parts have the same. */
export function digestBytes(parts: DigestParts): Buffer {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${typeof part} ${part.length} `).update(part)
  return hash.digest()
}

/** The same as a text. */
export const digestText = (...parts: DigestParts): string => digestBytes(parts).toString('base64url')
