import * as z from 'zod/mini'
import { issueMessage, unknownKeyMessage } from './issueMessages.ts'
import { type NamedRule, type SeveritySettings, severitiesSchema } from './severities.ts'
import { validPart } from './validSubset.ts'

/** The editor's settings under `ideaFiles`. A test compares them with `contributes.configuration` of the manifest. */
export const settingsSchema = (rules: readonly NamedRule[]) =>
  z.object({
    /** Whether the extension is active in a folder. */
    enable: z._default(z.boolean(), true),
    rules: z._default(severitiesSchema(rules), {}),
    toc: z._default(z.object({ updateOnSave: z._default(z.enum(tocUpdatesOnSave), 'ifUpToDate') }), {
      updateOnSave: 'ifUpToDate',
    }),
  })

const tocUpdatesOnSave = ['ifUpToDate', 'always', 'never'] as const

/** When saving updates a table of contents. `ifUpToDate`: if it was so when the file was opened or last saved. */
export type TocUpdateOnSave = (typeof tocUpdatesOnSave)[number]

export interface Settings {
  readonly enable: boolean
  readonly rules: SeveritySettings
  readonly toc: { readonly updateOnSave: TocUpdateOnSave }
}

/** The settings of a client that sends none. */
export const defaultSettings: Settings = { enable: true, rules: {}, toc: { updateOnSave: 'ifUpToDate' } }

/** The valid settings, and messages for the log about invalid ones. */
export interface ReadSettings {
  readonly settings: Settings
  readonly problems: readonly string[]
}

/** Reads what a client sent. Invalid values are replaced by their defaults, key by key. */
export function readSettings(value: unknown, rules: readonly NamedRule[]): ReadSettings {
  if (value === undefined || value === null) return { settings: defaultSettings, problems: [] }
  const { data, issues } = validPart(settingsSchema(rules), value)
  const codes = rules.map(({ code }) => code)
  const problems = issues.flatMap((issue) => {
    const messages =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKeyMessage(key, codes)) : [issueMessage(issue)]
    return messages.map((message) => `${['ideaFiles', ...issue.path].join('.')}: ${message}`)
  })
  return { settings: (data as Settings | undefined) ?? defaultSettings, problems }
}
