import {
  createEffectiveResolver,
  type EffectiveConfiguration,
  type ProjectFile,
  withProfile,
} from '../../config/effectiveConfiguration.ts'
import { createProjectFileFinder, maxProjectFileBytes } from '../../config/findProjectFile.ts'
import { type ReadConfig, readConfig } from '../../config/readConfig.ts'
import { defaultSettings } from '../../config/settings.ts'
import { decodeLossy, decodingError } from '../../platform/decodeText.ts'
import { rules } from '../../rules/index.ts'
import { lintProjectFile } from '../../rules/invalidConfiguration.ts'
import type { Finding } from '../../rules/rule.ts'
import { errorMessage } from '../../text/errorMessage.ts'
import { exitCodes } from '../exitCodes.ts'
import type { Io } from '../io/io.ts'
import { printError } from '../io/printError.ts'
import type { Failure } from './findFiles.ts'

/** A project file with its findings. */
export interface ReadProjectFile extends ProjectFile {
  readonly text: string
  readonly findings: readonly Finding[]
}

/** The configuration of each list. */
export interface CliConfiguration {
  /** The configuration of the list at a full path. A project file that cannot be read is ignored, and added to `failures`. */
  readonly forList: (path: string) => Promise<EffectiveConfiguration>
  /** Everything that the configuration of the list at a full path depends on, as text. */
  readonly sourceFor: (path: string) => Promise<string>
  /** Reads a project file that was itself named, for its findings. */
  readonly checkProjectFile: (path: string) => Promise<void>
  /** The project files that were read so far, each once. */
  readonly projectFiles: () => readonly ReadProjectFile[]
  readonly failures: () => readonly Failure[]
  /** The ids of the programmes defined by the project files of these paths. */
  readonly customProfileIds: (paths: readonly string[]) => Promise<readonly string[]>
}

/**
 * Each list has the configuration of its nearest project file, or of the one at `named`. `profile` (an id) overrides the profile of any
 * file. Rejects if the file at `named` cannot be read.
 */
export async function createCliConfiguration(named: string | null, profile: string | null, io: Io): Promise<CliConfiguration> {
  const effective = createEffectiveResolver()
  const used = new Map<string, ReadProjectFile>()
  const failures = new Map<string, Failure>()

  const use = (path: string, text: string): ReadProjectFile => {
    const before = used.get(path)
    if (before) return before
    const read: ReadConfig = readConfig(text, rules)
    const file = { path, text, config: read.config, findings: lintProjectFile(read, read.config.rules) }
    used.set(path, file)
    return file
  }
  const find = createProjectFileFinder(async (path) => ((await io.exists(path)) ? readConfigurationFile(path, io) : null))
  const nearest = async (path: string): Promise<ReadProjectFile | null> => {
    try {
      const found = await find(path)
      return found && use(found.path, found.text)
    } catch (error) {
      if (!(error instanceof UnreadableConfiguration)) throw error
      failures.set(error.path, { path: error.path, message: error.message })
      return null
    }
  }
  const full = named === null ? null : io.absolute(named)
  const fixed = full === null ? null : use(full, await readConfigurationFile(full, io))
  const fileFor = async (path: string): Promise<ReadProjectFile | null> => fixed ?? (await nearest(path))
  return {
    forList: async (path) => {
      const holds = effective(defaultSettings, await fileFor(path), path)
      return profile === null ? holds : (withProfile(holds, profile) ?? holds)
    },
    sourceFor: async (path) => {
      const file = await fileFor(path)
      return JSON.stringify([profile, file?.path, file?.text])
    },
    checkProjectFile: async (path) => void (await nearest(path)),
    projectFiles: () => [...used.values()],
    failures: () => [...failures.values()],
    customProfileIds: async (paths) => {
      // a folder's own project file counts, too
      const places = paths.flatMap((path) => [io.absolute(path), `${io.absolute(path)}/-`])
      const found = fixed ? [fixed] : await Promise.all(places.map(nearest))
      return [...new Set(found.flatMap((file) => (file ? Object.keys(file.config.programmes) : [])))]
    },
  }
}

class UnreadableConfiguration extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

async function readConfigurationFile(path: string, io: Io): Promise<string> {
  try {
    const { bytes, size } = await io.read(path, maxProjectFileBytes + 1)
    const flaw = size > maxProjectFileBytes ? 'larger than 1 MB' : decodingError(bytes)
    if (flaw !== null) throw new Error(flaw)
    return decodeLossy(bytes)
  } catch (error) {
    throw new UnreadableConfiguration(path, errorMessage(error))
  }
}

/** The configuration, or the exit code if the given project file cannot be read. */
export async function configurationOrExitCode(
  config: string | null,
  profile: Parameters<typeof createCliConfiguration>[1],
  io: Io,
): Promise<CliConfiguration | number> {
  try {
    return await createCliConfiguration(config, profile, io)
  } catch (error) {
    printError(config ?? '', errorMessage(error), io)
    return exitCodes.failed
  }
}
