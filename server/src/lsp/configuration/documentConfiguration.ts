import { createEffectiveResolver, type EffectiveConfiguration, type ProjectFile } from '../../config/effectiveConfiguration.ts'
import { readConfig } from '../../config/readConfig.ts'
import { defaultSettings, readSettings, type Settings, type TocUpdateOnSave } from '../../config/settings.ts'
import { rules } from '../../rules/index.ts'
import { openDocumentPath } from '../documents/openDocument.ts'
import type { ConfigurationInput, NearestFile } from './projectFiles.ts'

/** Effective configuration of a document. Interned: equal parts are `===`, caches rely on it. */
export interface DocumentConfiguration {
  /** False if the user has switched us off for it (`ideaFiles.enable`). */
  readonly enabled: boolean
  readonly tocUpdateOnSave: TocUpdateOnSave
  readonly effective: EffectiveConfiguration
}

/** Makes configurations; wrong settings and project files are logged, each problem once. */
export class ConfigurationBuilder {
  readonly #log: (message: string) => void
  readonly #resolve = createEffectiveResolver()
  readonly #settings = new Map<string, Settings>()
  readonly #projectFiles = new Map<string, { readonly text: string; readonly file: ProjectFile }>()
  readonly #logged = new Set<string>()

  constructor(log: (message: string) => void) {
    this.#log = log
  }

  /** The configuration of the document at `uri`. */
  of(uri: string, { settings: sent, file }: ConfigurationInput): DocumentConfiguration {
    const settings = this.#readSettings(sent)
    return {
      enabled: settings.enable,
      tocUpdateOnSave: settings.toc.updateOnSave,
      effective: this.#resolve(settings, file && this.#readProjectFile(file), openDocumentPath(uri)),
    }
  }

  /** The configuration of a document without settings and project file. */
  plain(uri: string): DocumentConfiguration {
    return this.of(uri, { settings: undefined, file: null })
  }

  #readSettings(sent: unknown): Settings {
    if (sent === undefined || sent === null) return defaultSettings
    const key = JSON.stringify(sent)
    const known = this.#settings.get(key)
    if (known) return known
    const { settings, problems } = readSettings(sent, rules)
    for (const problem of problems) this.#log(problem)
    this.#settings.set(key, settings)
    return settings
  }

  #readProjectFile({ uri, text }: NearestFile): ProjectFile {
    const known = this.#projectFiles.get(uri)
    if (known?.text === text) return known.file
    const { config, problems } = readConfig(text, rules)
    const file = { path: openDocumentPath(uri), config }
    this.#projectFiles.set(uri, { text, file })
    // the places are shown in the file, if that is open
    for (const { message } of problems) this.#logOnce(`${uri}: ignored: ${message}`)
    return file
  }

  /** The user may be typing in the file: the same problem comes again and again. */
  #logOnce(message: string): void {
    if (this.#logged.has(message)) return
    this.#logged.add(message)
    this.#log(message)
  }
}
