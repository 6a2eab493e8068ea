import * as vscode from 'vscode'

/** The files of all open tabs: documents that are only read for a preview, or whose tab was closed, have none. */
export const openTabUris = (): ReadonlySet<string> =>
  new Set(
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri.toString()] : [])),
  )
