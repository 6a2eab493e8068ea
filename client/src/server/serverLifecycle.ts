import * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient'
import { ideasChangedNotification } from '../../../server/src/protocol/ideas.ts'
import { overviewChangedNotification } from '../../../server/src/protocol/overview.ts'
import { problemsChangedNotification } from '../../../server/src/protocol/problems.ts'
import {
  type FileStatus,
  type InitializationOptions,
  listFolderRequest,
  pingRequest,
  projectFileName,
  readFileRequest,
  statusNotification,
  unsavedRequest,
} from '../../../server/src/protocol/protocol.ts'
import { answerFileRequest, answerFolderRequest, answerUnsavedRequest } from '../documents/fileRequests.ts'
import { withoutReadOnlyFiles } from '../documents/readOnlyFiles.ts'
import { watchFolders } from '../documents/watchFolders.ts'
import { errorText } from '../notifications.ts'
import { type AfterCrash, afterCrash } from './crashes.ts'
import { createDocumentSync, type DocumentSync } from './documentSync.ts'
import { monitorHangs } from './hangMonitor.ts'
import { type SuggestionHandling, type SuggestionRequest, withLabelIcons } from './labelIcons.ts'
import type { SendRequest } from './sendRequest.ts'
import { withSymbolOrder } from './symbolOrder.ts'
import { createTraceChannel } from './traceChannel.ts'

/** A client that has not been started yet, and what its host knows about the server's process. */
export interface ServerInstance {
  readonly client: BaseLanguageClient
  /** Ends the process or worker at once, if it still runs. */
  end(): void
  pid(): number | undefined
}

/** Creates a client for one run of the server; the only difference between the two hosts. */
export type CreateServerInstance = (options: LanguageClientOptions) => ServerInstance

/** What the rest of the extension learns from the server, and what the server needs from it. */
export interface ServerEvents {
  isIdeaDocument(document: vscode.TextDocument): boolean
  channel(): vscode.LogOutputChannel
  status(status: FileStatus): void
  /** The server's last answer about the ideas of all lists is out of date. */
  ideasChanged(): void
  /** The server has stopped or died: its answers are no longer valid. */
  stopped(): void
  /** Lists of the workspace, or their findings, have changed since an overview was requested. */
  overviewChanged(): void
  /** The same since the problems of all lists were requested. */
  problemsChanged(): void
  /** The server is about to be asked for suggestions. */
  suggesting(request: SuggestionRequest): SuggestionHandling
  /** The server has answered with a hover. */
  hovered(): void
  crashed(next: AfterCrash): void
  /** What is kept of the reviews of earlier servers. */
  seenReviews(): unknown
}

/** The instance that runs now, and what belongs to it. */
interface Run {
  readonly instance: ServerInstance
  readonly sync: DocumentSync
  readonly folders: vscode.Disposable
  readonly stopMonitoring: () => void
}

const serverLifecycleOptions = (seenReviews: unknown): InitializationOptions => ({
  status: true,
  files: true,
  folders: true,
  unsaved: true,
  explain: true,
  suggest: true,
  newIdea: true,
  placeCursor: true,
  turnOffRule: true,
  proposal: true,
  seenReviews,
  // undefined in English
  ...(vscode.l10n.bundle && { l10n: vscode.l10n.bundle }),
})

/** Starts, stops and restarts the server, one step at a time: a client that is starting cannot be stopped. */
export class ServerLifecycle {
  readonly #create: CreateServerInstance
  readonly #events: ServerEvents
  #run: Run | undefined
  #lastStep: Promise<void> = Promise.resolve()
  /** In milliseconds, in order. */
  #crashTimes: readonly number[] = []
  /** Whether it crashed too often: then only the user restarts it. */
  #isGivenUp = false

  constructor(create: CreateServerInstance, events: ServerEvents) {
    this.#create = create
    this.#events = events
  }

  /** Sends a request that is about no document, and starts the server for it; undefined if that fails. */
  readonly ask: SendRequest = async (method, params, token) => {
    await this.#enqueue('Could not start', this.#begin)
    return this.#run?.instance.client.sendRequest(method, params, token)
  }

  /** As `ask`, but starts nothing: undefined if no server runs. It waits for one that is starting. */
  readonly query: SendRequest = async (method, params, token) => {
    await this.#lastStep
    return this.#run?.instance.client.sendRequest(method, params, token)
  }

  /** Sends a request about a document that the server has; undefined while it is not running. */
  readonly askAbout: SendRequest = async (method, params, token) => {
    const client = this.#run?.instance.client
    return client?.isRunning() ? client.sendRequest(method, params, token) : undefined
  }

  readonly running = (): boolean => this.#run?.instance.client.isRunning() ?? false

