import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { registerPlanCommands } from './commands/applyPlan.ts'
import { registerCopyIdea } from './commands/copyIdea.ts'
import { registerGoToDefinition } from './commands/goToDefinition.ts'
import { registerNewIdea } from './commands/newIdea.ts'
import { registerNewLists } from './commands/newLists.ts'
import { registerNewMentor } from './commands/newMentor.ts'
import { registerPasteIdea } from './commands/pasteIdea.ts'
import { registerPlaceCursor } from './commands/placeCursor.ts'
import { registerRulePages } from './commands/rulePages.ts'
import { registerSimilarIdeas } from './commands/similarIdeas.ts'
import {
  registerNextLineStop,
  registerSuggestAtStops,
  registerSuggestWhileTyping,
  SuggestionOpener,
} from './commands/triggerSuggest.ts'
import { FreshIdea } from './documents/freshIdea.ts'
import { hasWorkspaceLists } from './documents/hasWorkspaceLists.ts'
import { watchDocuments } from './documents/ideaDocuments.ts'
import { registerMoveFiles } from './documents/moveFiles.ts'
import { watchReloads } from './documents/reloads.ts'
import type { IdeaPageParts } from './ideaPreview/ideaPage.ts'
import { type IdeaPreview, registerIdeaPreview } from './ideaPreview/ideaPreview.ts'
import { createIdeaStatus } from './ideaStatus.ts'
import { registerGoToIdea } from './ideasView/goToIdea.ts'
import { createStore } from './ideasView/ideaStore.ts'
import { type IdeasView, registerIdeasView } from './ideasView/ideasView.ts'
import { registerLanguageModelTools } from './languageModel/languageModelTools.ts'
import { createLanguageStatus } from './languageStatus.ts'
import { registerOverview } from './overview/overviewCommands.ts'
import type { OverviewPageParts } from './overview/overviewPage.ts'
import type { OverviewPanel } from './overview/overviewPanel.ts'
import { type ProblemsView, registerProblemsView } from './problemsView/problemsView.ts'
import type { ProposalPageParts } from './proposal/proposalPage.ts'
import { type ProposalPanel, registerProposal } from './proposal/proposalPanel.ts'
import { keptReviews } from './review/keptReviews.ts'
import type { ReviewPageParts } from './review/reviewPage.ts'
import { type ReviewPanel, registerReview } from './review/reviewPanel.ts'
import type { AfterCrash } from './server/crashes.ts'
import { type CreateServerInstance, ServerLifecycle } from './server/serverLifecycle.ts'
import { registerSitePreview, type SitePreview } from './sitePreview/sitePreview.ts'
import { markStepDone } from './walkthroughSteps.ts'

/** The extension's exports, for its tests. */
export interface Api {
  running(): boolean
  /** The text of the status item, if it is shown. */
  status(): string | undefined
  /** The id of the server's process; a worker has none. */
  pid(): number | undefined
  /** What Show Idea shows, if it is open. */
  shownIdea(): IdeaPageParts | undefined
  /** What Prepare Proposal shows, if it is open. */
  shownProposal(): ProposalPageParts | undefined
  shownReview(): ReviewPageParts | undefined
  /** What Overview shows, if it is open. */
  shownOverview(): OverviewPageParts | undefined
  /** The HTML of Preview Page, if it is open. */
  shownPage(): string | undefined
}

/** The extension, the same in both hosts. */
export interface Extension {
  readonly api: Api
  stop(): Promise<void>
}

const serverNotStarted = (): string =>
  l10n.t('Idea Files is not running: no idea list is open, or it is turned off for this folder.')

/** The body of both entries. Nothing is started or shown before a document or the workspace may have a list. */
export const activateExtension = (context: vscode.ExtensionContext, create: CreateServerInstance): Extension => {
  const extension = new IdeaFilesExtension(context, create)
  const { server, status, preview, proposal, review, overview, page } = extension
  const api: Api = {
    running: server.running,
    status: status.text,
    pid: server.pid,
    shownIdea: () => preview.parts(),
    shownProposal: () => proposal.parts(),
    shownReview: () => review.parts(),
    shownOverview: () => overview.parts(),
    shownPage: () => page.html(),
  }
  return { api, stop: server.stop }
}

