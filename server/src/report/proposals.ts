import * as z from 'zod/mini'
import type { Proposal } from '../forms/proposal.ts'
import { positiveInteger } from './schema.ts'

const proposalSchema = z.strictObject({
  path: z.string(),
  line: positiveInteger,
  title: z.string(),
  body: z.string(),
  /** Null if the repository of the form is not known. */
  url: z.nullable(z.string()),
  problems: z.array(z.strictObject({ field: z.string(), severity: z.enum(['error', 'warning']), message: z.string() })),
})

/** The output of `form --format json`. Scripts depend on it. */
export const proposalReportSchema = z.strictObject({
  proposals: z.array(proposalSchema),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})

export type ProposalReport = z.infer<typeof proposalReportSchema>
export type ReportedProposal = z.infer<typeof proposalSchema>

/** A proposal with the place of its idea; lines are 1-based. */
export const toReportedProposal = (path: string, line: number, { title, body, url, problems }: Proposal): ReportedProposal => ({
  path,
  line,
  title,
  body,
  url,
  problems: problems.map(({ field, severity, message }) => ({ field, severity, message })),
})
