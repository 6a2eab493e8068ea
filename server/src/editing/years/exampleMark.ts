import type { IdeaFile } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'

/** Written in place of a date or a status that is to be set. */
export const openDate = 'TBD'

/** The comment above an idea of a former year, which stays in a new list only to show its form. */
export const exampleMark = (year: number): string => `<!-- ${openDate}: an idea of ${year} that shows the form; replace it -->`

const markPattern = /<!-- TBD: an idea of 20\d\d that shows the form; replace it -->/g

/** The comments of a list that are above ideas of a former year, as in `exampleMark`. */
export const exampleMarksIn = (text: string): readonly Span[] =>
  [...text.matchAll(markPattern)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))

/** The offsets of the ideas that only show the form of their list. */
export function exampleIdeaOffsets({ projects, text }: IdeaFile): ReadonlySet<number> {
  const marks = exampleMarksIn(text)
  if (marks.length === 0) return new Set()
  const offsets = projects.flatMap(({ ideas }) => ideas.map(({ at }) => at))
  return new Set(offsets.filter((at) => marks.some(({ end }) => end <= at && text.slice(end, at).trim() === '')))
}
