import * as l10n from '@vscode/l10n'
import * as z from 'zod/mini'
import { builtInIds, defaultTocMarkers, profiles } from '../model/profiles/profiles.ts'
import type { FieldKey, MentorSpec, Profile, TocMarkers } from '../model/types.ts'
import { translatable } from '../text/wording.ts'
import {
  customFieldSpec,
  customProgrammeFlag,
  fieldSchema,
  formSchema,
  listFormOf,
  ownLabelSchema,
  programmeTextSchema,
  readsByProgrammeForm,
} from './programmeForm.ts'
import { globSchema, labelError, labelSchema } from './schemaParts.ts'

type Payload<T> = z.core.ParsePayload<T>

const mentorCountSchema = z
  .int()
  .check(
    z.minimum(0, { error: translatable('a whole number, 0 or more') }),
    z.maximum(100, { error: translatable('a whole number, 100 or less') }),
  )
const headingLevelSchema = z
  .int()
  .check(
    z.minimum(1, { error: translatable('a level from 1 to 6') }),
    z.maximum(6, { error: translatable('a level from 1 to 6') }),
  )

const mentorsSchema = z
  .strictObject({
    min: z.optional(mentorCountSchema.check(z.describe('Minimum number of mentors. Default: 1.'))),
    advised: z.optional(mentorCountSchema.check(z.describe('Recommended number of mentors.'))),
    max: z.optional(mentorCountSchema.check(z.describe('Maximum number of mentors. Default: unlimited.'))),
    handle: customProgrammeFlag('Whether each mentor needs a GitHub handle. Default: true.'),
    email: customProgrammeFlag('Whether each mentor needs an email address. Default: false.'),
    primary: customProgrammeFlag('Whether one of several mentors must be marked ` - primary`. Default: false.'),
    oneLine: customProgrammeFlag('List mentors on one line, separated by commas, instead of one per line.'),
  })
  .check(({ value: { min, max }, issues }) => {
    if (min !== undefined && max !== undefined && max < min)
      issues.push({ code: 'custom', path: ['max'], input: max, message: l10n.t`${min} or more, because "min" is ${min}` })
  })

const sizeSchema = z
  .strictObject({
    word: z.optional(
      programmeTextSchema(translatable('the name of a size')).check(z.describe('Name of the size: `small`, `kurz`.')),
    ),
    hours: z.optional(
      z.int().check(z.minimum(1, { error: translatable('a number of hours') }), z.describe('Approximate hours.')),
    ),
    text: z.optional(
      programmeTextSchema(translatable('the size as authors write it')).check(
        z.describe('How authors write it, starting with the name: `kurz (etwa 40 Stunden)`.'),
      ),
    ),
  })
  .check(({ value: { word, hours }, issues }) => {
    if (word === undefined && hours === undefined)
      issues.push({ code: 'invalid_type', expected: 'string', path: ['word'], input: undefined })
  })

/** The markers around a table of contents, by their names in a project file. */
const namedTocMarkers: Readonly<Record<string, TocMarkers | null>> = {
  '<!-- TOC -->': defaultTocMarkers,
  '<!-- toc -->': { open: '<!-- toc -->', close: '<!-- tocstop -->' },
  '<!-- START doctoc -->': { open: '<!-- START doctoc -->', close: '<!-- END doctoc -->' },
  none: null,
}

