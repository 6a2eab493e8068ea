import type { Field, Mentor } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'
import { columnWidth, lineStart } from '../../text/textLines.ts'
import { isMentorRunSeparator, type MentorRun, mentorRunSpan, mentorsFieldOf } from './mentorRuns.ts'

/** Whether all emphasis marks in a text are paired, and it contains no HTML. */
export function canBeMentorBullet(piece: string): boolean {
  const pairs = (mark: RegExp): boolean => (piece.match(mark)?.length ?? 0) % 2 === 0
  return pairs(/\*+/g) && pairs(/`+/g) && !/<(?:!--|\/?[a-z]+[\s/>])/i.test(piece)
}

/** Edits that give each mentor of a run a bullet in the idea's style; null if there is no room for a list. */
export function splitIntoMentorBullets(text: string, run: MentorRun, fields: readonly Field[]): readonly Edit[] | null {
  const extents = run.map((mentor) => mentorRunSpan(text, mentor))
  const first = extents[0]!
  const field = mentorsFieldOf(fields, run[0])
  if (field === undefined || extents.some(({ start, end }) => !canBeMentorBullet(text.slice(start, end)))) return null
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const opening = firstMentorBullet(text, first.start, field, eol)
  if (opening === null) return null
  const gaps = extents.slice(1).map(({ start }, index): Span => ({ start: extents[index]!.end, end: start }))
  const parts = (gap: string): boolean => isMentorRunSeparator(gap) && !/[*_`]/.test(gap)
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

function firstMentorBullet(text: string, at: number, field: Field, eol: string): FirstBullet | null {
  const head = text.slice(lineStart(text, at), at)
  if (/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+$/.test(head)) return { edit: null, prefix: head }
  const prefix = nestedMentorBullet(text, field)
  if (prefix === null || field.isOutsideItem) return null
  if (head.trim() === '') return { edit: { span: { start: at - head.length, end: at }, newText: prefix }, prefix }
  const colon = /^[*_]*:?[*_]*/.exec(text.slice(field.labelSpan.end, at))?.[0].length ?? 0
  const start = field.labelSpan.end + colon
  if (start > at || text.slice(start, at).trim() !== '') return null
  return { edit: { span: { start, end: at }, newText: `${eol}${prefix}` }, prefix }
}

/** Indentation and bullet of a list below a field: as in the idea's other nested lists, or at the item's content column. */
export function nestedMentorBullet(text: string, field: Field): string | null {
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

/** Whether bullets separate a run from the mentors before and after it. */
export function hasMentorBulletsAround(text: string, run: MentorRun, mentors: readonly Mentor[]): boolean {
  const first = mentors.indexOf(run[0])
  const rows = [mentors.slice(Math.max(0, first - 1), first + 1), mentors.slice(first + run.length - 1, first + run.length + 1)]
  return rows.every(
    ([a, b]) =>
      a === undefined || b === undefined || /[\r\n][ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(text.slice(a.span.end, b.span.start)),
  )
}

/** Whether a mentor's entry is a list item of its own. */
export const hasMentorBullet = (text: string, { span }: Mentor): boolean =>
  /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+[*_`]*$/.test(text.slice(lineStart(text, span.start), span.start))

/** Gives a name at the end of an entry, after a separator, a bullet of its own: `Ada Fern (@ada), Ben Oak`. Null for any other place. */
export function splitOffPerson(text: string, mentor: Mentor, name: string): Edit | null {
  const { start, end } = mentor.span
  const at = end - name.length
  const before = text.slice(start, at).trimEnd()
  const separator = /[ \t]*(?:[,;&/]|\band)$/.exec(before)
  if (!hasMentorBullet(text, mentor) || text.slice(at, end) !== name || separator === null) return null
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const prefix = text.slice(lineStart(text, start), start)
  return { span: { start: start + separator.index, end: at }, newText: `${eol}${prefix}` }
}
