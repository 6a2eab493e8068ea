import type { IdeaFile } from '../model/types.ts'
import type { Finding, Related } from '../rules/rule.ts'
import { lowerBound } from '../text/lowerBound.ts'
import { covers, type Span, shift, trimSpan } from '../text/span.ts'
import type { TouchedLines } from './touchedLines.ts'

/**
 * The findings that a change is responsible for: those whose span, or a related place, contains a touched line. A finding at an idea's
 * heading or a field's label (a field is missing, too few mentors) is about the whole idea or field, so it counts if anything in that was
 * touched. `isTouchedElsewhere` decides for places in other lists.
 */
export function touchedFindings<T extends Pick<Finding, 'span' | 'related'>>(
  file: IdeaFile,
  findings: readonly T[],
  lines: TouchedLines,
  isTouchedElsewhere: (place: Related) => boolean,
): readonly T[] {
  const isTouched = createTouchTest(file.text, lines)
  const touchedHeads = touchableParts(file)
    .filter(({ whole }) => isTouched(whole, true))
    .map(({ head }) => head)
  // heads do not overlap
  touchedHeads.sort((a, b) => a.start - b.start)
  const isAtTouchedHead = (span: Span): boolean => {
    const head = touchedHeads[lowerBound(touchedHeads, (head) => head.end < span.end)]
    return head !== undefined && covers(head, span)
  }
  return findings.filter(
    ({ span, related = [] }) =>
      isTouched(span, false) ||
      related.some((place) => (place.uri === undefined ? isTouched(place.span, false) : isTouchedElsewhere(place))) ||
      isAtTouchedHead(span),
  )
}

/** The same for a project file: only a finding's own lines count. */
export const touchedProjectFileFindings = (
  text: string,
  findings: readonly Finding[],
  lines: TouchedLines,
): readonly Finding[] => {
  const isTouched = createTouchTest(text, lines)
  return findings.filter(({ span }) => isTouched(span, false))
}

/** Ideas and fields: the span that findings about them have, and their whole span without trailing blank lines. */
const touchableParts = (file: IdeaFile): readonly { readonly head: Span; readonly whole: Span }[] =>
  file.projects
    .flatMap((project) => project.ideas)
    .flatMap(({ idea, at }) => {
      const { heading, fields, length } = idea
      const parts = fields.map(({ span, labelSpan }) => ({ head: { start: span.start, end: labelSpan.end }, whole: span }))
      const all = heading ? [{ head: heading.span, whole: { start: heading.span.start, end: length } }, ...parts] : parts
      return all.map(({ head, whole }) => ({ head: shift(head, at), whole: trimSpan(file.text, shift(whole, at)) }))
    })

/** Tests if a span was touched; a `whole` is also touched by a gap after its last line: a part of it was removed. */
export function createTouchTest(text: string, { ranges, gaps }: TouchedLines): (span: Span, whole: boolean) => boolean {
  // git's lines end only at a line feed, the editor's at a carriage return, too
  const ends = Array.from(text.matchAll(/\n/g), ({ index }) => index)
  const lineOf = (offset: number): number => lowerBound(ends, (end) => end < offset) + 1
  return ({ start, end }, whole) => {
    const [first, last] = [lineOf(start), lineOf(end)]
    const range = ranges[lowerBound(ranges, (range) => range.last < first)]
    const gap = gaps[lowerBound(gaps, (gap) => gap < first)]
    return (range !== undefined && range.first <= last) || (gap !== undefined && gap <= (whole ? last : last - 1))
  }
}
