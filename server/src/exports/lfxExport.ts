import * as l10n from '@vscode/l10n'
import * as z from 'zod/mini'
import { quote } from '../text/wording.ts'

/** Longer exports are not read. */
export const maxExportLength = 16 * 1024 * 1024

const exportedTextSchema = z.pipe(
  z.optional(z.nullable(z.string())),
  z.transform((value) => value ?? ''),
)

/** The programme's file has lists of texts, or one text with commas. */
const exportedTextListSchema = z.pipe(
  z.optional(z.nullable(z.union([z.string(), z.array(z.string())]))),
  z.transform((value) => (Array.isArray(value) ? value.join(', ') : (value ?? ''))),
)

const exportedPersonSchema = z.object({
  name: exportedTextSchema,
  github_handle: exportedTextSchema,
  email: exportedTextSchema,
  lfid: exportedTextSchema,
  role: exportedTextSchema,
})

const exportedProgramSchema = z.object({
  cncf_project: z.string(),
  program_name_short: exportedTextSchema,
  program_name_full: exportedTextSchema,
  description: exportedTextSchema,
  technologies: exportedTextListSchema,
  skills: exportedTextListSchema,
  mentors: z.array(exportedPersonSchema),
  upstream_issue_url: exportedTextSchema,
  lfx_url: exportedTextSchema,
  term: exportedTextSchema,
})

const exportSchema = z.object({ programs: z.array(exportedProgramSchema) })

/** The programs of a term as the programme exports them; what is absent is an empty text. */
export type LfxExport = z.infer<typeof exportSchema>
export type ExportedProgram = LfxExport['programs'][number]
export type ExportedPerson = ExportedProgram['mentors'][number]

/** Reads an export, or says in one sentence why it cannot be read. Never throws. */
export function readLfxExport(source: string): { readonly data: LfxExport } | { readonly problem: string } {
  if (source.length > maxExportLength) return { problem: l10n.t('too large for an export (the limit is 16 MB)') }
  let json: unknown
  try {
    json = JSON.parse(source.replace(/^\ufeff/, ''))
  } catch {
    return { problem: l10n.t('not valid JSON; export it again') }
  }
  const read = exportSchema.safeParse(json)
  if (read.success) return { data: read.data }
  const [issue] = read.error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  return {
    problem:
      place === ''
        ? l10n.t('not an export of LFX programs (no "programs" list); use the file lfx-export.json')
        : l10n.t`an export of another version (${quote(place)} is missing or has another type); export it again, or update Idea Files`,
  }
}
