import * as z from 'zod/mini'
import { positiveInteger } from '../../report/schema.ts'

const textSchema = z.strictObject({ text: z.string() })
const sarifLevelSchema = z.enum(['none', 'note', 'warning', 'error'])

const ruleSchema = z.strictObject({
  id: z.string(),
  shortDescription: textSchema,
  fullDescription: textSchema,
  help: z.strictObject({ text: z.string(), markdown: z.string() }),
  defaultConfiguration: z.strictObject({ level: sarifLevelSchema }),
})

const artifactSchema = z.strictObject({ uri: z.string() })

const regionSchema = z.strictObject({
  startLine: positiveInteger,
  startColumn: positiveInteger,
  endLine: positiveInteger,
  endColumn: positiveInteger,
})

const locationSchema = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: artifactSchema,
    region: z.optional(regionSchema),
  }),
})

const sarifFixSchema = z.strictObject({
  description: textSchema,
  artifactChanges: z.array(
    z.strictObject({
      artifactLocation: artifactSchema,
      replacements: z.array(z.strictObject({ deletedRegion: regionSchema, insertedContent: textSchema })),
    }),
  ),
})

const resultSchema = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().check(z.minimum(0)),
  level: sarifLevelSchema,
  message: textSchema,
  locations: z.array(locationSchema),
  fixes: z.optional(z.array(sarifFixSchema)),
  relatedLocations: z.optional(z.array(z.strictObject({ ...locationSchema.shape, message: textSchema }))),
})

/** The parts of SARIF 2.1.0 (OASIS) that `check --format sarif` prints. */
export const sarifSchema = z.strictObject({
  $schema: z.literal('https://json.schemastore.org/sarif-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({ driver: z.strictObject({ name: z.string(), version: z.string(), rules: z.array(ruleSchema) }) }),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({ level: sarifLevelSchema, message: textSchema, locations: z.array(locationSchema) }),
          ),
        }),
      ),
      results: z.array(resultSchema),
    }),
  ),
})

export type Sarif = z.infer<typeof sarifSchema>
export type SarifRun = Sarif['runs'][number]
export type SarifFix = z.infer<typeof sarifFixSchema>
export type SarifLevel = z.infer<typeof sarifLevelSchema>
export type SarifLocation = z.infer<typeof locationSchema>
