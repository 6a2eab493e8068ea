import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { type Action, codeActions, quickFixKind, rewriteKind } from '../../features/codeActions/codeActions.ts'
import { withKnownAddresses } from '../../features/codeActions/knownAddresses.ts'
import { type CodeActionData, parseCodeActionData, resolveEdits } from '../../features/codeActions/resolve.ts'
import { diagnosticsOf } from '../../features/diagnostics.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { explainCommand, fixAllKind, syncTocKind } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { Edit } from '../../text/edits.ts'
import type { Client } from '../clientCapabilities.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import { fixProviderFor } from './fixProvider.ts'
import { type RequestHandler, requestHandler, type Session } from './handler.ts'

/** Code actions, and their edits where the client asks for those one by one. */
export const codeActionServices: readonly RequestHandler[] = [
  requestHandler(CodeActionRequest.type, {
    capability: {
      codeActionProvider: { codeActionKinds: [quickFixKind, fixAllKind, syncTocKind, rewriteKind], resolveProvider: true },
    },
    offered: ({ codeActions: { literals } }) => literals,
    fallback: [],
    answer: actionsFor,
  }),
  {
    capability: {},
    offered: () => true,
    listen: (session) => session.connection.onRequest(CodeActionResolveRequest.type, (action) => resolved(action, session)),
  },
]

function actionsFor(document: OpenDocument, { range, context }: CodeActionParams, session: Session): CodeAction[] {
  // a client without literals would take them for commands, which they are not
  if (!session.client.codeActions.literals) return []
  const { lines } = document
  const file = document.read()
  const ends = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
  const span = { start: Math.min(...ends), end: Math.max(...ends) }
  const findings = findingsOf(document, session)
  const named = new Set(context.diagnostics.map(({ code, range: { start } }) => nameOf(code, lines.offsetAt(start))))
  return codeActions(file, findings, span, context.only, ({ code, span: { start } }) => named.has(nameOf(code, start)))
    .filter(({ explains }) => explains === undefined || session.client.own.explain)
    .flatMap((action) => actionOf(action, document, session))
}

const findingsOf = (document: OpenDocument, session: Session): readonly Finding[] =>
  withKnownAddresses(session.report(document).findings, document.read(), () => session.others(document))

/** What tells a diagnostic from others, those of other servers too. */
const nameOf = (code: unknown, start: number): string => `${String(code)} ${start}`

function actionOf(action: Action, document: OpenDocument, session: Session): readonly CodeAction[] {
  const { title, kind, preferred, data: job, explains } = action
  const diagnostics = diagnosticsOf(
    action.findings,
    document.lines,
    document.uri,
    session.client.relatedInformation,
    session.elsewhere,
  )
  const shown: CodeAction = { title, kind, diagnostics, ...(preferred && { isPreferred: true }) }
  if (explains !== undefined) return [{ ...shown, command: { title, command: explainCommand, arguments: [explains] } }]
  if (job === null) return []
  if (session.client.codeActions.resolve) return [{ ...shown, data: { uri: document.uri, job } }]
  const edit = editOf(job, document, session)
  return edit ? [{ ...shown, edit }] : []
}

/** The action with its edit in the text as it stands now; without one where what it was about is gone. */
function resolved(action: CodeAction, session: Session): CodeAction {
  const { uri, job } = readData(action.data)
  const document = session.document(uri)
  if (!document || !job) return action
  const edit = guard(session.connection, CodeActionResolveRequest.method, uri, null, () => editOf(job, document, session))
  return edit ? { ...action, edit } : action
}

function readData(data: unknown): { readonly uri: string; readonly job: CodeActionData | null } {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('job' in data)) return { uri: '', job: null }
  return { uri: String(data.uri), job: parseCodeActionData(data.job) }
}

function editOf(job: CodeActionData, document: OpenDocument, session: Session): WorkspaceEdit | null {
  const edits = resolveEdits(job, findingsOf(document, session), fixProviderFor(document, session))
  return edits === null || edits.length === 0 ? null : workspaceEdit(edits, document, session.client)
}

function workspaceEdit(edits: readonly Edit[], { uri, version, lines }: OpenDocument, client: Client): WorkspaceEdit {
  const textEdits = edits.map(({ span, newText }): TextEdit => ({ range: toLspRange(lines, span), newText }))
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