const programmeShape = {
  title: programmeTextSchema(translatable('the name of the program')).check(
    z.describe('Name of the program. New list titles start with it.'),
  ),
  files: z
    .array(globSchema)
    .check(
      z.minLength(1, { error: translatable('a list of at least one glob') }),
      z.describe("Globs of its lists, relative to this file's folder. A match is always treated as an idea list."),
    ),
  extends: z.optional(z.enum(builtInIds).check(z.describe('Profile to inherit from.'))),
  form: z.optional(formSchema),
  fields: z.optional(
    z
      .array(fieldSchema)
      .check(
        z.minLength(1, { error: translatable('a list of at least one field') }),
        eachProgrammeFieldOnce,
        z.describe('The fields of an idea, in order.'),
      ),
  ),
  mentors: z.optional(mentorsSchema.check(z.describe('Requirements for mentors.'))),
  sizes: z.optional(z.array(sizeSchema).check(z.describe('Accepted sizes. An empty list means no sizes.'))),
  toc: customProgrammeFlag('Whether a list has a table of contents.'),
  tocMarks: z.optional(
    z
      .enum(Object.keys(namedTocMarkers) as [string, ...string[]])
      .check(z.describe('Marker comment for a new table of contents.')),
  ),
  levels: z.optional(
    z
      .strictObject({
        project: z.optional(
          z
            .nullable(headingLevelSchema)
            .check(z.describe("The level of a project's heading: 2 for `##`; null in a list without projects and groups.")),
        ),
        idea: z.optional(headingLevelSchema.check(z.describe("The level of an idea's heading."))),
      })
      .check(({ value: { project, idea }, issues }) => {
        if (project !== undefined && project !== null && idea !== undefined && idea <= project)
          issues.push({
            code: 'custom',
            path: ['idea'],
            input: idea,
            message: l10n.t`a level below the project level (${project})`,
          })
      }, z.describe('Heading levels. Detected from the list if not set.')),
  ),
  cncfProjects: customProgrammeFlag(
    'Whether projects must be CNCF projects. Otherwise those under "projects", or any if none are listed.',
  ),
}

const programmeSchema = z
  .strictObject(programmeShape)
  .check(({ value, issues }) => {
    if (value.fields === undefined && value.extends === undefined)
      issues.push({ code: 'invalid_type', expected: 'array', path: ['fields'], input: undefined })
  })
  // also if something else is wrong: then the value can be anything
  .check(z.check<z.infer<z.ZodMiniObject<typeof programmeShape>>>(usualProgrammeFieldsOnly, { when: () => true }))

/** In a list that is not read by its own labels, a label is one that can come before a colon, and each known key occurs once. */
function usualProgrammeFieldsOnly({ value, issues }: Payload<z.infer<z.ZodMiniObject<typeof programmeShape>>>): void {
  if (!Array.isArray(value?.fields) || value.fields.some((field) => typeof field !== 'object' || field === null)) return
  if (readsByProgrammeForm(value)) return
  const keys = new Set<string>()
  for (const [index, { key, label, aliases }] of value.fields.entries()) {
    if (key !== undefined && keys.has(key))
      issues.push({
        code: 'custom',
        path: ['fields', index, 'key'],
        input: key,
        message: l10n.t('a key that no other field uses'),
      })
    keys.add(key ?? '')
    if (typeof label === 'string' && isOddProgrammeLabel(label))
      issues.push({ code: 'custom', path: ['fields', index, 'label'], input: label, message: labelError })
    for (const [place, alias] of (Array.isArray(aliases) ? aliases : []).entries()) {
      if (typeof alias === 'string' && isOddProgrammeLabel(alias))
        issues.push({ code: 'custom', path: ['fields', index, 'aliases', place], input: alias, message: labelError })
    }
  }
}

const isOddProgrammeLabel = (label: string): boolean =>
  ownLabelSchema.safeParse(label).success && !labelSchema.safeParse(label).success

/** A programme that a project file defines. */
export type CustomProgramme = z.infer<typeof programmeSchema>

const programmeId = z.string().check(
  z.refine((name) => /^[a-z][a-z\d-]{0,39}$/i.test(name), {
    error: translatable('an ID of letters, digits and hyphens that starts with a letter'),
  }),
  z.refine((name) => !Object.hasOwn(profiles, name), {
    error: translatable('another ID'),
  }),
)

/** The programmes of a project file, by their ids. */
export const programmesSchema = z
  .record(programmeId, programmeSchema)
  .check(z.describe('Your own programs, by the ID that reports and `--profile` use.'))

/** Each label is that of one field. */
function eachProgrammeFieldOnce({ value, issues }: Payload<readonly z.infer<typeof fieldSchema>[]>): void {
  const taken = new Map<string, string>()
  for (const [index, { label: own, aliases = [] }] of value.entries()) {
    for (const [place, name] of [own, ...aliases].entries()) {
      const before = taken.get(name.toLowerCase())
      const path = place === 0 ? [index, 'label'] : [index, 'aliases', place - 1]
      if (before !== undefined)
        issues.push({ code: 'custom', path, input: name, message: l10n.t`a label that ${before} does not use` })
      taken.set(name.toLowerCase(), `"${own}"`)
    }
  }
}

