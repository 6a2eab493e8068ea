import {
  type CancellationToken,
  type DefinitionLink,
  type DefinitionParams,
  DefinitionRequest,
  type Location,
  type Definition as LocationAnswer,
  type LocationLink,
  type ResponseError,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Definition, definitions } from '../../features/navigation/definition.ts'
import { headingSpan } from '../../features/navigation/headingInFile.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { type LineIndex, lineIndex } from '../../text/lineIndex.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import { guard } from '../guard.ts'
import type { RequestHandler, Session } from './handler.ts'
import { cancelled, listsFrom } from './workspaceRequest.ts'

type Answer = LocationAnswer | DefinitionLink[] | null | ResponseError<never>

/** Go to Definition. Does not wait for lists that are still loading: a file that nothing is known of is looked at for itself. */
export const definitionService: RequestHandler = {
  capability: { definitionProvider: true },
  offered: () => true,
  listen: (session) => session.connection.onRequest(DefinitionRequest.type, (params, token) => respond(session, params, token)),
}

async function respond(
  session: Session,
  { textDocument, position }: DefinitionParams,
  token: CancellationToken,
): Promise<Answer> {
  const { uri } = textDocument
  if (!session.document(uri) || !session.enabled(uri)) return null
  await session.ready(uri)
  if (token.isCancellationRequested) return cancelled(DefinitionRequest.method)
  const document = session.document(uri)
  if (!document) return null
  const found = guard(session.connection, DefinitionRequest.method, uri, [], () => {
    const lists = session.enabled(uri) ? listsFrom(document, session) : null
    return lists === null ? [] : definitions(document.read(), lists, document.lines.offsetAt(position))
  })
  const links = (await Promise.all(found.map((each) => linkOf(each, document, session)))).flat()
  if (links.length === 0) return null
  return session.client.definitionLinks ? links : links.map(plain)
}

const plain = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({ uri: targetUri, range: targetSelectionRange })

async function linkOf(found: Definition, document: OpenDocument, session: Session): Promise<readonly LocationLink[]> {
  const originSelectionRange = toLspRange(document.lines, found.origin)
  if (found.kind === 'list') {
    const lines = session.elsewhere(found.list.uri)
    if (lines === null) return []
    const targetSelectionRange = toLspRange(lines, found.span)
    return [{ originSelectionRange, targetUri: found.list.uri, targetRange: toLspRange(lines, found.whole), targetSelectionRange }]
  }
  const text = await session.readFile(found.uri)
  if (text === null) return []
  const lines: LineIndex = lineIndex(TextDocument.create(found.uri, 'markdown', 0, text), session.client.encoding)
  const range = toLspRange(lines, headingSpan(text, found.anchor))
  return [{ originSelectionRange, targetUri: found.uri, targetRange: range, targetSelectionRange: range }]
}
