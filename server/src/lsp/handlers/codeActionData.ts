import * as z from 'zod/mini'
import type { CodeActionData } from '../../features/codeActions/resolveCodeAction.ts'

const codeActionSchema: z.ZodMiniType<CodeActionData> = z.union([
  z.object({ kind: z.literal('fix'), code: z.string(), message: z.string(), title: z.string(), start: z.number() }),
  z.object({ kind: z.literal('all'), code: z.nullable(z.string()) }),
  z.object({ kind: z.literal('idea'), anchor: z.nullable(z.string()), at: z.number() }),
  z.object({ kind: z.literal('ignore-line'), code: z.string(), message: z.string(), start: z.number() }),
  z.object({ kind: z.literal('ignore-file'), code: z.string() }),
  z.object({ kind: z.literal('sync-toc') }),
  z.object({ kind: z.literal('missing-fields'), anchor: z.nullable(z.string()), at: z.number() }),
  z.object({ kind: z.literal('headless-idea'), start: z.number() }),
])

const dataSchema = z.object({ uri: z.string(), version: z.optional(z.number()), job: z.unknown() })

interface SentData {
  readonly uri: string
  /** The version of the document for which the action was made. */
  readonly version: number | null
  readonly job: CodeActionData | null
}

/** Reads `CodeAction.data` that a client returns to the server: `uri` is empty and `job` null if they are not what we sent. */
export function readCodeActionData(data: unknown): SentData {
  const read = dataSchema.safeParse(data).data
  return { uri: read?.uri ?? '', version: read?.version ?? null, job: codeActionSchema.safeParse(read?.job).data ?? null }
}
