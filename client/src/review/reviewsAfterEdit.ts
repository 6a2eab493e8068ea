import type { Position, Range } from '../../../server/src/protocol/protocol.ts'
import type { ReviewAnswerIdea } from '../../../server/src/protocol/review.ts'

/** The review of an idea, with its places where they are now. */
export interface ReviewedIdea {
  readonly idea: ReviewAnswerIdea
  /** Whether the idea, or the heading of its project, was edited after the review. */
  readonly isStale: boolean
}

/** A range of a document that was replaced; positions are those before the edit. */
export interface DocumentEdit {
  readonly start: Position
  readonly end: Position
  readonly text: string
}

/** The reviews after an edit: what it touched is stale, what is below it has moved. */
export const reviewsAfterEdit = (reviewed: readonly ReviewedIdea[], edit: DocumentEdit): readonly ReviewedIdea[] =>
  reviewed.map(({ idea, isStale }) => ({
    isStale:
      isStale ||
      isTouchedByEdit(idea.range, edit) ||
      (idea.projectHeading !== null && isTouchedByEdit(idea.projectHeading, edit)),
    idea: {
      ...idea,
      range: rangeAfterEdit(idea.range, edit),
      projectHeading: idea.projectHeading && rangeAfterEdit(idea.projectHeading, edit),
      points: idea.points.map((point) => ({
        ...point,
        problem: point.problem && { ...point.problem, range: rangeAfterEdit(point.problem.range, edit) },
      })),
    },
  }))

/** Whole lines that are inserted above the start do not touch the range; what is inserted at its end does. */
const isTouchedByEdit = (range: Range, { start, end, text }: DocumentEdit): boolean => {
  const isAbove =
    isBeforeReviewEdit(end, range.start) || (isSameReviewPosition(end, range.start) && (text === '' || text.endsWith('\n')))
  return !isAbove && !isBeforeReviewEdit(range.end, start)
}

const rangeAfterEdit = ({ start, end }: Range, edit: DocumentEdit): Range => ({
  start: positionAfterEdit(start, edit),
  end: positionAfterEdit(end, edit),
})

/** Where a position is after an edit; one in the replaced text is at its start. */
const positionAfterEdit = (position: Position, { start, end, text }: DocumentEdit): Position => {
  if (isBeforeReviewEdit(position, start)) return position
  if (isBeforeReviewEdit(position, end)) return start
  const lines = text.split('\n')
  const last = lines.at(-1) ?? ''
  const newEnd = {
    line: start.line + lines.length - 1,
    character: last.length + (lines.length === 1 ? start.character : 0),
  }
  return {
    line: position.line + newEnd.line - end.line,
    character: position.line === end.line ? position.character + newEnd.character - end.character : position.character,
  }
}

const isBeforeReviewEdit = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)

const isSameReviewPosition = (a: Position, b: Position): boolean => a.line === b.line && a.character === b.character
