import { type InitializeParams, InsertTextMode } from 'vscode-languageserver'
import type { FoldingOptions } from '../features/foldingRange.ts'
import type { HoverFormat } from '../features/hover/render.ts'
import type { ClientOptions } from '../protocol/protocol.ts'
import type { PositionEncoding } from '../text/lineIndex.ts'

/** What the client at the other end can do and wants. */
export interface Client {
  readonly encoding: PositionEncoding
  /** Whether it asks for diagnostics itself; else they are pushed. */
  readonly pull: boolean
  readonly relatedInformation: boolean
  readonly symbolTree: boolean
  readonly folding: FoldingOptions
  readonly codeActions: {
    /** Whether it takes actions at all; an older client takes commands alone. */
    readonly literals: boolean
    /** Whether it asks for an action's edit when that is chosen. */
    readonly resolve: boolean
  }
  /** What its hovers show, of what it would rather have; plain text where it does not say. */
  readonly hover: HoverFormat
  /** Whether it takes where a definition was asked for, and what it is about, with its place. */
  readonly definitionLinks: boolean
  /** Whether it asks what is to be renamed before it asks for the new name. */
  readonly preparesRename: boolean
  /** Whether edits may say what they are for, and be confirmed one by one. */
  readonly changeAnnotations: boolean
  /** Whether links may say what they do. */
  readonly linkTooltips: boolean
  readonly completion: {
    readonly snippets: boolean
    /** Whether it can be told to leave the indents of what it inserts as they are. */
    readonly asIs: boolean
  }
  /** Whether edits may name the version that they are made for. */
  readonly documentChanges: boolean
  /** Whether it is to be asked for settings; else it may send them by itself. */
  readonly configuration: boolean
  /** Whether it can be told what to watch: settings, files. */
  readonly watchesSettings: boolean
  readonly watchesFiles: boolean
  /** Whether it tells of folders that come and go. */
  readonly tellsFolders: boolean
  /** Whether it can be told that diagnostics are out of date. */
  readonly refreshesDiagnostics: boolean
  /** What our own extension does beside LSP. */
  readonly own: Required<ClientOptions>
}

/** Reads the client from what it sent with `initialize`; whatever it left out is taken at its least. */
export function readClient(params: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { general, textDocument, workspace } = params.capabilities ?? {}
  const codeAction = textDocument?.codeAction
  const folding = textDocument?.foldingRange
  const item = textDocument?.completion?.completionItem
  return {
    encoding: chooseEncoding(general?.positionEncodings),
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
    hover: textDocument?.hover?.contentFormat?.find(isFormat) ?? 'plaintext',
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
    tellsFolders: Boolean(workspace?.workspaceFolders),
    refreshesDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    own: ownOptions(params.initializationOptions),
  }
}

const isFormat = (name: string): name is HoverFormat => name === 'markdown' || name === 'plaintext'

/** UTF-16 wherever it may be, as offsets are counted in it; else what the client prefers of what is known. */
function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!Array.isArray(offered) || offered.includes('utf-16')) return 'utf-16'
  return offered.find((each) => each === 'utf-8' || each === 'utf-32') ?? 'utf-16'
}

function ownOptions(options: unknown): Required<ClientOptions> {
  const says = (key: keyof ClientOptions): boolean =>
    typeof options === 'object' && options !== null && Reflect.get(options, key) === true
  return {
    status: says('status'),
    files: says('files'),
    folders: says('folders'),
    unsaved: says('unsaved'),
    explain: says('explain'),
    suggest: says('suggest'),
    newIdea: says('newIdea'),
  }
}
