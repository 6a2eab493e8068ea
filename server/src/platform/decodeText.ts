const lineFeed = 10

const lineOf = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((line, byte) => (byte === lineFeed ? line + 1 : line), 1)

/** The offset of the first byte that is no UTF-8; only asked for where there is one. */
function firstFlaw(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length
  while (good + 1 < bad) {
    const middle = (good + bad) >> 1
    // a text cut within a character is no flaw yet: `stream` waits for the rest
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  // the byte that broke it may only have broken off a character that began up to three bytes before
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

/** The text of a file's bytes, without a byte-order mark. Total: what is no UTF-8 becomes U+FFFD, as editors show it. */
export const decodeLossy = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes)

const mark = [0xef, 0xbb, 0xbf]

/** The bytes of a text; with a byte-order mark where `before` had one. */
export function encodedAs(text: string, before: Uint8Array): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (!mark.every((byte, index) => before[index] === byte)) return bytes
  const marked = new Uint8Array(mark.length + bytes.length)
  marked.set(mark)
  marked.set(bytes, mark.length)
  return marked
}

/** Why bytes are no text that we could point into (a zero byte, no UTF-8), with the 1-based line; null where they are one. */
export function decodingError(bytes: Uint8Array): string | null {
  const zero = bytes.indexOf(0)
  if (zero >= 0) return `it is no text: line ${lineOf(bytes, zero)} holds a zero byte`
  if (decodes(bytes, false)) return null
  const at = firstFlaw(bytes)
  const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')
  return `it is no UTF-8 text: line ${lineOf(bytes, at)} holds the byte 0x${byte}`
}
