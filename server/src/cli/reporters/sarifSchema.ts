import * as z from 'zod/mini'

const count = z.int().check(z.minimum(1))
const text = z.strictObject({ text: z.string() })
const level = z.enum(['none', 'note', 'warning', 'error'])

const rule = z.strictObject({
  id: z.string(),
  shortDescription: text,
  fullDescription: text,
  help: z.strictObject({ text: z.string(), markdown: z.string() }),
  defaultConfiguration: z.strictObject({ level }),
})

const artifact = z.strictObject({ uri: z.string() })

const location = z.strictObject({
  physicalLocation: z.strictObject({
    artifactLocation: artifact,
    region: z.optional(z.strictObject({ startLine: count, startColumn: count, endLine: count, endColumn: count })),
  }),
})

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().check(z.minimum(0)),
  level,
  message: text,
  locations: z.array(location),
  relatedLocations: z.optional(z.array(z.strictObject({ ...location.shape, message: text }))),
})

/** The parts of SARIF 2.1.0 (OASIS) that `check --format sarif` prints. */
export const sarifSchema = z.strictObject({
  $schema: z.literal('https://json.schemastore.org/sarif-2.1.0.json'),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({ driver: z.strictObject({ name: z.string(), version: z.string(), rules: z.array(rule) }) }),
      columnKind: z.literal('utf16CodeUnits'),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level, message: text, locations: z.array(location) })),
        }),
      ),
      results: z.array(result),
    }),
  ),
})

export type Sarif = z.infer<typeof sarifSchema>
export type SarifRun = Sarif['runs'][number]
export type SarifLevel = z.infer<typeof level>
export type SarifLocation = z.infer<typeof location>
