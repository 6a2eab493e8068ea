import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaTextParams, ideaTextRequest } from '../../../server/src/protocol/ideas.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { openTabUris } from '../documents/openTabs.ts'
import { showWarning } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { dotSeparated } from '../wording.ts'
import { debounced } from './debounced.ts'
import { deferRefresh } from './deferRefresh.ts'
import { badgeTotal, sumBadgeCounts } from './findingBadges.ts'
import type { IdeaStore } from './ideaStore.ts'
import { listsWithOpenFindings, withFindingsInTabs } from './openFindings.ts'
import { rowAtCursor } from './rowAtCursor.ts'
import { registerRowCommands } from './rowCommands.ts'
import { treeItemDecoration, treeItemOf } from './treeItems.ts'
import { changedRows, type Grouping, groupings, noRows, type TreeRow, type TreeRows, treeRows } from './treeRows.ts'

const viewId = 'ideaFiles.ideas'
/** Keys of `when` clauses: whether there is an idea list, whether all have been read, and what ideas are grouped by. */
const [seenKey, readKey, groupingKey] = ['ideaFiles.listSeen', 'ideaFiles.ideasRead', 'ideaFiles.grouping']
/** Key of the workspace's memory: whether the view has ever been opened in it. */
const openedKey = 'ideaFiles.ideasOpened'

const setIdeasViewContext = (key: string, value: unknown): Thenable<void> =>
  vscode.commands.executeCommand('setContext', key, value)

/** Milliseconds after the last movement of the cursor. */
const followDelayMs = 250

/** What the view says of its order. */
const ideasViewGroupings = (): Readonly<Record<Grouping, string>> => ({
  list: l10n.t('by list'),
  project: l10n.t('by project'),
  mentor: l10n.t('by mentor'),
  skill: l10n.t('by skill'),
})

/** Registers the Ideas view with its commands; `ask` starts the server when the view is first drawn. */
export const registerIdeasView = (context: vscode.ExtensionContext, store: IdeaStore, ask: SendRequest): IdeasView =>
  new IdeasView(context.workspaceState, store, ask, (view) => [
    vscode.commands.registerCommand('ideaFiles.copyIdea', (id: unknown) => view.copyIdea(id)),
    registerRowCommands((id) => view.rowOf(id)),
    ...groupings.map((each) => vscode.commands.registerCommand(`ideaFiles.groupIdeasBy.${each}`, () => view.groupBy(each))),
  ])

/** The Ideas view. It appears as soon as the workspace is known to have a list, and requests nothing before it is visible. */
export class IdeasView implements vscode.Disposable {
  readonly #memory: vscode.Memento
  readonly #store: IdeaStore
  readonly #ask: SendRequest
  readonly #commands: readonly vscode.Disposable[]
  readonly #stopWatching: () => void
  readonly #rowsChanged = new vscode.EventEmitter<string[] | undefined>()
  readonly #refresh = deferRefresh(() => this.#updateRows())
  #grouping: Grouping
  #rows: TreeRows = noRows
  #view: vscode.TreeView<string> | undefined
  #viewDisposables: vscode.Disposable | undefined
  /** Whether VS Code has asked for rows: none are made before. */
  #isDrawn = false
  #isOutOfDate = false
  #isOpened = false
  /** The lists whose problems are shown. */
  #shownFindings = ''
  readonly #follow = debounced(() => void this.#revealCursor(), followDelayMs)
  /** Ends the progress bar of the view, if it is shown. */
  #endProgress: (() => void) | undefined

  /** `register` makes the commands that need the view; they are disposed of with it. */
  constructor(
    memory: vscode.Memento,
    store: IdeaStore,
    ask: SendRequest,
    register: (view: IdeasView) => readonly vscode.Disposable[],
  ) {
    this.#memory = memory
    this.#store = store
    this.#ask = ask
    this.#grouping = groupings.find((each) => each === memory.get(groupingKey)) ?? 'list'
    this.#stopWatching = store.watch(this.#refresh.call)
    this.#commands = register(this)
  }

