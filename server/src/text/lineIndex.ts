import type { TextDocument } from 'vscode-languageserver-textdocument'

/** The unit of a position's `character`: UTF-16 code units, UTF-8 bytes or code points. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32'

/** An LSP position: both parts 0-based, `character` in the negotiated encoding. */
export interface LinePosition {
  readonly line: number
  readonly character: number
}

/** Converts between UTF-16 offsets and positions. Never throws: what is outside the text is moved to its nearest end. */
export interface LineIndex {
  readonly lineCount: number
  /** The position of a UTF-16 offset; inside a CRLF that before the CRLF. */
  positionAt(offset: number): LinePosition
  /** The UTF-16 offset of a position; after the end of its line that end. */
  offsetAt(position: LinePosition): number
}

/** The lines of the current version of `document`, with characters counted in `encoding`. */
export function lineIndex(document: TextDocument, encoding: PositionEncoding): LineIndex {
  const utf16: LineIndex = {
    get lineCount() {
      return document.lineCount
    },
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: ({ line, character }) =>
      document.offsetAt({ line: wholeLineOrCharacter(line), character: wholeLineOrCharacter(character) }),
  }
  return encoding === 'utf-16' ? utf16 : recountedLineIndex(document, utf16, encoding === 'utf-8' ? utf8Bytes : codePointUnit)
}

function recountedLineIndex(document: TextDocument, utf16: LineIndex, width: (codePoint: number) => number): LineIndex {
  return {
    get lineCount() {
      return document.lineCount
    },
    positionAt(offset) {
      const { line, character } = utf16.positionAt(offset)
      const start = utf16.offsetAt({ line, character: 0 })
      return { line, character: unitsInLineIndex(document.getText(), start, start + character, width) }
    },
    offsetAt({ line, character }) {
      const start = utf16.offsetAt({ line, character: 0 })
      const end = utf16.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })
      return offsetAfter(document.getText(), start, end, wholeLineOrCharacter(character), width)
    },
  }
}

/** The units of the code points that are completely in `start`–`end`. */
function unitsInLineIndex(text: string, start: number, end: number, width: (codePoint: number) => number): number {
  let units = 0
  for (let at = start; at < end; ) {
    const codePoint = text.codePointAt(at) ?? 0
    at += codePoint > 0xffff ? 2 : 1
    if (at <= end) units += width(codePoint)
  }
  return units
}

/** The offset after as many code points from `start` as fit into `units`; at most `end`. */
function offsetAfter(text: string, start: number, end: number, units: number, width: (codePoint: number) => number): number {
  let at = start
  for (let left = units; at < end; ) {
    const codePoint = text.codePointAt(at) ?? 0
    left -= width(codePoint)
    if (left < 0) return at
    at += codePoint > 0xffff ? 2 : 1
  }
  return at
}

const codePointUnit = (): number => 1

const utf8Bytes = (codePoint: number): number => (codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4)

// some clients send fractions, null and negative numbers
const wholeLineOrCharacter = (value: number): number => (Number.isFinite(value) ? Math.trunc(value) : 0)
