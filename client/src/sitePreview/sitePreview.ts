import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type SitePageParams, sitePageRequest } from '../../../server/src/protocol/publishing.ts'
import { lfxExportName } from '../../../server/src/protocol/relevantFiles.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { createHtmlNonce } from '../webview/html.ts'

const sitePreviewType = 'ideaFiles.page'
const sitePreviewDebounceMs = 300
const sitePreviewTitle = 'Mentoring ideas'

export interface SitePreviewSource extends Pick<IdeaSource, 'isIdeaDocument'> {
  /** Sends the server a request; starts one if none runs. */
  readonly ask: SendRequest
}

/** Registers the command Preview Page; VS Code restores its page after a reload. */
export const registerSitePreview = ({ extensionUri }: vscode.ExtensionContext, source: SitePreviewSource): SitePreview =>
  new SitePreview(extensionUri, source, (preview) => [
    vscode.commands.registerCommand('ideaFiles.previewPage', () => preview.show()),
    vscode.window.registerWebviewPanelSerializer(sitePreviewType, {
      deserializeWebviewPanel: async (panel) => preview.attach(panel),
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      if (source.isIdeaDocument(document) || document.uri.path.endsWith(`/${lfxExportName}`)) preview.refresh()
    }),
  ])

/** The page that `idea-files site` writes, of all lists of the workspace. It is made again when a list is saved. */
export class SitePreview implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: SitePreviewSource
  readonly #registrations: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  readonly #reload = latestOnly(() => this.#load(), sitePreviewDebounceMs)

  /** `register` makes the commands that need the preview; they are disposed of with it. */
  constructor(
    extensionUri: vscode.Uri,
    source: SitePreviewSource,
    register: (preview: SitePreview) => readonly vscode.Disposable[],
  ) {
    this.#extensionUri = extensionUri
    this.#source = source
    this.#registrations = register(this)
  }

  /** The HTML that is shown, if a page is open. */
  html(): string | undefined {
    return this.#panel?.webview.html
  }

  /** Shows the page as the lists are now. */
  show(): void {
    if (this.#panel) {
      this.#panel.reveal()
      this.#reload.call()
      return
    }
    const options = { enableFindWidget: true, retainContextWhenHidden: false }
    this.attach(vscode.window.createWebviewPanel(sitePreviewType, l10n.t('Page'), vscode.ViewColumn.Active, options))
  }

  /** Makes the page again, if one is open. */
  refresh(): void {
    if (this.#panel) this.#reload.call()
  }

  /** Takes over a panel, new or restored. */
  attach(panel: vscode.WebviewPanel): void {
    this.#panel = panel
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'images/icon.png')
    panel.webview.options = { enableScripts: true, localResourceRoots: [] }
    panel.webview.html = sitePreviewNote(l10n.t('Reading idea lists…'))
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return
      this.#panel = undefined
      this.#reload.stop()
    })
    this.#reload.call()
  }

  /** Leaves the page open: VS Code restores it after a reload. */
  dispose(): void {
    this.#reload.stop()
    vscode.Disposable.from(...this.#registrations).dispose()
  }

  async #load(): Promise<void> {
    const params: SitePageParams = { title: sitePreviewTitle, nonce: createHtmlNonce() }
    const html = await this.#source.ask<string | null>(sitePageRequest, params).catch(() => undefined)
    if (!this.#panel) return
    const why =
      html === null
        ? l10n.t('No ideas found in this workspace.')
        : l10n.t('Idea Files is not responding. See its output channel.')
    this.#panel.webview.html = html ?? sitePreviewNote(why)
  }
}

/** A page with one sentence. */
const sitePreviewNote = (text: string): string =>
  `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>${escapeHtml(l10n.t('Page'))}</title></head><body><p>${escapeHtml(text)}</p></body></html>`
