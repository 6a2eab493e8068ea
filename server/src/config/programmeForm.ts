import * as z from 'zod/mini'
import type { FieldSpec, ListForm } from '../model/types.ts'
import { translatable } from '../text/wording.ts'
import { fieldNames, type KnownField } from './schemaParts.ts'

const knownFields = Object.keys(fieldNames) as [KnownField, ...KnownField[]]

export const customProgrammeFlag = (description: string) => z.optional(z.boolean().check(z.describe(description)))
export const programmeTextSchema = (error: string) => z.string().check(z.regex(/\S/, { error }))

/** A label in a list whose form is declared: it is read by that form, whatever its words are. */
export const ownLabelSchema = z.string().check(
  z.refine((label) => /\S/.test(label) && label.length <= maxOwnLabel && !/[\r\n|]/.test(label), {
    error: translatable('a label on one line, of at most 60 characters and without a bar'),
  }),
)

const maxOwnLabel = 60
const maxSampleLength = 120

const programmeSampleSchema = (error: string, isSample: (sample: string) => boolean) =>
  z
    .string()
    .check(z.refine((sample) => sample.length <= maxSampleLength && !/[\r\n]/.test(sample) && isSample(sample), { error }))

/** A field of a program. */
export const fieldSchema = z.strictObject({
  label: ownLabelSchema.check(z.describe('The label as authors should write it, without the colon.')),
  key: z.optional(
    z
      .enum(knownFields)
      .check(
        z.describe(
          `What the field is for. Leave out for any other field.\n${knownFields.map((key) => `${key}: ${fieldNames[key]}.`).join('\n')}`,
        ),
      ),
  ),
  aliases: z.optional(
    z.array(ownLabelSchema).check(z.describe('Other labels that are recognized, with a suggestion to use the main one.')),
  ),
  required: customProgrammeFlag('Whether every idea must have this field. Default: true.'),
  role: z.optional(
    programmeTextSchema(translatable('what its mentors do')).check(
      z.describe('What the people in this field do, if several fields name mentors: `primary`, `backup`, `coding`.'),
    ),
  ),
  frontMatter: customProgrammeFlag('Whether the label is a key of front matter. Default: false.'),
  written: z.optional(
    programmeSampleSchema(translatable('the label with what is around it, on one line'), (sample) => /\S/.test(sample)).check(
      z.describe('How the label is written up to its value, if not as "form" says: `- 🎯 **Outcome:** `.'),
    ),
  ),
})

/** How the lists of a program are written. */
export const formSchema = z
  .strictObject({
    label: z.optional(
      programmeSampleSchema(translatable('a line with the word "Label"'), (sample) => sample.includes('Label')).check(
        z.describe('How a label is written, by an example: `- Label: `, `**Label**: `, `#### Label`, `| Label | `.'),
      ),
    ),
    mentor: z.optional(
      programmeSampleSchema(translatable('an entry with the word "Name", "handle" or "email"'), (sample) =>
        /Name|handle|e-?mail/.test(sample),
      ).check(
        z.describe(
          'How a mentor is written, by an example: `Name (@handle)`, `[Name](https://github.com/handle)`, `Name <email>`.',
        ),
      ),
    ),
    titlePrefix: z.optional(
      programmeSampleSchema(translatable('what titles begin with'), (sample) => /\S/.test(sample)).check(
        z.describe('What every title begins with: `Project Name: `.'),
      ),
    ),
    groups: customProgrammeFlag(
      'Whether the headings above ideas are groups of the list: projects, themes, years. Default: true. False is the same as a project level of null.',
    ),
    oneIdeaAFile: customProgrammeFlag('Whether each file is one idea. Default: false.'),
    description: z.optional(
      z
        .enum(['labelled', 'unlabelled'])
        .check(z.describe('`unlabelled`: the description is the text below the title, and has no label.')),
    ),
  })
  .check(z.describe('How the lists are written. With it they are read by their own labels, in whatever form.'))

/** The parts of a program by which it is known how its lists are written. */
interface FormParts {
  readonly form?: z.infer<typeof formSchema> | undefined
  readonly fields?: readonly z.infer<typeof fieldSchema>[] | undefined
  readonly levels?: { readonly project?: number | null | undefined } | undefined
}

/** Whether a program's lists are read by their own labels: it says how they are written. */
export const readsByProgrammeForm = ({ form, fields, levels }: FormParts): boolean =>
  form !== undefined ||
  levels?.project === null ||
  (fields ?? []).some(({ frontMatter, role, written }) => frontMatter === true || role !== undefined || written !== undefined)

/** The form of a program's lists. */
export const listFormOf = ({ form, levels }: FormParts): ListForm => ({
  label: form?.label ?? null,
  mentor: form?.mentor ?? null,
  titlePrefix: form?.titlePrefix ?? '',
  oneIdeaAFile: form?.oneIdeaAFile ?? false,
  hasUnlabelledDescription: form?.description === 'unlabelled',
  isFlat: levels?.project === null || form?.groups === false,
})

/** A field of a program as the model knows it. */
export const customFieldSpec = ({
  key,
  label: own,
  aliases,
  required = true,
  role,
  frontMatter,
  written,
}: z.infer<typeof fieldSchema>): FieldSpec => ({
  key: key ?? 'other',
  label: own,
  required,
  ...(aliases !== undefined && { aliases }),
  ...(role !== undefined && { role }),
  ...(frontMatter === true && { inFrontMatter: true }),
  ...(written !== undefined && { written }),
})
