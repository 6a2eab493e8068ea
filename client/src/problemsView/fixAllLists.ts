import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type FixListsParams, fixListsRequest, type ListFixes } from '../../../server/src/protocol/problems.ts'
import { namedFiles, writableFiles } from '../documents/readOnlyFiles.ts'
import { showInfo, showNotResponding, showWarning } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** Fixes all that is safe to fix in all lists, or what is wanted of it, after VS Code's own preview; false if nothing was applied. */
export const fixAllLists = async (ask: SendRequest, wanted: FixListsParams): Promise<boolean> => {
  const options = { location: vscode.ProgressLocation.Notification, title: l10n.t('Looking for safe fixes…'), cancellable: true }
  const fixes = await vscode.window.withProgress(options, (_, token) =>
    ask<readonly ListFixes[]>(fixListsRequest, wanted, token).catch(() => null),
  )
  if (fixes === undefined) showNotResponding()
  if (!fixes) return false
  if (fixes.length === 0) {
    showInfo(
      wanted.lists
        ? l10n.t('There is nothing to fix safely among the problems that the view shows.')
        : l10n.t('There is nothing to fix safely in any list.'),
    )
    return false
  }
  const writable = new Set((await writableFiles(fixes.map(({ uri }) => vscode.Uri.parse(uri)))).map(String))
  const applicable = fixes.filter(({ uri }) => writable.has(vscode.Uri.parse(uri).toString()))
  return applicable.length > 0 && applyListFixes(applicable)
}

/** Shows the fixes of lists in VS Code's preview; false if nothing was applied. */
const applyListFixes = async (fixes: readonly ListFixes[]): Promise<boolean> => {
  const edit = new vscode.WorkspaceEdit()
  askForPreview(edit, fixes)
  const leftOut: vscode.Uri[] = []
  for (const list of fixes) if (!(await addListFixes(edit, list))) leftOut.push(vscode.Uri.parse(list.uri))
  if (leftOut.length > 0) {
    const files = namedFiles(leftOut)
    showWarning(l10n.t`Left out, because they have changed since or cannot be read: ${files}. Run the command again to fix them.`)
  }
  if (leftOut.length === fixes.length) return false
  const saved = fixes.flatMap(({ uri }) => savedDocument(uri) ?? [])
  if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return false
  await saveFixed(saved)
  return true
}

/** The document of a list if it has no unsaved changes. */
const savedDocument = (uri: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === vscode.Uri.parse(uri).toString() && !document.isDirty && !document.isUntitled,
  )

/** VS Code saves what a refactoring changes only if it changes several files. */
const saveFixed = async (documents: readonly vscode.TextDocument[]): Promise<void> => {
  if (!vscode.workspace.getConfiguration('files.refactoring').get<boolean>('autoSave', true)) return
  for (const document of documents) if (document.isDirty) await document.save()
}

/**
 * Only an edit that asks for confirmation opens the preview, and is not ticked there. This one changes nothing: the preview has no row
 * for a file to create that exists already.
 */
const askForPreview = (edit: vscode.WorkspaceEdit, fixes: readonly ListFixes[]): void => {
  const uris = fixes.map(({ uri }) => vscode.Uri.parse(uri))
  const existing = uris.find(({ scheme }) => scheme !== 'untitled')
  const asked = { label: l10n.t('Safe fixes'), needsConfirmation: true }
  if (existing) edit.createFile(existing, { ignoreIfExists: true }, asked)
  else edit.insert(uris[0]!, new vscode.Position(0, 0), '', asked)
}

/** Adds the fixes of a list; false if it is not as the server has read it. */
const addListFixes = async (edit: vscode.WorkspaceEdit, { uri, label, text, edits }: ListFixes): Promise<boolean> => {
  const target = vscode.Uri.parse(uri)
  const document = await openedDocument(target)
  // it has changed in the meantime, has gone, or is encoded in another way
  if (document?.getText() !== text) return false
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    label: l10n.t('Safe fixes'),
    description: label,
    needsConfirmation: false,
  }
  for (const { start, end, newText } of edits)
    edit.replace(target, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText, metadata)
  return true
}

const openedDocument = async (uri: vscode.Uri): Promise<vscode.TextDocument | undefined> => {
  try {
    return await vscode.workspace.openTextDocument(uri)
  } catch {
    return undefined
  }
}
