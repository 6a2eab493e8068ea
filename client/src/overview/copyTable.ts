import * as vscode from 'vscode'
import { type ReportTableParams, reportTableRequest } from '../../../server/src/protocol/publishing.ts'
import { serverDoesNotAnswer } from '../commands/applyPlan.ts'
import { showInfo } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

const copiedTables: readonly (vscode.QuickPickItem & ReportTableParams)[] = [
  { table: 'programs', label: 'Programs', detail: 'A row for each idea: its title with the LFX URL, and its mentors' },
  { table: 'mentors', label: 'Mentors', detail: 'A row for each person, with handle, address, projects and ideas' },
  { table: 'projects', label: 'Projects', detail: 'A row for each project: numbers of ideas and mentors, and the LFX quota' },
]

/** Asks for a table of all lists, unless `wanted` names one, and copies it as Markdown. */
export const copyReportTable = async (ask: SendRequest, wanted?: unknown): Promise<void> => {
  const named = copiedTables.find(({ table }) => table === wanted)
  const picked = named ?? (await vscode.window.showQuickPick(copiedTables, { title: 'Copy as Table' }))
  if (!picked) return
  const params: ReportTableParams = { table: picked.table }
  const table = await ask<string | null>(reportTableRequest, params).catch(() => null)
  if (!table) return showInfo(serverDoesNotAnswer)
  await vscode.env.clipboard.writeText(table)
  vscode.window.setStatusBarMessage('The table has been copied.', 3000)
}
