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
import type { ListPlace } from '../../features/navigation/linkTargets.ts'
import { references } from '../../features/navigation/references.ts'
import { workspaceSymbols } from '../../features/navigation/symbols.ts'
import { toLspRange } from '../../features/toLspRange.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { guard } from '../guard.ts'
import { definitionService } from './definition.ts'
import { type RequestHandler, requestHandler, type Session } from './handler.ts'
import { cancelled, withTimeout, workspaceRequest } from './workspaceRequest.ts'

/** What leads from one place to others, in this list and in all lists of the workspace. */
export const navigationServices: readonly RequestHandler[] = [
  definitionService,
  workspaceRequest(ReferencesRequest.type, {
    capability: { referencesProvider: true },
    fallback: null,
    answer: (document, lists, { position, context }, session): Location[] => {
      const at = document.lines.offsetAt(position)
      return locationsOf(references(document.read(), lists, at, context.includeDeclaration), session)
    },
  }),
  requestHandler(DocumentHighlightRequest.type, {
    capability: { documentHighlightProvider: true },
    fallback: null,
    answer: (document, { position }, session): DocumentHighlight[] | null => {
      const { lines, uri } = document
      const own = session.workspace.lists().find((list) => list.uri === uri)
      if (own === undefined) return null
      const found = highlights(document.read(), own, lines.offsetAt(position)).map(({ span, declares }) => ({
        range: toLspRange(lines, span),
        kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
      return found.length === 0 ? null : found
    },
  }),
  {
    capability: { workspaceSymbolProvider: true },
    offered: () => true,
    listen: (session) =>
      session.connection.onRequest(WorkspaceSymbolRequest.type, async ({ query }, token) => {
        await withTimeout(searchTimeoutMs, session.workspace.whenLoaded())
        if (token.isCancellationRequested) return cancelled(WorkspaceSymbolRequest.method)
        return guard(session.connection, WorkspaceSymbolRequest.method, '', null, () => symbolsFor(String(query ?? ''), session))
      }),
  },
]

/** Who searches would rather have what is known by now than wait longer (milliseconds). */
const searchTimeoutMs = 8000

/** Places as LSP has them; none for a list that has gone in the meantime. */
function locationsOf(places: readonly ListPlace[], session: Session): Location[] {
  const known = new Map<string, LineIndex | null>()
  return places.flatMap(({ uri, span }) => {
    const lines = known.has(uri) ? known.get(uri)! : session.elsewhere(uri)
    known.set(uri, lines)
    return lines === null ? [] : [{ uri, range: toLspRange(lines, span) }]
  })
}

function symbolsFor(query: string, session: Session): SymbolInformation[] {
  const lists = session.workspace.lists().filter(({ uri }) => !session.document(uri) || session.enabled(uri))
  const found = workspaceSymbols(lists, query)
  const locations = locationsOf(found, session)
  // all of them are there: the lists are those of this very moment
  return found.map(({ name, kind, container }, index) => ({ name, kind, location: locations[index]!, containerName: container }))
}
