import type * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient'
import { ideasChangedNotification } from '../../../server/src/protocol/ideas.ts'
import { overviewChangedNotification } from '../../../server/src/protocol/overview.ts'
import {
  type ClientOptions,
  type FileStatus,
  listFolderRequest,
  projectFileName,
  readFileRequest,
  statusNotification,
  unsavedRequest,
} from '../../../server/src/protocol/protocol.ts'
import { listFolder, readFile, unsavedDocuments, watchFolders } from '../documents/fileRequests.ts'
import { type AfterCrash, afterCrash } from './crashes.ts'
import { type Sync, syncOf } from './documentSync.ts'
import { withSymbolOrder } from './symbolOrder.ts'

/** A client that has not been started yet, and what its host knows about the server's process. */
export interface ServerInstance {
  readonly client: BaseLanguageClient
  /** Ends a process or worker that is left when the client has stopped. */
  end(): void
  pid(): number | undefined
}

/** Makes a client for one life of the server; the two hosts differ in this alone. */
export type CreateServerInstance = (options: LanguageClientOptions) => ServerInstance

/** The server, which may have several lives. */
export interface Server {
  start(): void
  /** Stops it, and resolves when it has stopped. */
  stop(): Promise<void>
  restart(): void
  running(): boolean
  pid(): number | undefined
  /** Sends a request about a document that it has been given; undefined while it is not running. */
  askAbout<R>(method: string, params: unknown): Promise<R | undefined>
  /** Gives it a document that has just become ours. */
  open(document: vscode.TextDocument): void
  /** Sends a request that is about no document, and starts the server for it; undefined where that fails. */
  ask<R>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<R | undefined>
  /** As `ask`, but starts nothing: undefined where no server runs. One that is starting is waited for. */
  query<R>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<R | undefined>
}

export interface ServerEvents {
  isIdeaDocument(document: vscode.TextDocument): boolean
  channel(): vscode.LogOutputChannel
  status(status: FileStatus): void
  /** What it told of the ideas of all lists is out of date. */
  ideasChanged(): void
  /** It has stopped or died: what it said holds no more. */
  gone(): void
  /** Lists of the workspace, or what is found in them, have changed since an overview was asked for. */
  overviewChanged(): void
  crashed(next: AfterCrash): void
}

const abilities: ClientOptions = {
  status: true,
  files: true,
  folders: true,
  unsaved: true,
  explain: true,
  suggest: true,
  newIdea: true,
}

/** Starts, stops and brings back the server; one step at a time, for a client that is starting cannot be stopped. */
export const createServer = (create: CreateServerInstance, events: ServerEvents): Server => {
  let current: { life: ServerInstance; sync: Sync; folders: vscode.Disposable } | undefined
  let steps: Promise<void> = Promise.resolve()
  let crashes: number[] = []

  const log = (what: string, error: unknown): void =>
    events.channel().error(`${what}: ${error instanceof Error ? error.message : error}`)
  const then = (what: string, step: () => Promise<void>): Promise<void> => {
    steps = steps.then(step).catch((error: unknown) => log(what, error))
    return steps
  }

  const died = (life: ServerInstance): void => {
    if (current?.life !== life) return
    current.folders.dispose()
    current = undefined
    life.end()
    events.gone()
    crashes = [...crashes, Date.now()].slice(-10)
    const next = afterCrash(crashes)
    events.channel().error('The server has stopped by itself.')
    if (next !== 'give up') void then('Starting', begin)
    events.crashed(next)
  }

  const begin = async (): Promise<void> => {
    if (current !== undefined) return
    const sync = syncOf(() => life.client, events.isIdeaDocument)
    const life: ServerInstance = create({
      documentSelector: [{ language: 'markdown' }, { pattern: `**/${projectFileName}` }],
      initializationOptions: abilities,
      outputChannel: events.channel(),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      diagnosticPullOptions: { onChange: true, onSave: false },
      middleware: { ...sync.middleware, ...withSymbolOrder() },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          died(life)
          return { action: CloseAction.DoNotRestart, handled: true, message: 'The connection is closed.' }
        },
      },
    })
    life.client.onRequest(readFileRequest, readFile)
    life.client.onRequest(listFolderRequest, listFolder)
    life.client.onRequest(unsavedRequest, unsavedDocuments)
    life.client.onNotification(statusNotification, (status: FileStatus) => events.status(status))
    life.client.onNotification(overviewChangedNotification, events.overviewChanged)
    life.client.onNotification(ideasChangedNotification, events.ideasChanged)
    const folders = watchFolders((changes) => {
      if (life.client.isRunning()) void life.client.sendNotification('workspace/didChangeWatchedFiles', { changes })
    })
    current = { life, sync, folders }
    try {
      await life.client.start()
      events.channel().info('The server is running.')
    } catch (error) {
      log('The server did not start', error)
      died(life)
    }
  }

  const end = async (): Promise<void> => {
    const old = current
    current = undefined
    events.gone()
    if (old === undefined) return
    old.folders.dispose()
    try {
      await old.life.client.dispose()
    } finally {
      old.life.end()
    }
  }

  return {
    start: () => void then('Starting', begin),
    stop: () => then('Stopping', end),
    restart: () => {
      crashes = []
      void then('Stopping', end)
      void then('Starting', begin)
    },
    running: () => current?.life.client.isRunning() ?? false,
    pid: () => current?.life.pid(),
    ask: async <R>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<R | undefined> => {
      await then('Starting', begin)
      return current?.life.client.sendRequest<R>(method, params, token)
    },
    query: async <R>(method: string, params?: unknown, token?: vscode.CancellationToken): Promise<R | undefined> => {
      await steps
      return current?.life.client.sendRequest<R>(method, params, token)
    },
    askAbout: async <R>(method: string, params: unknown): Promise<R | undefined> => {
      const client = current?.life.client
      return client?.isRunning() ? client.sendRequest<R>(method, params) : undefined
    },
    open: (document) => void current?.sync.open(document).catch((error: unknown) => log('Opening', error)),
  }
}
