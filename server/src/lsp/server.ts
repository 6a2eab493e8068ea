import { type Connection, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver'
import { isProjectFile } from '../config/projectFileSchema.ts'
import { pingRequest } from '../protocol/protocol.ts'
import { type Client, type OfferedCapability, readClient } from './clientCapabilities.ts'
import { pushedSettings, watchSettings } from './configuration/clientSettings.ts'
import { createSession, type Host, type ServerSession } from './createSession.ts'
import { reloadProjectFiles, syncDocuments } from './documents/documentSync.ts'
import type { OpenDocument } from './documents/openDocument.ts'
import { guard } from './guard.ts'
import { requestHandlers } from './handlers/index.ts'
import { localizeTexts } from './localizeTexts.ts'
import { type WarmUpSample, warmUp } from './scheduling/warmUp.ts'

export type { Host } from './createSession.ts'

/** Serves the client at the other end of `connection`, and starts to listen to it. */
export function startServer(connection: Connection, host: Host = {}): void {
  const session = createSession(connection, host)
  const { state, openDocuments, configuration, lists, enabledLists } = session

  connection.onInitialize((params) => {
    localizeTexts(params.initializationOptions)
    state.capabilities = readClient(params)
    lists.setInitialFolders(params)
    return initializeResult(session.client, requestHandlers)
  })
  connection.onInitialized(() => {
    watchSettings(connection, session.client)
    if (session.client.reportsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        lists.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
      )
    }
    warmUp(warmUpSampleOfServer(session), () => state.isShutDown || openDocuments.keys().length > 0)
  })
  connection.onRequest(pingRequest, () => null)
  connection.onShutdown(() => {
    state.isShutDown = true
  })
  connection.onDidChangeConfiguration(({ settings }) => {
    state.pushedSettings = pushedSettings(settings)
    configuration.reload(openDocuments.keys())
    enabledLists.forget()
    void enabledLists.learn().then(session.listsChanged)
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isProjectFile(uri))) reloadProjectFiles(session)
    lists.filesChanged(changes)
  })
  for (const handler of requestHandlers) handler.listen(session)
  syncDocuments(session)
  connection.listen()
}

/** A key in a sample list costs what a key of the user's does. */
const warmUpSampleOfServer = ({ connection, documents, diagnostics }: ServerSession): WarmUpSample<OpenDocument> => ({
  open: (text) => documents.create('', text),
  type: (document, offset) => {
    const position = document.lines.positionAt(offset)
    document.update([{ range: { start: position, end: position }, text: 'x' }], document.version + 1)
    guard(connection, 'initialized', '', undefined, () => void diagnostics.of(document))
  },
})

/** The answer to `initialize`: the capabilities of all handlers that this client can use. */
const initializeResult = (client: Client, handlers: readonly OfferedCapability[]): InitializeResult => ({
  capabilities: {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true, willSaveWaitUntil: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...Object.assign({}, ...handlers.filter(({ offered }) => offered(client)).map(({ capability }) => capability)),
  },
  serverInfo: { name: 'idea-files' },
})
