import { execFile } from 'node:child_process'
import type { Dirent } from 'node:fs'
import { readdir, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readAtMost, readErrors, withReadableError } from '../../platform/readFile.ts'
import type { Entry, GitAnswer, Io } from './io.ts'
import { createProgressLine, wantsProgress } from './progress.ts'

const writeReasons: Readonly<Record<string, string>> = {
  ...readErrors,
  EACCES: 'it may not be written (permission denied)',
  EPERM: 'it may not be written (permission denied)',
}

async function kind(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path)
  if (found.isDirectory()) return 'folder'
  if (found.isFile()) return 'file'
  throw new Error('it is neither a file nor a folder')
}

async function entryOf(folder: string, entry: Dirent): Promise<readonly Entry[]> {
  const { name } = entry
  if (entry.isDirectory()) return [{ name, kind: 'folder' }]
  if (entry.isFile()) return [{ name, kind: 'file' }]
  // a linked folder could lead back to where we stand
  const linked = entry.isSymbolicLink() ? await stat(resolve(folder, name)).catch(() => null) : null
  return linked?.isFile() ? [{ name, kind: 'file' }] : []
}

const list = async (path: string): Promise<readonly Entry[]> => {
  const entries = await readdir(path, { withFileTypes: true })
  return (await Promise.all(entries.map((entry) => entryOf(path, entry)))).flat()
}

/** Whether a terminal reads the output and wants colours (no-color.org: NO_COLOR set to anything but nothing means none). */
const wantsColours = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'

/** A branch that changes more text than this is no branch of lists. */
const longestAnswer = 256 * 1024 * 1024

const git = (args: readonly string[]): Promise<GitAnswer> =>
  new Promise((resolve, reject) => {
    // git's own words are matched and shown: in one language
    const env = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
    execFile('git', [...args], { env, maxBuffer: longestAnswer, windowsHide: true }, (error, out, err) => {
      const code = error === null ? 0 : error.code
      if (typeof code === 'number') return resolve({ code, out, err })
      const known: Readonly<Record<string, string>> = {
        ENOENT: 'git is not installed',
        ERR_CHILD_PROCESS_STDIO_MAXBUFFER: 'git shows more than 256 MB of changes',
      }
      reject(new Error(known[String(code)] ?? `git could not be run (${error?.message})`))
    })
  })

/** The process's own files and streams. */
export function nodeIo(): Io {
  const { stdout, stderr } = process
  // a terminal that does not know its width says 0
  const terminal = { write: (text: string) => void stderr.write(text), columns: () => stderr.columns || 80 }
  const line = createProgressLine(wantsProgress(stderr.isTTY === true, process.env) ? terminal : null, Date.now)
  const onto = (stream: NodeJS.WriteStream) => (text: string) => {
    line.clear()
    stream.write(text)
  }
  return {
    stdout: onto(stdout),
    stderr: onto(stderr),
    colours: wantsColours(),
    absolute: (path) => resolve(path).replaceAll('\\', '/'),
    kind: (path) => withReadableError(kind(path)),
    list: (path) => withReadableError(list(path)),
    read: (path, most) => withReadableError(readAtMost(path, most)),
    exists: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    write: (path, bytes) => withReadableError(writeFile(path, bytes), writeReasons),
    git,
    progress: (text) => (text === null ? line.clear() : line.show(text)),
  }
}
