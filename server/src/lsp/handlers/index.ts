import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver'
import { documentLinks } from '../../features/documentLinks.ts'
import { documentSymbols, flatSymbols } from '../../features/documentSymbols.ts'
import { foldingRanges } from '../../features/foldingRanges.ts'
import { hover } from '../../features/hover/hover.ts'
import { selectionRanges } from '../../features/selectionRanges.ts'
import { authoringHandlers } from './authoring.ts'
import { codeActionHandlers } from './codeActions.ts'
import { completionHandlers } from './completion.ts'
import { ideaHandlers } from './ideas.ts'
import { moveFilesHandler } from './moveFiles.ts'
import { navigationHandlers } from './navigation.ts'
import { newListHandlers } from './newLists.ts'
import { overviewHandlers } from './overview.ts'
import { pasteHandlers } from './paste.ts'
import { problemHandlers } from './problems.ts'
import { proposalHandlers } from './proposal.ts'
import { publishingHandlers } from './publishing.ts'
import { renameHandlers } from './rename.ts'
import { type RequestHandler, requestHandler } from './requestHandler.ts'
import { reviewHandlers, reviewMemoryOf } from './review.ts'
import { ruleHandlers } from './rules.ts'

/** Everything that a client may request, each capability next to its handler. */
export const requestHandlers: readonly RequestHandler[] = [
  ...codeActionHandlers,
  ...overviewHandlers,
  ...problemHandlers,
  ...ideaHandlers,
  ...proposalHandlers,
  ...newListHandlers,
  ...authoringHandlers,
  ...pasteHandlers,
  ...completionHandlers,
  ...navigationHandlers,
  ...publishingHandlers,
  ...renameHandlers,
  moveFilesHandler,
  ...reviewHandlers,
  ...ruleHandlers,
  requestHandler({
    type: DocumentDiagnosticRequest.type,
    scope: 'document',
    capability: { diagnosticProvider: { identifier: 'idea-files', interFileDependencies: true, workspaceDiagnostics: false } },
    offered: (client) => client.pull,
    fallback: { kind: 'full', items: [] },
    answer: (document, { previousResultId }, session): DocumentDiagnosticReport => {
      const { diagnostics, resultId } = session.diagnostics.of(document)
      return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items: diagnostics }
    },
  }),
  requestHandler({
    type: DocumentLinkRequest.type,
    scope: 'document',
    capability: { documentLinkProvider: {} },
    fallback: [],
    answer: (document, _, { client }) => documentLinks(document.read(), document.lines, client.linkTooltips),
  }),
  requestHandler({
    type: DocumentSymbolRequest.type,
    scope: 'document',
    capability: { documentSymbolProvider: true },
    fallback: [],
    answer: (document, _, { client }) =>
      client.symbolTree
        ? documentSymbols(document.read(), document.lines)
        : flatSymbols(document.read(), document.lines, document.uri),
  }),
  requestHandler({
    type: FoldingRangeRequest.type,
    scope: 'document',
    capability: { foldingRangeProvider: true },
    fallback: [],
    answer: (document, _, { client }) => foldingRanges(document.read(), document.lines, client.folding),
  }),
  requestHandler({
    type: HoverRequest.type,
    scope: 'document',
    capability: { hoverProvider: true },
    fallback: null,
    answer: (document, { position }, session) =>
      hover(document.read(), document.lines, document.lines.offsetAt(position), {
        lists: session.lists.others(document.uri),
        findings: () => session.diagnostics.of(document).findings,
        // as VS Code does
        showsFindings: session.client.own.status,
        followsFileLinks: session.client.own.status,
        seen: reviewMemoryOf(session),
        format: session.client.hover,
      }),
  }),
  requestHandler({
    type: SelectionRangeRequest.type,
    scope: 'document',
    capability: { selectionRangeProvider: true },
    fallback: null,
    answer: (document, { positions }) => selectionRanges(document.read(), document.lines, positions),
  }),
]
