import {
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver'
import { documentSymbols, flatSymbols } from '../features/documentSymbol.ts'
import { foldingRanges } from '../features/foldingRange.ts'
import { selectionRanges } from '../features/selectionRange.ts'
import { codeActionServices } from './codeActions.ts'
import { completionServices } from './completion.ts'
import { type Service, service } from './service.ts'

/** Everything that a client may ask for, the capability beside its handler. */
export const services: readonly Service[] = [
  ...codeActionServices,
  ...completionServices,
  service(DocumentDiagnosticRequest.type, {
    capability: { diagnosticProvider: { identifier: 'idea-files', interFileDependencies: false, workspaceDiagnostics: false } },
    offered: (client) => client.pull,
    fallback: { kind: 'full', items: [] },
    answer: (document, { previousResultId }, session): DocumentDiagnosticReport => {
      const { diagnostics, resultId } = session.report(document)
      return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', resultId, items: diagnostics }
    },
  }),
  service(DocumentSymbolRequest.type, {
    capability: { documentSymbolProvider: true },
    fallback: [],
    answer: ({ file, lines, uri }, _, { client }) =>
      client.symbolTree ? documentSymbols(file, lines) : flatSymbols(file, lines, uri),
  }),
  service(FoldingRangeRequest.type, {
    capability: { foldingRangeProvider: true },
    fallback: [],
    answer: ({ file, lines }, _, { client }) => foldingRanges(file, lines, client.folding),
  }),
  service(SelectionRangeRequest.type, {
    capability: { selectionRangeProvider: true },
    fallback: null,
    answer: ({ file, lines }, { positions }) => selectionRanges(file, lines, positions),
  }),
]
