import { afterLineBreak, columnWidth, lineEnd, lineStart } from '../../text/textLines.ts'

const bulletAhead = /^[ \t]*(?:[-*+•●▪◦]|\d{1,9}[.)])(?:[ \t]|$)/

interface LabelItem {
  readonly label: number
  readonly value: number
  /** Where it ends at the latest. */
  readonly limit: number
}

/**
 * Where the list item of a label ends, of which `label` and `value` are offsets: before the next item of its rank, or before a
 * paragraph that is not part of it. Of an item without any text of its own the items after it are the value: `- Mentors⏎- Ada`.
 */
export function endOfLabelItem(text: string, { label, value, limit }: LabelItem): number {
  const first = lineStart(text, label)
  const indent = itemIndentAt(text, first)
  let end = lineEnd(text, value)
  let hasValue = text.slice(value, end).trim() !== ''
  let isAfterBlank = false
  while (end < limit) {
    const start = afterLineBreak(text, end)
    const stop = lineEnd(text, start)
    const line = text.slice(start, stop)
    const isBlank = line.trim() === ''
    const isDeeper = !isBlank && itemIndentAt(text, start) > indent
    if (isDeeper) hasValue = true
    else if (!isBlank && hasValue && (isAfterBlank || bulletAhead.test(line))) return start
    isAfterBlank = isBlank
    end = stop
  }
  return limit
}

const itemIndentAt = (text: string, start: number): number => columnWidth(/^[ \t]*/.exec(text.slice(start, start + 200))![0])
