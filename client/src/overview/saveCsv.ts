import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type OverviewParams, overviewCsvRequest } from '../../../server/src/protocol/overview.ts'
import { showNotResponding } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** Asks the server for the numbers as CSV, with a notification that can cancel the request, and saves them. */
export const saveOverviewCsv = async (ask: SendRequest, params: OverviewParams): Promise<void> => {
  const options = { location: vscode.ProgressLocation.Notification, title: l10n.t('Counting problems…'), cancellable: true }
  const csv = await vscode.window.withProgress(options, (_, token) =>
    ask<string | null>(overviewCsvRequest, params, token).catch(() => null),
  )
  if (csv === undefined) showNotResponding()
  else if (csv !== null) await saveText(csv)
}

/** Asks for a file if the workspace is on disk; otherwise shows the text in an editor, for the user to save. */
const saveText = async (csv: string): Promise<void> => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (folder?.scheme !== 'file') {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: csv, language: 'plaintext' }))
    return
  }
  // next to the workspace: the numbers are no part of the repository
  const defaultUri = vscode.Uri.joinPath(folder, '..', 'idea-overview.csv')
  const target = await vscode.window.showSaveDialog({ defaultUri, filters: { CSV: ['csv'] } })
  if (!target) return
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv))
  const open = l10n.t('Open')
  const answer = await vscode.window.showInformationMessage(l10n.t('Overview saved'), open)
  if (answer === open) await vscode.commands.executeCommand('vscode.open', target)
}
