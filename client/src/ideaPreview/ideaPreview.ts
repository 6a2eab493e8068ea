import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest } from '../../../server/src/protocol/protocol.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { markStepDone } from '../walkthroughSteps.ts'
import { renderPanel } from '../webview/panel.ts'
import { type CursorInFile, cursorDocument, cursorEditor, cursorOf, restoreCursor, savedCursorOf } from './followCursor.ts'
import { emptyIdeaPage, type IdeaPageParts, type IdeaPageState, ideaPageParts } from './ideaPage.ts'
import { latestOnly } from './latestOnly.ts'

const ideaViewType = 'ideaFiles.idea'
const ideaDebounceMs = 80

export interface IdeaSource {
  /** Sends the server a request; undefined if none runs. */
  readonly query: SendRequest
  readonly isIdeaDocument: (document: vscode.TextDocument) => boolean
}

const ideaPreviewMessage = (why: string): IdeaPageState => ({ kind: 'message', why })

/** Renders Markdown as VS Code's own preview does; null if its Markdown support is switched off or absent. */
const renderIdeaPreview = async (text: string): Promise<string | null> => {
  try {
    // the line end keeps three dashes at the start from being read as front matter
    const html = await vscode.commands.executeCommand<unknown>('markdown.api.render', `\n${text}`)
    return typeof html === 'string' ? html : null
  } catch {
    return null
  }
}

/** Registers the command Show Idea; VS Code restores its page after a reload. */
export const registerIdeaPreview = ({ extensionUri }: vscode.ExtensionContext, source: IdeaSource): IdeaPreview =>
  new IdeaPreview(extensionUri, source, (preview) => [
    vscode.commands.registerCommand('ideaFiles.showIdea', () => preview.show()),
    vscode.window.registerWebviewPanelSerializer(ideaViewType, {
      deserializeWebviewPanel: async (panel, saved: unknown) => preview.restore(panel, saved),
    }),
  ])

