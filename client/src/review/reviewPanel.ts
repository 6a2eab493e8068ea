import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type ReviewAnswer, type ReviewLookup, type ReviewParams, reviewRequest } from '../../../server/src/protocol/review.ts'
import { cursorOf, editorOf } from '../ideaPreview/followCursor.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { showInfo } from '../notifications.ts'
import { renderPanel } from '../webview/panel.ts'
import { askGithubForReview } from './askGithub.ts'
import {
  emptyReviewPage,
  isReviewAction,
  type ReviewAction,
  type ReviewPageParts,
  type ReviewPageState,
  reviewPageParts,
} from './page.ts'

/** What is reviewed: an idea, or the whole list if `position` is null. */
interface ReviewTarget {
  readonly document: vscode.TextDocument
  readonly position: vscode.Position | null
}

const reviewMessage = (why: string, canRepeat = false): ReviewPageState => ({ kind: 'message', why, canRepeat })

/** Registers the commands Review This Idea and Review This List. */
export const registerReview = ({ extensionUri }: vscode.ExtensionContext, source: IdeaSource): ReviewPanel =>
  new ReviewPanel(extensionUri, source)

/** The page with the points of a reviewer. GitHub is asked by its button only; an edit of the list takes the review away. */
export class ReviewPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: IdeaSource
  readonly #disposables: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  #reviewed: ReviewTarget | undefined
  #review: ReviewAnswer | undefined
  #parts: ReviewPageParts | undefined

  constructor(extensionUri: vscode.Uri, source: IdeaSource) {
    this.#extensionUri = extensionUri
    this.#source = source
    this.#disposables = [
      vscode.commands.registerCommand('ideaFiles.reviewIdea', () => this.#show('idea')),
      vscode.commands.registerCommand('ideaFiles.reviewList', () => this.#show('list')),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document === this.#reviewed?.document && this.#review)
          this.#put(reviewMessage(l10n.t('The list was edited after this review.'), true))
      }),
    ]
  }

  /** What the page shows, if one is open. */
  parts(): ReviewPageParts | undefined {
    return this.#parts
  }

  dispose(): void {
    this.#panel?.dispose()
    vscode.Disposable.from(...this.#disposables).dispose()
  }

  async #show(what: 'idea' | 'list'): Promise<void> {
    const editor = vscode.window.activeTextEditor
    const cursor = cursorOf(editor)
    this.#reviewed = editor && cursor && { document: editor.document, position: what === 'idea' ? cursor.position : null }
    if (this.#panel) this.#panel.reveal(undefined, true)
    else this.#open()
    await this.#run([])
  }

  #open(): void {
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    const panel = vscode.window.createWebviewPanel('ideaFiles.review', l10n.t('Review'), column, { enableFindWidget: true })
    this.#panel = panel
    panel.onDidDispose(() => {
      this.#panel = undefined
      this.#parts = undefined
      this.#review = undefined
    })
    renderPanel(panel, this.#extensionUri, { name: 'review', title: l10n.t('Review'), body: emptyReviewPage() }, (message) => {
      const action: unknown = Reflect.get(message, 'action')
      const line: unknown = Reflect.get(message, 'line')
      if (Reflect.get(message, 'ready')) this.#post()
      if (typeof line === 'number') void this.#goTo(line)
      if (isReviewAction(action)) void this.#act(action)
    })
  }

  async #act(action: ReviewAction): Promise<void> {
    if (action === 'again') return this.#run([])
    const review = this.#review
    if (!review) return
    if (action === 'copy') {
      await vscode.env.clipboard.writeText(review.markdown)
      return showInfo(l10n.t('Review copied as Markdown'))
    }
    if (!vscode.workspace.isTrusted) return
    const lookups = await askGithubForReview(review.asks)
    if (lookups === undefined) return showInfo(l10n.t('Sign in to GitHub to check online.'))
    // an edit in the meantime has taken this review away
    if (this.#review === review) await this.#run(lookups)
  }

  async #run(answers: readonly ReviewLookup[]): Promise<void> {
    const reviewed = this.#reviewed
    const version = reviewed?.document.version
    const state = await this.#read(answers).catch(() =>
      reviewMessage(l10n.t('Idea Files is not responding. See its output channel.')),
    )
    if (reviewed !== this.#reviewed) return
    this.#put(
      reviewed?.document.version === version ? state : reviewMessage(l10n.t('The list was edited after this review.'), true),
    )
  }

  async #read(answers: readonly ReviewLookup[]): Promise<ReviewPageState> {
    if (!this.#reviewed) return reviewMessage(l10n.t('Place the cursor in an idea to review it.'))
    const { document, position } = this.#reviewed
    if (!this.#source.isIdeaDocument(document))
      return reviewMessage(l10n.t('This file is not an idea list, or Idea Files is turned off for it.'))
    const date = new Date().toISOString().slice(0, 10)
    const params: ReviewParams = {
      textDocument: { uri: document.uri.toString() },
      position: position && { line: position.line, character: position.character },
      date,
      answers,
    }
    const review = await this.#source.query<ReviewAnswer | null>(reviewRequest, params)
    if (review === undefined)
      return reviewMessage(l10n.t('Idea Files is not running. Run "Idea Files: Restart Language Server".'))
    if (review === null)
      return reviewMessage(position ? l10n.t('The cursor is not in an idea.') : l10n.t('This list has no ideas.'))
    return { kind: 'review', review, date, canAsk: vscode.workspace.isTrusted }
  }

  async #goTo(line: number): Promise<void> {
    if (!this.#reviewed) return
    const { uri } = this.#reviewed.document
    const selection = new vscode.Range(line - 1, 0, line - 1, 0)
    await vscode.window.showTextDocument(uri, { viewColumn: editorOf(uri)?.viewColumn ?? vscode.ViewColumn.One, selection })
  }

  #put(state: ReviewPageState): void {
    if (!this.#panel) return
    this.#review = state.kind === 'review' ? state.review : undefined
    this.#parts = reviewPageParts(state)
    this.#post()
  }

  #post(): void {
    if (this.#parts) void this.#panel?.webview.postMessage({ parts: this.#parts })
  }
}
