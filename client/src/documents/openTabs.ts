import * as vscode from 'vscode'

/** The files of all open tabs: documents that are only read for a preview, or whose tab was closed, have none. */
export const openTabUris = (): ReadonlySet<string> =>
  new Set(
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .flatMap(({ input }) => tabUris(input))
      .map((uri) => uri.toString()),
  )

const tabUris = (input: unknown): readonly vscode.Uri[] => {
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return [input.uri]
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : []
}
