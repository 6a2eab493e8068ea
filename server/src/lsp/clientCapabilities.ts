import { type InitializeParams, InsertTextMode, type ServerCapabilities } from 'vscode-languageserver'
import * as z from 'zod/mini'
import type { FoldingOptions } from '../features/foldingRanges.ts'
import type { HoverFormat } from '../features/hover/renderCard.ts'
import type { ClientOptions } from '../protocol/protocol.ts'
import type { PositionEncoding } from '../text/lineIndex.ts'

/** What the client at the other end supports. */
export interface Client {
  readonly encoding: PositionEncoding
  /** Whether it pulls diagnostics; otherwise they are pushed. */
  readonly pull: boolean
  readonly relatedInformation: boolean
  readonly symbolTree: boolean
  readonly folding: FoldingOptions
  readonly codeActions: {
    /** Whether it supports code actions; an older client knows commands only. */
    readonly literals: boolean
    /** Whether it resolves an action's edit when the user chooses the action. */
    readonly resolve: boolean
  }
  /** The format of hovers that it prefers; plain text if it does not say. */
  readonly hover: HoverFormat
  /** Whether a definition may be a `LocationLink`. */
  readonly definitionLinks: boolean
  /** Whether it sends `textDocument/prepareRename`. */
  readonly preparesRename: boolean
  /** Whether edits may have labels, and be confirmed one by one. */
  readonly changeAnnotations: boolean
  /** Whether links may have tooltips. */
  readonly linkTooltips: boolean
  readonly completion: {
    readonly snippets: boolean
    /** Whether inserted text may keep its indentation as it is. */
    readonly asIs: boolean
  }
  /** Whether edits may name the version that they are made for. */
  readonly documentChanges: boolean
  /** Whether it answers `workspace/configuration`; otherwise it may push settings. */
  readonly configuration: boolean
  /** Whether one can register for changed settings, and for changed files. */
  readonly watchesSettings: boolean
  readonly watchesFiles: boolean
  /** Whether it reports workspace folders that come and go. */
  readonly reportsFolders: boolean
  readonly refreshesDiagnostics: boolean
  /** What our own extension supports in addition to LSP. */
  readonly own: Required<ClientOptions>
  /** What it has kept of earlier reviews, unchecked. */
  readonly seenReviews: unknown
}

/** What is known of the client by now. */
export class ClientState {
  capabilities: Client = readClient({ capabilities: {} })
  /** Settings that it has sent without being asked. */
  pushedSettings: unknown
  isShutDown = false
}

/** Reads the client's capabilities from its `initialize` request; what it leaves out it does not support. */
export function readClient(params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { general, textDocument, workspace } = params.capabilities ?? {}
  const codeAction = textDocument?.codeAction
  const folding = textDocument?.foldingRange
  const item = textDocument?.completion?.completionItem
  return {
    encoding: chooseClientEncoding(general?.positionEncodings),
    pull: Boolean(textDocument?.diagnostic),
    relatedInformation: Boolean(
      textDocument?.publishDiagnostics?.relatedInformation || textDocument?.diagnostic?.relatedInformation,
    ),
    symbolTree: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    folding: { lineFoldingOnly: Boolean(folding?.lineFoldingOnly), rangeLimit: folding?.rangeLimit ?? Number.MAX_SAFE_INTEGER },
    codeActions: {
      literals: Boolean(codeAction?.codeActionLiteralSupport),
      resolve: Boolean(codeAction?.dataSupport && codeAction.resolveSupport?.properties?.includes('edit')),
    },
    hover: textDocument?.hover?.contentFormat?.find(isClientHoverFormat) ?? 'plaintext',
    definitionLinks: Boolean(textDocument?.definition?.linkSupport),
    preparesRename: Boolean(textDocument?.rename?.prepareSupport),
    changeAnnotations: Boolean(workspace?.workspaceEdit?.documentChanges && workspace.workspaceEdit.changeAnnotationSupport),
    linkTooltips: Boolean(textDocument?.documentLink?.tooltipSupport),
    completion: {
      snippets: Boolean(item?.snippetSupport),
      asIs: Boolean(item?.insertTextModeSupport?.valueSet?.includes(InsertTextMode.asIs)),
    },
    documentChanges: Boolean(workspace?.workspaceEdit?.documentChanges),
    configuration: Boolean(workspace?.configuration),
    watchesSettings: Boolean(workspace?.didChangeConfiguration?.dynamicRegistration),
    watchesFiles: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    reportsFolders: Boolean(workspace?.workspaceFolders),
    refreshesDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    own: clientCapabilityOptions(params.initializationOptions),
    seenReviews: optionsSchema.safeParse(params.initializationOptions).data?.seenReviews,
  }
}

export interface OfferedCapability {
  readonly capability: ServerCapabilities
  readonly offered: (client: Client) => boolean
}

const isClientHoverFormat = (name: string): name is HoverFormat => name === 'markdown' || name === 'plaintext'

/** UTF-16 if possible, as offsets count in it; otherwise what the client prefers of what we know. */
function chooseClientEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!Array.isArray(offered) || offered.includes('utf-16')) return 'utf-16'
  return offered.find((each) => each === 'utf-8' || each === 'utf-32') ?? 'utf-16'
}

const optionsSchema = z.record(z.string(), z.unknown())

function clientCapabilityOptions(sent: unknown): Required<ClientOptions> {
  const options = optionsSchema.safeParse(sent).data ?? {}
  return {
    status: options.status === true,
    files: options.files === true,
    folders: options.folders === true,
    unsaved: options.unsaved === true,
    explain: options.explain === true,
    suggest: options.suggest === true,
    newIdea: options.newIdea === true,
    placeCursor: options.placeCursor === true,
    turnOffRule: options.turnOffRule === true,
    proposal: options.proposal === true,
  }
}
