import { type Connection, type InitializeResult, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { knowsProject } from '../catalog/projects.ts'
import { readOptions } from '../config/effectiveConfiguration.ts'
import { isProjectFile } from '../config/findProjectFile.ts'
import { readConfig } from '../config/readConfig.ts'
import { explain, ruleList } from '../features/ruleDocs.ts'
import { toLspRange } from '../features/toLspRange.ts'
import { explainRequest, rulesRequest, statusNotification } from '../protocol/protocol.ts'
import { createLinter } from '../rules/engine/runner.ts'
import { rules } from '../rules/index.ts'
import { lintProjectFile } from '../rules/invalidConfiguration.ts'
import type { Folders } from '../workspace/folders.ts'
import { type Client, readClient } from './clientCapabilities.ts'
import { pushedSettings, type ReadLocalFile, sourcesOf, watch } from './configuration/clientSettings.ts'
import { ConfigurationStore } from './configuration/configurationStore.ts'
import { ConfigurationBuilder, type DocumentConfiguration } from './configuration/documentConfiguration.ts'
import { DiagnosticsCache } from './documents/diagnosticsCache.ts'
import { OpenDocument, pathOf } from './documents/openDocument.ts'
import { StatusSender, statusOf } from './documents/status.ts'
import { TocOnSave } from './documents/tocOnSave.ts'
import { guard, sendSafely } from './guard.ts'
import type { Session } from './handlers/handler.ts'
import { services } from './handlers/index.ts'
import { whenIdle } from './scheduling/eventLoop.ts'
import { type WarmUpSample, warmUp } from './scheduling/warmUp.ts'
import { remoteFolders } from './workspace/clientFolders.ts'
import { WorkspaceLists } from './workspace/workspaceLists.ts'

/** What the server's host can do for it. */
export interface Host {
  /** Absent where there is no file system, as in a browser. */
  readonly readFile?: ReadLocalFile
  /** The file system of this machine; absent where there is none. */
  readonly folders?: Folders
}

/** Serves the client at the other end of `connection`, and starts to listen to it. */
export function startServer(connection: Connection, host: Host = {}): void {
  let client = readClient({ capabilities: {} })
  let isShutDown = false
  let pushed: unknown
  const linter = createLinter(rules, (message) => sendSafely(() => connection.console.error(message)))
  const setups = new ConfigurationBuilder((message) => sendSafely(() => connection.console.warn(message)))
  const statuses = new StatusSender((status) => sendSafely(() => connection.sendNotification(statusNotification, status)))
  const tocs = new TocOnSave()
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) =>
      new OpenDocument(TextDocument.create(uri, languageId, version, text), client.encoding, knowsProject),
    update: (document, changes, version) => {
      lists.onActivity()
      guard(connection, 'textDocument/didChange', document.uri, undefined, () => {
        if (setupOf(document.uri).tocSync !== 'off') tocs.changing(session.document(document.uri) ?? document)
      })
      guard(connection, 'textDocument/didChange', document.uri, undefined, () => document.update(changes, version))
      return document
    },
  })

  const sources = sourcesOf(
    connection,
    () => client,
    () => pushed,
    host.readFile,
  )
  // what is open in the editor holds, saved or not
  const readFile = async (uri: string): Promise<string | null> => documents.get(uri)?.text ?? sources.readFile(uri)
  const configurations = new ConfigurationStore<DocumentConfiguration>(
    { ...sources, readFile },
    (uri, given) => guard(connection, 'configuration', uri, setups.plain(uri), () => setups.of(uri, given)),
    (uri) => {
      settled(uri)
      refresh('diagnostics')
    },
  )
  const setupOf = (uri: string): DocumentConfiguration => configurations.of(uri) ?? setups.plain(uri)
  const reconfigure = (): void => {
    configurations.forgetFiles()
    configurations.reload(documents.keys())
    lists.reconfigure()
  }
  const reports = new DiagnosticsCache((document) => {
    const { enabled, effective } = setupOf(document.uri)
    if (!enabled) return []
    if (isProjectFile(document.uri)) return lintProjectFile(readConfig(document.text, rules), effective.severities)
    return session.lint(document, document.read())
  })
  const optionsOf = (uri: string) => readOptions(setupOf(uri).effective, pathOf(uri))
  const listeners: (() => void)[] = []
  const listsChanged = (): void => {
    if (!isShutDown) for (const listener of listeners) listener()
  }
  const lists = new WorkspaceLists({
    client: () => client,
    documents,
    document: (uri) => (configurations.of(uri) ? session.document(uri) : undefined),
    ready: (uri) => configurations.ready(uri),
    setup: (uri, file) => setups.of(uri, { settings: undefined, file }),
    readFile,
    folders: (uri) => {
      if (host.folders && uri.startsWith('file:')) return host.folders
      return client.own.folders ? remoteFolders(connection) : null
    },
    say: (message) => sendSafely(() => connection.console.info(message)),
    changed: (uri) => {
      settled(uri)
      refresh('diagnostics')
    },
    listed: listsChanged,
  })
  const elsewhere = (uri: string) => lists.linesOf(uri)
  const session: Session = {
    connection,
    get client() {
      return client
    },
    document: (uri) => {
      const document = documents.get(uri)
      document?.configure(optionsOf(uri))
      return document
    },
    documentWith: (uri, text) => {
      const known = session.document(uri)
      if (known?.text === text) return known
      const document = new OpenDocument(TextDocument.create(uri, 'markdown', 0, text), client.encoding, knowsProject)
      document.configure(optionsOf(uri))
      return document
    },
    ready: (uri) => configurations.ready(uri),
    forget: (uri) => {
      if (!documents.get(uri)) configurations.drop(uri)
    },
    enabled: (uri) => setupOf(uri).enabled,
    report: (document) => {
      const under = { setup: setupOf(document.uri), peers: lists.peers(document), elsewhere, related: client.relatedInformation }
      const report = reports.of(document, under)
      // what is practised on while nothing is open is nobody's document
      if (report.file.ideaList && documents.get(document.uri)) lists.startLoading()
      return report
    },
    projects: ({ uri }) => setupOf(uri).effective.projects,
    programmes: ({ uri }) => setupOf(uri).effective.programmes,
    lint: (document, file) => linter.lint(file, setupOf(document.uri).effective.severities, lists.peers(document)),
    others: (document) => lists.others(document),
    workspace: lists,
    pause: () => lists.pause(),
    setupOnDisk: async (uri) => setups.of(uri, { settings: await sources.settings(uri), file: await lists.projectFile(uri) }),
    lintOnDisk: (file, { effective }, peers) => linter.lintInSteps(file, effective.severities, peers),
    reloadLists: (uris) => lists.reload(uris),
    readFile: async (uri) => documents.get(uri)?.text ?? sources.readShown(uri),
    elsewhere,
    onDidChangeLists: (listener) => void listeners.push(listener),
  }

  const inform = (document: OpenDocument): void => {
    const { uri, version } = document
    const report = session.report(document)
    lists.onDocumentIdle(document)
    if (!client.pull) sendSafely(() => connection.sendDiagnostics({ uri, version, diagnostics: report.diagnostics }))
    if (client.own.status) statuses.update(statusOf(uri, report))
    listsChanged()
  }
  const settled = whenIdle<string>((uri) => {
    const document = session.document(uri)
    if (!document || isShutDown) return
    const waiting = configurations.ready(uri)
    if (waiting) void waiting.then(() => settled(uri))
    else guard(connection, 'diagnostics', uri, undefined, () => inform(document))
  })
  const refresh = whenIdle<'diagnostics'>(() => {
    if (client.pull && client.refreshesDiagnostics && !isShutDown) sendSafely(() => connection.languages.diagnostics.refresh())
  })

  connection.onInitialize((params) => {
    client = readClient(params)
    lists.setInitialFolders(params)
    return initializeResult(client)
  })
  connection.onInitialized(() => {
    watch(connection, client)
    if (client.tellsFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        lists.foldersChanged(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        ),
      )
    }
    const practice: WarmUpSample<OpenDocument> = {
      open: (text) => new OpenDocument(TextDocument.create('', 'markdown', 0, text), client.encoding, knowsProject),
      type: (document, offset) => {
        const position = document.lines.positionAt(offset)
        document.update([{ range: { start: position, end: position }, text: 'x' }], document.version + 1)
        guard(connection, 'initialized', '', undefined, () => void session.report(document))
      },
    }
    warmUp(practice, () => isShutDown || documents.keys().length > 0)
  })
  connection.onShutdown(() => {
    isShutDown = true
  })
  connection.onDidChangeConfiguration(({ settings }) => {
    pushed = pushedSettings(settings)
    configurations.reload(documents.keys())
    listsChanged()
  })
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isProjectFile(uri))) reconfigure()
    lists.filesChanged(changes)
  })
  connection.onRequest(explainRequest, (params: unknown) => explain(rules, codeOf(params)))
  connection.onRequest(rulesRequest, () => ruleList(rules))
  documents.onDidOpen(({ document }) => {
    const { uri } = document
    tocs.opened(document)
    // nobody tells of files that change unseen
    if (isProjectFile(uri)) reconfigure()
    else if (!client.watchesFiles) configurations.forgetFiles()
    configurations.ready(uri)
  })
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (isProjectFile(uri)) reconfigure()
    if (!client.pull || client.own.status || lists.affectsOtherLists(uri)) settled(uri)
  })
  documents.onWillSaveWaitUntil(({ document: { uri }, reason }) =>
    guard(connection, 'textDocument/willSaveWaitUntil', uri, [], () => {
      const document = session.document(uri)
      const { enabled, tocSync } = setupOf(uri)
      if (!document || !enabled) return []
      return tocs
        .saving(document, reason, tocSync)
        .map(({ span, newText }) => ({ range: toLspRange(document.lines, span), newText }))
    }),
  )
  documents.onDidSave(({ document }) => tocs.saved(document))
  documents.onDidClose(({ document }) => {
    const { uri } = document
    configurations.drop(uri)
    lists.closed(document)
    listsChanged()
    if (isProjectFile(uri)) reconfigure()
    statuses.forget(uri)
    if (!client.pull) sendSafely(() => connection.sendDiagnostics({ uri, diagnostics: [] }))
  })
  for (const each of services) each.listen(session)
  documents.listen(connection)
  connection.listen()
}

/** A client may send anything. */
const codeOf = (params: unknown): unknown =>
  typeof params === 'object' && params !== null ? Reflect.get(params, 'code') : undefined

const initializeResult = (client: Client): InitializeResult => ({
  capabilities: {
    positionEncoding: client.encoding,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true, willSaveWaitUntil: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...Object.assign({}, ...services.filter((each) => each.offered(client)).map((each) => each.capability)),
  },
  serverInfo: { name: 'idea-files' },
})
