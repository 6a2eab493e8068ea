import * as z from 'zod/mini'

/** The editor's settings under `ideaFiles`. The manifest's `contributes.configuration` says the same; a test holds the two together. */
export const settingsSchema = z.object({
  /** Whether the extension looks at a folder's files at all. */
  enable: z.catch(z._default(z.boolean(), true), true),
})

export type Settings = Readonly<z.infer<typeof settingsSchema>>

/** What holds where a client names no settings. */
export const defaultSettings: Settings = settingsSchema.parse({})

/** The settings in what a client sent; a value that is none of ours falls back to its default, key by key. */
export function readSettings(value: unknown): Settings {
  const read = settingsSchema.safeParse(value)
  return read.success ? read.data : defaultSettings
}
