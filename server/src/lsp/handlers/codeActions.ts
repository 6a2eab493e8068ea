import * as l10n from '@vscode/l10n'
import {
  type CodeAction,
  type CodeActionContext,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
  type Command,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { pastedIdeaCursor } from '../../features/authoring/pastedIdeaCursor.ts'
import { type Action, codeActions, isActionRequested, quickFixKind, rewriteKind } from '../../features/codeActions/codeActions.ts'
import { withKnownAddresses } from '../../features/codeActions/knownAddresses.ts'
import { addedFieldPosition, missingFieldCode, withSpaceForValue } from '../../features/codeActions/missingFields.ts'
import { type CodeActionData, moveCodeAction, resolveEdits } from '../../features/codeActions/resolveCodeAction.ts'
import { diagnosticsOf } from '../../features/diagnostics.ts'
import { isOfOtherOrganization } from '../../features/ideas/proposalAt.ts'
import { nodeAt } from '../../model/nodeAt.ts'
import type { IdeaFile } from '../../model/types.ts'
import { prepareProposalCommand } from '../../protocol/proposal.ts'
import { explainCommand, fixAllKind, placeCursorCommand, syncTocKind, turnOffRuleCommand } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import { applyEdits, type Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'
import { lineStart, splitLines } from '../../text/textLines.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { textEditsOf } from '../documents/textEdits.ts'
import type { Session } from '../session.ts'
import { readCodeActionData } from './codeActionData.ts'
import { fixProviderFor } from './fixProvider.ts'
import { type Answer, answerInSteps, type RequestContext, type RequestHandler, requestHandler } from './requestHandler.ts'

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
    answer: codeActionsFor,
  }),
  requestHandler({
    type: CodeActionResolveRequest.type,
    scope: 'document',
    uriOf: ({ data }) => readCodeActionData(data).uri,
    ready: 'now',
    fallback: (action) => action,
    answer: (document, action, session, request) =>
      answerInSteps(resolveAction(action, document, session), (resolved) => resolved, request, session),
  }),
]

function codeActionsFor(
  document: OpenDocument,
  { range, context }: CodeActionParams,
  session: Session,
  request: RequestContext,
): Answer<CodeAction[]> | Promise<Answer<CodeAction[]>> {
  // a client without literals would take them for commands
  if (!session.client.codeActions.literals) return []
  const { lines } = document
  document.followChanges()
  const file = document.read()
  const ends = [lines.offsetAt(range.start), lines.offsetAt(range.end)]
  const span = { start: Math.min(...ends), end: Math.max(...ends) }
  const findings = codeActionFindings(document, session)
  const named = new Set(
    context.diagnostics.map(({ code, range: { start } }) => codeActionDiagnosticKey(code, lines.offsetAt(start))),
  )
  const actions = codeActions(file, findings, {
    span,
    only: context.only,
    isReported: ({ code, span: { start } }) => named.has(codeActionDiagnosticKey(code, start)),
    update: (before, text, change) => document.updated(before, text, change),
  })
  const more = session.client.own.proposal ? proposalCodeActions(file, span, context) : []
  return answerInSteps(toCodeActions(actions, document, session), (made) => [...made, ...more], request, session)
}

/**
 * Prepare Proposal for a cursor in an idea; outside its heading only on request, as a light bulb on each line would be in the way. Lists of
 * other organizations seldom have an issue form.
 */
function proposalCodeActions(file: IdeaFile, { start, end }: Span, { only, triggerKind }: CodeActionContext): CodeAction[] {
  if (start !== end || !isActionRequested(rewriteKind, only)) return []
  const place = nodeAt(file, start)
  const isOffered = place.kind === 'idea-heading' || ('idea' in place && triggerKind !== CodeActionTriggerKind.Automatic)
  if (!isOffered || isOfOtherOrganization(file, place.project)) return []
  const title = l10n.t('Prepare Proposal')
  return [{ title, kind: rewriteKind, command: { title, command: prepareProposalCommand } }]
}

