import * as vscode from 'vscode'
import { registerPlanCommands } from './commands/applyPlan.ts'
import { registerNewIdea } from './commands/newIdea.ts'
import { registerRulePages } from './commands/rulePages.ts'
import { registerSuggestWhileTyping } from './commands/triggerSuggest.ts'
import { watchDocuments } from './documents/ideaDocuments.ts'
import { registerIdeaPreview } from './ideaPreview/ideaPreview.ts'
import type { Parts } from './ideaPreview/page.ts'
import { registerGoToIdea } from './ideasView/goToIdea.ts'
import { createStore } from './ideasView/ideaStore.ts'
import { registerIdeasView } from './ideasView/ideasView.ts'
import { registerOverview } from './overview/overviewPanel.ts'
import type { Parts as OverviewParts } from './overview/page.ts'
import type { AfterCrash } from './server/crashes.ts'
import { type CreateServerInstance, createServer } from './server/serverLifecycle.ts'
import { createStatus } from './status.ts'

/** What the extension tells those who ask for its exports: its tests. */
export interface Api {
  running(): boolean
  /** The text of the status item, where one is shown. */
  status(): string | undefined
  /** The server's process, where it has one of its own. */
  pid(): number | undefined
  /** What Show Idea shows, where it is open. */
  shownIdea(): Parts | undefined
  /** What Overview shows, where it is open. */
  shownOverview(): OverviewParts | undefined
}

/** The extension, the same in both hosts. */
export interface Extension {
  readonly api: Api
  stop(): Promise<void>
}

const notStarted = 'The server of Idea Files is not started: no idea list is open, or Idea Files is switched off for it.'

const sayCrashed = (next: AfterCrash, restart: () => void, showOutput: () => void): void => {
  if (next === 'say') void vscode.window.showInformationMessage('Idea Files stopped unexpectedly and has been started again.')
  if (next !== 'give up') return
  const answer = vscode.window.showErrorMessage(
    'Idea Files stopped several times within a few minutes and is left off.',
    'Restart',
    'Show Output',
  )
  void answer.then((choice) => {
    if (choice === 'Restart') restart()
    if (choice === 'Show Output') showOutput()
  })
}

/** The body of both entries: nothing is started, and nothing shown, before an open document may be an idea list. */
export const activateExtension = (context: vscode.ExtensionContext, create: CreateServerInstance): Extension => {
  let made: vscode.LogOutputChannel | undefined
  const channel = (): vscode.LogOutputChannel => {
    made ??= vscode.window.createOutputChannel('Idea Files', { log: true })
    return made
  }
  const status = createStatus()
  const server = createServer(create, {
    isIdeaDocument: (document) => documents.has(document),
    channel,
    status: (of) => {
      status.set(of)
      if (of.ideaList) ideasView.seen()
    },
    ideasChanged: () => void ideas.update(server.query),
    overviewChanged: () => overview.changed(),
    gone: () => {
      status.clear()
      ideasView.gone()
      overview.changed()
    },
    crashed: (next) => sayCrashed(next, restart, showOutput),
  })
  const documents = watchDocuments({
    found: (document) => (server.running() ? server.open(document) : server.start()),
    // Starting anew is what makes VS Code ask again for outlines and folds.
    switched: () => {
      if (documents.any()) return server.restart()
      ideasView.off()
      void server.stop()
    },
  })
  const restart = (): void => {
    if (documents.any()) server.restart()
    else void vscode.window.showInformationMessage(notStarted)
  }
  const showOutput = (): void => {
    if (!server.running()) channel().info(notStarted)
    channel().show(true)
  }
  const ideas = createStore()
  const ideasView = registerIdeasView(context, ideas, server.query)
  const ideaView = registerIdeaPreview(context, { query: server.query, isOurs: documents.has })
  const overview = registerOverview(context, server)
  context.subscriptions.push(
    status,
    ideaView,
    overview,
    ideasView,
    registerGoToIdea(ideas, server.ask),
    documents,
    vscode.workspace.onDidCloseTextDocument(({ uri }) => status.forget(uri)),
    vscode.commands.registerCommand('ideaFiles.restartServer', restart),
    vscode.commands.registerCommand('ideaFiles.showOutput', showOutput),
    registerRulePages(server.ask),
    registerPlanCommands(server.ask),
    registerNewIdea(server.ask, context.globalState),
    registerSuggestWhileTyping(documents.has, server.askAbout),
    { dispose: () => made?.dispose() },
  )
  const api: Api = {
    running: server.running,
    status: status.text,
    pid: server.pid,
    shownIdea: ideaView.parts,
    shownOverview: overview.parts,
  }
  return { api, stop: server.stop }
}
