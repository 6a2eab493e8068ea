import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type FindingsOverview,
  type Overview,
  type OverviewParams,
  type OverviewPlace,
  type OverviewPlacesParams,
  overviewFindingsRequest,
  overviewPlacesRequest,
  overviewRequest,
} from '../../../server/src/protocol/overview.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import { showInfo } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { renderPanel } from '../webview/panel.ts'
import { copyReportTable } from './copyTable.ts'
import { emptyOverviewPage } from './emptyOverviewPage.ts'
import { openPlace, pickPlace } from './openPlace.ts'
import { type OverviewPageParts, type OverviewPageState, overviewPageParts } from './overviewPage.ts'
import { type OverviewMessage, readPostedMessage, readPostedYear } from './postedMessage.ts'
import { saveOverviewCsv } from './saveCsv.ts'

/** The type of the webview panel, by which VS Code restores it. */
export const overviewViewType = 'ideaFiles.overview'
const overviewDebounceMs = 250

export interface OverviewServer {
  /** Starts the server if none runs. */
  readonly ask: SendRequest
  /** Undefined if none runs. */
  readonly query: SendRequest
}

/** Reviews the list at a URI. */
export type ReviewList = (uri: vscode.Uri) => Promise<void>

const overviewPanelState = (why: string): OverviewPageState => ({ kind: 'message', why })
const noAnswer = (): string => l10n.t('Idea Files is not responding. See its output channel.')

/** The page with the workspace in numbers; it follows the lists while it is visible. */
export class OverviewPanel implements vscode.Disposable {
  readonly #extensionUri: vscode.Uri
  readonly #server: OverviewServer
  readonly #reviewList: ReviewList
  readonly #registrations: readonly vscode.Disposable[]
  #panel: vscode.WebviewPanel | undefined
  #year: number | null = null
  #state: OverviewPageState | undefined
  #parts: OverviewPageParts | undefined
  /** Whether the page must be read again when it becomes visible. */
  #isStale = false
  /** Whether the next request may start a server. */
  #startsServer = true
  #counting: vscode.CancellationTokenSource | undefined
  readonly #reloadSoon = latestOnly(() => this.#reload(), overviewDebounceMs)
  readonly #reloadNow = latestOnly(() => this.#reload(), 0)
  readonly #countFindings = latestOnly(() => this.#count(), 0)

  /** `register` makes the commands that need the panel; they are disposed of with it. */
  constructor(
    extensionUri: vscode.Uri,
    server: OverviewServer,
    reviewList: ReviewList,
    register: (panel: OverviewPanel) => readonly vscode.Disposable[],
  ) {
    this.#extensionUri = extensionUri
    this.#server = server
    this.#reviewList = reviewList
    this.#registrations = register(this)
  }

  /** What the page shows, if one is open. */
  parts(): OverviewPageParts | undefined {
    return this.#parts
  }

  /** To be called when what is shown is, or may be, out of date. */
  onDidChange(): void {
    this.#reloadSoon.call()
  }

  /** Shows the page, a new one if none is open. */
  reveal(): void {
    if (this.#panel) this.#panel.reveal()
    else {
      const options = { enableFindWidget: true }
      this.#attach(
        vscode.window.createWebviewPanel(overviewViewType, l10n.t('Idea Files: Overview'), vscode.ViewColumn.Active, options),
      )
    }
  }

  /** Takes over the page that VS Code restores after a reload, with what its script saved of it. */
  restore(panel: vscode.WebviewPanel, saved: unknown): void {
    this.#year = typeof saved === 'object' && saved !== null ? readPostedYear(Reflect.get(saved, 'year')) : null
    this.#attach(panel)
  }

