import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { Range } from '../../../server/src/protocol/protocol.ts'
import { type ReviewAnswer, type ReviewLookup, type ReviewParams, reviewRequest } from '../../../server/src/protocol/review.ts'
import { reviewMarkdown } from '../../../server/src/review/reviewMarkdown.ts'
import { cursorEditor, cursorOf } from '../ideaPreview/followCursor.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import { showInfo } from '../notifications.ts'
import { renderPanel } from '../webview/panel.ts'
import { askGithubForReview } from './askGithub.ts'
import { keepReviews } from './keptReviews.ts'
import { type MaintainersFile, MaintainersFiles } from './maintainersFile.ts'
import {
  emptyReviewPage,
  isReviewAction,
  type ReviewAction,
  type ReviewPageParts,
  type ReviewPageState,
  reviewedLine,
  reviewPageParts,
} from './reviewPage.ts'
import { reviewsAfterEdit } from './reviewsAfterEdit.ts'

/** What is reviewed: an idea, or the whole list if `position` is null. */
interface ReviewTarget {
  readonly document: vscode.TextDocument
  readonly position: vscode.Position | null
}

type ReviewInPanel = Extract<ReviewPageState, { readonly kind: 'review' }> & { readonly asks: readonly string[] }

const reviewSource = (): string => l10n.t('Idea Files review')
const reviewEditDebounceMs = 120

const reviewPanelState = (why: string, canRepeat = false): ReviewPageState => ({ kind: 'message', why, canRepeat })

/** Registers the commands Review This Idea and Review This List. */
export const registerReview = ({ extensionUri, workspaceState }: vscode.ExtensionContext, source: IdeaSource): ReviewPanel =>
  new ReviewPanel(extensionUri, source, workspaceState)

