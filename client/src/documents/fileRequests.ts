import * as vscode from 'vscode'
import type { FolderEntry, ListFolderParams, ReadFileParams } from '../../../server/src/protocol/protocol.ts'
import { isRelevantFile } from '../../../server/src/protocol/relevantFiles.ts'

const isMissing = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileNotFound'

/** The text of a file, null where there is none or nobody may read it. What is open counts as it stands there, saved or not. */
export const readWhole = async (uri: vscode.Uri): Promise<string | null> => {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (open) return open.getText()
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return null
  }
}

/** Null where there is no such file; why another one cannot be read is the error's message. */
const readStrictly = async (uri: vscode.Uri, most: number): Promise<string | null> => {
  try {
    const { size } = await vscode.workspace.fs.stat(uri)
    const bytes = size > most ? null : await vscode.workspace.fs.readFile(uri)
    // some file systems do not know the size before they have read
    if (bytes === null || bytes.byteLength > most) throw new Error(`files over ${most} bytes are not read`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Answers the server, which may have no file system of its own, or not this one. */
export const readFile = ({ uri, most }: ReadFileParams): Promise<string | null> =>
  most === undefined ? readWhole(vscode.Uri.parse(uri)) : readStrictly(vscode.Uri.parse(uri), most)

/** Answers the server with the Markdown documents whose text stands in no file. */
export const unsavedDocuments = (): readonly string[] =>
  vscode.workspace.textDocuments
    .filter(({ isDirty, languageId }) => isDirty && languageId === 'markdown')
    .map(({ uri }) => uri.toString())

/**
 * Answers the server with what a folder holds of interest. Folder by folder, for `findFiles` does not know of `.gitignore`, and does not
 * return at all from a file system without a search of its own (microsoft/vscode#228990).
 */
export const listFolder = async ({ uri }: ListFolderParams): Promise<readonly FolderEntry[]> => {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri))
  return entries.flatMap(([name, type]): readonly FolderEntry[] => {
    if (type === vscode.FileType.Directory) return [{ name, kind: 'folder' }]
    return (type & vscode.FileType.File) !== 0 && isRelevantFile(name) ? [{ name, kind: 'file' }] : []
  })
}

/** What LSP calls a file that was made, and one that was deleted. */
const [created, deleted] = [1, 3]

/**
 * Tells of folders that come and go: their files are not told of one by one (microsoft/vscode#109754). What has a dot in its name is a
 * file, or as good as one.
 */
export const watchFolders = (
  tell: (changes: readonly { readonly uri: string; readonly type: number }[]) => void,
): vscode.Disposable => {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
  const saying = (type: number) => (uri: vscode.Uri) => {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1)
    if (!name.includes('.')) tell([{ uri: uri.toString(), type }])
  }
  return vscode.Disposable.from(watcher, watcher.onDidCreate(saying(created)), watcher.onDidDelete(saying(deleted)))
}
