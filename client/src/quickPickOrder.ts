import type * as vscode from 'vscode'

/** Keeps VS Code from sorting the rows by where the typed text is in their labels; older versions ignore it. */
export const keepQuickPickOrder = (pick: vscode.QuickPick<vscode.QuickPickItem>): void => {
  Object.assign(pick, { sortByLabel: false })
}
