import type { IdeaFile, PlacedIdea } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { covers, type Span } from '../../text/span.ts'
import { eolOf } from '../../text/textLines.ts'

/** Written in place of a date or a status that is to be set. */
export const openDate = 'TBD'

/** The comment at an idea of a former year, which stays in a new list only to show its form. */
const exampleMark = (year: number): string => `<!-- ${openDate}: an idea of ${year} that shows the form; replace it -->`

const markPattern = /<!-- TBD: an idea of 20\d\d that shows the form; replace it -->/g

/** The comments of a list at ideas of a former year, as in `exampleMark`. */
export const exampleMarksIn = (text: string): readonly Span[] =>
  [...text.matchAll(markPattern)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))

/** The offsets of the ideas that only show the form of their list. */
export function exampleIdeaOffsets(file: IdeaFile): ReadonlySet<number> {
  const marks = exampleMarksIn(file.text)
  if (marks.length === 0) return new Set()
  const ideas = file.projects.flatMap((project) => project.ideas)
  return new Set(ideas.filter((idea) => marks.some((mark) => isMarkOfIdea(file, mark, idea))).map(({ at }) => at))
}

/** A row has the mark in its cell of the title, as a line between two rows would end the table; any other idea has it above. */
const isMarkOfIdea = (file: IdeaFile, mark: Span, { at, idea }: PlacedIdea): boolean =>
  isTableList(file)
    ? covers({ start: at, end: at + idea.length }, mark)
    : mark.end <= at && file.text.slice(mark.end, at).trim() === ''

/** Whether the ideas of a list are rows of tables. */
export const isTableList = ({ template }: Pick<IdeaFile, 'template'>): boolean => template.learned?.reason === 'table'

/** Marks an idea as an example of `year`. */
export function markExample(file: IdeaFile, { at, idea }: PlacedIdea, year: number): Edit {
  const isRow = isTableList(file)
  const place = isRow ? at + (idea.heading?.span.end ?? 0) : at
  const eol = eolOf(file.text)
  return { span: { start: place, end: place }, newText: isRow ? ` ${exampleMark(year)}` : exampleMark(year) + eol + eol }
}

/** Removes the marks of a list, as what was an example last year is no longer one, or is marked again. */
export const withoutExampleMarks = (file: IdeaFile): readonly Edit[] =>
  exampleMarksIn(file.text).map(({ start, end }) => {
    const before = isTableList(file) ? (/[ \t]*$/.exec(file.text.slice(0, start))?.[0].length ?? 0) : 0
    const after = isTableList(file) ? 0 : (/^\s*/.exec(file.text.slice(end))?.[0].length ?? 0)
    return { span: { start: start - before, end: end + after }, newText: '' }
  })
