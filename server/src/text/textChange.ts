import type { Edit } from './edits.ts'

/** One replacement in a text: `start`–`oldEnd` of the old text became `start`–`newEnd` of the new one (UTF-16 offsets). */
export interface Change {
  readonly start: number
  readonly oldEnd: number
  readonly newEnd: number
}

/** The smallest single change that covers disjoint edits of one text; null if there are none. */
export function coveringChange(edits: readonly Edit[]): Change | null {
  if (edits.length === 0) return null
  let [start, oldEnd, grown] = [Number.POSITIVE_INFINITY, 0, 0]
  for (const { span, newText } of edits) {
    start = Math.min(start, span.start)
    oldEnd = Math.max(oldEnd, span.end)
    grown += newText.length - (span.end - span.start)
  }
  return { start, oldEnd, newEnd: oldEnd + grown }
}

/** The smallest single change that covers `first` and then `second`, which counts in the text after `first`. */
export function composeChanges(first: Change, second: Change): Change {
  const grown = first.newEnd - first.oldEnd
  return {
    start: Math.min(first.start, second.start),
    oldEnd: Math.max(first.oldEnd, second.oldEnd - grown),
    newEnd: Math.max(first.newEnd + (second.newEnd - second.oldEnd), second.newEnd),
  }
}

/** The smallest single change from one text to the other. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (tail < shorter - start && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
    tail++
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail }
}

/** Where the character at an offset is after a change; null if it was replaced. */
export function movedOffset(offset: number, { start, oldEnd, newEnd }: Change): number | null {
  if (offset >= oldEnd) return offset + newEnd - oldEnd
  return offset < start ? offset : null
}