  /** Saves the numbers of the year that is shown; of all years if no page is open. */
  saveCsv(): Promise<void> {
    return saveOverviewCsv(this.#server.ask, { year: this.#panel ? this.#year : null })
  }

  /** Leaves the page open: VS Code restores it after a reload. */
  dispose(): void {
    this.#stop()
    vscode.Disposable.from(...this.#registrations).dispose()
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel = panel
    this.#startsServer = true
    panel.onDidDispose(() => {
      if (this.#panel !== panel) return
      this.#stop()
      this.#panel = undefined
      this.#state = undefined
      this.#parts = undefined
    })
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.#counting?.cancel()
      else if (this.#isStale) this.#reloadNow.call()
    })
    renderPanel(
      panel,
      this.#extensionUri,
      { name: 'overview', title: l10n.t('Overview'), body: emptyOverviewPage() },
      (posted) => {
        const message = readPostedMessage(posted)
        if (message) this.#handle(message)
      },
    )
    this.#reloadNow.call()
  }

  #handle(message: OverviewMessage): void {
    switch (message.kind) {
      case 'ready':
        this.#postAll()
        break
      case 'refresh':
        this.#startsServer = true
        this.#reloadNow.call()
        break
      case 'save':
        void this.saveCsv()
        break
      case 'copy':
        void copyReportTable(this.#server.ask, undefined, this.#year)
        break
      case 'year':
        this.#year = message.year
        this.#reloadNow.call()
        break
      case 'review':
        void this.#openReview({ table: 'lists', key: message.key, year: this.#year })
        break
      case 'open':
        void this.#open({ table: message.table, key: message.key, year: message.year ?? this.#year, part: message.part })
    }
  }

  async #open(params: OverviewPlacesParams): Promise<void> {
    const place = await this.#placeOf(params)
    if (place) await openPlace(place)
  }

  async #openReview(params: OverviewPlacesParams): Promise<void> {
    const place = await this.#placeOf(params)
    if (place) await this.#reviewList(vscode.Uri.parse(place.uri))
  }

  /** The place that a row counts; the user picks one of several. */
  async #placeOf(params: OverviewPlacesParams): Promise<OverviewPlace | undefined> {
    const request = this.#server.query<readonly OverviewPlace[]>(overviewPlacesRequest, params)
    const places = await request.catch(() => undefined)
    if (places && places.length > 0) return places.length === 1 ? places[0] : pickPlace(places)
    showInfo(l10n.t('These entries no longer exist.'))
    return undefined
  }

  async #reload(): Promise<void> {
    if (!this.#panel) return
    this.#isStale = !this.#panel.visible
    if (this.#isStale) return
    const next = await this.#read().catch(() => overviewPanelState(noAnswer()))
    // if another year was chosen meanwhile, its numbers are on their way
    if (!this.#panel || (next.kind === 'overview' && next.overview.year !== this.#year)) return
    this.#show(next)
    if (next.kind === 'overview' && next.overview.complete) this.#countFindings.call()
  }

  async #read(): Promise<OverviewPageState> {
    const params: OverviewParams = { year: this.#year }
    const send = this.#startsServer ? this.#server.ask : this.#server.query
    this.#startsServer = false
    const overview = await send<Overview | null>(overviewRequest, params)
    if (overview === undefined) return overviewPanelState(l10n.t('Idea Files is not running. Select Refresh to start it.'))
    if (overview === null) return overviewPanelState(noAnswer())
    // the chosen year may have gone with its last list
    if (this.#year !== null && overview.complete && overview.years.length > 0 && !overview.years.includes(this.#year)) {
      this.#year = null
      return this.#read()
    }
    const last = this.#state?.kind === 'overview' && this.#state.overview.year === overview.year ? this.#state.findings : null
    return { kind: 'overview', overview, findings: last, counting: true }
  }

  async #count(): Promise<void> {
    if (!this.#panel) return
    this.#counting?.dispose()
    this.#counting = new vscode.CancellationTokenSource()
    const { token } = this.#counting
    const params: OverviewParams = { year: this.#year }
    const request = this.#server.query<FindingsOverview>(overviewFindingsRequest, params, token)
    const findings = await request.catch(() => undefined)
    this.#isStale ||= token.isCancellationRequested
    if (this.#isStale || !this.#panel || this.#state?.kind !== 'overview') return
    if (params.year !== this.#year || this.#state.overview.year !== this.#year) return
    this.#show({ ...this.#state, findings: findings ?? null, counting: false })
  }

  #show(next: OverviewPageState): void {
    const before: Readonly<Record<string, string>> = this.#parts?.parts ?? {}
    this.#state = next
    this.#parts = overviewPageParts(next)
    const { parts, announcement } = this.#parts
    // a large workspace gives much HTML, and the page has most of it already
    const changed = Object.entries(parts).filter(([id, html]) => before[id] !== html)
    this.#post({ parts: Object.fromEntries(changed), announcement, year: this.#year })
  }

  #postAll(): void {
    if (this.#parts) this.#post({ ...this.#parts, year: this.#year })
  }

  #post(message: { readonly parts: object; readonly announcement: string; readonly year: number | null }): void {
    void this.#panel?.webview.postMessage(message)
  }

  #stop(): void {
    this.#reloadSoon.stop()
    this.#reloadNow.stop()
    this.#countFindings.stop()
    this.#counting?.cancel()
  }
}
