import { compareSpans, type Span } from './span.ts'

/** A replacement. Functions that return edits document what the spans count from. */
export interface Edit {
  readonly span: Span
  readonly newText: string
}

/** Sorts edits by their spans. */
export const compareEdits = (a: Edit, b: Edit): number => compareSpans(a.span, b.span)

/** Whether no two edits touch the same character or insert at the same offset, and no span ends before it starts. */
export function areDisjoint(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(compareEdits)
  return sorted.every(({ span }, index) => {
    const before = sorted[index - 1]
    if (span.end < span.start) return false
    return (
      !before ||
      before.span.end < span.start ||
      (before.span.end === span.start && before.span.start < before.span.end && span.start < span.end)
    )
  })
}

/** The edits in order; those that touch become one: an insertion and a replacement at one offset would have no order. */
export function joinTouching(edits: readonly Edit[]): readonly Edit[] {
  const found: Edit[] = []
  for (const edit of edits.toSorted(compareEdits)) {
    const last = found.at(-1)
    if (last === undefined || last.span.end < edit.span.start) found.push(edit)
    else found[found.length - 1] = { span: { start: last.span.start, end: edit.span.end }, newText: last.newText + edit.newText }
  }
  return found
}

/** The text with all edits applied. Throws if they are not disjoint. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!areDisjoint(edits)) throw new RangeError('Edits overlap; expected edits that are disjoint.')
  let at = 0
  const parts: string[] = []
  for (const { span, newText } of [...edits].sort(compareEdits)) {
    parts.push(text.slice(at, span.start), newText)
    at = span.end
  }
  return parts.join('') + text.slice(at)
}

/** The edit without the unchanged characters at its ends; null if it changes nothing. */
export function trimUnchanged(text: string, { span, newText }: Edit): Edit | null {
  const old = text.slice(span.start, span.end)
  if (old === newText) return null
  const shorter = Math.min(old.length, newText.length)
  let head = 0
  while (head < shorter && old.charCodeAt(head) === newText.charCodeAt(head)) head++
  while (head > 0 && (splitsCharacter(old, head) || splitsCharacter(newText, head))) head--
  let tail = 0
  while (tail < shorter - head && old.charCodeAt(old.length - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)) tail++
  while (tail > 0 && (splitsCharacter(old, old.length - tail) || splitsCharacter(newText, newText.length - tail))) tail--
  return {
    span: { start: span.start + head, end: span.end - tail },
    newText: newText.slice(head, newText.length - tail),
  }
}

/** Whether an offset is inside a surrogate pair or a CRLF. */
export const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(at - 1, at + 1))
