import { execFile } from 'node:child_process'
import { type Dirent, realpathSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { createFileWith } from '../../platform/createFile.ts'
import { readErrors, withReadableError } from '../../platform/readableErrors.ts'
import { readAtMost } from '../../platform/readFile.ts'
import { replaceFile } from '../../platform/replaceFile.ts'
import type { FolderEntry } from '../../protocol/protocol.ts'
import type { GitAnswer, GitSetting, Io } from './io.ts'
import { createProgressLine, wantsProgress } from './progress.ts'

const writeReasons: Readonly<Record<string, string>> = {
  ...readErrors,
  EEXIST: 'it exists already, and nothing was written; choose another name, or move it away first',
  EACCES: 'it may not be written (permission denied)',
  EPERM: 'it may not be written (permission denied)',
}

async function kindOnDisk(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path)
  if (found.isDirectory()) return 'folder'
  if (found.isFile()) return 'file'
  throw new Error('it is neither a file nor a folder')
}

async function toFolderEntry(folder: string, entry: Dirent): Promise<readonly FolderEntry[]> {
  const { name } = entry
  if (entry.isDirectory()) return [{ name, kind: 'folder' }]
  if (entry.isFile()) return [{ name, kind: 'file' }]
  // a link to a folder could lead back here
  const linked = entry.isSymbolicLink() ? await stat(resolve(folder, name)).catch(() => null) : null
  return linked?.isFile() ? [{ name, kind: 'file' }] : []
}

const listFolderOnDisk = async (path: string): Promise<readonly FolderEntry[]> => {
  const entries = await readdir(path, { withFileTypes: true })
  return (await Promise.all(entries.map((entry) => toFolderEntry(path, entry)))).flat()
}

/** Whether stdout is a terminal with colors (no-color.org: any value of NO_COLOR but an empty one disables them). */
const wantsColors = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'

/** In bytes; a branch of lists changes less. */
const maxGitOutput = 256 * 1024 * 1024

/** A path without symbolic links; the part of it that does not exist stays as it is. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPathOf(above), basename(path))
  }
}

/** Settings in the environment, in addition to those that are already there: unlike those of `-c`, keys may contain `=`. */
function settingsIn(env: NodeJS.ProcessEnv, settings: readonly GitSetting[]): NodeJS.ProcessEnv {
  const first = Number(env.GIT_CONFIG_COUNT ?? 0) || 0
  const variables = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ])
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(first + settings.length) }
}

const runGit = (args: readonly string[], settings: readonly GitSetting[]): Promise<GitAnswer> =>
  new Promise((resolve, reject) => {
    // git's messages are matched and shown: in English
    const env = { ...process.env, ...settingsIn(process.env, settings), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
    execFile('git', [...args], { env, maxBuffer: maxGitOutput, windowsHide: true }, (error, out, err) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') return resolve({ code, out, err })
      const known: Readonly<Record<string, string>> = {
        ENOENT: 'git is not installed',
        ERR_CHILD_PROCESS_STDIO_MAXBUFFER: 'git shows more than 256 MB of changes',
      }
      reject(new Error(known[String(code)] ?? `git could not be run (${error?.message})`))
    })
  })

/** The files and streams of this process. */
export function nodeIo(): Io {
  const { stdout, stderr } = process
  // 0 if the width is unknown
  const terminal = { write: (text: string) => void stderr.write(text), columns: () => stderr.columns || 80 }
  const line = createProgressLine(wantsProgress(stderr.isTTY === true, process.env) ? terminal : null, Date.now)
  const onto = (stream: NodeJS.WriteStream) => (text: string) => {
    line.clear()
    stream.write(text)
  }
  return {
    stdout: onto(stdout),
    stderr: onto(stderr),
    colors: wantsColors(),
    absolute: (path) => resolve(path).replaceAll('\\', '/'),
    realPath: (path) => realPathOf(resolve(path)).replaceAll('\\', '/'),
    kind: (path) => withReadableError(kindOnDisk(path)),
    list: (path) => withReadableError(listFolderOnDisk(path)),
    read: (path, most) => withReadableError(readAtMost(path, most)),
    exists: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    write: (path, bytes, before) => withReadableError(replaceFile(path, bytes, before), writeReasons),
    create: (path, bytes) => withReadableError(createFileWith(path, bytes), writeReasons),
    git: runGit,
    progress: (text) => (text === null ? line.clear() : line.show(text)),
  }
}
