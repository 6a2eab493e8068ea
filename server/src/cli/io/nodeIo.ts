import { execFile } from 'node:child_process'
import type { Dirent } from 'node:fs'
import { open, readdir, stat, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Bytes, Entry, GitAnswer, Io } from './io.ts'
import { createProgressLine, wantsProgress } from './progress.ts'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'it may not be read (permission denied)',
  EPERM: 'it may not be read (permission denied)',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links run in a circle',
  EROFS: 'it may not be written (the file system is read-only)',
  ENOSPC: 'there is no room left to write it',
  ENAMETOOLONG: 'its name is too long',
}

const writeReasons: Readonly<Record<string, string>> = {
  ...reasons,
  EACCES: 'it may not be written (permission denied)',
  EPERM: 'it may not be written (permission denied)',
}

/** The same work, its failures told in words. */
export async function told<T>(work: Promise<T>, words = reasons): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Error(words[code] ?? (error instanceof Error ? error.message : String(error)), { cause: error })
  }
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

/** The start of a file, at most so many bytes. */
export async function read(path: string, most: number): Promise<Bytes> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const buffer = Buffer.alloc(Math.min(size, most))
    let filled = 0
    while (filled < buffer.length) {
      const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, filled)
      // the file became shorter while it was read
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return { bytes: buffer.subarray(0, filled), size }
  } finally {
    await file.close()
  }
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
    kind: (path) => told(kind(path)),
    list: (path) => told(list(path)),
    read: (path, most) => told(read(path, most)),
    exists: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    write: (path, bytes) => told(writeFile(path, bytes), writeReasons),
    git,
    progress: (text) => (text === null ? line.clear() : line.show(text)),
  }
}