/** Connects the server, the open documents and the views; each part knows the others only through what is handed to it here. */
class IdeaFilesExtension {
  readonly status = createLanguageStatus((document) => this.#documents.has(document))
  readonly server: ServerLifecycle
  readonly preview: IdeaPreview
  readonly proposal: ProposalPanel
  readonly review: ReviewPanel
  readonly overview: OverviewPanel
  readonly page: SitePreview
  readonly #suggestions = new SuggestionOpener()
  readonly #ideas = createStore()
  readonly #ideasView: IdeasView
  readonly #problems: ProblemsView
  readonly #documents: ReturnType<typeof watchDocuments>
  #output: vscode.LogOutputChannel | undefined

  constructor(context: vscode.ExtensionContext, create: CreateServerInstance) {
    this.server = this.#createServer(create, context.workspaceState)
    const { ask, query, askAbout } = this.server
    this.#documents = this.#watchDocuments()
    const isIdeaDocument = this.#documents.has
    this.#ideasView = registerIdeasView(context, this.#ideas, ask)
    this.#problems = registerProblemsView(ask)
    this.preview = registerIdeaPreview(context, { query, isIdeaDocument })
    this.proposal = registerProposal(context, { query, isIdeaDocument })
    this.review = registerReview(context, { query, isIdeaDocument })
    this.overview = registerOverview(context, this.server, (uri) => this.review.showList(uri))
    this.page = registerSitePreview(context, { ask, isIdeaDocument, ideas: this.#ideas })
    const freshIdea = new FreshIdea(askAbout)
    context.subscriptions.push(
      this.status,
      this.preview,
      this.proposal,
      this.review,
      this.overview,
      this.page,
      this.#ideasView,
      registerGoToIdea(this.#ideas, ask),
      this.#documents,
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.status.forget(uri)),
      vscode.commands.registerCommand('ideaFiles.restartServer', this.#restart),
      vscode.commands.registerCommand('ideaFiles.showOutput', this.#showOutput),
      registerRulePages(ask),
      registerPlanCommands(ask),
      registerNewLists(ask),
      registerCopyIdea({ query, isIdeaDocument }),
      registerSimilarIdeas({ query, isIdeaDocument }),
      createIdeaStatus({ query, isIdeaDocument }),
      registerLanguageModelTools(ask),
      registerNewMentor(ask, this.#ideas),
      freshIdea,
      registerNewIdea(ask, this.#ideas, context.globalState, (document, range) => freshIdea.begin(document, range)),
      watchReloads(isIdeaDocument, askAbout),
      this.#problems,
      registerPasteIdea(ask, isIdeaDocument),
      registerMoveFiles(query),
      registerGoToDefinition(askAbout),
      registerSuggestWhileTyping(isIdeaDocument, askAbout, this.#suggestions),
      registerSuggestAtStops(isIdeaDocument, askAbout, this.#suggestions),
      registerNextLineStop(),
      registerPlaceCursor(),
      { dispose: () => this.#output?.dispose() },
    )
    void this.#startForWorkspace()
  }

  /** Shows the Ideas view and starts the server if the workspace has lists, though none is open; resolves to whether it has. */
  async #startForWorkspace(): Promise<boolean> {
    if (!(await hasWorkspaceLists())) return false
    this.server.start()
    this.#ideasView.show()
    return true
  }

  #createServer(create: CreateServerInstance, state: vscode.Memento): ServerLifecycle {
    return new ServerLifecycle(create, {
      isIdeaDocument: (document) => this.#documents.has(document),
      channel: this.#channel,
      status: (fileStatus) => {
        this.status.set(fileStatus)
        if (fileStatus.ideaList) this.#ideasView.onListOpened()
      },
      ideasChanged: () => void this.#ideas.update(this.server.query),
      suggesting: (request) => {
        const { trigger, onAnswer } = this.#suggestions.onRequest(request)
        return {
          trigger,
          onAnswer: (isEmpty) => {
            if (!isEmpty) markStepDone('complete')
            return onAnswer(isEmpty)
          },
        }
      },
      hovered: () => markStepDone('know'),
      overviewChanged: () => this.overview.onDidChange(),
      problemsChanged: () => this.#problems.onDidChange(),
      stopped: () => {
        this.status.clear()
        this.#ideasView.onServerStopped()
        this.overview.onDidChange()
      },
      crashed: (next) => this.#showCrash(next),
      seenReviews: () => keptReviews(state),
    })
  }

  #watchDocuments(): ReturnType<typeof watchDocuments> {
    return watchDocuments({
      found: (document) => (this.server.running() ? this.server.open(document) : this.server.start()),
      lost: (document) => {
        this.server.close(document)
        this.status.forget(document.uri)
      },
      // only a restart makes VS Code ask again for outlines and folds
      switched: async () => {
        if (this.#documents.any() || (await this.#startForWorkspace())) {
          this.server.restart()
          this.#problems.onDidChange()
          return
        }
        this.#ideasView.hide()
        void this.server.stop()
      },
    })
  }

  readonly #channel = (): vscode.LogOutputChannel => {
    this.#output ??= vscode.window.createOutputChannel('Idea Files', { log: true })
    return this.#output
  }

  readonly #restart = (): void => {
    if (this.#documents.any() || this.server.running()) this.server.restart()
    else void vscode.window.showWarningMessage(serverNotStarted())
  }

  readonly #showOutput = (): void => {
    if (!this.server.running()) this.#channel().info(serverNotStarted())
    this.#channel().show(true)
  }

  #showCrash(next: AfterCrash): void {
    if (next === 'restartWithMessage')
      void vscode.window.showWarningMessage(l10n.t('Idea Files stopped unexpectedly and was restarted.'))
    if (next !== 'giveUp') return
    this.status.showStopped()
    const [restart, showOutput] = [l10n.t('Restart'), l10n.t('Show Output')]
    const answer = vscode.window.showErrorMessage(
      l10n.t('Idea Files crashed several times within a few minutes and will not be restarted.'),
      restart,
      showOutput,
    )
    void answer.then((choice) => {
      if (choice === restart) this.#restart()
      if (choice === showOutput) this.#showOutput()
    })
  }
}