/** The keys that are allowed at a path inside a programme. */
export function programmeKeys(path: readonly PropertyKey[]): readonly string[] {
  switch (path[0]) {
    case undefined:
      return Object.keys(programmeShape)
    case 'fields':
      return Object.keys(fieldSchema.def.shape)
    case 'mentors':
      return Object.keys(mentorsSchema.def.shape)
    case 'sizes':
      return Object.keys(sizeSchema.def.shape)
    case 'form':
      return Object.keys(formSchema.def.shape)
    default:
      return ['project', 'idea']
  }
}

/** The values of a programme that neither sets them nor extends another. */
const defaultProfile: Omit<Profile, 'id' | 'title' | 'programme'> = {
  fields: [],
  sizes: [],
  mentors: { min: 1, advised: 1, max: Number.POSITIVE_INFINITY, handle: true, email: false, primary: false },
  toc: false,
  tocMarks: defaultTocMarkers,
  projectLevel: null,
  ideaLevel: null,
  mentorsOnOneLine: false,
  cncfProjects: false,
}

/** A list that is read by its own labels needs no mentor, and each has the contacts that the example of one has. */
function defaultProgrammeProfile(own: CustomProgramme): typeof defaultProfile {
  if (!readsByProgrammeForm(own)) return defaultProfile
  const sample = own.form?.mentor ?? ''
  const contacts = { handle: sample.includes('handle'), email: /e-?mail/.test(sample) }
  return { ...defaultProfile, mentors: { ...defaultProfile.mentors, min: 0, advised: 0, ...contacts } }
}

/** The profile of a custom programme. */
export function profileOfProgramme(id: string, own: CustomProgramme): Profile {
  const base = own.extends === undefined ? defaultProgrammeProfile(own) : { ...profiles[own.extends], cncfProjects: false }
  return {
    ...base,
    id,
    title: own.title,
    programme: own.title,
    fields: own.fields?.map(customFieldSpec) ?? base.fields,
    sizes:
      own.sizes?.map(({ word = null, hours = 0, text }) => ({ word, hours, ...(text !== undefined && { text }) })) ?? base.sizes,
    mentors: programmeMentorSpec(own.mentors ?? {}, base.mentors),
    toc: own.toc ?? base.toc,
    tocMarks: own.tocMarks === undefined ? base.tocMarks : (namedTocMarkers[own.tocMarks] ?? null),
    projectLevel: own.levels?.project ?? base.projectLevel,
    ideaLevel: own.levels?.idea ?? base.ideaLevel,
    mentorsOnOneLine: own.mentors?.oneLine ?? base.mentorsOnOneLine,
    cncfProjects: own.cncfProjects ?? base.cncfProjects,
    ...(readsByProgrammeForm(own) && { form: listFormOf(own) }),
  }
}

/** The programme's own numbers and flags, otherwise those of the profile that it extends, limited by its own numbers. */
function programmeMentorSpec(own: z.infer<typeof mentorsSchema>, base: MentorSpec): MentorSpec {
  const min = own.min ?? Math.min(base.min, own.max ?? base.max)
  const max = own.max ?? Math.max(base.max, min)
  return {
    min,
    advised: own.advised ?? Math.min(Math.max(base.advised, min), max),
    max,
    handle: own.handle ?? base.handle,
    email: own.email ?? base.email,
    primary: own.primary ?? base.primary,
  }
}

/** The labels of a custom programme by field key; those of fields without a key are under `other`. */
export function customProgrammeLabels({ fields }: Profile): Readonly<Partial<Record<FieldKey, readonly string[]>>> {
  const labels: Partial<Record<FieldKey, readonly string[]>> = {}
  for (const { key, label: own, aliases = [] } of fields) labels[key] = [...(labels[key] ?? []), own, ...aliases]
  return labels
}
