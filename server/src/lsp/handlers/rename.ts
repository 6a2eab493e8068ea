import {
  type CancellationToken,
  type ChangeAnnotation,
  LSPErrorCodes,
  PrepareRenameRequest,
  type PrepareRenameResult,
  type RenameParams,
  RenameRequest,
  ResponseError,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { prepareRename, rename } from '../../features/navigation/rename.ts'
import type { Changed, ListEdits, RenameResult } from '../../features/navigation/workspaceEdits.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { lineIndex } from '../../text/lineIndex.ts'
import { pluralize } from '../../text/wording.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import { currentLists, currentPages, readUnopenedFiles, type UnopenedFiles } from '../workspace/unopenedFiles.ts'
import { type RequestHandler, requestHandler, type Session } from './handler.ts'
import { type Answer, cancelled, listsFrom } from './workspaceRequest.ts'

/** Renames in all lists: an idea, a project, a mentor's handle or address. */
export const renameServices: readonly RequestHandler[] = [
  {
    capability: { renameProvider: { prepareProvider: true } },
    offered: ({ preparesRename }) => preparesRename,
    listen: (session) => session.connection.onRequest(RenameRequest.type, (params, token) => respond(session, params, token)),
  },
  { capability: { renameProvider: true }, offered: ({ preparesRename }) => !preparesRename, listen: () => {} },
  requestHandler(PrepareRenameRequest.type, {
    capability: {},
    fallback: null,
    answer: (document, { position }, session): PrepareRenameResult | null => {
      const lists = listsFrom(document, session)
      const { lines } = document
      const found = lists && prepareRename(document.read(), lists.own, lines.offsetAt(position))
      return found && { range: toLspRange(lines, found.span), placeholder: found.name }
    },
  }),
]

/** How often lists are read anew, should one change between two readings. */
const mostReadings = 3

async function respond(
  session: Session,
  { textDocument: { uri }, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<Answer<WorkspaceEdit | null>> {
  const started = session.document(uri)
  if (!started || !session.enabled(uri)) return null
  const { version } = started
  await session.ready(uri)
  // unlike a search, a rename must not leave out what is still to be loaded
  await session.workspace.whenLoaded()
  const untold = await readUnopenedFiles(session)
  const known = new Set<string>([...untold.pages.keys(), ...untold.lists.keys()])
  for (let reading = 0; ; reading++) {
    const document = session.document(uri)
    if (token.isCancellationRequested || !document) return cancelled(RenameRequest.method)
    if (document.version !== version) return new ResponseError(LSPErrorCodes.ContentModified, 'The list has changed meanwhile.')
    const found = guard(session.connection, RenameRequest.method, uri, null, () =>
      renameIn(document, session, untold, position, newName),
    )
    if (found === null) return null
    if (found.refusal !== null) return new ResponseError(LSPErrorCodes.RequestFailed, found.refusal)
    // what is closed is edited as it stands on disk at this moment
    const unread = found.changes.map(({ list }) => list.uri).filter((each) => !session.document(each) && !known.has(each))
    if (unread.length === 0 || reading === mostReadings) return workspaceEdit(found, newName, session)
    for (const each of unread) known.add(each)
    await session.reloadLists(unread)
  }
}

function renameIn(
  document: OpenDocument,
  session: Session,
  untold: UnopenedFiles,
  position: RenameParams['position'],
  newName: string,
): RenameResult | null {
  const lists = session.enabled(document.uri) ? listsFrom(document, session) : null
  if (lists === null) return null
  const { own } = lists
  const others = currentLists(lists.others, untold, session)
  const [file, offset] = [document.read(), document.lines.offsetAt(position)]
  // who is named elsewhere than in a list is left to whoever wrote that
  const isHeading = prepareRename(file, own, offset)?.kind === 'heading'
  const all = isHeading ? { own, others: [...others, ...currentPages(untold, session)] } : { own, others }
  return rename(file, all, offset, newName, (text) => document.readChanged(text))
}

function workspaceEdit({ kind, changes }: Changed, newName: string, session: Session): WorkspaceEdit {
  const { client } = session
  if (!client.documentChanges)
    return { changes: Object.fromEntries(changes.map((change) => [change.list.uri, textEdits(change, session)])) }
  // who gives a person another name had better look at every place
  const confirmed = kind !== 'heading' && client.changeAnnotations
  const documentChanges = changes.map((change): TextDocumentEdit => {
    const { uri } = change.list
    const edits = textEdits(change, session)
    return {
      textDocument: { uri, version: session.document(uri)?.version ?? null },
      edits: confirmed ? edits.map((edit) => ({ ...edit, annotationId: uri })) : edits,
    }
  })
  if (!confirmed) return { documentChanges }
  return { documentChanges, changeAnnotations: Object.fromEntries(changes.map((change) => annotation(change, newName))) }
}

function textEdits({ list, edits }: ListEdits, session: Session): TextEdit[] {
  const lines = lineIndex(TextDocument.create(list.uri, 'markdown', 0, list.text), session.client.encoding)
  return edits.map(({ span, newText }) => ({ range: toLspRange(lines, span), newText }))
}

const annotation = ({ list, edits }: ListEdits, newName: string): readonly [string, ChangeAnnotation] => [
  list.uri,
  {
    label: `${list.programme.label}: rename to ${newName.trim()}`,
    description: pluralize(edits.length, 'place'),
    needsConfirmation: true,
  },
]
