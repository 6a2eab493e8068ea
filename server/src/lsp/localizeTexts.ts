import * as l10n from '@vscode/l10n'
import * as z from 'zod/mini'

const localizedOptions = z.object({ l10n: z.record(z.string(), z.string()) })

/** Takes the texts in the editor's language from the options of `initialize`. Without any, or with others than texts, all stay English. */
export function localizeTexts(initializationOptions: unknown): void {
  const options = localizedOptions.safeParse(initializationOptions).data
  if (options) l10n.config({ contents: options.l10n })
}
