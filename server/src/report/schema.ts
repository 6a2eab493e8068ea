import * as z from 'zod/mini'

/** A line or column of a report. */
export const positiveInteger = z.int().check(z.minimum(1))

const placeSchema = z.strictObject({
  path: z.string(),
  message: z.string(),
  line: positiveInteger,
  column: positiveInteger,
  endLine: positiveInteger,
  endColumn: positiveInteger,
})

const rangeParts = { line: positiveInteger, column: positiveInteger, endLine: positiveInteger, endColumn: positiveInteger }

const editSchema = z.strictObject({ ...rangeParts, newText: z.string() })

const fixSchema = z.strictObject({
  title: z.string(),
  /** `safe` fixes are those that `--fix` applies. */
  kind: z.enum(['safe', 'review']),
  /** Disjoint edits of the text that was checked. */
  edits: z.array(editSchema),
})

const findingSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'information', 'hint']),
  message: z.string(),
  line: positiveInteger,
  column: positiveInteger,
  endLine: positiveInteger,
  endColumn: positiveInteger,
  fix: z.enum(['safe', 'review', 'none']),
  /** Absent if there are none, or if they are those of an earlier finding and long. */
  fixes: z.optional(z.array(fixSchema)),
  /** Other places that explain it, in this file or another one; absent if there are none. */
  related: z.optional(z.array(placeSchema)),
})

const checkedFileSchema = z.strictObject({
  path: z.string(),
  ideaFile: z.boolean(),
  /** Null for a file that is not an idea list. */
  profile: z.nullable(z.string()),
  findings: z.array(findingSchema),
  /** The edits that make the text that `--fix` writes; absent if it would write nothing. */
  safeEdits: z.optional(z.array(editSchema)),
})

/** The output of `check --format json`. Lines are 1-based, columns 1-based UTF-16 code units, ends exclusive. Scripts depend on it. */
export const checkReportSchema = z.strictObject({
  files: z.array(checkedFileSchema),
  /** The files that could not be read. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
})

const exportedFieldSchema = z.strictObject({
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
  line: positiveInteger,
  /** The value as Markdown, without the indentation of its list item. */
  text: z.string(),
})

const exportedMentorSchema = z.strictObject({
  name: z.nullable(z.string()),
  handle: z.nullable(z.string()),
  email: z.nullable(z.string()),
  primary: z.boolean(),
  line: positiveInteger,
})

const exportedIdeaSchema = z.strictObject({
  title: z.nullable(z.string()),
  line: positiveInteger,
  /** The anchor of its heading in the rendered file, without `#`. */
  anchor: z.nullable(z.string()),
  size: z.nullable(z.string()),
  /** What is between the heading and the first field, as Markdown; empty if nothing is. */
  text: z.string(),
  fields: z.array(exportedFieldSchema),
  mentors: z.array(exportedMentorSchema),
  upstream: z.array(z.string()),
  lfxUrl: z.nullable(z.string()),
  skills: z.array(z.string()),
})

/** The output of `export --format json`; what is unknown is null. Scripts depend on it. */
export const exportReportSchema = z.strictObject({
  files: z.array(
    z.strictObject({
      path: z.string(),
      /** What the list is called: its term, its file's name, or its title if that name says only a year. */
      name: z.string(),
      profile: z.string(),
      /** `GSoC 2026`, `LFX 2026 01-Mar-May`; null if neither path nor configuration names a program. */
      term: z.nullable(z.string()),
      /** From the file's path. */
      year: z.nullable(positiveInteger),
      ideaLevel: positiveInteger,
      projects: z.array(z.strictObject({ name: z.string(), line: positiveInteger, ideas: z.array(exportedIdeaSchema) })),
    }),
  ),
})

export type CheckReport = z.infer<typeof checkReportSchema>
export type CheckedFile = z.infer<typeof checkedFileSchema>
export type ReportedFix = z.infer<typeof fixSchema>
export type ReportedEdit = z.infer<typeof editSchema>
export type ReportedRange = Omit<ReportedEdit, 'newText'>
export type ReportedFinding = z.infer<typeof findingSchema>
export type ReportedPlace = z.infer<typeof placeSchema>
export type ExportReport = z.infer<typeof exportReportSchema>
export type ExportedFile = ExportReport['files'][number]
export type ExportedIdea = z.infer<typeof exportedIdeaSchema>
