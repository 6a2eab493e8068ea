import { applyEdits, type Edit } from '../../text/edits.ts'
import { lineEnd, lineStart, splitLines } from '../../text/textLines.ts'

/** Lines that are replaced. `line` is the 1-based number of the first old line, or of the line before which the new ones are inserted. */
export interface LineChange {
  readonly line: number
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** Edits of the same or adjacent lines, which are whole from `from` to `to`. */
interface EditedLines {
  readonly from: number
  readonly to: number
  readonly edits: readonly Edit[]
}

/** The lines that edits change; edits of the same or adjacent lines are one change, without the unchanged lines at its two ends. */
export function lineChanges(text: string, edits: readonly Edit[]): readonly LineChange[] {
  let [line, counted] = [1, 0]
  return groupByLines(text, edits).map(({ from, to, edits: inLines }) => {
    line += splitLines(text.slice(counted, from)).length - 1
    counted = from
    const inside = inLines.map(({ span, newText }) => ({ span: { start: span.start - from, end: span.end - from }, newText }))
    const [before, after] = [splitLines(text.slice(from, to)), splitLines(applyEdits(text.slice(from, to), inside))]
    const shorter = Math.min(before.length, after.length)
    let [head, tail] = [0, 0]
    while (head < shorter && before[head] === after[head]) head++
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
    return {
      line: line + head,
      before: before.slice(head, before.length - tail),
      after: after.slice(head, after.length - tail),
    }
  })
}

function groupByLines(text: string, edits: readonly Edit[]): readonly EditedLines[] {
  const groups: { readonly from: number; to: number; readonly edits: Edit[] }[] = []
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const [from, to] = [lineStart(text, edit.span.start), lineEnd(text, edit.span.end)]
    const last = groups.at(-1)
    if (last === undefined || last.to < from) groups.push({ from, to, edits: [edit] })
    else {
      last.to = Math.max(last.to, to)
      last.edits.push(edit)
    }
  }
  return groups
}
