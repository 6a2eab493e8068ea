import * as vscode from 'vscode'
import {
  type FindingsOverview,
  type Overview,
  type OverviewParams,
  type OverviewPlace,
  type OverviewPlacesParams,
  overviewCsvRequest,
  overviewFindingsRequest,
  overviewPlacesRequest,
  overviewRequest,
} from '../../../server/src/protocol/overview.ts'
import { notStarted, showInfo } from '../commands/applyPlan.ts'
import { editorOf } from '../ideaPreview/followCursor.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import { renderPanel } from '../webview/panel.ts'
import { type Message, readMessage, readYear } from './message.ts'
import { emptyPage, type Parts, partsOf, type View } from './page.ts'

const viewType = 'ideaFiles.overview'
/** Milliseconds. */
const delay = 250

/** Asks the server, which may be told to stop working on the answer. */
type AskUntil = <R>(method: string, params: unknown, token?: vscode.CancellationToken) => Promise<R | undefined>

export interface OverviewSource {
  /** Starts the server where none runs. */
  readonly ask: AskUntil
  /** Undefined where none runs. */
  readonly query: AskUntil
}

export interface OverviewView extends vscode.Disposable {
  /** What the page shows, where one is open. */
  parts(): Parts | undefined
  /** The server says, or it is known otherwise, that what is shown is out of date. */
  changed(): void
}

const nothing = (why: string): View => ({ kind: 'nothing', why })
const noAnswer = 'Idea Files gives no answer. Its output channel may say why.'

