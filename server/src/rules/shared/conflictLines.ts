import { cutSections } from '../../syntax/sections.ts'
import type { Span } from '../../text/span.ts'

/** A line of a file without its line end; the span is relative to the file. */
export interface PlainLine {
  readonly text: string
  readonly span: Span
  /** Whether the line is an ATX heading: a diff pasted above ends here. */
  readonly heading: boolean
}

/** A merge conflict: the span of its `<<<<<<<` line, and of all lines up to `>>>>>>>`. */
export interface Conflict {
  readonly opening: Span
  readonly span: Span
}

/** A cheap check whether a text may contain a conflict; `conflictsIn` then reads all lines. */
export const mayHoldConflict = (text: string): boolean => text.includes('<<<<<<<') && text.includes('>>>>>>>')

/** The lines of a file outside fenced code. */
export function* plainLines(text: string): Iterable<PlainLine> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (const { blocks, length } of cutSections(text)) {
    for (const block of blocks) {
      if (/^ {0,3}(?:```|~~~)/.test(block.text)) continue
      yield* conflictBlockLines(block.text, start + block.at)
    }
    start += length
  }
}

function* conflictBlockLines(block: string, at: number): Iterable<PlainLine> {
  for (let from = 0; from < block.length; ) {
    const end = block.indexOf('\n', from)
    const to = end < 0 ? block.length : end
    const text = block.slice(from, block[to - 1] === '\r' ? to - 1 : to)
    yield { text, span: { start: at + from, end: at + from + text.length }, heading: /^#{1,6}(?:[ \t]|$)/.test(text) }
    from = to + 1
  }
}

const isConflictStart = (line: string): boolean => /^<{7}(?: |$)/.test(line)
const isConflictMiddleLine = (line: string): boolean => /^={7}[ \t]*$/.test(line)
const isConflictEnd = (line: string): boolean => /^>{7}(?: |$)/.test(line)

/** The complete conflicts among these lines: `<<<<<<<`, then `=======`, then `>>>>>>>`. */
export function conflictsIn(lines: Iterable<PlainLine>): readonly Conflict[] {
  const found: Conflict[] = []
  let opening: Span | null = null
  let divided = false
  for (const { text, span } of lines) {
    if (isConflictStart(text)) {
      opening = span
      divided = false
    } else if (opening !== null && isConflictMiddleLine(text)) divided = true
    else if (opening !== null && divided && isConflictEnd(text)) {
      found.push({ opening, span: { start: opening.start, end: span.end } })
      opening = null
    }
  }
  return found
}

/** The conflicts of a file, and the first line of each pasted diff. */
export interface ConflictMarks {
  readonly conflicts: readonly Conflict[]
  readonly diffs: readonly Span[]
}

/** Finds conflicts and diffs outside fenced code. Reads the lines of a text only if it may contain any. */
export function conflictMarks(text: string): ConflictMarks {
  const mayHoldDiff = text.includes('diff --git a/') || text.includes('@@ -')
  if (!mayHoldConflict(text) && !mayHoldDiff) return { conflicts: [], diffs: [] }
  const lines = [...plainLines(text)]
  return { conflicts: mayHoldConflict(text) ? conflictsIn(lines) : [], diffs: mayHoldDiff ? diffsIn(lines) : [] }
}

const isConflictDiffHeader = (line: string): boolean =>
  /^diff --git a\//.test(line) ? line.includes(' b/') : /^@@ -\d{1,9}(?:,\d{1,9})? \+\d{1,9}(?:,\d{1,9})? @@/.test(line)

/** The first line of each run of diff headers; a heading ends a run. */
function diffsIn(lines: readonly PlainLine[]): readonly Span[] {
  const found: Span[] = []
  let inDiff = false
  for (const { text, span, heading } of lines) {
    if (heading) inDiff = false
    if (!isConflictDiffHeader(text)) continue
    if (!inDiff) found.push(span)
    inDiff = true
  }
  return found
}
