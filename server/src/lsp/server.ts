import { type Connection, type InitializeResult, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../catalog/projects.ts'
import { readIdeaFile } from '../model/ideaFile.ts'
import { statusNotification } from '../protocol.ts'
import { rules } from '../rules/index.ts'
import { createLinter } from '../rules/runner.ts'
import { type Client, readClient } from './client.ts'
import { OpenDocument } from './document.ts'
import { guard, tell } from './guard.ts'
import { Reports } from './reports.ts'
import type { Session } from './service.ts'
import { services } from './services.ts'
import { StatusSender, statusOf } from './status.ts'
import { whenSettled } from './turns.ts'
import { warmUp } from './warmUp.ts'

/** Serves the client at the other end of `connection`, and starts to listen to it. */
export function startServer(connection: Connection): void {
  let client = readClient({ capabilities: {} })
  let down = false
  const linter = createLinter(rules, (message) => tell(() => connection.console.error(message)))
  const reports = new Reports((file) => linter.lint(file))
  const statuses = new StatusSender((status) => tell(() => connection.sendNotification(statusNotification, status)))
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      new OpenDocument(TextDocument.create(uri, languageId, version, text), client.encoding, knowsProject),
    update: (document, changes, version) => {
      guard(connection, 'textDocument/didChange', document.uri, undefined, () => document.update(changes, version))
      return document
    },
  })
  const session: Session = {
    connection,
    get client() {
      return client
    },
    document: (uri) => documents.get(uri),
    report: (document) => reports.of(document, client.relatedInformation),
  }

  const inform = (document: OpenDocument): void => {
    const { uri, version } = document
    const report = session.report(document)
    if (!client.pull) tell(() => connection.sendDiagnostics({ uri, version, diagnostics: report.diagnostics }))
    if (client.status) statuses.update(statusOf(uri, report))
  }
  const settled = whenSettled<string>((uri) => {
    const document = documents.get(uri)
    if (document && !down) guard(connection, 'diagnostics', uri, undefined, () => inform(document))
  })

  connection.onInitialize((params) => {
    client = readClient(params)
    return initializeResult(client)
  })
  connection.onInitialized(() => {
    const read = (text: string): void => {
      linter.lint(readIdeaFile(text, { path: '', knowsProject }))
    }
    warmUp(
      (text) => guard(connection, 'initialized', '', undefined, () => read(text)),
      () => down || documents.keys().length > 0,
    )
  })
  connection.onShutdown(() => {
    down = true
  })
  documents.onDidChangeContent(({ document }) => {
    if (!client.pull || client.status) settled(document.uri)
  })
  documents.onDidClose(({ document: { uri } }) => {
    statuses.forget(uri)
    if (!client.pull) tell(() => connection.sendDiagnostics({ uri, diagnostics: [] }))
  })
  for (const each of services) each.listen(session)
  documents.listen(connection)
  connection.listen()
}

const initializeResult = (client: Client): InitializeResult => ({
  capabilities: {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...Object.assign({}, ...services.filter((each) => each.offered(client)).map((each) => each.capability)),
  },
  serverInfo: { name: 'idea-files' },
})
