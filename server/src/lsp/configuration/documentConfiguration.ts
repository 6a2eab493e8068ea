import {
  createConfigurationResolver,
  type EffectiveConfiguration,
  type ProjectFile,
} from '../../config/effectiveConfiguration.ts'
import { readConfig } from '../../config/readConfig.ts'
import { defaultSettings, readSettings, type Settings, type TocSync } from '../../config/settings.ts'
import { rules } from '../../rules/index.ts'
import { pathOf } from '../documents/openDocument.ts'
import type { ConfigurationInput } from './configurationStore.ts'

/** What holds for a document. Equal ones are the same object as far as its parts go: caches go by that. */
export interface DocumentConfiguration {
  /** Whether we are to look at it at all. */
  readonly enabled: boolean
  readonly tocSync: TocSync
  readonly effective: EffectiveConfiguration
}

/** Makes setups; settings that make no sense, and what a project file has wrong, are told to `log`, once. */
export class ConfigurationBuilder {
  readonly #log: (message: string) => void
  readonly #effective = createConfigurationResolver()
  readonly #settings = new Map<string, Settings>()
  readonly #files = new Map<string, { readonly text: string; readonly file: ProjectFile }>()
  readonly #said = new Set<string>()

  constructor(log: (message: string) => void) {
    this.#log = log
  }

  /** What holds for the document at `uri`. */
  of(uri: string, { settings: sent, file }: ConfigurationInput): DocumentConfiguration {
    const settings = this.#read(sent)
    return {
      enabled: settings.enable,
      tocSync: settings.toc.sync,
      effective: this.#effective(settings, file && this.#file(file), pathOf(uri)),
    }
  }

  /** What holds where nothing is known. */
  plain(uri: string): DocumentConfiguration {
    return this.of(uri, { settings: undefined, file: null })
  }

  #read(sent: unknown): Settings {
    if (sent === undefined || sent === null) return defaultSettings
    const key = JSON.stringify(sent)
    const known = this.#settings.get(key)
    if (known) return known
    const { settings, problems } = readSettings(sent, rules)
    for (const problem of problems) this.#log(problem)
    this.#settings.set(key, settings)
    return settings
  }

  #file({ uri, text }: NonNullable<ConfigurationInput['file']>): ProjectFile {
    const known = this.#files.get(uri)
    if (known?.text === text) return known.file
    const { config, problems } = readConfig(text, rules)
    const file = { path: pathOf(uri), config }
    this.#files.set(uri, { text, file })
    // the places are shown in the file, where that is open
    for (const { message } of problems) this.#say(`${uri}: what is wrong here is left out: ${message}`)
    return file
  }

  /** Each thing once: somebody may be typing. */
  #say(message: string): void {
    if (this.#said.has(message)) return
    this.#said.add(message)
    this.#log(message)
  }
}
