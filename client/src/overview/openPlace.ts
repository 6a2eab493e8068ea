import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { OverviewPlace } from '../../../server/src/protocol/overview.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { escapeIcons } from '../escape.ts'
import { cursorEditor } from '../ideaPreview/followCursor.ts'
import { errorText, showWarning } from '../notifications.ts'
import { dotSeparated } from '../wording.ts'

/** Lets the user pick one of several places that a row counts. */
export const pickPlace = async (places: readonly OverviewPlace[]): Promise<OverviewPlace | undefined> => {
  const items = places.map((place) => ({
    label: escapeIcons(place.title),
    description: escapeIcons(dotSeparated([place.detail, l10n.t`line ${place.range.start.line + 1}`])),
    place,
  }))
  const title = pluralize(places.length, 'location')
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.place
}

/** Shows a place in the editor that shows its file already, otherwise in the active column. */
export const openPlace = async ({ uri, range: { start, end } }: OverviewPlace): Promise<void> => {
  const target = vscode.Uri.parse(uri)
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const viewColumn = cursorEditor(target)?.viewColumn ?? vscode.ViewColumn.Active
  try {
    await vscode.window.showTextDocument(target, { viewColumn, selection })
  } catch (error) {
    showWarning(l10n.t`Could not open the list: ${errorText(error)}`)
  }
}
