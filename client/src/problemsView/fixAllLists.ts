import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { fixListsRequest, type ListFixes } from '../../../server/src/protocol/problems.ts'
import { showInfo, showNotResponding } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** Fixes all that is safe to fix in all lists, after VS Code's own preview; false if nothing was applied. */
export const fixAllLists = async (ask: SendRequest): Promise<boolean> => {
  const options = { location: vscode.ProgressLocation.Notification, title: l10n.t('Looking for safe fixes…'), cancellable: true }
  const fixes = await vscode.window.withProgress(options, (_, token) =>
    ask<readonly ListFixes[]>(fixListsRequest, {}, token).catch(() => null),
  )
  if (fixes === undefined) showNotResponding()
  if (!fixes) return false
  if (fixes.length === 0) {
    showInfo(l10n.t('There is nothing to fix safely in any list.'))
    return false
  }
  const edit = new vscode.WorkspaceEdit()
  // an edit that asks for confirmation opens the preview, and is not ticked there: this one changes nothing
  edit.insert(vscode.Uri.parse(fixes[0]!.uri), new vscode.Position(0, 0), '', {
    label: l10n.t('Preview'),
    description: l10n.t('untick what is to stay as it is, then apply'),
    needsConfirmation: true,
  })
  for (const list of fixes) await addListFixes(edit, list)
  return vscode.workspace.applyEdit(edit, { isRefactoring: true })
}

const addListFixes = async (edit: vscode.WorkspaceEdit, { uri, label, text, edits }: ListFixes): Promise<void> => {
  const target = vscode.Uri.parse(uri)
  const document = await vscode.workspace.openTextDocument(target)
  // it has changed in the meantime, or is encoded in another way
  if (document.getText() !== text) return
  const metadata: vscode.WorkspaceEditEntryMetadata = {
    label: l10n.t('Safe fixes'),
    description: label,
    needsConfirmation: false,
  }
  for (const { start, end, newText } of edits)
    edit.replace(target, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText, metadata)
}
