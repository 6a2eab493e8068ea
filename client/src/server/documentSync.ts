import type * as vscode from 'vscode'
import { type BaseLanguageClient, type Middleware, vsdiag } from 'vscode-languageclient'
import { documentKey } from '../documents/documentKey.ts'
import type { FreshIdea } from '../documents/freshIdea.ts'

/** Which documents one running server has: idea documents only. */
export interface DocumentSync {
  readonly middleware: Middleware
  /** Sends the server a document that became an idea document while it was open. */
  open(document: vscode.TextDocument): Promise<void>
  /** Has VS Code ask for a document's problems again. */
  refresh(document: vscode.TextDocument): void
}

const syncedDocumentUri = (params: unknown): string | undefined => {
  const { textDocument } = (params ?? {}) as { textDocument?: { uri?: string } }
  return textDocument?.uri
}

/** Filters what VS Code sends to the server and shows from it: other documents are not sent, asked about or shown. */
export const createDocumentSync = (
  client: () => BaseLanguageClient,
  isIdeaDocument: (document: vscode.TextDocument) => boolean,
  freshIdea: FreshIdea,
): DocumentSync => {
  // the version at which a document was sent: changes up to it are already in that text
  const sentVersions = new Map<string, number>()
  const isSent = (document: vscode.TextDocument): boolean => sentVersions.has(documentKey(document))

  // what is shown of their problems may be less than what the server has sent, so "unchanged" is no answer
  const filtered = new Set<string>()

  const refresh = (document: vscode.TextDocument): void =>
    client().getFeature('textDocument/diagnostic')?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire()

  const open = async (document: vscode.TextDocument): Promise<void> => {
    if (isSent(document)) return
    await client().getFeature('textDocument/didOpen').getProvider(document)?.send(document)
    // VS Code has asked for its diagnostics when its tab was opened, in vain, and would not ask again before a change
    refresh(document)
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
    provideDiagnostics: async (document, previousId, token, next) => {
      const uri = 'uri' in document ? document.uri : document
      const key = uri.toString()
      const isFresh = freshIdea.isIn(uri)
      const report = await next(document, isFresh || filtered.has(key) ? undefined : previousId, token)
      if (report?.kind !== vsdiag.DocumentDiagnosticReportKind.full) return report
      if (freshIdea.isIn(uri)) filtered.add(key)
      else filtered.delete(key)
      return { ...report, items: freshIdea.shown(uri, report.items) }
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      if (sentVersions.has(uri.toString()) || diagnostics.length === 0) next(uri, diagnostics)
    },
  }
  return { middleware, open, refresh }
}
