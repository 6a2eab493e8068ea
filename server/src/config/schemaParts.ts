import * as z from 'zod/mini'
import { labelAt } from '../model/labels/labelSyntax.ts'
import type { FieldKey } from '../model/types.ts'
import { readGlob } from './glob.ts'

export type KnownField = Exclude<FieldKey, 'other'>

/** What each field is for, for descriptions in the schema. */
export const fieldNames: Readonly<Record<KnownField, string>> = {
  description: 'what the idea is about',
  expectedOutcome: 'what is to come of it',
  recommendedSkills: 'what a mentee should know',
  size: "the project's size",
  mentors: 'the mentors',
  upstreamIssue: 'the issue of the project itself',
  lfxUrl: 'the page on LFX Mentorship',
  technologies: 'what it is made with',
  difficulty: 'how hard it is',
}

/** Whether the model would read this text as a label. */
const isConfigurableLabel = (written: string): boolean => labelAt(`${written}: `, 0, written.length + 1)?.text === written

export const labelError = 'a label as it can stand before a colon: at most six words, of which the first begins with a letter'

/** A label of a field. */
export const labelSchema = z.string().check(z.refine(isConfigurableLabel, { error: labelError }))

/** A glob that {@link readGlob} accepts. */
export const globSchema = z.string().check(
  z.refine((written) => readGlob(written) !== null, {
    error:
      'a glob of at most 200 characters, with every bracket and brace closed, single forward slashes that lead into this folder, and no `!` or `@(…)`',
  }),
  z.describe(
    'A glob, counted from the folder of this file: `programs/**/2026.md`. One without a slash fits files of that name in any folder.',
  ),
)
