import { type Dirent, realpathSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { createFileWith } from '../../platform/createFile.ts'
import { createFolderAt } from '../../platform/createFolder.ts'
import { digestText } from '../../platform/digest.ts'
import type { Helpers } from '../../platform/helperThreads.ts'
import { readErrors, withReadableError } from '../../platform/readableErrors.ts'
import { readAtMost } from '../../platform/readFile.ts'
import { replaceFile } from '../../platform/replaceFile.ts'
import type { FolderEntry } from '../../protocol/protocol.ts'
import type { Store } from '../../workspace/results.ts'
import { runGit } from '../git/runGit.ts'
import type { Io } from './io.ts'
import { createProgressLine, wantsProgress } from './progress.ts'
import { withoutRunnerCommands } from './runnerCommands.ts'

const writeReasons: Readonly<Record<string, string>> = {
  ...readErrors,
  EEXIST: 'already exists, so nothing was written; choose another name, or move the file away',
  EACCES: 'could not write (permission denied)',
  EPERM: 'could not write (permission denied)',
}

async function nodeIoKind(path: string): Promise<'file' | 'folder'> {
  const found = await stat(path)
  if (found.isDirectory()) return 'folder'
  if (found.isFile()) return 'file'
  throw new Error('not a file or folder')
}

async function nodeIoFolderEntry(folder: string, entry: Dirent): Promise<readonly FolderEntry[]> {
  const { name } = entry
  if (entry.isDirectory()) return [{ name, kind: 'folder' }]
  if (entry.isFile()) return [{ name, kind: 'file' }]
  // a link to a folder could lead back here
  const linked = entry.isSymbolicLink() ? await stat(resolve(folder, name)).catch(() => null) : null
  return linked?.isFile() ? [{ name, kind: 'file' }] : []
}

const nodeIoFolder = async (path: string): Promise<readonly FolderEntry[]> => {
  const entries = await readdir(path, { withFileTypes: true })
  return (await Promise.all(entries.map((entry) => nodeIoFolderEntry(path, entry)))).flat()
}

/** Whether stdout is a terminal with colors (no-color.org: any value of NO_COLOR but an empty one disables them). */
const nodeIoWantsColors = (): boolean => process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'

/** A path without symbolic links; the part of it that does not exist stays as it is. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path)
  } catch {
    const above = dirname(path)
    return above === path ? path : join(realPathOf(above), basename(path))
  }
}

/** The files and streams of this process, where it keeps results, and what helps it. */
export function nodeIo(stored: Store | null = null, helpers: Helpers | null = null): Io {
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
    document: (text) => onto(stdout)(process.env.GITHUB_ACTIONS === 'true' ? withoutRunnerCommands(text) : text),
    colors: nodeIoWantsColors(),
    absolute: (path) => resolve(path).replaceAll('\\', '/'),
    realPath: (path) => realPathOf(resolve(path)).replaceAll('\\', '/'),
    kind: (path) => withReadableError(nodeIoKind(path)),
    list: (path) => withReadableError(nodeIoFolder(path)),
    read: (path, most) => withReadableError(readAtMost(path, most)),
    exists: (path) =>
      stat(path).then(
        (found) => found.isFile(),
        () => false,
      ),
    write: (path, bytes, before) => withReadableError(replaceFile(path, bytes, before), writeReasons),
    create: (path, bytes) => withReadableError(createFileWith(path, bytes), writeReasons),
    createFolder: (path) => withReadableError(createFolderAt(path), writeReasons),
    git: runGit,
    online: { fetch, base: process.env.GITHUB_API_URL || null, token: process.env.GITHUB_TOKEN || null },
    digest: digestText,
    stored,
    helpers,
    progress: (text) => (text === null ? line.clear() : line.show(text)),
  }
}
