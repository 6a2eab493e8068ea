import * as z from 'zod/mini'
import type { SeenReviews } from '../../protocol/review.ts'
import { noReviews } from '../../review/reviewMemory.ts'

const seenPathSchema = z.string().check(z.regex(/^\/(?:users|repos)\/[\w./-]{1,180}$/))
const seenDateSchema = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))
const seenNameSchema = z.string().check(z.maxLength(100))

const seenAnswerSchema = z.union([
  z.object({ path: seenPathSchema, date: seenDateSchema, kind: z.literal('missing') }),
  z.object({
    path: seenPathSchema,
    date: seenDateSchema,
    kind: z.literal('found'),
    state: seenNameSchema,
    assignees: z.array(seenNameSchema),
  }),
])

const seenMaintainersSchema = z.object({ date: seenDateSchema, handles: z.array(seenNameSchema) })

const seenReviewsSchema = z.object({ version: z.literal(1), answers: z.array(z.unknown()), maintainers: z.unknown() })

/** What a client has kept of earlier reviews, without what makes no sense; nothing if it is of another version. */
export function readSeenReviews(kept: unknown): SeenReviews {
  const read = seenReviewsSchema.safeParse(kept).data
  if (read === undefined) return noReviews
  return {
    version: 1,
    answers: read.answers.map((each) => seenAnswerSchema.safeParse(each).data).filter((each) => each !== undefined),
    maintainers: seenMaintainersSchema.safeParse(read.maintainers).data ?? null,
  }
}