  /** To be called when the workspace has an idea list, though none is open. */
  show(): void {
    if (!this.#view) void this.#create()
  }

  /** To be called when an idea list is open. */
  onListOpened(): void {
    if (!this.#isOpened) void this.#openOnce()
    if (this.#isOutOfDate && this.#store.used()) void this.#store.update(this.#ask)
    this.#isOutOfDate = false
  }

  /** To be called when the server has stopped: the next one does not know what this view was sent. */
  onServerStopped(): void {
    this.#isOutOfDate = true
  }

  /** Removes the view: no idea list is open, or Idea Files is switched off for all that are. */
  hide(): void {
    this.#stopProgress()
    this.#viewDisposables?.dispose()
    this.#view = undefined
    this.#isDrawn = false
    this.#isOpened = false
    this.#store.clear()
    this.#rows = noRows
    void setIdeasViewContext(seenKey, false)
  }

  async groupBy(next: Grouping): Promise<void> {
    this.#grouping = next
    await this.#memory.update(groupingKey, next)
    await setIdeasViewContext(groupingKey, next)
    this.#refresh.call()
  }

  /** The row with an id, which menus pass; otherwise the selected one. */
  rowOf(id: unknown): TreeRow | undefined {
    return this.#rows.all.get(typeof id === 'string' ? id : (this.#view?.selection[0] ?? ''))
  }

  /** Copies the text of an idea, given the id of its row; otherwise of the selected row. */
  async copyIdea(id: unknown): Promise<void> {
    const place = this.rowOf(id)?.place
    if (!place) return showWarning(l10n.t('Select an idea in the Ideas view first.'))
    const { line, character } = place.idea.position
    const params: IdeaTextParams = { uri: place.list.uri, position: { line, character } }
    const text = await this.#ask<string | null>(ideaTextRequest, params).catch(() => null)
    if (!text) return showWarning(l10n.t('This idea no longer exists.'))
    await vscode.env.clipboard.writeText(text)
    vscode.window.setStatusBarMessage(l10n.t('Idea copied as Markdown'), 3000)
  }

  dispose(): void {
    this.#stopWatching()
    this.#refresh.stop()
    this.#follow.stop()
    this.#endProgress?.()
    this.#viewDisposables?.dispose()
    this.#rowsChanged.dispose()
    vscode.Disposable.from(...this.#commands).dispose()
  }

  async #create(): Promise<void> {
    const view = vscode.window.createTreeView(viewId, { treeDataProvider: this.#dataProvider(), showCollapseAll: true })
    const decorations = vscode.window.registerFileDecorationProvider({ provideFileDecoration: treeItemDecoration })
    this.#view = view
    this.#viewDisposables = vscode.Disposable.from(
      view,
      decorations,
      vscode.window.tabGroups.onDidChangeTabs(() => this.#onDidChangeTabs()),
      view.onDidChangeVisibility(this.#follow.call),
      vscode.window.onDidChangeActiveTextEditor(this.#follow.call),
      vscode.window.onDidChangeTextEditorSelection(this.#follow.call),
    )
    await Promise.all([setIdeasViewContext(groupingKey, this.#grouping), setIdeasViewContext(seenKey, true)])
  }

  #dataProvider(): vscode.TreeDataProvider<string> {
    return {
      onDidChangeTreeData: this.#rowsChanged.event,
      getChildren: async (id) => {
        this.#refresh.touch()
        if (id !== undefined) return [...(this.#rows.all.get(id)?.children ?? [])]
        if (!this.#isDrawn) await this.#draw()
        return [...this.#rows.roots]
      },
      getTreeItem: (id) => {
        this.#refresh.touch()
        const row = this.#rows.all.get(id)
        // a row that has just been removed: VS Code asks for its children next, and gets none
        return row ? treeItemOf(row) : new vscode.TreeItem('')
      },
      getParent: (id) => this.#rows.all.get(id)?.parent ?? null,
    }
  }

  /** Opens the view once per workspace, as VS Code folds new views of the Explorer; after that the user decides. */
  async #openOnce(): Promise<void> {
    this.#isOpened = true
    if (!this.#view) await this.#create()
    if (this.#memory.get(openedKey) === true) return
    await this.#memory.update(openedKey, true)
    // older versions lack this command; `reveal` would mix up rows that are still being fetched
    await vscode.commands.executeCommand(`${viewId}.open`, { preserveFocus: true }).then(undefined, () => undefined)
  }

  async #draw(): Promise<void> {
    await this.#store.update(this.#ask)
    this.#rows = this.#makeRows()
    this.#isDrawn = true
    this.#updateHeader()
    this.#follow.call()
  }

  #makeRows(): TreeRows {
    const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))
    return treeRows(withFindingsInTabs(this.#store.lists(), openTabUris()), this.#grouping, pathOf)
  }

  /** What is shown of a list whose last tab was closed has no problems any more. */
  #onDidChangeTabs(): void {
    this.#updateHeader()
    const shown = listsWithOpenFindings(this.#store.lists(), openTabUris()).map(({ uri }) => uri)
    if (shown.join(' ') === this.#shownFindings) return
    this.#shownFindings = shown.join(' ')
    this.#refresh.call()
  }

  #updateRows(): void {
    if (!this.#view || !this.#isDrawn) return
    const before = this.#rows
    this.#rows = this.#makeRows()
    const ids = changedRows(before, this.#rows)
    if (ids === 'all') this.#rowsChanged.fire(undefined)
    else if (ids.length > 0) this.#rowsChanged.fire([...ids])
    this.#updateHeader()
    this.#follow.call()
  }

  /** Selects the row of the idea at the cursor, as the Explorer does with files, unless the user has switched that off there. */
  async #revealCursor(): Promise<void> {
    const view = this.#view
    const editor = vscode.window.activeTextEditor
    if (!view?.visible || !this.#isDrawn || !editor) return
    if (vscode.workspace.getConfiguration('explorer', editor.document).get('autoReveal') === false) return
    const id = rowAtCursor(this.#rows, editor.document.uri.toString(), editor.selection.active.line, view.selection[0])
    if (id === undefined || id === view.selection[0]) return
    // a row that has just been removed cannot be revealed
    await view.reveal(id, { select: true, focus: false }).then(undefined, () => undefined)
  }

  /** The description and, while lists are still being read, the progress bar. No badge: it would be the Explorer's. */
  #updateHeader(): void {
    if (!this.#view) return
    const findings = sumBadgeCounts(listsWithOpenFindings(this.#store.lists(), openTabUris()).map((list) => list.findings))
    const count = badgeTotal(findings)
    this.#view.description = dotSeparated([
      ideasViewGroupings()[this.#grouping],
      count > 0 ? l10n.t`${pluralize(count, 'problem')} in open lists` : '',
    ])
    void setIdeasViewContext(readKey, !this.#store.loading())
    if (!this.#store.loading()) this.#stopProgress()
    else if (!this.#endProgress) this.#startProgress()
  }

  #startProgress(): void {
    const done = new Promise<void>((resolve) => {
      this.#endProgress = resolve
    })
    void vscode.window.withProgress({ location: { viewId } }, () => done)
  }

  #stopProgress(): void {
    this.#endProgress?.()
    this.#endProgress = undefined
  }
}
