import type * as vscode from 'vscode'
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient'

/** Which documents one running server has been given: ours, and no others. */
export interface Sync {
  readonly middleware: Middleware
  /** Gives the server a document that became ours while it was open. */
  open(document: vscode.TextDocument): Promise<void>
}

const key = (document: vscode.TextDocument): string => document.uri.toString()

const documentOf = (param: unknown): string | undefined => {
  const { textDocument } = (param ?? {}) as { textDocument?: { uri?: string } }
  return textDocument?.uri
}

/** Stands between VS Code and the server: what is not ours is neither sent, asked about nor shown. */
export const syncOf = (client: () => BaseLanguageClient, isOurs: (document: vscode.TextDocument) => boolean): Sync => {
  // The version that was current when a document was given: a change up to it is already in that text.
  const given = new Map<string, number>()

  const open = async (document: vscode.TextDocument): Promise<void> => {
    if (!given.has(key(document))) await client().getFeature('textDocument/didOpen').getProvider(document)?.send(document)
  }

  const middleware: Middleware = {
    didOpen: async (document, next) => {
      if (!isOurs(document) || given.has(key(document))) return
      given.set(key(document), document.version)
      await next(document)
    },
    didChange: async (event, next) => {
      const version = given.get(key(event.document))
      if (version === undefined) {
        if (isOurs(event.document)) await open(event.document)
      } else if (event.document.version > version) await next(event)
    },
    willSave: async (event, next) => {
      if (given.has(key(event.document))) await next(event)
    },
    willSaveWaitUntil: async (event, next) => (given.has(key(event.document)) ? next(event) : []),
    didSave: async (document, next) => {
      if (given.has(key(document))) await next(document)
    },
    didClose: async (document, next) => {
      if (given.delete(key(document))) await next(document)
    },
    sendRequest: async (type, param, token, next) => {
      const uri = documentOf(param)
      return uri === undefined || given.has(uri) ? next(type, param, token) : (null as never)
    },
    handleDiagnostics: (uri, diagnostics, next) => {
      if (given.has(uri.toString()) || diagnostics.length === 0) next(uri, diagnostics)
    },
  }
  return { middleware, open }
}
