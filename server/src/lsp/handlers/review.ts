import { RequestType } from 'vscode-languageserver'
import * as z from 'zod/mini'
import { hasIdeaFiles } from '../../features/authoring/learned/learnedFile.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { ideaNodeSpan, nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile, PlacedIdea, Project } from '../../model/types.ts'
import type { Phrase } from '../../protocol/phrase.ts'
import {
  maxMaintainersBytes,
  type ReviewAnswer,
  type ReviewAnswerIdea,
  type ReviewParams,
  reviewRequest,
} from '../../protocol/review.ts'
import { answeredGithub } from '../../review/answeredGithub.ts'
import { readMaintainers } from '../../review/maintainers.ts'
import { reviewIdea } from '../../review/reviewIdea.ts'
import { ReviewMemory } from '../../review/reviewMemory.ts'
import { reviewProblem } from '../../review/reviewProblems.ts'
import { shift } from '../../text/span.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { parserOf } from './params.ts'
import { perSession, type RequestHandler, requestHandler } from './requestHandler.ts'
import { readSeenReviews } from './seenReviews.ts'

const phraseSchema: z.ZodMiniType<Phrase> = z.lazy(() =>
  z.object({ text: z.string(), values: z.array(z.union([z.string(), z.number(), phraseSchema])) }),
)

const reviewParams = z.object({
  textDocument: z.object({ uri: z.string() }),
  position: z.nullable(z.object({ line: z.number(), character: z.number() })),
  date: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  answers: z.array(
    z.union([
      z.object({ path: z.string(), kind: z.literal('found'), data: z.unknown() }),
      z.object({ path: z.string(), kind: z.literal('missing') }),
      z.object({ path: z.string(), kind: z.literal('unknown'), why: phraseSchema }),
    ]),
  ),
  maintainers: z.nullable(z.string()),
})

/** What the reviews of a session, and those that its client has kept, saw. */
export const reviewMemoryOf = perSession(({ client }) => new ReviewMemory(readSeenReviews(client.seenReviews)))

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
  { position, date, answers, maintainers: maintainersText }: ReviewParams,
  session: Session,
): Promise<ReviewAnswer | null> {
  const file = document.read()
  const { lines } = document
  const { findings } = session.diagnostics.of(document)
  const places = position === null ? allReviewPlaces(file) : reviewPlaceAt(file, lines.offsetAt(position))
  if (places.length === 0) return null
  const asks = new Set<string>()
  const github = answeredGithub(new Map(answers.map(({ path, ...answer }) => [path, answer])), asks)
  const maintainers =
    maintainersText === null || maintainersText.length > maxMaintainersBytes ? null : readMaintainers(maintainersText)
  const memory = reviewMemoryOf(session)
  for (const { path, ...answer } of answers) memory.addAnswer(path, answer, date)
  if (maintainers !== null) memory.addMaintainers(maintainers, date)
  const ideas: ReviewAnswerIdea[] = []
  for (const { project, idea } of places) {
    const range = toLspRange(lines, ideaNodeSpan(idea))
    const place = { project, idea, line: range.start.line + 1 }
    const { title, project: name, points } = await reviewIdea(file, place, { findings, github, maintainers })
    ideas.push({
      title,
      project: name,
      range,
      projectHeading: project.heading && toLspRange(lines, shift(project.heading.heading.span, project.heading.at)),
      points: points.map((point) => {
        const problem = reviewProblem(idea, point, date)
        return {
          title: point.title,
          state: point.state,
          note: point.note,
          problem: problem && { range: toLspRange(lines, problem.span), message: problem.message },
        }
      }),
    })
  }
  return {
    ideas,
    asks: [...asks],
    isOneOfFolder: position === null && isOneOfIdeaFiles(file),
    isMaintainersFileOdd: maintainersText !== null && maintainers === null,
    seen: answers.length > 0 || maintainers !== null ? memory.kept() : null,
  }
}

const isOneOfIdeaFiles = (file: IdeaFile): boolean =>
  file.template.learned !== undefined && hasIdeaFiles(file, file.template.learned)

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
