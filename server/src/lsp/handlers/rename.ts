import * as l10n from '@vscode/l10n'
import {
  type ChangeAnnotation,
  LSPErrorCodes,
  PrepareRenameRequest,
  type PrepareRenameResult,
  RenameRequest,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { prepareRename, rename } from '../../features/navigation/rename.ts'
import type { Changed, ListEdits, RenameEdit, RenameResult } from '../../features/navigation/workspaceEdits.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { lineIndex } from '../../text/lineIndex.ts'
import { pluralize } from '../../text/wording.ts'
import { textEditsOf } from '../documents/textEdits.ts'
import type { Session } from '../session.ts'
import { takeSnapshot } from '../workspace/workspaceSnapshot.ts'
import { type Answer, answerInSteps, type RequestHandler, requestHandler } from './requestHandler.ts'

/** Renames an idea, a project, a mentor's name, handle or address in all lists. */
export const renameHandlers: readonly RequestHandler[] = [
  requestHandler({
    type: RenameRequest.type,
    scope: 'document',
    capability: { renameProvider: { prepareProvider: true } },
    offered: ({ preparesRename }) => preparesRename,
    // unlike a search, a rename must not leave out a list that is still to be loaded
    ready: 'allLists',
    fallback: null,
    answer: async ({ uri }, { position, newName }, session, request) => {
      const snapshot = request.isCurrent() ? await takeSnapshot(session, uri) : null
      const document = session.documents.get(uri)
      if (request.isCancelled() || !document) return request.cancelled
      if (!request.isCurrent()) return new ResponseError(LSPErrorCodes.ContentModified, l10n.t('The file changed. Try again.'))
      if (snapshot === null) return null
      const offset = document.lines.offsetAt(position)
      const steps = rename(document.read(), snapshot, offset, newName, (text) => document.readChanged(text))
      const toAnswer = (result: RenameResult | null): Answer<WorkspaceEdit | null> => {
        if (result === null) return null
        if (result.refusal !== null) return new ResponseError(LSPErrorCodes.RequestFailed, result.refusal)
        return renameWorkspaceEdit(result, newName, session)
      }
      return answerInSteps(steps, toAnswer, request, session)
    },
  }),
  { capability: { renameProvider: true }, offered: ({ preparesRename }) => !preparesRename, listen: () => {} },
  requestHandler({
    type: PrepareRenameRequest.type,
    scope: 'document',
    fallback: null,
    answer: (document, { position }, session): PrepareRenameResult | null => {
      const lists = session.lists.lookup(document.uri)
      const { lines } = document
      const found = lists && prepareRename(document.read(), lists, lines.offsetAt(position))
      return found && { range: toLspRange(lines, found.span), placeholder: found.name }
    },
  }),
]

function renameWorkspaceEdit({ kind, changes }: Changed, newName: string, session: Session): WorkspaceEdit {
  const { client, documents } = session
  if (!client.documentChanges)
    return { changes: Object.fromEntries(changes.map((change) => [change.list.uri, renameTextEdits(change, session)])) }
  // without a doubtful place the rename is applied at once, as one of a heading is
  const confirmed = client.changeAnnotations && changes.some(({ edits }) => edits.some(({ isDoubtful }) => isDoubtful))
  const documentChanges = changes.map((change): TextDocumentEdit => {
    const { uri } = change.list
    const edits = renameTextEdits(change, session)
    return {
      textDocument: { uri, version: documents.get(uri)?.version ?? null },
      edits: confirmed
        ? edits.map((edit, index) => ({ ...edit, annotationId: renameAnnotationId(uri, change.edits[index]) }))
        : edits,
    }
  })
  if (!confirmed) return { documentChanges }
  return {
    documentChanges,
    changeAnnotations: Object.fromEntries(changes.flatMap((change) => renameAnnotations(change, newName, kind))),
  }
}

const renameAnnotationId = (uri: string, edit: RenameEdit | undefined): string => (edit?.isDoubtful ? `${uri}?` : uri)

/** The edits of a list as LSP has them. */
export const renameTextEdits = ({ list, edits }: ListEdits, session: Session): TextEdit[] =>
  textEditsOf(edits, lineIndex(TextDocument.create(list.uri, 'markdown', 0, list.text), session.client.encoding))

/** One annotation for the certain places of a list, which a client ticks, and one for those with another name or in another list. */
function renameAnnotations(
  { list, edits }: ListEdits,
  newName: string,
  kind: Changed['kind'],
): readonly (readonly [string, ChangeAnnotation])[] {
  const why = kind === 'heading' ? l10n.t('in another list') : l10n.t('next to another name')
  const doubtful = edits.filter(({ isDoubtful }) => isDoubtful)
  const label = l10n.t`${list.programme.label}: rename to ${newName.trim()}`
  const annotation = (count: number, needsConfirmation: boolean, note = ''): ChangeAnnotation => ({
    label: `${label}${note}`,
    description: pluralize(count, 'edit'),
    needsConfirmation,
  })
  return [
    ...(doubtful.length < edits.length ? [[list.uri, annotation(edits.length - doubtful.length, false)] as const] : []),
    ...(doubtful.length > 0 ? [[`${list.uri}?`, annotation(doubtful.length, true, `, ${why}`)] as const] : []),
  ]
}
