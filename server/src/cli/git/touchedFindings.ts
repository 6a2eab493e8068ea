import type { IdeaFile } from '../../model/types.ts'
import type { Finding, Related } from '../../rules/rule.ts'
import { covers, type Span, shift, trimSpan } from '../../text/span.ts'
import type { TouchedLines } from './patch.ts'

/**
 * The findings that a change answers for: those whose place, or a place that explains them, holds a touched line. What is said at an idea's
 * heading or at a field's label (a field is missing, mentors are too few) is about all that stands there: it counts where anything
 * in that idea or field was touched. `elsewhere` tells of a place in another list.
 */
export function touchedFindings(
  file: IdeaFile,
  findings: readonly Finding[],
  lines: TouchedLines,
  elsewhere: (place: Related) => boolean,
): readonly Finding[] {
  const isTouched = touching(file.text, lines)
  const wholes = wholesOf(file)
  return findings.filter(
    ({ span, related = [] }) =>
      isTouched(span, false) ||
      related.some((place) => (place.uri === undefined ? isTouched(place.span, false) : elsewhere(place))) ||
      wholes.some(({ head, whole }) => covers(head, span) && isTouched(whole, true)),
  )
}

/** The same of a text that is no list: findings count by their own lines alone. */
export const touchedIn = (text: string, findings: readonly Finding[], lines: TouchedLines): readonly Finding[] => {
  const isTouched = touching(text, lines)
  return findings.filter(({ span }) => isTouched(span, false))
}

/** Ideas and fields: where something is said of them, and where they stand, without the blank lines behind them. */
const wholesOf = (file: IdeaFile): readonly { readonly head: Span; readonly whole: Span }[] =>
  file.projects
    .flatMap((project) => project.ideas)
    .flatMap(({ idea, at }) => {
      const { heading, fields, length } = idea
      const parts = fields.map(({ span, labelSpan }) => ({ head: { start: span.start, end: labelSpan.end }, whole: span }))
      const all = heading ? [{ head: heading.span, whole: { start: heading.span.start, end: length } }, ...parts] : parts
      return all.map(({ head, whole }) => ({ head: shift(head, at), whole: trimSpan(file.text, shift(whole, at)) }))
    })

/** Tells whether a place was touched; a gap behind the last line of a `whole` touches it, too: something of it went away. */
export function touching(text: string, { ranges, gaps }: TouchedLines): (span: Span, whole: boolean) => boolean {
  // git's lines end at a line feed alone, the editor's at a carriage return, too
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index)
  const lineOf = (offset: number): number => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
  return ({ start, end }, whole) => {
    const [first, last] = [lineOf(start), lineOf(end)]
    return (
      ranges.some((range) => range.first <= last && first <= range.last) ||
      gaps.some((gap) => first <= gap && gap <= (whole ? last : last - 1))
    )
  }
}
