import * as vscode from 'vscode'
import { type IdeaTextParams, ideaTextRequest } from '../../../server/src/protocol/ideas.ts'
import { showInfo } from '../commands/applyPlan.ts'
import type { Ask } from '../commands/rulePages.ts'
import { decorationOf, decorationPath, findingsText, sumOf, totalOf } from './badges.ts'
import { deferRefresh } from './deferRefresh.ts'
import { headingOf } from './goToIdea.ts'
import type { IdeaStore } from './ideaStore.ts'
import { accessibleLabel, changedRows, type Grouping, groupings, noRows, type Row, type Rows, rowsOf } from './treeRows.ts'

const viewId = 'ideaFiles.ideas'
/** Nothing has this scheme: it tells VS Code which rows are ours to decorate, and leaves those of others alone. */
const scheme = 'idea-files-findings'
/** What `when` clauses ask: whether an idea list has been seen, and what ideas are grouped by. */
const [seenKey, groupingKey] = ['ideaFiles.listSeen', 'ideaFiles.grouping']
/** What is remembered of a workspace, beside the grouping: whether the view was ever opened in it. */
const openedKey = 'ideaFiles.ideasOpened'

/** The Ideas view. It is there from the first open idea list on, and asks for nothing before it is visible. */
export interface IdeasView extends vscode.Disposable {
  /** An idea list is open. */
  seen(): void
  /** The server has stopped: another one knows nothing of what was told to this view. */
  gone(): void
  /** No idea list is open, or none that a person wants us to look at. */
  off(): void
}

const icons: Readonly<Record<Row['kind'], string>> = {
  list: 'checklist',
  project: 'project',
  mentor: 'person',
  skill: 'tools',
  idea: 'lightbulb',
}

const set = (key: string, value: unknown): Thenable<void> => vscode.commands.executeCommand('setContext', key, value)

