import * as l10n from '@vscode/l10n'
import { type CancellationToken, LSPErrorCodes, ResponseError, type ServerCapabilities } from 'vscode-languageserver'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { Client } from '../clientCapabilities.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import type { Pacing } from '../scheduling/pacer.ts'
import { withTimeout } from '../scheduling/timers.ts'
import type { Session } from '../session.ts'

/** One kind of request, and the capability under which the client learns of it. */
export interface RequestHandler {
  readonly capability: ServerCapabilities
  /** Whether this client is offered it; one that is not is answered all the same. */
  readonly offered: (client: Client) => boolean
  readonly listen: (session: Session) => void
}

export type Answer<R> = R | ResponseError<never>

/** What a handler may ask about the request that it answers. */
export interface RequestContext {
  readonly isCancelled: () => boolean
  /** Whether the document has the version that it had when the request came. */
  readonly isCurrent: () => boolean
  /** The answer to a request that was cancelled. */
  readonly cancelled: ResponseError<never>
}

/**
 * The answer that `steps` work out: at once if that takes little time, otherwise in pieces, between which the request can be cancelled
 * and the document can change.
 */
export function answerInSteps<T, R>(
  steps: Generator<void, T>,
  toAnswer: (result: T) => Answer<R>,
  request: RequestContext,
  { pacer }: Session,
): Answer<R> | Promise<Answer<R>> {
  const first = runAnswerUntil(steps, performance.now() + pacer.atOnceMs)
  return first.done ? toAnswer(first.value) : answerInPieces(steps, toAnswer, request, pacer)
}

async function answerInPieces<T, R>(
  steps: Generator<void, T>,
  toAnswer: (result: T) => Answer<R>,
  request: RequestContext,
  pacer: Pacing,
): Promise<Answer<R>> {
  for (;;) {
    const end = (await pacer.pause()) + performance.now()
    if (request.isCancelled()) return request.cancelled
    if (!request.isCurrent()) return new ResponseError(LSPErrorCodes.ContentModified, l10n.t('The file changed. Try again.'))
    const next = runAnswerUntil(steps, end)
    if (next.done) return toAnswer(next.value)
  }
}

/** Takes steps until a time; at least one. */
function runAnswerUntil<T>(steps: Generator<void, T>, end: number): IteratorResult<void, T> {
  for (;;) {
    const next = steps.next()
    if (next.done || performance.now() >= end) return next
  }
}

/**
 * What is waited for before the answer: nothing; the document's configuration; all lists as they are on disk, but no longer than
 * `listsTimeoutMs`; the same without a limit.
 */
type Readiness = 'now' | 'configuration' | 'lists' | 'allLists'

interface HandlerOptions<P, R> {
  readonly type: { readonly method: string; readonly _: readonly [P, R, ...unknown[]] | undefined }
  readonly capability?: ServerCapabilities
  readonly offered?: (client: Client) => boolean
  /** Checks the parameters of a request of our own; null if they make no sense. */
  readonly parse?: (params: unknown) => P | null
  /** The answer if there is no such document, if the parameters make no sense, or if `answer` fails. */
  readonly fallback: R | ((params: P) => R)
  readonly ready?: Readiness
}

/** A request about an open document. */
interface DocumentHandlerOptions<P, R> extends HandlerOptions<P, R> {
  readonly scope: 'document'
  /** The document's URI; that in `textDocument` if not given. */
  readonly uriOf?: (params: P) => string
  readonly answer: (
    document: OpenDocument,
    params: P,
    session: Session,
    request: RequestContext,
  ) => Answer<R> | Promise<Answer<R>>
}

/** A request about no document. */
interface WorkspaceHandlerOptions<P, R> extends HandlerOptions<P, R> {
  readonly scope: 'workspace'
  readonly ready?: Exclude<Readiness, 'configuration'>
  readonly answer: (params: P, session: Session, request: RequestContext) => Answer<R> | Promise<Answer<R>>
}

/** After this time the lists that are known by then are better than no answer. */
const listsTimeoutMs = 8000

