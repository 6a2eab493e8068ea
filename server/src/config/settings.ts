import * as z from 'zod/mini'
import { issueMessage, unknownKey } from './issues.ts'
import { type NamedRule, type SeveritySettings, severitiesSchema } from './severities.ts'
import { validPart } from './validSubset.ts'

/** The editor's settings under `ideaFiles`. The manifest's `contributes.configuration` says the same; a test holds the two together. */
export const settingsSchema = (rules: readonly NamedRule[]) =>
  z.object({
    /** Whether the extension looks at a folder's files at all. */
    enable: z._default(z.boolean(), true),
    rules: z._default(severitiesSchema(rules), {}),
    toc: z._default(z.object({ sync: z._default(z.enum(tocSyncs), 'keep') }), { sync: 'keep' }),
  })

const tocSyncs = ['keep', 'onSave', 'off'] as const

/** When a save brings a table of contents in step: where it was so before, always, or never. */
export type TocSync = (typeof tocSyncs)[number]

export interface Settings {
  readonly enable: boolean
  readonly rules: SeveritySettings
  readonly toc: { readonly sync: TocSync }
}

/** What holds where a client names no settings. */
export const defaultSettings: Settings = { enable: true, rules: {}, toc: { sync: 'keep' } }

/** What settings came to, and what is wrong with them, for the log. */
export interface ReadSettings {
  readonly settings: Settings
  readonly problems: readonly string[]
}

/** The settings in what a client sent; a value that is none of ours falls back to its default, key by key. */
export function readSettings(value: unknown, rules: readonly NamedRule[]): ReadSettings {
  if (value === undefined || value === null) return { settings: defaultSettings, problems: [] }
  const { data, issues } = validPart(settingsSchema(rules), value)
  const codes = rules.map(({ code }) => code)
  const problems = issues.flatMap((issue) => {
    const messages = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(key, codes)) : [issueMessage(issue)]
    return messages.map((message) => `${['ideaFiles', ...issue.path].join('.')}: ${message}`)
  })
  return { settings: (data as Settings | undefined) ?? defaultSettings, problems }
}