/** Offers the view with its commands; `query` starts no server. */
export const registerIdeasView = (context: vscode.ExtensionContext, store: IdeaStore, query: Ask): IdeasView => {
  const memory = context.workspaceState
  let grouping = groupings.find((each) => each === memory.get(groupingKey)) ?? 'list'
  let rows: Rows = noRows
  let view: vscode.TreeView<string> | undefined
  let parts: vscode.Disposable | undefined
  /** Whether VS Code has asked for rows: none are put together before. */
  let drawn = false
  let isOutOfDate = false
  let loaded: (() => void) | undefined
  const changed = new vscode.EventEmitter<string[] | undefined>()

  const makeRows = (): Rows => rowsOf(store.lists(), grouping, (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)))
  const refresh = deferRefresh(() => {
    if (!view || !drawn) return
    const before = rows
    rows = makeRows()
    const ids = changedRows(before, rows)
    if (ids === 'all') changed.fire(undefined)
    else if (ids.length > 0) changed.fire([...ids])
    label()
  })
  /** What stands beside the rows: the count of findings, what they are grouped by, and whether more will come. */
  const label = (): void => {
    if (!view) return
    const findings = sumOf(store.lists().map((list) => list.findings))
    const value = totalOf(findings)
    view.badge = value > 0 ? { value, tooltip: `${findingsText(findings)} in the idea lists that are open` } : undefined
    view.description = `by ${grouping}`
    if (store.loading() && !loaded) {
      const whole = new Promise<void>((resolve) => {
        loaded = resolve
      })
      void vscode.window.withProgress({ location: { viewId } }, () => whole)
    } else if (!store.loading()) {
      loaded?.()
      loaded = undefined
    }
  }
  const provider: vscode.TreeDataProvider<string> = {
    onDidChangeTreeData: changed.event,
    getChildren: async (id) => {
      refresh.touch()
      if (id !== undefined) return [...(rows.all.get(id)?.children ?? [])]
      if (!drawn) await draw()
      return [...rows.roots]
    },
    getTreeItem: (id) => {
      refresh.touch()
      const row = rows.all.get(id)
      // a row that has just gone: VS Code asks for its children next, which say so
      return row ? itemOf(row) : new vscode.TreeItem('')
    },
  }
  const draw = async (): Promise<void> => {
    await store.update(query)
    rows = makeRows()
    drawn = true
    label()
  }

  /** Once in a workspace the view is unfolded, as VS Code folds new views of the Explorer; from then on a person's choice holds. */
  const openOnce = async (): Promise<void> => {
    if (memory.get(openedKey) === true) return
    await memory.update(openedKey, true)
    // older versions have no such command: `reveal` would do, but where rows are still being drawn it mixes them up
    await vscode.commands.executeCommand(`${viewId}.open`, { preserveFocus: true }).then(undefined, () => undefined)
  }
  const make = async (): Promise<void> => {
    view = vscode.window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true })
    parts = vscode.Disposable.from(view, vscode.window.registerFileDecorationProvider({ provideFileDecoration: decorate }))
    await Promise.all([set(groupingKey, grouping), set(seenKey, true)])
    await openOnce()
  }
  const groupBy = async (next: Grouping): Promise<void> => {
    grouping = next
    await memory.update(groupingKey, next)
    await set(groupingKey, next)
    refresh.call()
  }
  const copy = async (id: unknown): Promise<void> => {
    const place = rows.all.get(typeof id === 'string' ? id : (view?.selection[0] ?? ''))?.place
    if (!place) return showInfo('Choose an idea in the Ideas view first.')
    const { line, character } = place.idea.position
    const params: IdeaTextParams = { uri: place.list.uri, position: { line, character } }
    const text = await query<string | null>(ideaTextRequest, params).catch(() => null)
    if (!text) return showInfo('The text of this idea is not known any more.')
    await vscode.env.clipboard.writeText(text)
    vscode.window.setStatusBarMessage('The idea has been copied.', 3000)
  }

  const stopWatching = store.watch(refresh.call)
  const commands = [
    vscode.commands.registerCommand('ideaFiles.copyIdea', copy),
    ...groupings.map((each) => vscode.commands.registerCommand(`ideaFiles.groupIdeasBy.${each}`, () => groupBy(each))),
  ]
  return {
    seen: () => {
      if (!view) void make()
      else if (isOutOfDate && store.used()) void store.update(query)
      isOutOfDate = false
    },
    gone: () => {
      isOutOfDate = true
    },
    off: () => {
      loaded?.()
      loaded = undefined
      parts?.dispose()
      view = undefined
      drawn = false
      store.clear()
      rows = noRows
      void set(seenKey, false)
    },
    dispose: () => {
      stopWatching()
      refresh.stop()
      loaded?.()
      parts?.dispose()
      changed.dispose()
      vscode.Disposable.from(...commands).dispose()
    },
  }
}

const itemOf = (row: Row): vscode.TreeItem => {
  const { id, kind, label, description, children, place, findings } = row
  const { None, Expanded } = vscode.TreeItemCollapsibleState
  // VS Code's find in trees knows of no row that was never unfolded
  const item = new vscode.TreeItem(label, children.length === 0 ? None : Expanded)
  const path = decorationPath(findings)
  item.id = id
  item.description = description
  item.iconPath = new vscode.ThemeIcon(icons[kind])
  item.tooltip = tooltipOf(row)
  item.contextValue = kind
  item.accessibilityInformation = { label: accessibleLabel(row) }
  if (path !== null) item.resourceUri = vscode.Uri.from({ scheme, path })
  if (place) {
    // VS Code's own command knows a click from a double click and from one with Ctrl
    const options: vscode.TextDocumentShowOptions = { selection: headingOf(place) }
    item.command = { command: 'vscode.open', title: 'Go to Idea', arguments: [vscode.Uri.parse(place.list.uri), options] }
  }
  return item
}

/** All of it comes from files: it is appended as text, which VS Code escapes. */
const tooltipOf = ({ label, details }: Row): vscode.MarkdownString => {
  const text = new vscode.MarkdownString('**').appendText(label).appendMarkdown('**')
  for (const detail of details) text.appendMarkdown('\n\n').appendText(detail)
  return text
}

const colours = { error: 'list.errorForeground', warning: 'list.warningForeground', other: undefined } as const

const decorate = (uri: vscode.Uri): vscode.FileDecoration | undefined => {
  const decoration = uri.scheme === scheme ? decorationOf(uri.path) : null
  if (!decoration) return undefined
  const colour = colours[decoration.level]
  return new vscode.FileDecoration(decoration.badge, decoration.tooltip, colour && new vscode.ThemeColor(colour))
}
