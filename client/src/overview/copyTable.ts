import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type ReportTableParams, reportTableRequest } from '../../../server/src/protocol/publishing.ts'
import { showNotResponding } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'

const copiedTables = (): readonly (vscode.QuickPickItem & Pick<ReportTableParams, 'table'>)[] => [
  {
    table: 'programs',
    label: l10n.t('Programs'),
    detail: l10n.t('One row per idea: its title with the LFX URL, and its mentors'),
  },
  {
    table: 'mentors',
    label: l10n.t('Mentors'),
    detail: l10n.t('One row per person, with handle, email address, projects and ideas'),
  },
  {
    table: 'projects',
    label: l10n.t('Projects'),
    detail: l10n.t('One row per project: number of ideas and mentors, and the LFX quota'),
  },
]

/** Asks for a table of all lists, or those of a year, unless `wanted` names one, and copies it as Markdown. */
export const copyReportTable = async (ask: SendRequest, wanted?: unknown, year: number | null = null): Promise<void> => {
  const named = copiedTables().find(({ table }) => table === wanted)
  const picked = named ?? (await vscode.window.showQuickPick(copiedTables(), { title: l10n.t('Copy as Table') }))
  if (!picked) return
  const params: ReportTableParams = { table: picked.table, year }
  const table = await ask<string | null>(reportTableRequest, params).catch(() => null)
  if (!table) return showNotResponding()
  await vscode.env.clipboard.writeText(table)
  vscode.window.setStatusBarMessage(l10n.t('Table copied as Markdown'), 3000)
}
