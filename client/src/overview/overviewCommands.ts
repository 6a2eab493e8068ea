import * as vscode from 'vscode'
import { copyReportTable } from './copyTable.ts'
import { OverviewPanel, type OverviewServer, overviewViewType, type ReviewList } from './overviewPanel.ts'

/** Registers the commands that show the workspace in numbers, or save those as CSV; VS Code restores the page after a reload. */
export const registerOverview = (
  { extensionUri }: vscode.ExtensionContext,
  server: OverviewServer,
  reviewList: ReviewList,
): OverviewPanel =>
  new OverviewPanel(extensionUri, server, reviewList, (panel) => [
    vscode.commands.registerCommand('ideaFiles.overview', () => panel.reveal()),
    vscode.commands.registerCommand('ideaFiles.saveOverview', () => panel.saveCsv()),
    vscode.commands.registerCommand('ideaFiles.copyTable', (table: unknown) => copyReportTable(server.ask, table)),
    vscode.window.registerWebviewPanelSerializer(overviewViewType, {
      deserializeWebviewPanel: async (webviewPanel, saved: unknown) => panel.restore(webviewPanel, saved),
    }),
  ])
