import type * as vscode from 'vscode'
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient'
import { documentKey } from '../documents/documentKey.ts'

/** Which documents one running server has: idea documents only. */
export interface DocumentSync {
  readonly middleware: Middleware
  /** Sends the server a document that became an idea document while it was open. */
  open(document: vscode.TextDocument): Promise<void>
  /** Takes a document from the server that VS Code keeps open. */
  close(document: vscode.TextDocument): Promise<void>
}

const syncedDocumentUri = (params: unknown): string | undefined => {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } }
  return textDocument?.uri
}

/** Filters what VS Code sends to the server and shows from it: other documents are not sent, asked about or shown. */
export const createDocumentSync = (
  client: () => BaseLanguageClient,
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
): DocumentSync => {
  // the version at which a document was sent: changes up to it are already in that text
  const sentVersions = new Map<string, number>()
  const isSent = (document: vscode.TextDocument): boolean => sentVersions.has(documentKey(document))

  const open = async (document: vscode.TextDocument): Promise<void> => {
    if (isSent(document)) return
    await client().getFeature('textDocument/didOpen').getProvider(document)?.send(document)
    // VS Code has asked for its diagnostics when its tab was opened, in vain, and would not ask again before a change
    client().getFeature('textDocument/diagnostic')?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire()
  }

  const close = async (document: vscode.TextDocument): Promise<void> => {
    if (isSent(document)) await client().getFeature('textDocument/didClose').getProvider(document)?.send(document)
  }

  const middleware: Middleware = {
    didOpen: async (document, next) => {
      if (!isIdeaDocument(document) || isSent(document)) return
      sentVersions.set(documentKey(document), document.version)
      await next(document)
    },
    didChange: async (event, next) => {
      const version = sentVersions.get(documentKey(event.document))
      if (version === undefined) {
        if (isIdeaDocument(event.document)) await open(event.document)
      } else if (event.document.version > version) await next(event)
    },
    willSave: async (event, next) => {
      if (isSent(event.document)) await next(event)
    },
    willSaveWaitUntil: async (event, next) => (isSent(event.document) ? next(event) : []),
    didSave: async (document, next) => {
      if (isSent(document)) await next(document)
    },
    didClose: async (document, next) => {
      if (sentVersions.delete(documentKey(document))) await next(document)
    },
    sendRequest: async (type, param, token, next) => {
      const uri = syncedDocumentUri(param)
      return uri === undefined || sentVersions.has(uri) ? next(type, param, token) : (null as never)
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      if (sentVersions.has(uri.toString()) || diagnostics.length === 0) next(uri, diagnostics)
    },
  }
  return { middleware, open, close }
}
