import type { IdeaFile, PlacedSection } from '../../model/types.ts'
import { parseBlocks } from '../../syntax/parse.ts'
import { cutSections } from '../../syntax/sections.ts'
import { eolOf, lineEnd, lineStart, listMarker } from '../../text/textLines.ts'

/** The line of the cursor; `start`, `end` and `cursor` are UTF-16 offsets in the file, the line end is no part of it. */
export interface CursorLine {
  readonly start: number
  readonly end: number
  readonly cursor: number
  readonly text: string
  /** What stands before the cursor, and behind it. */
  readonly head: string
  readonly tail: string
}

/** Reads the line that holds `offset`. A byte-order mark is no part of the first one. */
export function lineOf(text: string, offset: number): CursorLine {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0
  const cursor = Math.min(Math.max(offset, first), text.length)
  const start = Math.max(lineStart(text, cursor), first)
  const end = lineEnd(text, cursor)
  return { start, end, cursor, text: text.slice(start, end), head: text.slice(start, cursor), tail: text.slice(cursor, end) }
}

/** A bullet's line; `content` is the offset behind the bullet and its blanks, in the file. */
export interface ItemLine {
  readonly indent: string
  readonly bullet: string
  readonly gap: string
  readonly content: number
}

/** Reads a line as a list item's first one; null for any other line, and where the cursor stands before the content. */
export function itemLine({ start, text, cursor }: CursorLine): ItemLine | null {
  const found = listMarker.exec(text)
  if (found === null || start + found[0].length > cursor) return null
  const [mark, indent = '', bullet = '', gap = ''] = found
  return { indent, bullet, gap, content: start + mark.length }
}

/** What begins a bullet below an item, indented to its content: line end, blanks, bullet. `text` is the file's. */
export function belowItem(text: string, { indent, bullet, gap }: ItemLine): string {
  const below = gap.includes('\t') ? '\t' : ' '.repeat(bullet.length + gap.length)
  return `${eolOf(text)}${indent}${below}${bullet.length === 1 ? bullet : '-'} `
}

/** Whether what is written into a line is text: no part of code, of a comment or of other HTML that begins above it. */
export function isText(file: IdeaFile, line: CursorLine): boolean {
  const section = sectionAt(file.sections, line.start)
  if (section === undefined) return true
  const before = file.text.slice(section.at, line.start)
  const mark = listMarker.exec(line.text)?.[0] ?? /^[ \t]*/.exec(line.text)![0]
  if (!/[<]|```|~~~/.test(before) && !/^(?: {4}| {0,3}\t)/.test(mark)) return true
  const block = cutSections(`${before}${mark}x`).at(-1)?.blocks.at(-1)
  // what is too long or too deep to be parsed is left alone
  const last = block && parseBlocks([block])[0]?.at(-1)
  return last !== undefined && !isCode(last.node)
}

interface Node {
  readonly type: string
  readonly children?: readonly Node[]
}

/** Whether the text ends in code or HTML: the last node in the last node, and so on. */
function isCode(node: Node): boolean {
  let last: Node = node
  for (let next = last.children?.at(-1); next !== undefined; next = last.children?.at(-1)) last = next
  return last.type === 'code' || last.type === 'html' || last.type === 'inlineCode'
}

/** The section that holds an offset; where two meet, the second. */
function sectionAt(sections: readonly PlacedSection[], offset: number): PlacedSection | undefined {
  let low = 0
  let high = sections.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sections[middle]!.at <= offset) low = middle + 1
    else high = middle
  }
  return sections[low - 1]
}
