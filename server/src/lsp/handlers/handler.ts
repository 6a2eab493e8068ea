import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver'
import type { ConfiguredProgramme } from '../../config/effectiveConfiguration.ts'
import type { OtherListLines } from '../../features/diagnostics.ts'
import type { IdeaFile } from '../../model/types.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LoadingIndex } from '../../workspace/host.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { Client } from '../clientCapabilities.ts'
import type { DocumentConfiguration } from '../configuration/documentConfiguration.ts'
import type { DocumentReport } from '../documents/diagnosticsCache.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'

/** What a service may know of the server that it runs in. */
export interface Session {
  readonly connection: Connection
  readonly client: Client
  document(uri: string): OpenDocument | undefined
  /** The open document if it has this text, else one that is read as it would be, and forgotten. */
  documentWith(uri: string, text: string): OpenDocument
  /** Resolves when it is known what holds for a document; null where it is already. */
  ready(uri: string): Promise<void> | null
  /** Forgets what holds for a document that is not open; nobody would tell of changes to it. */
  forget(uri: string): void
  /** Whether a person wants us to look at a document. */
  enabled(uri: string): boolean
  report(document: OpenDocument): DocumentReport
  /** The names of projects that the configuration adds for a document. */
  projects(document: OpenDocument): readonly string[]
  /** The programmes that the configuration of a document defines. */
  programmes(document: OpenDocument): readonly ConfiguredProgramme[]
  /** The findings in a file read as the document is, under what holds for it. */
  lint(document: OpenDocument, file: IdeaFile): readonly Finding[]
  /** The other lists of the workspace that are known by now, the newest first. */
  others(document: OpenDocument): readonly ListSummary[]
  /** All lists of the workspace; what must be complete waits for `whenLoaded`, which begins to load where nothing has yet. */
  readonly workspace: LoadingIndex
  /** Resolves when there is time for the next piece of long work, to the milliseconds that it may take. */
  pause(): Promise<number>
  /** What holds for a list on disk, as it would were it open. */
  setupOnDisk(uri: string): Promise<DocumentConfiguration>
  /** Finds what is wrong in a list on disk, step by step; `peers` are the lists that it is held against. */
  lintOnDisk(file: IdeaFile, setup: DocumentConfiguration, peers: readonly ListSummary[]): Generator<void, readonly Finding[]>
  /** Reads these lists anew where they are not open; resolves when what is known of them is what stands on disk. */
  reloadLists(uris: readonly string[]): Promise<void>
  /** The text of a file as it stands, open or not; null where there is none. */
  readFile(uri: string): Promise<string | null>
  /** The lines of another list, by its URI; null for one that is not known. */
  readonly elsewhere: OtherListLines
  /** Calls `listener` whenever what lists say, or what is found in them, may have changed. */
  onDidChangeLists(listener: () => void): void
}

/** One kind of request, and the capability under which the client hears of it. */
export interface RequestHandler {
  readonly capability: ServerCapabilities
  /** Whether this client is told of it; one that was not told is answered all the same. */
  readonly offered: (client: Client) => boolean
  readonly listen: (session: Session) => void
}

interface ServiceOptions<P, R> {
  readonly capability: ServerCapabilities
  /** For a document that is not open, and when `answer` fails. */
  readonly fallback: R
  readonly answer: (document: OpenDocument, params: P, session: Session) => R
  readonly offered?: (client: Client) => boolean
}

type Answer<R> = R | ResponseError<never>

/** Defines a service for requests of `type` about one document. */
export function requestHandler<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, O>(
  type: ProtocolRequestType<P, R, PR, E, O>,
  { capability, fallback, answer, offered = () => true }: ServiceOptions<P, R>,
): RequestHandler {
  const respond = (session: Session, params: P, token: CancellationToken): Answer<R> | Promise<Answer<R>> => {
    // the first answers for a document wait for its settings; whatever is asked later is answered at once, for the text as it stands
    const waiting = session.document(params.textDocument.uri) ? session.ready(params.textDocument.uri) : null
    return waiting ? waiting.then(() => respondNow(session, params, token)) : respondNow(session, params, token)
  }
  const respondNow = (session: Session, params: P, token: CancellationToken): Answer<R> => {
    const { uri } = params.textDocument
    // whatever waits in the input is read before the first of it is handled: that is when most requests are cancelled
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, `${type.method} was cancelled`)
    const document = session.document(uri)
    if (!document || !session.enabled(uri)) return fallback
    return guard(session.connection, type.method, uri, fallback, () => answer(document, params, session))
  }
  return {
    capability,
    offered,
    listen: (session) =>
      session.connection.onRequest<unknown, never>(type.method, (params: P, token) => respond(session, params, token)),
  }
}
