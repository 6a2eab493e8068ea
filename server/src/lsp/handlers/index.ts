import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver'
import { documentLinks } from '../../features/documentLink.ts'
import { documentSymbols, flatSymbols } from '../../features/documentSymbol.ts'
import { foldingRanges } from '../../features/foldingRange.ts'
import { hover } from '../../features/hover/hover.ts'
import { selectionRanges } from '../../features/selectionRange.ts'
import { authoringServices } from './authoring.ts'
import { codeActionServices } from './codeActions.ts'
import { completionServices } from './completion.ts'
import { type RequestHandler, requestHandler } from './handler.ts'
import { ideaAtService } from './ideaAt.ts'
import { ideasService } from './ideas.ts'
import { navigationServices } from './navigation.ts'
import { overviewService } from './overview.ts'
import { renameServices } from './rename.ts'

/** Everything that a client may ask for, the capability beside its handler. */
export const services: readonly RequestHandler[] = [
  ...codeActionServices,
  ideaAtService,
  overviewService,
  ideasService,
  ...authoringServices,
  ...completionServices,
  ...navigationServices,
  ...renameServices,
  requestHandler(DocumentDiagnosticRequest.type, {
    capability: { diagnosticProvider: { identifier: 'idea-files', interFileDependencies: true, workspaceDiagnostics: false } },
    offered: (client) => client.pull,
    fallback: { kind: 'full', items: [] },
    answer: (document, { previousResultId }, session): DocumentDiagnosticReport => {
      const { diagnostics, resultId } = session.report(document)
      return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items: diagnostics }
    },
  }),
  requestHandler(DocumentLinkRequest.type, {
    capability: { documentLinkProvider: {} },
    fallback: [],
    answer: (document, _, { client }) => documentLinks(document.read(), document.lines, client.linkTooltips),
  }),
  requestHandler(DocumentSymbolRequest.type, {
    capability: { documentSymbolProvider: true },
    fallback: [],
    answer: (document, _, { client }) =>
      client.symbolTree
        ? documentSymbols(document.read(), document.lines)
        : flatSymbols(document.read(), document.lines, document.uri),
  }),
  requestHandler(FoldingRangeRequest.type, {
    capability: { foldingRangeProvider: true },
    fallback: [],
    answer: (document, _, { client }) => foldingRanges(document.read(), document.lines, client.folding),
  }),
  requestHandler(HoverRequest.type, {
    capability: { hoverProvider: true },
    fallback: null,
    answer: (document, { position }, session) =>
      hover(document.read(), document.lines, document.lines.offsetAt(position), {
        lists: session.others(document),
        findings: () => session.report(document).findings,
        format: session.client.hover,
      }),
  }),
  requestHandler(SelectionRangeRequest.type, {
    capability: { selectionRangeProvider: true },
    fallback: null,
    answer: (document, { positions }) => selectionRanges(document.read(), document.lines, positions),
  }),
]
