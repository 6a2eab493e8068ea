import {
  createEffectiveResolver,
  type EffectiveConfiguration,
  readOptions,
  withProfile,
} from './config/effectiveConfiguration.ts'
import { readConfig } from './config/readConfig.ts'
import { defaultSettings } from './config/settings.ts'
import type * as Library from './library.d.mts'
import { readIdeaFile as readModel } from './model/ideaFile.ts'
import { builtInIds } from './model/profiles/profiles.ts'
import type { IdeaFile } from './model/types.ts'
import { projectFileName } from './protocol/protocol.ts'
import { exportedFile } from './report/exportedFile.ts'
import { findingLineIndex, toReportedFinding } from './report/findings.ts'
import { createLinter } from './rules/engine/createLinter.ts'
import { rules } from './rules/index.ts'
import { joinWithOr } from './text/wording.ts'

/** The result of `readIdeaFile`; the model is private, as it is not part of the library's API. */
class ReadFile implements Library.IdeaFile {
  readonly path: string
  readonly text: string
  readonly ideaList: boolean
  readonly profile: string | null
  readonly #model: IdeaFile
  readonly #effective: EffectiveConfiguration

  constructor(path: string, model: IdeaFile, effective: EffectiveConfiguration) {
    this.path = path
    this.text = model.text
    this.ideaList = model.ideaList
    this.profile = model.ideaList ? model.profile.id : null
    this.#model = model
    this.#effective = effective
  }

  findings(): readonly Library.Finding[] {
    const lines = findingLineIndex(this.text)
    return createLinter(rules)
      .lint(this.#model, this.#effective.severities)
      .map((finding) => toReportedFinding(finding, lines))
  }

  exported(): Library.ExportedFile | null {
    return this.ideaList ? exportedFile(this.path, this.#model) : null
  }
}

/** Checks that a file comes from `readIdeaFile`. */
function asReadFile(file: Library.IdeaFile): ReadFile {
  if (file instanceof ReadFile) return file
  throw new TypeError('Expected a file returned by readIdeaFile.')
}

export const readIdeaFile: typeof Library.readIdeaFile = (text, options = {}) => {
  const path = options.path?.replaceAll('\\', '/') ?? ''
  // a full path, as globs are relative to the project file's folder
  const full = `/${path.replace(/^(?:\.?\/)+/, '')}`
  const config = options.configuration === undefined ? null : readConfig(options.configuration, rules).config
  const configuration = createEffectiveResolver()(defaultSettings, config && { path: `/${projectFileName}`, config }, full)
  const effective = options.profile === undefined ? configuration : withProfile(configuration, options.profile)
  if (effective === null) {
    const custom = configuration.programmes.map(({ profile }) => profile.id)
    throw new RangeError(`Unknown profile "${options.profile}"; use ${joinWithOr([...builtInIds, ...custom])}.`)
  }
  return new ReadFile(path, readModel(text, readOptions(effective, full)), effective)
}

export const check: typeof Library.check = (file) => asReadFile(file).findings()

export const exportIdeas: typeof Library.exportIdeas = (file) => asReadFile(file).exported()
