import * as l10n from '@vscode/l10n'
import * as z from 'zod/mini'
import { builtInIds, profiles } from '../model/profiles/profiles.ts'
import type { BuiltInId } from '../model/types.ts'
import { projectFileName } from '../protocol/protocol.ts'
import { translatable } from '../text/wording.ts'
import { type CustomProgramme, programmeKeys, programmesSchema } from './customProgrammes.ts'
import { fieldNames, globSchema, type KnownField, labelSchema } from './schemaParts.ts'
import { type NamedRule, type SeveritySettings, severitiesSchema } from './severities.ts'

/** Whether a path is that of a project file. */
export const isProjectFile = (path: string): boolean => path.slice(path.lastIndexOf('/') + 1) === projectFileName

/** The contents of a project file, for the lists below its folder. */
export interface ProjectConfig {
  readonly rules: SeveritySettings
  /** The first that matches is used; globs count from the file's folder. */
  readonly profiles: readonly ProfileOfFiles[]
  /** Custom profiles by their ids. They are tried before `profiles`, in order. */
  readonly programmes: Readonly<Record<string, CustomProgramme>>
  /** Names of projects in addition to those of the catalog. */
  readonly projects: readonly string[]
  /** Labels in addition to the built-in ones, by field key. */
  readonly labels: Readonly<Partial<Record<KnownField, readonly string[]>>>
}

export interface ProfileOfFiles {
  readonly files: string
  readonly profile: BuiltInId
}

/** The contents of a missing project file. */
export const emptyProjectConfig: ProjectConfig = { rules: {}, profiles: [], programmes: {}, projects: [], labels: {} }

/** A label belongs to the first key that lists it; later ones are reported. */
function checkProjectFileLabels({
  value,
  issues,
}: z.core.ParsePayload<Readonly<Partial<Record<KnownField, readonly string[] | undefined>>>>): void {
  const keys = new Map<string, string>()
  for (const [key, labels] of Object.entries(value)) {
    for (const [index, each] of (labels ?? []).entries()) {
      const name = each.toLowerCase()
      const taken = keys.get(name)
      keys.set(name, taken ?? key)
      if (taken !== undefined && taken !== key) {
        issues.push({ code: 'custom', path: [key, index], input: each, message: l10n.t`a label that ${taken} does not use` })
      }
    }
  }
}

const labelsSchema = z
  .strictObject(
    Object.fromEntries(
      Object.entries(fieldNames).map(([key, name]) => [
        key,
        z.optional(z.array(labelSchema).check(z.describe(`Additional labels for the ${name}, without the colon.`))),
      ]),
    ) as Record<KnownField, z.ZodMiniOptional<z.ZodMiniArray<z.ZodMiniString>>>,
  )
  .check(checkProjectFileLabels)

/** The schema of a project file for these rules. All keys are optional. */
export const projectFileSchema = (rules: readonly NamedRule[]) =>
  z.strictObject({
    $schema: z.optional(z.string()),
    rules: z.optional(
      severitiesSchema(rules).check(z.describe("Severity of individual rules. Takes precedence over the editor's settings.")),
    ),
    profiles: z.optional(
      z
        .array(
          z.strictObject({
            files: globSchema,
            profile: z.enum(builtInIds).check(z.describe(builtInIds.map((id) => `${id}: ${profiles[id].title}.`).join('\n'))),
          }),
        )
        .check(z.describe('Which profile to use for which lists. The first match wins.')),
    ),
    programs: z.optional(programmesSchema),
    programmes: z.optional(programmesSchema),
    projects: z.optional(
      z
        .array(z.string().check(z.regex(/\S/, { error: translatable("a project's name") })))
        .check(z.describe('Additional project names.')),
    ),
    labels: z.optional(labelsSchema.check(z.describe('Additional field labels.'))),
  })

/** The keys that are allowed in the object at a path of the file. */
export const projectFileKeys =
  (rules: readonly NamedRule[]) =>
  (path: readonly PropertyKey[]): readonly string[] => {
    switch (path[0]) {
      case undefined:
        return ['rules', 'profiles', 'programs', 'projects', 'labels']
      case 'rules':
        return rules.map(({ code }) => code)
      case 'profiles':
        return ['files', 'profile']
      case 'programs':
      case 'programmes':
        return programmeKeys(path.slice(2))
      default:
        return Object.keys(fieldNames)
    }
  }
