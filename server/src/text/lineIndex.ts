import type { TextDocument } from 'vscode-languageserver-textdocument'

/** What a position's `character` counts: UTF-16 code units, UTF-8 bytes or code points. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32'

/** A place as LSP names it: both parts 0-based, `character` in the units that client and server agreed on. */
export interface LinePosition {
  readonly line: number
  readonly character: number
}

/** Translates between UTF-16 offsets in a text and positions in it. Total: what lies outside the text is moved to its nearest end. */
export interface LineIndex {
  readonly lineCount: number
  /** The position of a UTF-16 offset; inside a CRLF it is the one before it. */
  positionAt(offset: number): LinePosition
  /** The UTF-16 offset of a position; beyond a line's end it is that end. */
  offsetAt(position: LinePosition): number
}

/** Reads the lines of `document` as it stands at each call, counting characters in `encoding`. */
export function lineIndex(document: TextDocument, encoding: PositionEncoding): LineIndex {
  const utf16: LineIndex = {
    get lineCount() {
      return document.lineCount
    },
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: ({ line, character }) => document.offsetAt({ line: wholeNumber(line), character: wholeNumber(character) }),
  }
  return encoding === 'utf-16' ? utf16 : recountedIndex(document, utf16, encoding === 'utf-8' ? utf8Bytes : codePointUnit)
}

function recountedIndex(document: TextDocument, utf16: LineIndex, width: (codePoint: number) => number): LineIndex {
  return {
    get lineCount() {
      return document.lineCount
    },
    positionAt(offset) {
      const { line, character } = utf16.positionAt(offset)
      const start = utf16.offsetAt({ line, character: 0 })
      return { line, character: unitsIn(document.getText(), start, start + character, width) }
    },
    offsetAt({ line, character }) {
      const start = utf16.offsetAt({ line, character: 0 })
      const end = utf16.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })
      return offsetAfter(document.getText(), start, end, wholeNumber(character), width)
    },
  }
}

/** How many units the code points that lie wholly in `start`–`end` take. */
function unitsIn(text: string, start: number, end: number, width: (codePoint: number) => number): number {
  let units = 0
  for (let at = start; at < end; ) {
    const codePoint = text.codePointAt(at) ?? 0
    at += codePoint > 0xffff ? 2 : 1
    if (at <= end) units += width(codePoint)
  }
  return units
}

/** The offset after as many code points from `start` as fit into `units`, at most `end`. */
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

// clients are known to send fractions, null and negative numbers
const wholeNumber = (value: number): number => (Number.isFinite(value) ? Math.trunc(value) : 0)
