import { type DefinitionLink, DefinitionRequest, type Location, type LocationLink } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Definition, definitions } from '../../features/navigation/definitions.ts'
import { headingSpan } from '../../features/navigation/headingInFile.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import { lineIndex } from '../../text/lineIndex.ts'
import type { OpenDocument } from '../documents/openDocument.ts'
import type { Session } from '../session.ts'
import { requestHandler } from './requestHandler.ts'

/** Go to Definition. Does not wait for lists that are still loading: a file that is not known yet is read for it. */
export const definitionHandler = requestHandler({
  type: DefinitionRequest.type,
  scope: 'document',
  capability: { definitionProvider: true },
  fallback: null,
  answer: async (document, { position }, session): Promise<Location[] | DefinitionLink[] | null> => {
    const lists = session.lists.lookup(document.uri)
    const found = lists === null ? [] : definitions(document.read(), lists, document.lines.offsetAt(position))
    const links = (await Promise.all(found.map((each) => linksToDefinition(each, document, session)))).flat()
    if (links.length === 0) return null
    return session.client.definitionLinks ? links : links.map(plainDefinitionLocation)
  },
})

const plainDefinitionLocation = ({ targetUri, targetSelectionRange }: LocationLink): Location => ({
  uri: targetUri,
  range: targetSelectionRange,
})

async function linksToDefinition(found: Definition, document: OpenDocument, session: Session): Promise<readonly LocationLink[]> {
  const originSelectionRange = toLspRange(document.lines, found.origin)
  if (found.kind === 'list') {
    const lines = session.lists.linesOf(found.list.uri)
    if (lines === null) return []
    const targetSelectionRange = toLspRange(lines, found.span)
    return [
      { originSelectionRange, targetUri: found.list.uri, targetRange: toLspRange(lines, found.whole), targetSelectionRange },
    ]
  }
  const text = await session.readFile(found.uri)
  if (text === null) return []
  const lines = lineIndex(TextDocument.create(found.uri, 'markdown', 0, text), session.client.encoding)
  const range = toLspRange(lines, headingSpan(text, found.anchor))
  return [{ originSelectionRange, targetUri: found.uri, targetRange: range, targetSelectionRange: range }]
}
