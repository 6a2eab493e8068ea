import { type Connection, Emitter } from 'vscode-languageserver'
import { createLinter } from '../rules/engine/createLinter.ts'
import { rules } from '../rules/index.ts'
import type { Folders } from '../workspace/folders.ts'
import type { SessionResults } from '../workspace/results.ts'
import { ClientState } from './clientCapabilities.ts'
import { clientSources, type ReadLocalFile } from './configuration/clientSettings.ts'
import { ConfigurationStore } from './configuration/configurationStore.ts'
import { ConfigurationBuilder } from './configuration/documentConfiguration.ts'
import { EnabledLists } from './configuration/enabledLists.ts'
import { ProjectFiles } from './configuration/projectFiles.ts'
import { DiagnosticsCache } from './documents/diagnosticsCache.ts'
import { DiagnosticsPublisher } from './documents/diagnosticsPublisher.ts'
import { Documents } from './documents/documents.ts'
import { OpenDocuments } from './documents/openDocuments.ts'
import { TocOnSave } from './documents/tocOnSave.ts'
import { guardedLog } from './guard.ts'
import { Pacer, type Pacing } from './scheduling/pacer.ts'
import type { Session } from './session.ts'
import { clientFolders } from './workspace/clientFolders.ts'
import { WorkspaceLists } from './workspace/workspaceLists.ts'

/** What the machine that runs the server gives it. */
export interface Host {
  /** Absent if there is no file system, as in a browser. */
  readonly readFile?: ReadLocalFile
  /** The file system of this machine; absent if there is none. */
  readonly folders?: Folders
  /** What is kept for later sessions; absent if nothing is. */
  readonly results?: SessionResults | undefined
  /** Called with the length of each text that is opened, before it is read. */
  readonly makeRoomFor?: (length: number) => void
  /** When long work goes on; by default while no message waits. */
  readonly pacer?: Pacing
}

/** A session with the parts that only the server itself uses. */
export interface ServerSession extends Session {
  readonly state: ClientState
  readonly openDocuments: OpenDocuments
  readonly publisher: DiagnosticsPublisher
  /** Fires `onDidChangeLists`. */
  readonly listsChanged: () => void
}

/** Wires the parts of a server, each after those that it uses. Nothing listens to the connection yet. */
export function createSession(connection: Connection, host: Host): ServerSession {
  const log = guardedLog(connection)
  const state = new ClientState()
  const pacer = host.pacer ?? new Pacer()
  const openDocuments = new OpenDocuments(connection, state)
  openDocuments.events.onDidOpen(({ document }) => host.makeRoomFor?.(document.text.length))
  const sources = clientSources(connection, state, host.readFile)
  const projectFiles = new ProjectFiles(async (uri) => openDocuments.get(uri)?.text ?? sources.readProjectFile(uri), log.warn)
  const configuration = new ConfigurationStore(sources, projectFiles, new ConfigurationBuilder(log.warn), connection)
  const documents = new Documents(openDocuments, configuration, (uri) => lists.siblings(uri))
  const lists = new WorkspaceLists({
    encoding: () => state.capabilities.encoding,
    documents,
    configuration,
    watchesFiles: () => state.capabilities.watchesFiles,
    pacer,
    results: host.results,
    folders: (uri) => {
      if (host.folders && uri.startsWith('file:')) return host.folders
      return state.capabilities.own.folders ? clientFolders(connection) : null
    },
    log: log.info,
  })
  const linter = createLinter(rules, log.error)
  const diagnostics = new DiagnosticsCache({ linter, configuration, documents, lists, client: () => state.capabilities })
  const didChangeLists = new Emitter<void>()
  const listsChanged = (): void => {
    if (!state.isShutDown) didChangeLists.fire()
  }
  const publisher = new DiagnosticsPublisher({ connection, state, documents, configuration, diagnostics, lists, listsChanged })
  configuration.onDidChange((uri) => publisher.refresh(uri))
  diagnostics.onDidChange((uri) => publisher.refresh(uri))
  lists.onDidAffect((uri) => publisher.refresh(uri))
  lists.onDidChange(listsChanged)
  return {
    connection,
    get client() {
      return state.capabilities
    },
    state,
    openDocuments,
    documents,
    configuration,
    diagnostics,
    tocs: new TocOnSave(),
    publisher,
    lists,
    enabledLists: new EnabledLists({ documents, configuration, folders: () => lists.folders() }),
    pacer,
    readFile: async (uri) => openDocuments.get(uri)?.text ?? sources.readShown(uri),
    onDidChangeLists: didChangeLists.event,
    listsChanged,
  }
}
