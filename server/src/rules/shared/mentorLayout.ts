import type { Field, Idea, Mentor } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { columnWidth, lineStart } from '../../text/textLines.ts'

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
      before !== undefined && (isMentorSeparator(between) || !/[\r\n]/.test(between)) && sameField(fields, before, mentor)
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

function isMentorSeparator(between: string): boolean {
  if (between.length > maxSeparatorLength || (between.match(anyLineEnd)?.length ?? 0) > 1) return false
  return /^(?:[,;&|/•·+]|,? ?and|<br ?\/?>)?$/i.test(between.replace(/[\s*_`.]+/g, ' ').trim())
}

/** The span of an entry with the emphasis marks around it. */
export function mentorRunSpan(text: string, { span }: Mentor): Span {
  let { start, end } = span
  while (start > 0 && '*_`'.includes(text[start - 1]!)) start--
  while (end < text.length && '*_`'.includes(text[end]!)) end++
  return { start, end }
}

/** Whether all emphasis marks in a text are paired, and it contains no HTML. */
export function isBalanced(piece: string): boolean {
  const pairs = (mark: RegExp): boolean => (piece.match(mark)?.length ?? 0) % 2 === 0
  return pairs(/\*+/g) && pairs(/`+/g) && !/<(?:!--|\/?[a-z]+[\s/>])/i.test(piece)
}

/** Edits that give each mentor of a run a bullet in the idea's style; null if there is no room for a list. */
export function splitIntoBullets(text: string, run: MentorRun, fields: readonly Field[]): readonly Edit[] | null {
  const extents = run.map((mentor) => mentorRunSpan(text, mentor))
  const first = extents[0]!
  const field = mentorsFieldOf(fields, run[0])
  if (field === undefined || extents.some(({ start, end }) => !isBalanced(text.slice(start, end)))) return null
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const opening = firstBulletOf(text, first.start, field, eol)
  if (opening === null) return null
  const gaps = extents.slice(1).map(({ start }, index): Span => ({ start: extents[index]!.end, end: start }))
  const parts = (gap: string): boolean => isMentorSeparator(gap) && !/[*_`]/.test(gap)
  if (!gaps.every(({ start, end }) => start <= end && parts(text.slice(start, end)))) return null
  const { edit, prefix } = opening
  return [...(edit ? [edit] : []), ...gaps.map((span) => ({ span, newText: `${eol}${prefix}` }))]
}

interface FirstBullet {
  /** Gives the first entry a bullet; null if it has one. */
  readonly edit: Edit | null
  /** The indentation and bullet of every line. */
  readonly prefix: string
}

function firstBulletOf(text: string, at: number, field: Field, eol: string): FirstBullet | null {
  const head = text.slice(lineStart(text, at), at)
  if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(head)) return { edit: null, prefix: head }
  const prefix = nestedMentorPrefix(text, field)
  if (prefix === null || field.isOutsideItem) return null
  if (head.trim() === '') return { edit: { span: { start: at - head.length, end: at }, newText: prefix }, prefix }
  const colon = /^[*_]*:?[*_]*/.exec(text.slice(field.labelSpan.end, at))?.[0].length ?? 0
  const start = field.labelSpan.end + colon
  if (start > at || text.slice(start, at).trim() !== '') return null
  return { edit: { span: { start, end: at }, newText: `${eol}${prefix}` }, prefix }
}

/** Indentation and bullet of a list below a field: as in the idea's other nested lists, or at the item's content column. */
function nestedMentorPrefix(text: string, field: Field): string | null {
  const head = text.slice(lineStart(text, field.labelSpan.start), field.labelSpan.start)
  const item = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)[*_]*$/.exec(head)
  if (item === null) return null
  const [, lead = '', bullet = '-', padding = ' '] = item
  const content = columnWidth(lead + bullet + padding)
  for (const [prefix, indent = ''] of text.matchAll(/^([ \t]+)[-*+][ \t]+(?=\S)/gm)) {
    const column = columnWidth(indent)
    if (column >= content && column < content + 4) return prefix
  }
  const below = padding.includes('\t') ? '\t' : ' '.repeat(bullet.length + padding.length)
  return `${lead}${below}${bullet.length === 1 ? bullet : '-'} `
}
