import * as vscode from 'vscode'
import type { FolderEntry, ListFolderParams, ReadFileParams } from '../../../server/src/protocol/protocol.ts'
import { isRelevantFile } from '../../../server/src/protocol/relevantFiles.ts'

const isFileNotFound = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileNotFound'

/** The text of a file, from its editor if it is open (saved or not); null if it is missing or cannot be read. */
export const readWhole = async (uri: vscode.Uri): Promise<string | null> => {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (open) return open.getText()
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return null
  }
}

/** The text of a file; null if there is none. Rejects, with the reason, if it cannot be read. */
const readStrictly = async (uri: vscode.Uri, most: number): Promise<string | null> => {
  try {
    const { size } = await vscode.workspace.fs.stat(uri)
    const bytes = size > most ? null : await vscode.workspace.fs.readFile(uri)
    // some file systems know the size only after reading
    if (bytes === null || bytes.byteLength > most) throw new Error(`files over ${most} bytes are not read`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (isFileNotFound(error)) return null
    throw error
  }
}

/** Answers the server, which may have no access to the file system. */
export const readFile = ({ uri, maxBytes }: ReadFileParams): Promise<string | null> =>
  maxBytes === undefined ? readWhole(vscode.Uri.parse(uri)) : readStrictly(vscode.Uri.parse(uri), maxBytes)

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

/**
 * Reports folders that are created or deleted: VS Code does not report their files one by one (microsoft/vscode#109754). A name with a
 * dot is taken for a file's.
 */
export const watchFolders = (
  report: (changes: readonly { readonly uri: string; readonly type: number }[]) => void,
): vscode.Disposable => {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
  const reportAs = (type: number) => (uri: vscode.Uri) => {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
    if (!name.includes('.')) report([{ uri: uri.toString(), type }])
  }
  return vscode.Disposable.from(watcher, watcher.onDidCreate(reportAs(created)), watcher.onDidDelete(reportAs(deleted)))
}
