import { lstatSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { cacheFolderOption, noCacheOption } from '../protocol/cacheOptions.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The variable with another folder for the cache, as a full path; `off` turns it off. */
export const cacheVariable = 'IDEA_FILES_CACHE'

/**
 * The folder in which this user's runs keep what the next ones can use; null if they are to keep nothing, or the system names none. A
 * relative path is no folder: it would be one of the texts' own.
 */
export function userCacheFolder(args: readonly string[], env: Environment, system: NodeJS.Platform): string | null {
  const end = args.indexOf('--')
  if (args.slice(0, end < 0 ? args.length : end).includes(noCacheOption)) return null
  const named = env[cacheVariable]
  if (named) return isAbsolute(named) ? named : null
  const base = systemCacheFolder(env, system)
  return base !== null && isAbsolute(base) ? join(base, 'idea-files') : null
}

/** The folder that an editor names for this on the command line: `--cache=/path`. */
export const cacheFolderArgument = (args: readonly string[]): string | null =>
  args.find((arg) => arg.startsWith(cacheFolderOption))?.slice(cacheFolderOption.length) ?? null

function systemCacheFolder(env: Environment, system: NodeJS.Platform): string | null {
  if (system === 'win32') return env.LOCALAPPDATA ?? null
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return env.XDG_CACHE_HOME
  const home = env.HOME || homeForCacheFolder()
  return home === null ? null : join(home, ...(system === 'darwin' ? ['Library', 'Caches'] : ['.cache']))
}

function homeForCacheFolder(): string | null {
  try {
    return homedir()
  } catch {
    return null
  }
}

/**
 * Whether a folder is there, or could be made, that only this user can write to: code from it is run. Windows has no such mode; the
 * user's own folders are private there.
 */
export function isPrivateFolder(folder: string): boolean {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false })
    if (found === undefined) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return isPrivateFolder(folder)
    }
    if (!found.isDirectory()) return false
    return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0)
  } catch {
    return false
  }
}