/** The page with the points of a reviewer. GitHub is asked by its button only; ideas that are edited are marked as stale. */
export class ReviewPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: IdeaSource
  readonly #state: vscode.Memento
  readonly #maintainers: MaintainersFiles
  /** What the review found; shown only while the page is open. */
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('ideaFiles.review')
  readonly #disposables: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  #reviewed: ReviewTarget | undefined
  #review: ReviewInPanel | undefined
  #parts: ReviewPageParts | undefined
  readonly #showEdits = latestOnly(async () => {
    if (this.#review) this.#show(this.#review)
  }, reviewEditDebounceMs)

  constructor(extensionUri: vscode.Uri, source: IdeaSource, state: vscode.Memento) {
    this.#extensionUri = extensionUri
    this.#source = source
    this.#state = state
    this.#maintainers = new MaintainersFiles(state)
    this.#disposables = [
      vscode.commands.registerCommand('ideaFiles.reviewIdea', () => this.#start('idea')),
      vscode.commands.registerCommand('ideaFiles.reviewList', () => this.#start('list')),
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
    ]
  }

  /** What the page shows, if one is open. */
  parts(): ReviewPageParts | undefined {
    return this.#parts
  }

  /** Reviews the list at a URI, which is opened. */
  async showList(uri: vscode.Uri): Promise<void> {
    try {
      await vscode.window.showTextDocument(uri, { viewColumn: cursorEditor(uri)?.viewColumn ?? vscode.ViewColumn.One })
    } catch {
      return showInfo(l10n.t('Could not open the list.'))
    }
    await this.#start('list')
  }

  dispose(): void {
    this.#showEdits.stop()
    this.#panel?.dispose()
    vscode.Disposable.from(this.#diagnostics, ...this.#disposables).dispose()
  }

  async #start(what: 'idea' | 'list'): Promise<void> {
    const editor = vscode.window.activeTextEditor
    const cursor = cursorOf(editor)
    this.#reviewed = editor && cursor && { document: editor.document, position: what === 'idea' ? cursor.position : null }
    this.#review = undefined
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
      this.#diagnostics.clear()
    })
    const page = { name: 'review', script: 'actionPage', title: l10n.t('Review'), body: emptyReviewPage() }
    renderPanel(panel, this.#extensionUri, page, (message) => {
      const action: unknown = Reflect.get(message, 'action')
      const index: unknown = Reflect.get(message, 'go')
      if (Reflect.get(message, 'ready')) this.#post()
      if (typeof index === 'number') void this.#goTo(index)
      if (isReviewAction(action)) void this.#act(action)
    })
  }

  async #act(action: ReviewAction): Promise<void> {
    if (action === 'again') return this.#run([])
    if (action === 'maintainers') return (await this.#maintainers.choose()) ? this.#run([]) : undefined
    const review = this.#review
    if (!review) return
    if (action === 'copy') {
      await vscode.env.clipboard.writeText(this.#markdown(review))
      return showInfo(l10n.t('Review copied as Markdown'))
    }
    if (!vscode.workspace.isTrusted) return
    const lookups = await askGithubForReview(review.asks)
    if (lookups === undefined) return showInfo(l10n.t('Sign in to GitHub to check online.'))
    // another review may have been started in the meantime
    if (this.#review && this.#review.asks === review.asks) await this.#run(lookups)
  }

  #markdown({ review: { ideas, date } }: ReviewInPanel): string {
    const path = this.#reviewed?.document.uri.path ?? ''
    const reviews = ideas.map(({ idea, isStale }) => ({ ...idea, line: reviewedLine(idea.range), isStale }))
    return reviewMarkdown(path.slice(path.lastIndexOf('/') + 1), reviews, date)
  }

  async #run(answers: readonly ReviewLookup[]): Promise<void> {
    const reviewed = this.#currentTarget()
    this.#reviewed = reviewed
    const version = reviewed?.document.version
    const state = await this.#read(reviewed, answers).catch(() =>
      reviewPanelState(l10n.t('Idea Files is not responding. See its output channel.')),
    )
    if (reviewed !== this.#reviewed) return
    this.#show(
      reviewed?.document.version === version ? state : reviewPanelState(l10n.t('The list was edited during the review.'), true),
    )
  }

  /** What is reviewed, with an idea where it is now. */
  #currentTarget(): ReviewTarget | undefined {
    const reviewed = this.#reviewed
    const place = reviewed?.position && this.#review?.review.ideas[0]?.idea.range.start
    return reviewed && place ? { ...reviewed, position: new vscode.Position(place.line, place.character) } : reviewed
  }

  async #read(reviewed: ReviewTarget | undefined, answers: readonly ReviewLookup[]): Promise<ReviewPageState | ReviewInPanel> {
    if (!reviewed) return reviewPanelState(l10n.t('Place the cursor in an idea to review it.'))
    const { document, position } = reviewed
    if (!this.#source.isIdeaDocument(document))
      return reviewPanelState(l10n.t('This file is not an idea list, or Idea Files is turned off for it.'))
    const date = new Date().toISOString().slice(0, 10)
    const file = await this.#maintainers.read(document.uri)
    const params: ReviewParams = {
      textDocument: { uri: document.uri.toString() },
      position: position && { line: position.line, character: position.character },
      date,
      answers,
      maintainers: file?.text ?? null,
    }
    const answer = await this.#source.query<ReviewAnswer | null>(reviewRequest, params)
    if (answer === undefined)
      return reviewPanelState(l10n.t('Idea Files is not running. Run "Idea Files: Restart Language Server".'))
    if (answer === null)
      return reviewPanelState(position ? l10n.t('The cursor is not in an idea.') : l10n.t('This list has no ideas.'))
    if (answer.seen) await keepReviews(this.#state, answer.seen)
    const { ideas, asks } = answer
    return {
      kind: 'review',
      asks,
      review: {
        ideas: ideas.map((idea) => ({ idea, isStale: false })),
        date,
        canAsk: asks.length > 0 && vscode.workspace.isTrusted,
        path: vscode.workspace.asRelativePath(document.uri),
        notes: [...(answer.isOneOfFolder ? [oneOfFolderNote()] : []), ...(file === null ? [] : [maintainersNote(file, answer)])],
      },
    }
  }

  /** What is edited becomes stale, and what is below it moves. */
  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const state = this.#review
    if (!state || document !== this.#reviewed?.document || contentChanges.length === 0) return
    const ideas = contentChanges.reduce(
      (reviewed, { range: { start, end }, text }) => reviewsAfterEdit(reviewed, { start, end, text }),
      state.review.ideas,
    )
    this.#review = { ...state, review: { ...state.review, ideas } }
    this.#showEdits.call()
  }

  async #goTo(index: number): Promise<void> {
    const { start } = this.#review?.review.ideas[index]?.idea.range ?? {}
    if (!this.#reviewed || !start) return
    const { uri } = this.#reviewed.document
    const selection = new vscode.Range(start.line, start.character, start.line, start.character)
    await vscode.window.showTextDocument(uri, { viewColumn: cursorEditor(uri)?.viewColumn ?? vscode.ViewColumn.One, selection })
  }

  #show(state: ReviewPageState | ReviewInPanel): void {
    if (!this.#panel) return
    this.#review = 'asks' in state ? state : undefined
    this.#parts = reviewPageParts(state)
    this.#report()
    this.#post()
  }

  /** Shows what the review found in the text, except in ideas that were edited since. */
  #report(): void {
    this.#diagnostics.clear()
    if (!this.#review || !this.#reviewed) return
    const problems = this.#review.review.ideas.flatMap(({ idea, isStale }) =>
      isStale ? [] : idea.points.flatMap(({ problem }) => problem ?? []),
    )
    this.#diagnostics.set(this.#reviewed.document.uri, problems.map(reviewDiagnostic))
  }

  #post(): void {
    if (this.#parts) void this.#panel?.webview.postMessage({ parts: this.#parts })
  }
}

const oneOfFolderNote = (): string => l10n.t('Each idea of this list has a file of its own. This is the review of one of them.')

const maintainersNote = ({ name }: MaintainersFile, { isMaintainersFileOdd }: ReviewAnswer): string =>
  isMaintainersFileOdd
    ? l10n.t`${name} has no maintainers. Expected rows with maturity, project, name, company and GitHub name.`
    : l10n.t`Maintainers' file: ${name}`

const reviewDiagnostic = ({ range, message }: { readonly range: Range; readonly message: string }): vscode.Diagnostic => {
  const place = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character)
  return Object.assign(new vscode.Diagnostic(place, message, vscode.DiagnosticSeverity.Warning), { source: reviewSource() })
}
