import {
  type DocumentHighlight,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  type Location,
  ReferencesRequest,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver'
import { highlights } from '../../features/navigation/highlights.ts'
import type { ListPlace } from '../../features/navigation/linkTargetFinder.ts'
import { references } from '../../features/navigation/references.ts'
import { workspaceSymbols } from '../../features/navigation/workspaceSymbols.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import type { Session } from '../session.ts'
import { definitionHandler } from './definition.ts'
import { answerInSteps, type RequestHandler, requestHandler } from './requestHandler.ts'

/** Navigation in a list and among all lists of the workspace. */
export const navigationHandlers: readonly RequestHandler[] = [
  definitionHandler,
  requestHandler({
    type: ReferencesRequest.type,
    scope: 'document',
    capability: { referencesProvider: true },
    ready: 'lists',
    fallback: null,
    answer: (document, { position, context }, session, request) => {
      const lists = session.lists.lookup(document.uri)
      if (lists === null) return null
      const offset = document.lines.offsetAt(position)
      const steps = references(document.read(), lists, offset, context.includeDeclaration)
      return answerInSteps(steps, (found): Location[] | null => navigationLocations(found, session), request, session)
    },
  }),
  requestHandler({
    type: DocumentHighlightRequest.type,
    scope: 'document',
    capability: { documentHighlightProvider: true },
    fallback: null,
    answer: (document, { position }, session): DocumentHighlight[] | null => {
      const { lines, uri } = document
      const lists = session.lists.lookup(uri)
      if (lists === null) return null
      const found = highlights(document.read(), lists, lines.offsetAt(position)).map(({ span, declares }) => ({
        range: toLspRange(lines, span),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
      return found.length === 0 ? null : found
    },
  }),
  requestHandler({
    type: WorkspaceSymbolRequest.type,
    scope: 'workspace',
    capability: { workspaceSymbolProvider: true },
    ready: 'lists',
    fallback: null,
    answer: ({ query }, session) => navigationSymbolsFor(String(query ?? ''), session),
  }),
]

/** Places as LSP locations; none for a list that has gone in the meantime. */
function navigationLocations(places: readonly ListPlace[], { lists }: Session): Location[] {
  const known = new Map<string, LineIndex | null>()
  return places.flatMap(({ uri, span }) => {
    const lines = known.has(uri) ? known.get(uri)! : lists.linesOf(uri)
    known.set(uri, lines)
    return lines === null ? [] : [{ uri, range: toLspRange(lines, span) }]
  })
}

function navigationSymbolsFor(query: string, session: Session): SymbolInformation[] {
  const enabled = session.lists.lists().filter(session.enabledLists.has)
  const found = workspaceSymbols(enabled, query)
  // one for each, as no list can have gone since
  const locations = navigationLocations(found, session)
  return found.map(({ name, kind, container }, index) => ({ name, kind, location: locations[index]!, containerName: container }))
}
