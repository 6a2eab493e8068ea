import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type SitePageParams, sitePageRequest } from '../../../server/src/protocol/publishing.ts'
import { lfxExportName } from '../../../server/src/protocol/relevantFiles.ts'
import { escapeHtml } from '../../../server/src/text/escapeHtml.ts'
import type { IdeaSource } from '../ideaPreview/ideaPreview.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import type { IdeaStore } from '../ideasView/ideaStore.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { createHtmlNonce } from '../webview/html.ts'
import { isPageStale } from './isPageStale.ts'

const sitePreviewType = 'ideaFiles.page'
const sitePreviewDebounceMs = 300
const sitePreviewTitle = 'Mentoring ideas'

export interface SitePreviewSource extends Pick<IdeaSource, 'isIdeaDocument'> {
  /** Sends the server a request; starts one if none runs. */
  readonly ask: SendRequest
  /** The ideas of all lists: the page is made again when there are other lists. */
  readonly ideas: Pick<IdeaStore, 'lists' | 'loading' | 'update' | 'watch'>
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
    { dispose: source.ideas.watch(() => preview.onDidChangeLists()) },
  ])

/** The page that `idea-files site` writes, of all lists of the workspace. It is made again when a list is saved, added or deleted. */
export class SitePreview implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #source: SitePreviewSource
  readonly #registrations: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  /** The lists as the page was made of them; undefined before they are known. */
  #lists: ReturnType<IdeaStore['lists']> | undefined
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

  /** Makes the page again if there are other lists than before. */
  onDidChangeLists(): void {
    const { ideas } = this.#source
    if (!this.#panel || ideas.loading()) return
    const before = this.#lists
    this.#lists = ideas.lists()
    if (before && isPageStale(before, this.#lists)) this.#reload.call()
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
      this.#lists = undefined
      this.#reload.stop()
    })
    this.#reload.call()
    // the server says when there are other lists only to who has asked for them
    void this.#source.ideas.update(this.#source.ask).then(() => this.onDidChangeLists())
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
