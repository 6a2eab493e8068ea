const lineFeedByte = 10

const lineAtByte = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((line, byte) => (byte === lineFeedByte ? line + 1 : line), 1)

/** The offset of the first byte that is not UTF-8; there must be one. */
function firstDecodingFlaw(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1
    // with `stream`, a text may end within a character
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // the character that the bad byte breaks off may begin up to three bytes before
  while (good > 0 && !decodes(bytes.subarray(0, good), false)) good--
  return good
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}

/** The text of a file's bytes, without a byte-order mark. What is not UTF-8 becomes U+FFFD, as editors show it. */
export const decodeLossy = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

const byteOrderMark = [0xef, 0xbb, 0xbf]

/** The bytes of a text, with a byte-order mark if `before` has one. */
export function encodeDecodedText(text: string, before: Uint8Array): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (!byteOrderMark.every((byte, index) => before[index] === byte)) return bytes
  const marked = new Uint8Array(byteOrderMark.length + bytes.length)
  marked.set(byteOrderMark)
  marked.set(bytes, byteOrderMark.length)
  return marked
}

/** Why bytes are not a text (a zero byte, not UTF-8), with the 1-based line; null if they are. */
export function decodingError(bytes: Uint8Array): string | null {
  const zero = bytes.indexOf(0)
  if (zero >= 0) return `not a text file (NUL byte on line ${lineAtByte(bytes, zero)})`
  if (decodes(bytes, false)) return null
  const at = firstDecodingFlaw(bytes)
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return `not valid UTF-8 (byte 0x${byte} on line ${lineAtByte(bytes, at)})`
}
