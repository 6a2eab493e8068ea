import type { ServerCapabilities, TextDocumentIdentifier } from 'vscode-languageserver'
import { type CancellationToken, LSPErrorCodes, type ProtocolRequestType, ResponseError } from 'vscode-languageserver'
import type { ListLookup } from '../../features/navigation/linkTargets.ts'
import type { Client } from '../clientCapabilities.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import type { RequestHandler, Session } from './handler.ts'

export type Answer<R> = R | ResponseError<never>

interface AcrossOptions<P, R> {
  readonly capability: ServerCapabilities
  readonly offered?: (client: Client) => boolean
  /** For a document that is not open or no idea list, and when `answer` fails. */
  readonly fallback: R
  /** Given the lists as they are by now: all of them, unless loading takes very long. */
  readonly answer: (document: OpenDocument, lists: ListLookup, params: P, session: Session) => Answer<R>
}

/** Who waits longer for an answer would rather have what is known by now (milliseconds). */
const timeoutMs = 8000

/** Defines a service for requests about one document whose answers tell of all lists: the first of them waits until those are loaded. */
export function workspaceRequest<P extends { readonly textDocument: TextDocumentIdentifier }, R, PR, E, O>(
  type: ProtocolRequestType<P, R, PR, E, O>,
  { capability, offered = () => true, fallback, answer }: AcrossOptions<P, R>,
): RequestHandler {
  const respond = async (session: Session, params: P, token: CancellationToken): Promise<Answer<R>> => {
    const { uri } = params.textDocument
    if (!session.document(uri) || !session.enabled(uri)) return fallback
    await session.ready(uri)
    await withTimeout(timeoutMs, session.workspace.whenLoaded())
    if (token.isCancellationRequested) return cancelled(type.method)
    return guard(session.connection, type.method, uri, fallback, () => {
      const document = session.document(uri)
      const lists = document && session.enabled(uri) ? listsFrom(document, session) : null
      return document && lists ? answer(document, lists, params, session) : fallback
    })
  }
  return {
    capability,
    offered,
    listen: (session) =>
      session.connection.onRequest<unknown, never>(type.method, (params: P, token) => respond(session, params, token)),
  }
}

export const cancelled = (method: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)

/** The lists of the workspace as this document sees them; null where it is no idea list. */
export function listsFrom(document: OpenDocument, session: Session): ListLookup | null {
  const own = session.workspace.lists().find(({ uri }) => uri === document.uri)
  return own === undefined ? null : { own, others: session.others(document) }
}

/** Resolves when the work is done, or so many milliseconds have passed. */
export async function withTimeout(time: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, time)
    }),
  ])
  clearTimeout(timer)
}
