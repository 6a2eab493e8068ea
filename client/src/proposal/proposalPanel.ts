import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type FormFiles,
  type ProposalAnswer,
  type ProposalParams,
  type ProposalReply,
  prepareProposalCommand,
  proposalRequest,
} from '../../../server/src/protocol/proposal.ts'
import { type CursorInFile, cursorDocument, cursorEditor, cursorOf } from '../ideaPreview/followCursor.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import { showInfo } from '../notifications.ts'
import { renderPanel } from '../webview/panel.ts'
import { createIssue } from './createIssue.ts'
import { noFormMessage, readFormFiles } from './formFiles.ts'
import {
  emptyProposalPage,
  isProposalAction,
  type ProposalAction,
  type ProposalPageParts,
  type ProposalPageState,
  proposalPageParts,
} from './proposalPage.ts'

const proposalViewType = 'ideaFiles.proposal'
const proposalDebounceMs = 120

const proposalPanelState = (why: string): ProposalPageState => ({ kind: 'message', why })

/** Registers the command Prepare Proposal. */
export const registerProposal = ({ extensionUri }: vscode.ExtensionContext, source: IdeaSource): ProposalPanel =>
  new ProposalPanel(extensionUri, source)

/** The page next to the text that shows the idea at the cursor as an issue of the form, and follows the cursor and the text. */
export class ProposalPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: IdeaSource
  /** The form's problems; shown only while the page is open. */
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('Idea Files form')
  readonly #disposables: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  #cursor: CursorInFile | undefined
  #files: FormFiles = { forms: [], exports: [], repository: null }
  #shown: ProposalAnswer | undefined
  #parts: ProposalPageParts | undefined
  readonly #refresh = latestOnly(() => this.#reload(), proposalDebounceMs)

  constructor(extensionUri: vscode.Uri, source: IdeaSource) {
    this.#extensionUri = extensionUri
    this.#source = source
    this.#disposables = [
      vscode.commands.registerCommand(prepareProposalCommand, () => this.show()),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#follow(textEditor)
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#panel && document.uri.toString() === this.#cursor?.uri.toString()) this.#refresh.call()
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#panel && /\/(?:\.github\/ISSUE_TEMPLATE\/[^/]+|lfx-export\.json)$/.test(uri.path)) void this.#readFiles()
      }),
    ]
  }

  /** What the page shows, if one is open. */
  parts(): ProposalPageParts | undefined {
    return this.#parts
  }

  /** Shows the page for the active editor, a new one if none is open. */
  async show(): Promise<void> {
    this.#follow(vscode.window.activeTextEditor)
    if (this.#panel) this.#panel.reveal(undefined, true)
    else {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
      this.#attach(vscode.window.createWebviewPanel(proposalViewType, l10n.t('Proposal'), column, { enableFindWidget: true }))
    }
    await this.#readFiles()
  }

  dispose(): void {
    this.#refresh.stop()
    this.#panel?.dispose()
    vscode.Disposable.from(this.#diagnostics, ...this.#disposables).dispose()
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel = panel
    panel.onDidDispose(() => {
      this.#panel = undefined
      this.#parts = undefined
      this.#shown = undefined
      this.#refresh.stop()
      this.#diagnostics.clear()
    })
    const page = { name: 'proposal', script: 'actionPage', title: l10n.t('Proposal'), body: emptyProposalPage() }
    renderPanel(panel, this.#extensionUri, page, (message) => {
      const problem: unknown = Reflect.get(message, 'go')
      const action: unknown = Reflect.get(message, 'action')
      if (Reflect.get(message, 'ready')) this.#post()
      if (typeof problem === 'number') void this.#goTo(problem)
      if (isProposalAction(action) && this.#shown) void this.#run(action, this.#shown)
    })
    this.#refresh.call()
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    const next = cursorOf(editor)
    if (!next) return
    const isOther = next.uri.toString() !== this.#cursor?.uri.toString()
    this.#cursor = next
    if (!this.#panel) return
    if (isOther) void this.#readFiles()
    else this.#refresh.call()
  }

  async #readFiles(): Promise<void> {
    if (this.#cursor) this.#files = await readFormFiles(vscode.workspace.getWorkspaceFolder(this.#cursor.uri))
    if (this.#panel) this.#refresh.call()
  }

  async #goTo(index: number): Promise<void> {
    const range = this.#shown?.problems[index]?.range
    if (!range || !this.#cursor) return
    const { uri } = this.#cursor
    const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
    await vscode.window.showTextDocument(uri, { viewColumn: cursorEditor(uri)?.viewColumn ?? vscode.ViewColumn.One, selection })
  }

  async #run(action: ProposalAction, proposal: ProposalAnswer): Promise<void> {
    if (action === 'create') return createIssue(proposal)
    if (action === 'open') {
      if (proposal.url !== null) await vscode.env.openExternal(vscode.Uri.parse(proposal.url, true))
      return
    }
    await vscode.env.clipboard.writeText(action === 'copyBody' ? proposal.body : proposal.title)
    showInfo(action === 'copyBody' ? l10n.t('Issue body copied') : l10n.t('Issue title copied'))
  }

  async #reload(): Promise<void> {
    if (!this.#panel) return
    const state = await this.#read().catch(() =>
      proposalPanelState(l10n.t('Idea Files is not responding. See its output channel.')),
    )
    if (!this.#panel) return
    this.#shown = state.kind === 'proposal' ? state.proposal : undefined
    this.#parts = proposalPageParts(state)
    this.#report()
    this.#post()
  }

  async #read(): Promise<ProposalPageState> {
    if (!this.#cursor) return proposalPanelState(l10n.t('Place the cursor in an idea to see it here as an issue.'))
    const document = cursorDocument(this.#cursor.uri)
    if (!document) return proposalPanelState(l10n.t("This idea's file was closed."))
    if (!this.#source.isIdeaDocument(document))
      return proposalPanelState(l10n.t('This file is not an idea list, or Idea Files is turned off for it.'))
    // a plain object: VS Code's positions lose their properties when they are copied to a worker
    const { line, character } = this.#cursor.position
    const params: ProposalParams = {
      textDocument: { uri: document.uri.toString() },
      position: { line, character },
      ...this.#files,
    }
    const proposal = await this.#source.query<ProposalReply>(proposalRequest, params)
    if (proposal === undefined)
      return proposalPanelState(l10n.t('Idea Files is not running. Run "Idea Files: Restart Language Server".'))
    if (proposal === null) return proposalPanelState(l10n.t('The cursor is not in an idea.'))
    if (proposal === 'noForm') return proposalPanelState(noFormMessage())
    return { kind: 'proposal', proposal, canCreate: vscode.workspace.isTrusted }
  }

  /** Shows the problems in the text, as long as the page is open. */
  #report(): void {
    this.#diagnostics.clear()
    const uri = this.#cursor?.uri
    if (!uri || !this.#shown) return
    const diagnostics = this.#shown.problems.flatMap(({ range, message, severity }) => {
      if (range === null) return []
      const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
      const level = severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning
      return [Object.assign(new vscode.Diagnostic(place, message, level), { source: 'Idea Files form' })]
    })
    this.#diagnostics.set(uri, diagnostics)
  }

  #post(): void {
    if (!this.#panel || !this.#parts) return
    this.#panel.title = this.#parts.title
    void this.#panel.webview.postMessage({ parts: this.#parts })
  }
}
