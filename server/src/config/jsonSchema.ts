import * as z from 'zod/mini'
import { projectFileSchema } from './projectFileSchema.ts'
import { type NamedRule, ruleSettingText, severitySettings } from './severities.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** VS Code supports draft 7 in full, later ones in part. */
const schemaDraft = 'draft-7'

/** The JSON schema of the project file, for completion and validation in editors. */
export const projectFileJsonSchema = (rules: readonly NamedRule[]): JsonSchema => {
  const schema = z.toJSONSchema(projectFileSchema(rules), { target: schemaDraft, io: 'input' })
  const programmes = { $ref: '#/properties/programs', deprecationMessage: 'Use "programs".', doNotSuggest: true }
  return { ...schema, properties: { ...schema.properties, programmes }, ...schemaTexts }
}

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
