import type { InitializeParams } from 'vscode-languageserver'
import type { FoldingOptions } from '../features/foldingRange.ts'
import type { PositionEncoding } from '../text/lines.ts'

/** What the client at the other end can do and wants. */
export interface Client {
  readonly encoding: PositionEncoding
  /** Whether it asks for diagnostics itself; else they are pushed. */
  readonly pull: boolean
  readonly relatedInformation: boolean
  readonly symbolTree: boolean
  readonly folding: FoldingOptions
  /** Whether it is our own extension, which shows the status of a file. */
  readonly status: boolean
}

/** Reads the client from what it sent with `initialize`; whatever it left out is taken at its least. */
export function readClient(params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { general, textDocument } = params.capabilities ?? {}
  const folding = textDocument?.foldingRange
  return {
    encoding: chooseEncoding(general?.positionEncodings),
    pull: Boolean(textDocument?.diagnostic),
    relatedInformation: Boolean(
      textDocument?.publishDiagnostics?.relatedInformation || textDocument?.diagnostic?.relatedInformation,
    ),
    symbolTree: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    folding: { lineFoldingOnly: Boolean(folding?.lineFoldingOnly), rangeLimit: folding?.rangeLimit ?? Number.MAX_SAFE_INTEGER },
    status: wantsStatus(params.initializationOptions),
  }
}

/** UTF-16 wherever it may be, as offsets are counted in it; else what the client prefers of what is known. */
function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!Array.isArray(offered) || offered.includes('utf-16')) return 'utf-16'
  return offered.find((each) => each === 'utf-8' || each === 'utf-32') ?? 'utf-16'
}

const wantsStatus = (options: unknown): boolean =>
  typeof options === 'object' && options !== null && 'status' in options && options.status === true