/** Defines how requests of `type` are answered: when, about what, and what happens if they are cancelled or fail. */
export function requestHandler<P, R>(options: DocumentHandlerOptions<P, R> | WorkspaceHandlerOptions<P, R>): RequestHandler {
  const { type, capability = {}, offered = () => true, parse = (params: unknown) => params as P } = options
  const { method } = type
  const respond = (session: Session, params: unknown, token: CancellationToken | undefined) => {
    const parsed = parse(params)
    if (parsed === null) return requestFallback(options.fallback, params as P)
    return options.scope === 'document'
      ? answerDocumentRequest(options, parsed, session, token)
      : answerWorkspaceRequest(options, parsed, session, requestContext(method, token))
  }
  return {
    capability,
    offered,
    // a request without parameters comes with its token only
    listen: (session) =>
      session.connection.onRequest<unknown, never>(method, (params: unknown, token?: CancellationToken) =>
        respond(session, params, token),
      ),
  }
}

function answerDocumentRequest<P, R>(
  { type, uriOf, fallback, ready = 'configuration', answer }: DocumentHandlerOptions<P, R>,
  params: P,
  session: Session,
  token: CancellationToken | undefined,
): Answer<R> | Promise<Answer<R>> {
  const uri = uriOf ? uriOf(params) : (params as { readonly textDocument: { readonly uri: string } }).textDocument.uri
  const document = session.documents.get(uri)
  const version = document?.version
  const request = requestContext(type.method, token, () => session.documents.get(uri)?.version === version)
  const answerNow = (): Answer<R> | Promise<Answer<R>> => {
    // whatever waits in the input is read before the first of it is handled: that is when most requests are cancelled
    if (request.isCancelled()) return request.cancelled
    const current = session.documents.get(uri)
    if (!current || !session.configuration.of(uri).enabled) return requestFallback(fallback, params)
    return guard(session.connection, type.method, uri, requestFallback<P, Answer<R>>(fallback, params), () =>
      answer(current, params, session, request),
    )
  }
  // only the first answers for a document wait for its configuration
  const configured = document && ready !== 'now' ? session.configuration.ready(uri) : null
  if (ready !== 'lists' && ready !== 'allLists') return configured ? configured.then(answerNow) : answerNow()
  const whenListed = (): Answer<R> | Promise<Answer<R>> =>
    document && session.configuration.of(uri).enabled ? whenRequestedListsAreReady(ready, session).then(answerNow) : answerNow()
  return configured ? configured.then(whenListed) : whenListed()
}

function answerWorkspaceRequest<P, R>(
  { type, fallback, ready = 'now', answer }: WorkspaceHandlerOptions<P, R>,
  params: P,
  session: Session,
  request: RequestContext,
): Answer<R> | Promise<Answer<R>> {
  const answerNow = (): Answer<R> | Promise<Answer<R>> => {
    if (request.isCancelled()) return request.cancelled
    return guard(session.connection, type.method, '', requestFallback<P, Answer<R>>(fallback, params), () =>
      answer(params, session, request),
    )
  }
  return ready === 'now' ? answerNow() : whenRequestedListsAreReady(ready, session).then(answerNow)
}

const requestFallback = <P, R>(fallback: R | ((params: P) => R), params: P): R =>
  typeof fallback === 'function' ? (fallback as (params: P) => R)(params) : fallback

const whenRequestedListsAreReady = (ready: 'lists' | 'allLists', { lists }: Session): Promise<void> =>
  ready === 'allLists' ? lists.whenCurrent() : withTimeout(listsTimeoutMs, lists.whenCurrent())

const requestContext = (
  method: string,
  token: CancellationToken | undefined,
  isCurrent: () => boolean = () => true,
): RequestContext => ({
  isCancelled: () => token?.isCancellationRequested === true,
  isCurrent,
  get cancelled() {
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${method} was cancelled`)
  },
})

/** A value of a server that is made when a handler first needs it. */
export const perSession = <T extends object>(create: (session: Session) => T): ((session: Session) => T) => memoByIdentity(create)