function* toCodeActions(
  actions: Generator<void, readonly Action[]>,
  document: OpenDocument,
  session: Session,
): Generator<void, CodeAction[]> {
  const made: CodeAction[] = []
  for (const action of yield* actions) {
    if (action.explains !== undefined && !session.client.own.explain) continue
    if (action.turnsOff !== undefined && !session.client.own.turnOffRule) continue
    const each = yield* toCodeAction(action, document, session)
    if (each !== null) made.push(each)
    yield
  }
  return made
}

const codeActionFindings = (document: OpenDocument, { diagnostics, lists }: Session): readonly Finding[] =>
  withKnownAddresses(diagnostics.of(document).findings, document.read(), () => lists.others(document.uri))

/** Distinguishes a diagnostic from others, those of other servers included. */
const codeActionDiagnosticKey = (code: unknown, start: number): string => `${String(code)} ${start}`

/** An action as LSP has it; null if it would change nothing. */
function* toCodeAction(action: Action, document: OpenDocument, session: Session): Generator<void, CodeAction | null> {
  const { title, kind, preferred, data: job, explains, turnsOff } = action
  const diagnostics = diagnosticsOf(
    action.findings,
    document.lines,
    document.uri,
    session.client.relatedInformation,
    session.lists.linesOf,
  )
  const shown: CodeAction = { title, kind, diagnostics, ...(preferred && { isPreferred: true }) }
  if (explains !== undefined) return { ...shown, command: { title, command: explainCommand, arguments: [explains] } }
  if (turnsOff !== undefined)
    return { ...shown, command: { title, command: turnOffRuleCommand, arguments: [document.uri, turnsOff] } }
  if (job === null) return null
  if (session.client.codeActions.resolve) return { ...shown, data: { uri: document.uri, version: document.version, job } }
  const edits = yield* codeActionEdits(job, document, session)
  return edits ? { ...shown, edit: codeActionWorkspaceEdit(edits, document, session) } : null
}

/** The action with its edit in the current text; without one if what it was about is gone. */
function* resolveAction(action: CodeAction, document: OpenDocument, session: Session): Generator<void, CodeAction> {
  const { job, version } = readCodeActionData(action.data)
  const current = job && moveCodeAction(job, document.read(), (offset) => document.movedSince(version, offset))
  const made = current && (yield* codeActionEdits(current, document, session))
  if (!made) return action
  const edits = session.client.own.placeCursor && addsFields(current) ? withSpaceForValue(made) : made
  const command = session.client.own.placeCursor ? cursorAfterEdits(current, edits, document) : null
  return { ...action, edit: codeActionWorkspaceEdit(edits, document, session), ...(command && { command }) }
}

const addsFields = (job: CodeActionData): boolean =>
  job.kind === 'missing-fields' || (job.kind === 'fix' && job.code === missingFieldCode)

/** The cursor goes into the first field that was added, or to the idea that was moved to its place. */
function cursorAfterEdits(job: CodeActionData, edits: readonly Edit[], document: OpenDocument): Command | null {
  const { uri, lines } = document
  const position = addsFields(job)
    ? addedFieldPosition(edits, (offset) => lines.positionAt(offset))
    : job.kind === 'headless-idea'
      ? movedIdeaPosition(edits, document)
      : null
  return position && { title: '', command: placeCursorCommand, arguments: [uri, position] }
}

function movedIdeaPosition(edits: readonly Edit[], document: OpenDocument): Position | null {
  const text = applyEdits(document.text, edits)
  const at = pastedIdeaCursor(document.read(), document.readChanged(text))
  if (at === null) return null
  const start = lineStart(text, at)
  return { line: splitLines(text.slice(0, start)).length - 1, character: at - start }
}

function* codeActionEdits(
  job: CodeActionData,
  document: OpenDocument,
  session: Session,
): Generator<void, readonly Edit[] | null> {
  const edits = yield* resolveEdits(job, codeActionFindings(document, session), fixProviderFor(document, session))
  return edits === null || edits.length === 0 ? null : edits
}

function codeActionWorkspaceEdit(edits: readonly Edit[], { uri, version, lines }: OpenDocument, session: Session): WorkspaceEdit {
  const textEdits = textEditsOf(edits, lines)
  return session.client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: textEdits }] }
    : { changes: { [uri]: textEdits } }
}
