import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { showWarning } from '../notifications.ts'

/** Whether a file cannot be written to, by its file system, its permissions, or the user's settings. */
export const isReadOnly = async (uri: vscode.Uri): Promise<boolean> => {
  if (uri.scheme === 'untitled') return false
  if (!vscode.workspace.fs.isWritableFileSystem(uri.scheme) || isLocked(uri)) return true
  try {
    const { permissions = 0 } = await vscode.workspace.fs.stat(uri)
    return (permissions & vscode.FilePermission.Readonly) !== 0
  } catch {
    return false
  }
}

/**
 * Whether the user's settings lock a file (`files.readonlyInclude`). VS Code changes the text of such a file if an extension asks for it,
 * but neither saves the change nor takes it back.
 */
export const isLocked = (uri: vscode.Uri): boolean =>
  fitsFilesSetting('readonlyInclude', uri) && !fitsFilesSetting('readonlyExclude', uri)

/** Whether a file fits one of the globs of a setting, which are relative to the workspace folder unless they are absolute. */
const fitsFilesSetting = (name: string, uri: vscode.Uri): boolean => {
  const globs = vscode.workspace.getConfiguration('files', uri).get<Readonly<Record<string, unknown>>>(name, {})
  const folder = vscode.workspace.getWorkspaceFolder(uri)
  const patterns = Object.entries(globs).flatMap(([glob, isOn]) => {
    if (isOn !== true) return []
    return folder ? [glob, new vscode.RelativePattern(folder, glob)] : [glob]
  })
  // the file need not be open: its URI is all that is compared
  const file = { uri, languageId: 'markdown' } as vscode.TextDocument
  return patterns.some((pattern) => vscode.languages.match({ pattern }, file) > 0)
}

/** How many files a message names. */
const maxNamedFiles = 3

/** `a.md, b.md, c.md, 7 more` */
export const namedFiles = (uris: readonly vscode.Uri[]): string => {
  const more = uris.length - maxNamedFiles
  const paths = uris.slice(0, maxNamedFiles).map((uri) => vscode.workspace.asRelativePath(uri))
  return [...paths, ...(more > 0 ? [l10n.t`${more} more`] : [])].join(', ')
}

/** The files that can be written to; the others are named in a warning. */
export const writableFiles = async (uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> => {
  const locked = await Promise.all(uris.map(isReadOnly))
  const leftOut = uris.filter((_, index) => locked[index])
  if (leftOut.length > 0) showWarning(l10n.t`Left out, because they are read-only: ${namedFiles(leftOut)}.`)
  return uris.filter((_, index) => !locked[index])
}

/** An edit without the files that cannot be written to, which are named in a warning. */
export const withoutReadOnlyFiles = async (edit: vscode.WorkspaceEdit): Promise<vscode.WorkspaceEdit> => {
  const uris = edit.entries().map(([uri]) => uri)
  const writable = new Set(await writableFiles(uris))
  // without edits, `set` removes those that the file has; the others keep what says whether they are ticked
  for (const uri of uris) if (!writable.has(uri)) Reflect.apply(edit.set, edit, [uri, undefined])
  return edit
}
