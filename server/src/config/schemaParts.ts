import * as z from 'zod/mini'
import { labelAt } from '../model/labels/labelSyntax.ts'
import type { FieldKey } from '../model/types.ts'
import { translatable } from '../text/wording.ts'
import { readGlob } from './glob.ts'

export type KnownField = Exclude<FieldKey, 'other'>

/** What each field is for, for descriptions in the schema. */
export const fieldNames: Readonly<Record<KnownField, string>> = {
  description: 'description',
  expectedOutcome: 'expected outcome',
  recommendedSkills: 'recommended skills',
  size: 'project size',
  mentors: 'mentors',
  upstreamIssue: 'upstream issue',
  lfxUrl: 'LFX Mentorship page',
  technologies: 'technologies',
  difficulty: 'difficulty',
}

/** Whether the model would read this text as a label. */
const isConfigurableLabel = (written: string): boolean => labelAt(`${written}: `, 0, written.length + 1)?.text === written

export const labelError = translatable('a label of at most six words, starting with a letter')

/** A label of a field. */
export const labelSchema = z.string().check(z.refine(isConfigurableLabel, { error: labelError }))

/** A glob that {@link readGlob} accepts. */
export const globSchema = z.string().check(
  z.refine((written) => readGlob(written) !== null, {
    error: translatable(
      'a glob of at most 200 characters with balanced brackets and single forward slashes, inside this folder, and no `!` or `@(…)`',
    ),
  }),
  z.describe(
    "A glob relative to this file's folder, such as `programs/**/2026.md`. A glob without a slash matches files of that name in any folder.",
  ),
)
