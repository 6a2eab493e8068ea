import * as vscode from 'vscode'
import type { Range } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** The answer to `workspace/willRenameFiles`, as our server gives it. */
interface MovedLinks {
  readonly documentChanges?: readonly {
    readonly textDocument: { readonly uri: string }
    readonly edits: readonly { readonly range: Range; readonly newText: string }[]
  }[]
}

/**
 * Asks the server for the links that change with files that are about to be moved. The language client would do so by itself, but for
 * `minimatch`, which is left out of the bundles.
 */
export const registerMoveFiles = (query: SendRequest): vscode.Disposable =>
  vscode.workspace.onWillRenameFiles((event) => {
    const files = event.files.map(({ oldUri, newUri }) => ({ oldUri: oldUri.toString(), newUri: newUri.toString() }))
    const edits = query<MovedLinks | null>('workspace/willRenameFiles', { files }).then(
      (answer) => movedLinksEdit(answer ?? {}),
      () => new vscode.WorkspaceEdit(),
    )
    event.waitUntil(edits)
  })

const movedLinksEdit = ({ documentChanges = [] }: MovedLinks): vscode.WorkspaceEdit => {
  const edit = new vscode.WorkspaceEdit()
  for (const { textDocument, edits } of documentChanges) {
    const uri = vscode.Uri.parse(textDocument.uri)
    for (const { range, newText } of edits) {
      const { start, end } = range
      edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), newText)
    }
  }
  return edit
}
