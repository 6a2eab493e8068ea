import * as vscode from 'vscode'
import { type ReloadedParams, reloadedRequest } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'

/** VS Code says only after a change whether it has made the document dirty. */
const dirtyAfterMs = 100

/**
 * Says to the server that a document was read from disk: VS Code does so when another program has changed the file, or when it is
 * reverted. Such a change leaves the document clean, and no save is part of it.
 */
export const watchReloads = (isIdeaDocument: (document: vscode.TextDocument) => boolean, ask: SendRequest): vscode.Disposable => {
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document))
    waiting.delete(document)
  }
  const reportReload = (document: vscode.TextDocument, version: number): void => {
    waiting.delete(document)
    if (document.isDirty || document.isClosed || document.version !== version) return
    const params: ReloadedParams = { textDocument: { uri: document.uri.toString(), version } }
    // without a server nothing is updated on save
    void ask(reloadedRequest, params).catch(() => undefined)
  }
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0 || !isIdeaDocument(document)) return
      forget(document)
      const { version } = document
      waiting.set(
        document,
        setTimeout(() => reportReload(document, version), dirtyAfterMs),
      )
    }),
    vscode.workspace.onDidSaveTextDocument(forget),
    vscode.workspace.onDidCloseTextDocument(forget),
    { dispose: () => [...waiting.keys()].forEach(forget) },
  )
}
