import * as vscode from 'vscode'
import type { FolderEntry, ListFolderParams, ReadFileParams } from '../../../server/src/protocol/protocol.ts'
import { isRelevantFile } from '../../../server/src/protocol/relevantFiles.ts'

const isFileNotFound = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileNotFound'

/** A project file may have this many bytes, and a list or page. */
export const [maxProjectFileSize, maxListSize] = [1024 * 1024, 4 * 1024 * 1024]

/** The bytes of a regular file; null if it has more than `maxBytes`, or is a device, which could be endless. */
const readLimited = async (uri: vscode.Uri, maxBytes: number): Promise<Uint8Array | null> => {
  const { size, type } = await vscode.workspace.fs.stat(uri)
  if (size > maxBytes || (type & vscode.FileType.File) === 0) return null
  const bytes = await vscode.workspace.fs.readFile(uri)
  // some file systems know the size only after reading
  return bytes.byteLength > maxBytes ? null : bytes
}

/** The text of a file, from its editor if it is open (saved or not); null if it is missing, too large or cannot be read. */
export const readShown = async (uri: vscode.Uri, maxBytes: number): Promise<string | null> => {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (open) return open.getText()
  const bytes = await readLimited(uri, maxBytes).catch(() => null)
  return bytes && new TextDecoder().decode(bytes)
}

/** The text of a file; null if there is none. Rejects, with the reason, if it cannot be read. */
const readStrictly = async (uri: vscode.Uri, maxBytes: number): Promise<string | null> => {
  try {
    const bytes = await readLimited(uri, maxBytes)
    if (bytes === null) throw new Error(`it has more than ${maxBytes} bytes, or is not a regular file`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (isFileNotFound(error)) return null
    throw error
  }
}

/** Answers the server, which may have no access to the file system. */
export const readFile = ({ uri, maxBytes }: ReadFileParams): Promise<string | null> =>
  maxBytes === undefined ? readShown(vscode.Uri.parse(uri), maxListSize) : readStrictly(vscode.Uri.parse(uri), maxBytes)

/** Answers the server with the URIs of the Markdown documents that have unsaved changes. */
export const unsavedDocuments = (): readonly string[] =>
  vscode.workspace.textDocuments
    .filter(({ isDirty, languageId }) => isDirty && languageId === 'markdown')
    .map(({ uri }) => uri.toString())

/**
 * Answers the server with the relevant entries of a folder. `findFiles` ignores `.gitignore`, and never returns from a file system
 * without a search of its own (microsoft/vscode#228990).
 */
export const listFolder = async ({ uri }: ListFolderParams): Promise<readonly FolderEntry[]> => {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri))
  return entries.flatMap(([name, type]): readonly FolderEntry[] => {
    if (type === vscode.FileType.Directory) return [{ name, kind: 'folder' }]
    return (type & vscode.FileType.File) !== 0 && isRelevantFile(name) ? [{ name, kind: 'file' }] : []
  })
}

/** LSP's `FileChangeType`. */
const [created, deleted] = [1, 3]

const batchMs = 100

interface FolderChange {
  readonly uri: string
  readonly type: number
}

/** Folders whose files change all the time, and are never read. */
const uninteresting = /\/(?:node_modules|\.git)(?:\/|$)/

/** Reports folders that are created or deleted: VS Code does not report their files one by one (microsoft/vscode#109754). */
export const watchFolders = (report: (changes: readonly FolderChange[]) => void): vscode.Disposable => {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
  const reportAll = (uris: readonly vscode.Uri[], type: number): void => {
    if (uris.length > 0) report(uris.map((uri) => ({ uri: uri.toString(), type })))
  }
  const createdWithDots = collectUris(batchMs, async (uris) => reportAll(await foldersAmong(uris), created))
  // what it was cannot be asked any more
  const deletedWithDots = collectUris(batchMs, async (uris) => reportAll(uris, deleted))
  const isWanted = ({ path }: vscode.Uri): boolean => !uninteresting.test(path) && !isRelevantFile(nameOf(path))
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => {
      if (!isWanted(uri)) return
      // `v1.2` may be a folder, but most names with a dot are files
      if (nameOf(uri.path).includes('.')) createdWithDots.add(uri)
      else report([{ uri: uri.toString(), type: created }])
    }),
    watcher.onDidDelete((uri) => {
      if (!isWanted(uri)) return
      if (nameOf(uri.path).includes('.')) deletedWithDots.add(uri)
      else report([{ uri: uri.toString(), type: deleted }])
    }),
    createdWithDots,
    deletedWithDots,
  )
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Collects URIs, and passes them on together some time (milliseconds) after the first. */
const collectUris = (
  delayMs: number,
  pass: (uris: readonly vscode.Uri[]) => Promise<void>,
): vscode.Disposable & { add(uri: vscode.Uri): void } => {
  let collected: vscode.Uri[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    const uris = collected
    collected = []
    timer = undefined
    void pass(uris)
  }
  return {
    add: (uri) => {
      collected.push(uri)
      timer ??= setTimeout(flush, delayMs)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** Those that are folders; each folder around them is listed once, however many they are. */
const foldersAmong = async (uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> => {
  const parents = new Map(uris.map((uri) => vscode.Uri.joinPath(uri, '..')).map((parent) => [parent.toString(), parent]))
  const folders = new Set<string>()
  for (const parent of parents.values()) {
    const entries = await vscode.workspace.fs.readDirectory(parent).then(
      (found) => found,
      () => [],
    )
    for (const [name, type] of entries) {
      if (type === vscode.FileType.Directory) folders.add(vscode.Uri.joinPath(parent, name).toString())
    }
  }
  return uris.filter((uri) => folders.has(uri.toString()))
}
