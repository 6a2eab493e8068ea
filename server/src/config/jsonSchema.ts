import * as z from 'zod/mini'
import { projectFileSchema } from './projectFile.ts'
import { type NamedRule, severitiesSchema } from './severities.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** VS Code supports draft 7 in full, later ones in part. */
const schemaDraft = 'draft-7'

/** The JSON schema of the project file, for completion and validation in editors. */
export const projectFileJsonSchema = (rules: readonly NamedRule[]): JsonSchema => ({
  ...z.toJSONSchema(projectFileSchema(rules), { target: schemaDraft, io: 'input' }),
  title: 'Idea Files',
  description: 'What holds for the idea lists in this folder and below it.',
  allowComments: true,
  allowTrailingCommas: true,
})

/** The editor's setting `ideaFiles.rules`, as the manifest contributes it. */
export function rulesSetting(rules: readonly NamedRule[]): JsonSchema {
  const { properties } = z.toJSONSchema(severitiesSchema(rules), { target: schemaDraft, io: 'input' })
  return {
    type: 'object',
    default: {},
    scope: 'resource',
    markdownDescription:
      "How loudly each rule speaks, by its code; what is not named keeps the rule's own severity. Where a project file `.idea-files.json` names a rule too, that file holds, so that editor and CI agree.",
    additionalProperties: false,
    properties,
  }
}