/** The commands that show the workspace at a glance in a page and write its numbers as CSV, and the page, which follows the lists. */
export const registerOverview = ({ extensionUri }: vscode.ExtensionContext, { ask, query }: OverviewSource): OverviewView => {
  let panel: vscode.WebviewPanel | undefined
  let year: number | null = null
  let view: View | undefined
  let parts: Parts | undefined
  let stale = false
  /** Whether a server is to be started for what is asked next. */
  let starting = true
  let counting: vscode.CancellationTokenSource | undefined

  const show = (next: View): void => {
    const before: Readonly<Record<string, string>> = parts?.parts ?? {}
    view = next
    parts = partsOf(next)
    // of a large workspace that is much HTML, and most of it is there already
    const changed = Object.entries(parts.parts).filter(([id, html]) => before[id] !== html)
    void panel?.webview.postMessage({ parts: Object.fromEntries(changed), news: parts.announcement, year })
  }
  const look = async (): Promise<View> => {
    const params: OverviewParams = { year }
    const asked = starting ? ask : query
    starting = false
    const overview = await asked<Overview | null>(overviewRequest, params)
    if (overview === undefined) return nothing('Idea Files does not run; Refresh starts it.')
    if (overview === null) return nothing(noAnswer)
    // the year that was chosen may be gone with its last list
    if (year !== null && overview.complete && overview.years.length > 0 && !overview.years.includes(year)) {
      year = null
      return look()
    }
    const last = view?.kind === 'overview' && view.overview.year === overview.year ? view.findings : null
    return { kind: 'overview', overview, findings: last, counting: true }
  }
  const lookAgain = async (): Promise<void> => {
    if (!panel) return
    stale = !panel.visible
    if (stale) return
    const next = await look().catch(() => nothing(noAnswer))
    // another year has been chosen in the meantime: its numbers are on their way
    if (!panel || (next.kind === 'overview' && next.overview.year !== year)) return
    show(next)
    if (next.kind === 'overview' && next.overview.complete) count.call()
  }
  const refresh = latestOnly(lookAgain, delay)
  const refreshNow = latestOnly(lookAgain, 0)
  const count = latestOnly(async () => {
    if (!panel) return
    counting?.dispose()
    counting = new vscode.CancellationTokenSource()
    const { token } = counting
    const asked: OverviewParams = { year }
    const findings = await query<FindingsOverview>(overviewFindingsRequest, asked, token).catch(() => undefined)
    stale ||= token.isCancellationRequested
    if (stale || !panel || view?.kind !== 'overview' || asked.year !== year || view.overview.year !== year) return
    show({ ...view, findings: findings ?? null, counting: false })
  }, 0)
  const stop = (): void => {
    refresh.stop()
    refreshNow.stop()
    count.stop()
    counting?.cancel()
  }

  const goTo = async (params: OverviewPlacesParams): Promise<void> => {
    const places = await query<readonly OverviewPlace[]>(overviewPlacesRequest, params).catch(() => undefined)
    if (!places || places.length === 0) return showInfo('What the row counted is there no more.')
    const place = places.length === 1 ? places[0] : await pick(places)
    if (place) await open(place)
  }
  const act = (message: Message): void => {
    switch (message.kind) {
      case 'ready':
        if (parts) void panel?.webview.postMessage({ ...parts, year })
        return
      case 'refresh':
        starting = true
        refreshNow.call()
        return
      case 'save':
        void saveCsv({ year })
        return
      case 'year':
        year = message.year
        refreshNow.call()
        return
      case 'open':
        void goTo({ table: message.table, key: message.key, year: message.year ?? year })
    }
  }
  const saveCsv = async (params: OverviewParams): Promise<void> => {
    const options = { location: vscode.ProgressLocation.Notification, title: 'Counting the findings …', cancellable: true }
    const csv = await vscode.window.withProgress(options, (_, token) =>
      ask<string | null>(overviewCsvRequest, params, token).catch(() => null),
    )
    if (csv === undefined) showInfo(notStarted)
    else if (csv !== null) await save(csv)
  }

  const take = (taken: vscode.WebviewPanel): void => {
    panel = taken
    starting = true
    taken.onDidDispose(() => {
      if (panel !== taken) return
      stop()
      panel = undefined
      view = undefined
      parts = undefined
    })
    taken.onDidChangeViewState(() => {
      if (!taken.visible) counting?.cancel()
      else if (stale) refreshNow.call()
    })
    renderPanel(taken, extensionUri, { name: 'overview', title: 'Overview', body: emptyPage }, (message) => {
      const read = readMessage(message)
      if (read) act(read)
    })
    refreshNow.call()
  }
  const reveal = (): void => {
    if (panel) panel.reveal()
    else {
      const options = { enableFindWidget: true }
      take(vscode.window.createWebviewPanel(viewType, 'Idea Files: Overview', vscode.ViewColumn.Active, options))
    }
  }
  const disposables = [
    vscode.commands.registerCommand('ideaFiles.overview', reveal),
    vscode.commands.registerCommand('ideaFiles.saveOverview', () => saveCsv({ year: panel ? year : null })),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (old, saved: unknown) => {
        year = typeof saved === 'object' && saved !== null ? readYear(Reflect.get(saved, 'year')) : null
        take(old)
      },
    }),
  ]
  return {
    parts: () => parts,
    changed: () => refresh.call(),
    // the page stays: VS Code brings it back after a reload
    dispose: () => {
      stop()
      vscode.Disposable.from(...disposables).dispose()
    },
  }
}

/** In a label `$(name)` would be an icon. */
const plain = (text: string): string => text.replaceAll('$(', '\\$(')

const pick = async (places: readonly OverviewPlace[]): Promise<OverviewPlace | undefined> => {
  const items = places.map((place) => ({ label: plain(place.title), description: plain(place.detail), place }))
  const title = `Idea Files: ${places.length} places`
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.place
}

const open = async ({ uri, range: { start, end } }: OverviewPlace): Promise<void> => {
  const target = vscode.Uri.parse(uri)
  const selection = new vscode.Range(start.line, start.character, end.line, end.character)
  const viewColumn = editorOf(target)?.viewColumn ?? vscode.ViewColumn.Active
  try {
    await vscode.window.showTextDocument(target, { viewColumn, selection })
  } catch (error) {
    showInfo(`The list cannot be opened: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** Where files can be saved beside the lists, a person says where; else the text is shown, to be saved as they like. */
const save = async (csv: string): Promise<void> => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (folder?.scheme !== 'file') {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: csv, language: 'plaintext' }))
    return
  }
  const defaultUri = vscode.Uri.joinPath(folder, 'idea-overview.csv')
  const target = await vscode.window.showSaveDialog({ defaultUri, filters: { CSV: ['csv'] } })
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(csv))
}
