import {
  createConfigurationResolver,
  type EffectiveConfiguration,
  type ProjectFile,
  withProfile,
} from '../../config/effectiveConfiguration.ts'
import { createProjectFileFinder, isProjectFile } from '../../config/findProjectFile.ts'
import { type ReadConfig, readConfig } from '../../config/readConfig.ts'
import { defaultSettings } from '../../config/settings.ts'
import { decodeLossy, decodingError } from '../../platform/decodeText.ts'
import { rules } from '../../rules/index.ts'
import { lintProjectFile } from '../../rules/invalidConfiguration.ts'
import type { Finding } from '../../rules/rule.ts'
import type { Io } from '../io/io.ts'
import type { Failure } from './findFiles.ts'

/** A project file that was read, with what is wrong with it. */
export interface UsedFile extends ProjectFile {
  readonly text: string
  readonly findings: readonly Finding[]
}

/** What the lists are read and checked by. */
export interface Setup {
  /** What holds for the list at a full path; a project file that cannot be read is told by `failures` and counts for nothing. */
  readonly of: (path: string) => Promise<EffectiveConfiguration>
  /** Looks at a project file that was itself named. */
  readonly look: (path: string) => Promise<void>
  /** The project files that were read so far, each once. */
  readonly used: () => readonly UsedFile[]
  readonly failures: () => readonly Failure[]
  /** The ids of the programmes that the project files above these paths define. */
  readonly ownIds: (paths: readonly string[]) => Promise<readonly string[]>
}

/** The longest project file that is read, in bytes. */
const longest = 1024 * 1024

/**
 * Reads lists by the nearest project file of each, or by the one that `named` names. The profile of the id `profile` comes before any file's.
 * Rejects where the named one cannot be read.
 */
export async function createSetup(named: string | null, profile: string | null, io: Io): Promise<Setup> {
  const effective = createConfigurationResolver()
  const used = new Map<string, UsedFile>()
  const failures = new Map<string, Failure>()

  const use = (path: string, text: string): UsedFile => {
    const before = used.get(path)
    if (before) return before
    const read: ReadConfig = readConfig(text, rules)
    const file = { path, text, config: read.config, findings: lintProjectFile(read, read.config.rules) }
    used.set(path, file)
    return file
  }
  const find = createProjectFileFinder(async (path) => ((await io.exists(path)) ? readText(path, io) : null))
  const nearest = async (path: string): Promise<UsedFile | null> => {
    try {
      const found = await find(path)
      return found && use(found.path, found.text)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      failures.set(error.path, { path: error.path, message: error.message })
      return null
    }
  }
  const full = named === null ? null : io.absolute(named)
  const fixed = full === null ? null : use(full, await readText(full, io))
  return {
    of: async (path) => {
      const holds = effective(defaultSettings, fixed ?? (await nearest(path)), path)
      return profile === null ? holds : (withProfile(holds, profile) ?? holds)
    },
    look: async (path) => void (await nearest(path)),
    used: () => [...used.values()],
    failures: () => [...failures.values()],
    ownIds: async (paths) => {
      // a folder's own project file counts as well as those above it
      const places = paths.flatMap((path) => [io.absolute(path), `${io.absolute(path)}/-`])
      const found = fixed ? [fixed] : await Promise.all(places.map(nearest))
      return [...new Set(found.flatMap((file) => (file ? Object.keys(file.config.programmes) : [])))]
    },
  }
}

class Unreadable extends Error {
  readonly path: string

  constructor(path: string, message: string) {
    super(message)
    this.path = path
  }
}

async function readText(path: string, io: Io): Promise<string> {
  try {
    const { bytes, size } = await io.read(path, longest + 1)
    const flaw = size > longest ? 'it has more than 1 MB' : decodingError(bytes)
    if (flaw !== null) throw new Error(flaw)
    return decodeLossy(bytes)
  } catch (error) {
    throw new Unreadable(path, error instanceof Error ? error.message : String(error))
  }
}

/** Whether a path that was named is that of a project file. */
export const isProjectPath = (path: string): boolean => isProjectFile(path.replaceAll('\\', '/'))

/** A full path as a person would write it here: without the folder that the command runs in. */
export function fromHere(path: string, io: Io): string {
  const here = `${io.absolute('.').replace(/\/$/, '')}/`
  return path.startsWith(here) ? path.slice(here.length) : path
}
