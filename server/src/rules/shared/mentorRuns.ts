import type { Field, Idea, Mentor } from '../../model/types.ts'
import { covers, type Span } from '../../text/span.ts'

/** Mentors separated only by separators and line ends: several on one line, or on lines without bullets. */
export type MentorRun = readonly [Mentor, ...Mentor[]]

/** The mentors of an idea as runs; `text` is the idea's text. */
export function mentorRuns(text: string, { mentors, fields }: Idea): readonly MentorRun[] {
  const found: [Mentor, ...Mentor[]][] = []
  for (const mentor of mentors) {
    const open = found.at(-1)
    const before = open?.at(-1)
    const between = before === undefined ? '' : text.slice(before.span.end, mentor.span.start)
    const together =
      before !== undefined && (isMentorRunSeparator(between) || !/[\r\n]/.test(between)) && sameField(fields, before, mentor)
    if (open !== undefined && together) open.push(mentor)
    else found.push([mentor])
  }
  return found
}

const sameField = (fields: readonly Field[], a: Mentor, b: Mentor): boolean =>
  mentorsFieldOf(fields, a) === mentorsFieldOf(fields, b)

/** The mentors field that contains a mentor. */
export const mentorsFieldOf = (fields: readonly Field[], { span }: Mentor): Field | undefined =>
  fields.find(({ key, valueSpan }) => key === 'mentors' && covers(valueSpan, span))

const anyLineEnd = /\r\n|\r|\n/g

/** Longer text between two mentors is not a separator. */
const maxSeparatorLength = 80

export function isMentorRunSeparator(between: string): boolean {
  if (between.length > maxSeparatorLength || (between.match(anyLineEnd)?.length ?? 0) > 1) return false
  return /^(?:[,;&|/•·+]|,? ?(?:and|und|et)|<br ?\/?>)?$/i.test(between.replace(/[\s*_`.]+/g, ' ').trim())
}

/** The span of an entry with the emphasis marks around it. */
export function mentorRunSpan(text: string, { span }: Mentor): Span {
  let { start, end } = span
  while (start > 0 && '*_`'.includes(text[start - 1]!)) start--
  while (end < text.length && '*_`'.includes(text[end]!)) end++
  return { start, end }
}

/** True if no text follows the last mentor of the run (it could refer to that mentor or to all). */
export const isMentorRunAtLineEnd = (text: string, run: MentorRun): boolean =>
  /^[^\p{L}\p{N}\r\n]{0,40}(?:[\r\n]|$)/u.test(text.slice(run.at(-1)!.span.end, run.at(-1)!.span.end + 42))