  readonly pid = (): number | undefined => this.#run?.instance.pid()

  start(): void {
    void this.#enqueue('Could not start', this.#begin)
  }

  /** Stops the server; resolves when it has stopped. */
  readonly stop = (): Promise<void> => this.#enqueue('Could not stop', this.#end)

  restart(): void {
    this.#crashTimes = []
    this.#isGivenUp = false
    void this.stop()
    this.start()
  }

  /** Sends a document that has just become an idea document. */
  open(document: vscode.TextDocument): void {
    void this.#run?.sync.open(document).catch((error: unknown) => this.#log('Could not open the document', error))
  }

  /** Takes a document back that is not an idea document any more. */
  close(document: vscode.TextDocument): void {
    void this.#run?.sync.close(document).catch((error: unknown) => this.#log('Could not close the document', error))
  }

  #log(action: string, error: unknown): void {
    this.#events.channel().error(`${action}: ${errorText(error)}`)
  }

  #enqueue(action: string, step: () => Promise<void>): Promise<void> {
    this.#lastStep = this.#lastStep.then(step).catch((error: unknown) => this.#log(action, error))
    return this.#lastStep
  }

  readonly #begin = async (): Promise<void> => {
    if (this.#run !== undefined || this.#isGivenUp) return
    const sync = createDocumentSync(() => instance.client, this.#events.isIdeaDocument)
    const instance: ServerInstance = this.#create(this.#clientOptions(sync, () => this.#onDied(instance)))
    const { client } = instance
    this.#listen(client)
    const folders = watchFolders((changes) => {
      if (client.isRunning()) void client.sendNotification('workspace/didChangeWatchedFiles', { changes })
    })
    const stopMonitoring = monitorHangs(
      async () => {
        if (client.isRunning()) await client.sendRequest(pingRequest)
      },
      () => this.#onHung(instance),
    )
    this.#run = { instance, sync, folders, stopMonitoring }
    try {
      await client.start()
      this.#events.channel().info('Server started.')
    } catch (error) {
      this.#log('Could not start the server', error)
      this.#onDied(instance)
    }
  }

  #clientOptions(sync: DocumentSync, onClosed: () => void): LanguageClientOptions {
    return {
      documentSelector: [{ language: 'markdown' }, { pattern: `**/${projectFileName}` }],
      initializationOptions: serverLifecycleOptions(this.#events.seenReviews()),
      outputChannel: this.#events.channel(),
      traceOutputChannel: createTraceChannel(this.#events.channel()),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: false },
      middleware: {
        ...sync.middleware,
        ...withSymbolOrder(),
        ...withLabelIcons((request) => this.#events.suggesting(request)),
        provideRenameEdits: async (document, position, newName, token, next) => {
          const edit = await next(document, position, newName, token)
          return edit && withoutReadOnlyFiles(edit)
        },
        provideHover: async (document, position, token, next) => {
          const hover = await next(document, position, token)
          if (hover) this.#events.hovered()
          return hover
        },
      },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          onClosed()
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The connection is closed.' }
        },
      },
    }
  }

  #listen(client: BaseLanguageClient): void {
    client.onRequest(readFileRequest, answerFileRequest)
    client.onRequest(listFolderRequest, answerFolderRequest)
    client.onRequest(unsavedRequest, answerUnsavedRequest)
    client.onNotification(statusNotification, (status: FileStatus) => this.#events.status(status))
    client.onNotification(overviewChangedNotification, () => this.#events.overviewChanged())
    client.onNotification(problemsChangedNotification, () => this.#events.problemsChanged())
    client.onNotification(ideasChangedNotification, () => this.#events.ideasChanged())
  }

  #onHung(instance: ServerInstance): void {
    this.#events.channel().error('The server is not responding and was stopped.')
    this.#onDied(instance)
  }

  #onDied(instance: ServerInstance): void {
    if (this.#run?.instance !== instance) return
    this.#run.stopMonitoring()
    this.#run.folders.dispose()
    this.#run = undefined
    instance.end()
    this.#events.stopped()
    this.#crashTimes = [...this.#crashTimes, Date.now()].slice(-10)
    const next = afterCrash(this.#crashTimes)
    this.#events.channel().error('The server stopped unexpectedly.')
    if (next === 'giveUp') this.#isGivenUp = true
    else this.start()
    this.#events.crashed(next)
  }

  readonly #end = async (): Promise<void> => {
    const run = this.#run
    this.#run = undefined
    this.#events.stopped()
    if (run === undefined) return
    run.stopMonitoring()
    run.folders.dispose()
    try {
      await run.instance.client.dispose()
    } finally {
      run.instance.end()
    }
  }
}
