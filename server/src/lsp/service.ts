import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  type ProtocolRequestType,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver'
import type { Client } from './client.ts'
import type { OpenDocument } from './document.ts'
import { guard } from './guard.ts'
import type { Report } from './reports.ts'

/** What a service may know of the server that it runs in. */
export interface Session {
  readonly connection: Connection
  readonly client: Client
  document(uri: string): OpenDocument | undefined
  report(document: OpenDocument): Report
}

/** One kind of request, and the capability under which the client hears of it. */
export interface Service {
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

/** Defines a service for requests of `type` about one document. */
export function service<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, O>(
  type: ProtocolRequestType<P, R, PR, E, O>,
  { capability, fallback, answer, offered = () => true }: ServiceOptions<P, R>,
): Service {
  const respond = (session: Session, params: P, token: CancellationToken): R | ResponseError<never> => {
    const { uri } = params.textDocument
    // whatever waits in the input is read before the first of it is handled: that is when most requests are cancelled
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, `${type.method} was cancelled`)
    const document = session.document(uri)
    if (!document) return fallback
    return guard(session.connection, type.method, uri, fallback, () => answer(document, params, session))
  }
  return {
    capability,
    offered,
    listen: (session) =>
      session.connection.onRequest<unknown, never>(type.method, (params: P, token) => respond(session, params, token)),
  }
}
