import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Action, codeActions, quickFixKind, rewriteKind } from '../../features/codeActions/codeActions.ts'
import { withKnownAddresses } from '../../features/codeActions/knownAddresses.ts'
import { type CodeActionData, moveData, resolveEdits } from '../../features/codeActions/resolve.ts'
import { diagnosticsOf } from '../../features/diagnostics.ts'
import { explainCommand, fixAllKind, syncTocKind } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { textEditsOf } from '../documents/textEdits.ts'
import type { Session } from '../session.ts'
import { readCodeActionData } from './codeActionData.ts'
import { fixProviderFor } from './fixProvider.ts'
import { type Answer, type RequestContext, type RequestHandler, requestHandler } from './requestHandler.ts'

/** Code actions, and their edits if the client resolves those one by one. */
export const codeActionHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: CodeActionRequest.type,
    scope: 'document',
    capability: {
      codeActionProvider: { codeActionKinds: [quickFixKind, fixAllKind, syncTocKind, rewriteKind], resolveProvider: true },
    },
    offered: ({ codeActions: { literals } }) => literals,
    fallback: [],
    answer: actionsFor,
  }),
  requestHandler({
    type: CodeActionResolveRequest.type,
    scope: 'document',
    uriOf: ({ data }) => readCodeActionData(data).uri,
    ready: 'now',
    fallback: (action) => action,
    answer: (document, action, session) => resolveAction(action, document, session),
  }),
]

/** More actions than this, such as those for a whole list, are made in pieces, between which the request can be cancelled. */
const maxActionsAtOnce = 200

function actionsFor(
  document: OpenDocument,
  { range, context }: CodeActionParams,
  session: Session,
  request: RequestContext,
): CodeAction[] | Promise<Answer<CodeAction[]>> {
  // a client without literals would take them for commands
  if (!session.client.codeActions.literals) return []
  const { lines } = document
  document.followChanges()
  const file = document.read()
  const ends = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
  const span = { start: Math.min(...ends), end: Math.max(...ends) }
  const findings = findingsOf(document, session)
  const named = new Set(context.diagnostics.map(({ code, range: { start } }) => diagnosticKey(code, lines.offsetAt(start))))
  const actions = codeActions(file, findings, {
    span,
    only: context.only,
    isReported: ({ code, span: { start } }) => named.has(diagnosticKey(code, start)),
    update: (before, text, change) => document.updated(before, text, change),
  }).filter(({ explains }) => explains === undefined || session.client.own.explain)
  return actions.length <= maxActionsAtOnce
    ? actions.flatMap((action) => toCodeAction(action, document, session))
    : codeActionsInPieces(actions, document, session, request)
}

async function codeActionsInPieces(
  actions: readonly Action[],
  document: OpenDocument,
  session: Session,
  request: RequestContext,
): Promise<Answer<CodeAction[]>> {
  const made: CodeAction[] = []
  let end = 0
  for (const action of actions) {
    if (performance.now() >= end) {
      end = (await session.pacer.pause()) + performance.now()
      if (request.isCancelled()) return request.cancelled
      if (!request.isCurrent()) return new ResponseError(LSPErrorCodes.ContentModified, 'The list has changed meanwhile.')
    }
    for (const each of toCodeAction(action, document, session)) made.push(each)
  }
  return made
}

const findingsOf = (document: OpenDocument, { diagnostics, lists }: Session): readonly Finding[] =>
  withKnownAddresses(diagnostics.of(document).findings, document.read(), () => lists.others(document.uri))

/** Distinguishes a diagnostic from others, those of other servers included. */
const diagnosticKey = (code: unknown, start: number): string => `${String(code)} ${start}`

function toCodeAction(action: Action, document: OpenDocument, session: Session): readonly CodeAction[] {
  const { title, kind, preferred, data: job, explains } = action
  const diagnostics = diagnosticsOf(
    action.findings,
    document.lines,
    document.uri,
    session.client.relatedInformation,
    session.lists.linesOf,
  )
  const shown: CodeAction = { title, kind, diagnostics, ...(preferred && { isPreferred: true }) }
  if (explains !== undefined) return [{ ...shown, command: { title, command: explainCommand, arguments: [explains] } }]
  if (job === null) return []
  if (session.client.codeActions.resolve) return [{ ...shown, data: { uri: document.uri, version: document.version, job } }]
  const edit = codeActionEdit(job, document, session)
  return edit ? [{ ...shown, edit }] : []
}

/** The action with its edit in the current text; without one if what it was about is gone. */
function resolveAction(action: CodeAction, document: OpenDocument, session: Session): CodeAction {
  const { job, version } = readCodeActionData(action.data)
  const current = job && moveData(job, document.read(), (offset) => document.movedSince(version, offset))
  const edit = current && codeActionEdit(current, document, session)
  return edit ? { ...action, edit } : action
}

function codeActionEdit(job: CodeActionData, document: OpenDocument, session: Session): WorkspaceEdit | null {
  const edits = resolveEdits(job, findingsOf(document, session), fixProviderFor(document, session))
  if (edits === null || edits.length === 0) return null
  const { uri, version, lines } = document
  const textEdits = textEditsOf(edits, lines)
  return session.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
