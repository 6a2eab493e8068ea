import * as vscode from 'vscode'
import type { FolderEntry, ListFolderParams, ReadFileParams } from '../../../server/src/protocol/protocol.ts'
import { isRelevantFile } from '../../../server/src/protocol/relevantFiles.ts'
import { isLeftover } from './leftovers.ts'

/** A project file may have this many bytes, and a list or page. */
export const [maxProjectFileSize, maxListSize] = [1024 * 1024, 4 * 1024 * 1024]

/** The bytes of a regular file; null if it has more than `maxBytes`, or is a device, which could be endless. */
const readRequestedBytes = async (uri: vscode.Uri, maxBytes: number): Promise<Uint8Array | null> => {
  const { size, type } = await vscode.workspace.fs.stat(uri)
  if (size > maxBytes || (type & vscode.FileType.File) === 0) return null
  const bytes = await vscode.workspace.fs.readFile(uri)
  // some file systems know the size only after reading
  return bytes.byteLength > maxBytes ? null : bytes
}

/** The text of a file, from its editor if it is open (saved or not); null if it is missing, too large or cannot be read. */
export const readShownOnRequest = async (uri: vscode.Uri, maxBytes: number): Promise<string | null> => {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
  if (open && !(await isLeftover(open))) return open.getText()
  const bytes = await readRequestedBytes(uri, maxBytes).catch(() => null)
  return bytes && new TextDecoder().decode(bytes)
}

/** The text of a file; null if there is none. Rejects, with the reason, if it cannot be read. */
const readRequestedText = async (uri: vscode.Uri, maxBytes: number): Promise<string | null> => {
  try {
    const bytes = await readRequestedBytes(uri, maxBytes)
    if (bytes === null) throw new Error(`larger than ${maxBytes} bytes, or not a regular file`)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return null
    throw error
  }
}

/** Answers the server, which may have no access to the file system. */
export const answerFileRequest = ({ uri, maxBytes }: ReadFileParams): Promise<string | null> =>
  maxBytes === undefined
    ? readShownOnRequest(vscode.Uri.parse(uri), maxListSize)
    : readRequestedText(vscode.Uri.parse(uri), maxBytes)

/** Answers the server with the URIs of the Markdown documents that have unsaved changes. */
export const answerUnsavedRequest = (): readonly string[] =>
  vscode.workspace.textDocuments
    .filter(({ isDirty, languageId }) => isDirty && languageId === 'markdown')
    .map(({ uri }) => uri.toString())

/**
 * Answers the server with the relevant entries of a folder. `findFiles` ignores `.gitignore`, and never returns from a file system
 * without a search of its own (microsoft/vscode#228990).
 */
export const answerFolderRequest = async ({ uri }: ListFolderParams): Promise<readonly FolderEntry[]> => {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri))
  return entries.flatMap(([name, type]): readonly FolderEntry[] => {
    if (type === vscode.FileType.Directory) return [{ name, kind: 'folder' }]
    return (type & vscode.FileType.File) !== 0 && isRelevantFile(name) ? [{ name, kind: 'file' }] : []
  })
}
