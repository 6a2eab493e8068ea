import * as z from 'zod/mini'

const count = z.int().check(z.minimum(1))

const place = z.strictObject({
  path: z.string(),
  message: z.string(),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
})

const finding = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string(),
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
  fix: z.enum(['safe', 'review', 'none']),
  /** Other places that explain it, in this file or another one; absent where there are none. */
  related: z.optional(z.array(place)),
})

const checkedFile = z.strictObject({
  path: z.string(),
  ideaFile: z.boolean(),
  /** Null for a file that is no idea list. */
  profile: z.nullable(z.string()),
  findings: z.array(finding),
})

/** What `check --format json` prints. Lines are 1-based, columns 1-based UTF-16 code units, ends exclusive. Scripts depend on it. */
export const checkReportSchema = z.strictObject({
  files: z.array(checkedFile),
  /** The files that could not be read. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})

const field = z.strictObject({
  key: z.enum([
    'description',
    'expectedOutcome',
    'recommendedSkills',
    'size',
    'mentors',
    'upstreamIssue',
    'lfxUrl',
    'technologies',
    'difficulty',
    'other',
  ]),
  label: z.string(),
  line: count,
})

const mentor = z.strictObject({
  name: z.nullable(z.string()),
  handle: z.nullable(z.string()),
  email: z.nullable(z.string()),
  primary: z.boolean(),
  line: count,
})

const idea = z.strictObject({
  title: z.nullable(z.string()),
  line: count,
  size: z.nullable(z.string()),
  fields: z.array(field),
  mentors: z.array(mentor),
  upstream: z.array(z.string()),
  lfxUrl: z.nullable(z.string()),
  skills: z.array(z.string()),
})

/** What `export --format json` prints; unknown is null. Scripts depend on it. */
export const exportReportSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      profile: z.string(),
      ideaLevel: count,
      projects: z.array(z.strictObject({ name: z.string(), line: count, ideas: z.array(idea) })),
    }),
  ),
})

export type CheckReport = z.infer<typeof checkReportSchema>
export type CheckedFile = z.infer<typeof checkedFile>
export type ReportedFinding = z.infer<typeof finding>
export type ReportedPlace = z.infer<typeof place>
export type ExportReport = z.infer<typeof exportReportSchema>
export type ExportedFile = ExportReport['files'][number]
export type ExportedIdea = z.infer<typeof idea>
