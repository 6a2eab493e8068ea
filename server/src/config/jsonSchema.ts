import * as z from 'zod/mini'
import { projectFileSchema } from './projectFileSchema.ts'
import { type NamedRule, ruleSettingText, severitySettings } from './severities.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** VS Code supports draft 7 in full, later ones in part. */
const schemaDraft = 'draft-7'

/**
 * The JSON schema of the project file, for completion and hovers in editors. It allows everything: the server reports what is wrong, and
 * says what was probably meant.
 */
export const projectFileJsonSchema = (rules: readonly NamedRule[]): JsonSchema => {
  const schema = suggestingSchema(z.toJSONSchema(projectFileSchema(rules), { target: schemaDraft, io: 'input' }))
  const programmes = { $ref: '#/properties/programs', deprecationMessage: 'Use "programs".', doNotSuggest: true }
  return { ...schema, properties: { ...(schema.properties as JsonSchema), programmes }, ...schemaTexts }
}

/** What an editor inserts after a key whose values have this type, or offers there. */
const suggestedByType: Readonly<Record<string, JsonSchema>> = {
  object: { default: {} },
  array: { default: [] },
  string: { default: '' },
  boolean: { examples: [true, false] },
  integer: { default: 1 },
}

/** A schema that suggests the same, and that every value matches. */
function suggestingSchema(schema: z.core.JSONSchema.BaseSchema): JsonSchema {
  const { $schema, description, properties, items, additionalProperties, enum: choices, type, anyOf } = schema
  const each = (schemas: NonNullable<typeof properties>) =>
    Object.fromEntries(Object.entries(schemas).flatMap(([key, own]) => (isSchema(own) ? [[key, suggestingSchema(own)]] : [])))
  return {
    ...($schema !== undefined && { $schema }),
    ...(isSchema(anyOf?.[0]) ? suggestingSchema(anyOf[0]) : choices ? { examples: choices } : suggestedByType[String(type)]),
    ...(description !== undefined && { description }),
    ...(properties && { properties: each(properties) }),
    ...(isSchema(items) && { items: suggestingSchema(items) }),
    ...(isSchema(additionalProperties) && { additionalProperties: suggestingSchema(additionalProperties) }),
  }
}

const isSchema = (value: unknown): value is z.core.JSONSchema.BaseSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const schemaTexts = {
  title: 'Idea Files',
  description: 'Settings for the idea lists in this folder and its subfolders.',
  allowComments: true,
  allowTrailingCommas: true,
}

/** `rule.missing-field`: the key of a rule's description in the manifest's texts. */
const ruleTextKey = (code: string): string => `rule.${code}`

/** The editor's setting `ideaFiles.rules`, as the manifest contributes it; its texts are in `package.nls.json`. */
export const rulesSetting = (rules: readonly NamedRule[]): JsonSchema => ({
  type: 'object',
  default: {},
  scope: 'resource',
  markdownDescription: '%setting.rules%',
  additionalProperties: false,
  properties: Object.fromEntries(
    rules.map(({ code }) => [code, { type: 'string', enum: severitySettings, description: `%${ruleTextKey(code)}%` }]),
  ),
})

/** The texts of {@link rulesSetting}, by their keys. */
export const rulesSettingTexts = (rules: readonly NamedRule[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rules.map((rule) => [ruleTextKey(rule.code), ruleSettingText(rule)]))