/** The page next to the text that shows the idea at the cursor, and follows the cursor and the text. */
export class IdeaPreview implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: IdeaSource
  readonly #disposables: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  #cursor: CursorInFile | undefined
  #parts: IdeaPageParts | undefined
  /** The places of the findings that the page shows. */
  #targets: readonly vscode.Location[] = []
  readonly #refresh = latestOnly(() => this.#reload(), ideaDebounceMs)

  /** `register` makes the commands that need the preview; they are disposed of with it. */
  constructor(extensionUri: vscode.Uri, source: IdeaSource, register: (preview: IdeaPreview) => readonly vscode.Disposable[]) {
    this.#extensionUri = extensionUri
    this.#source = source
    this.#disposables = [...register(this), ...this.#listeners()]
  }

  /** What the page shows, if one is open. */
  parts(): IdeaPageParts | undefined {
    return this.#parts
  }

  /** Shows the page for the active editor, a new one if none is open; without a list in an editor the user picks an idea first. */
  async show(): Promise<void> {
    if (!this.#hasOpenFile() && !cursorOf(vscode.window.activeTextEditor))
      await vscode.commands.executeCommand('ideaFiles.goToIdea')
    const editor = vscode.window.activeTextEditor
    this.#follow(editor)
    if (!this.#hasOpenFile()) return
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    // never over the text
    const isOverText = this.#panel !== undefined && this.#panel.viewColumn === editor?.viewColumn
    if (this.#panel) this.#panel.reveal(isOverText ? vscode.ViewColumn.Beside : undefined, true)
    else this.#attach(vscode.window.createWebviewPanel(ideaViewType, l10n.t('Idea'), column, { enableFindWidget: true }))
  }

  /** Takes over the page that VS Code restores after a reload, with what its script saved of it. */
  restore(panel: vscode.WebviewPanel, saved: unknown): void {
    this.#cursor = cursorOf(vscode.window.activeTextEditor) ?? restoreCursor(saved)
    this.#attach(panel)
  }

  /** Leaves the page open: VS Code restores it after a reload. */
  dispose(): void {
    this.#refresh.stop()
    vscode.Disposable.from(...this.#disposables).dispose()
  }

  #listeners(): readonly vscode.Disposable[] {
    const isFollowed = (uri: vscode.Uri): boolean => uri.toString() === this.#cursor?.uri.toString()
    const refreshIf = (condition: boolean): void => {
      if (this.#panel && condition) this.#refresh.call()
    }
    return [
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.#follow(textEditor)
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => refreshIf(isFollowed(document.uri))),
      // a setting or another file may have changed the findings
      vscode.languages.onDidChangeDiagnostics(({ uris }) => refreshIf(uris.some(isFollowed))),
      vscode.window.tabGroups.onDidChangeTabs(() => {
        if (this.#cursor) refreshIf(!cursorDocument(this.#cursor.uri))
      }),
    ]
  }

  #hasOpenFile(): boolean {
    return this.#cursor !== undefined && cursorDocument(this.#cursor.uri) !== undefined
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel = panel
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return
      this.#panel = undefined
      this.#parts = undefined
      this.#refresh.stop()
    })
    renderPanel(panel, this.#extensionUri, { name: 'idea', title: l10n.t('Idea'), body: emptyIdeaPage() }, (message) => {
      const [finding, fixed]: readonly unknown[] = [Reflect.get(message, 'go'), Reflect.get(message, 'fix')]
      if (Reflect.get(message, 'ready')) this.#post()
      if (typeof finding === 'number') void this.#goTo(finding)
      if (typeof fixed === 'number') void this.#showFixes(fixed)
    })
    this.#refresh.call()
  }

  #follow(editor: vscode.TextEditor | undefined): void {
    const next = cursorOf(editor)
    if (!next) return
    this.#cursor = next
    if (this.#panel) this.#refresh.call()
  }

  async #goTo(finding: number): Promise<void> {
    const target = this.#targets[finding]
    if (!target) return
    const viewColumn = cursorEditor(target.uri)?.viewColumn ?? vscode.ViewColumn.One
    await vscode.window.showTextDocument(target.uri, { viewColumn, selection: target.range })
  }

  /** Goes to a finding, and opens the menu of its fixes. */
  async #showFixes(finding: number): Promise<void> {
    await this.#goTo(finding)
    await vscode.commands.executeCommand('editor.action.quickFix')
  }

  async #reload(): Promise<void> {
    if (!this.#panel) return
    const uri = this.#cursor?.uri
    const state = await this.#read().catch(() =>
      ideaPreviewMessage(l10n.t('Idea Files is not responding. See its output channel.')),
    )
    this.#targets = state.kind === 'idea' && uri ? state.idea.findings.map(({ range }) => previewedIdeaLocation(uri, range)) : []
    this.#parts = ideaPageParts(state)
    if (state.kind === 'idea') markStepDone('show')
    this.#post()
  }

  async #read(): Promise<IdeaPageState> {
    if (!this.#cursor) return ideaPreviewMessage(l10n.t('Place the cursor in an idea to preview it here.'))
    const document = cursorDocument(this.#cursor.uri)
    if (!document) return ideaPreviewMessage(l10n.t("This idea's file was closed."))
    if (!this.#source.isIdeaDocument(document)) {
      return ideaPreviewMessage(l10n.t('This file is not an idea list, or Idea Files is turned off for it.'))
    }
    // a plain object: VS Code's positions lose their properties when they are copied to a worker
    const { line, character } = this.#cursor.position
    const params: IdeaAtParams = { textDocument: { uri: document.uri.toString() }, position: { line, character } }
    const idea = await this.#source.query<IdeaAt | null>(ideaAtRequest, params)
    if (idea === undefined)
      return ideaPreviewMessage(l10n.t('Idea Files is not running. Run "Idea Files: Restart Language Server".'))
    if (idea === null) return ideaPreviewMessage(l10n.t('The cursor is not in an idea.'))
    return { kind: 'idea', idea, rendered: await renderIdeaPreview(idea.text) }
  }

  #post(): void {
    if (!this.#panel || !this.#parts) return
    this.#panel.title = this.#parts.title
    void this.#panel.webview.postMessage({ parts: this.#parts, place: this.#cursor && savedCursorOf(this.#cursor) })
  }
}

const previewedIdeaLocation = (uri: vscode.Uri, { start, end }: IdeaAt['range']): vscode.Location =>
  new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character))
