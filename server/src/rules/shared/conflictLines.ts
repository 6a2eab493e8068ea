import { cutSections } from '../../syntax/sections.ts'
import type { Span } from '../../text/span.ts'

/** A line of a file, without its line end. */
export interface Line {
  readonly text: string
  readonly span: Span
  /** Whether a heading begins here, so that a diff pasted above has come to its end. */
  readonly heading: boolean
}

/** A merge conflict: the line that opens it, and all of it up to the line that closes it. */
export interface Conflict {
  readonly opening: Span
  readonly span: Span
}

/** Whether a text may hold a conflict at all: cheap, where `conflictsIn` cuts the text anew. */
export const mayHoldConflict = (text: string): boolean => text.includes('<<<<<<<') && text.includes('>>>>>>>')

/** The lines of a file that stand outside fences. */
export function* plainLines(text: string): Iterable<Line> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (const { blocks, length } of cutSections(text)) {
    for (const block of blocks) {
      if (/^ {0,3}(?:```|~~~)/.test(block.text)) continue
      yield* linesOf(block.text, start + block.at)
    }
    start += length
  }
}

function* linesOf(block: string, at: number): Iterable<Line> {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf('\n', from)
    const to = end < 0 ? block.length : end
    const text = block.slice(from, block[to - 1] === '\r' ? to - 1 : to)
    yield { text, span: { start: at + from, end: at + from + text.length }, heading: /^#{1,6}(?:[ \t]|$)/.test(text) }
    from = to + 1
  }
}

const opens = (line: string): boolean => /^<{7}(?: |$)/.test(line)
const divides = (line: string): boolean => /^={7}[ \t]*$/.test(line)
const closes = (line: string): boolean => /^>{7}(?: |$)/.test(line)

/** The conflicts among these lines. One is whole: what opens it, divides it and closes it, in this order. */
export function conflictsIn(lines: Iterable<Line>): readonly Conflict[] {
  const found: Conflict[] = []
  let opening: Span | null = null
  let divided = false
  for (const { text, span } of lines) {
    if (opens(text)) {
      opening = span
      divided = false
    } else if (opening !== null && divides(text)) divided = true
    else if (opening !== null && divided && closes(text)) {
      found.push({ opening, span: { start: opening.start, end: span.end } })
      opening = null
    }
  }
  return found
}
