import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import { type ReviewAnswer, type ReviewParams, reviewRequest } from '../../protocol/review.ts'
import { answeredGithub } from '../../review/answeredGithub.ts'
import { reviewIdea } from '../../review/reviewIdea.ts'
import { reviewMarkdown } from '../../review/reviewMarkdown.ts'
import { type IdeaReview, reviewTitles } from '../../review/reviewPoint.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { parserOf } from './params.ts'
import { type RequestHandler, requestHandler } from './requestHandler.ts'

const reviewParams = z.object({
  textDocument: z.object({ uri: z.string() }),
  position: z.nullable(z.object({ line: z.number(), character: z.number() })),
  date: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  answers: z.array(
    z.union([
      z.object({ path: z.string(), kind: z.literal('found'), data: z.unknown() }),
      z.object({ path: z.string(), kind: z.literal('missing') }),
      z.object({ path: z.string(), kind: z.literal('unknown'), why: z.string() }),
    ]),
  ),
})

/** What our own extension requests to review ideas. */
export const reviewHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: new RequestType<ReviewParams, ReviewAnswer | null, never>(reviewRequest),
    scope: 'document',
    parse: parserOf(reviewParams),
    fallback: null,
    answer: reviewAnswer,
  }),
]

async function reviewAnswer(
  document: OpenDocument,
  { position, date, answers }: ReviewParams,
  session: Session,
): Promise<ReviewAnswer | null> {
  const file = document.read()
  const { lines } = document
  const { findings } = session.diagnostics.of(document)
  const places = position === null ? allReviewPlaces(file) : reviewPlaceAt(file, lines.offsetAt(position))
  if (places.length === 0) return null
  const asks = new Set<string>()
  const github = answeredGithub(new Map(answers.map(({ path, ...answer }) => [path, answer])), asks)
  const reviews: IdeaReview[] = []
  for (const place of places) {
    const line = lines.positionAt(place.idea.at).line + 1
    reviews.push(await reviewIdea(file, { ...place, line }, { findings, github, maintainers: null }))
  }
  return {
    ideas: reviews.map(({ points, ...review }) => ({
      ...review,
      points: points.map(({ id, state, note }) => ({ title: reviewTitles[id], state, note })),
    })),
    asks: [...asks],
    markdown: reviewMarkdown(document.uri.slice(document.uri.lastIndexOf('/') + 1), reviews, date),
  }
}

interface ReviewPlace {
  readonly project: Project
  readonly idea: PlacedIdea
}

const allReviewPlaces = (file: IdeaFile): readonly ReviewPlace[] =>
  file.projects.flatMap((project) => project.ideas.map((idea) => ({ project, idea })))

const reviewPlaceAt = (file: IdeaFile, offset: number): readonly ReviewPlace[] => {
  const place = nodeAt(file, offset)
  return 'idea' in place ? [{ project: place.project, idea: place.idea }] : []
}
