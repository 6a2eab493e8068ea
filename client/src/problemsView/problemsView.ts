import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import {
  type FixListsParams,
  type ProblemList,
  type ProblemsParams,
  problemsRequest,
} from '../../../server/src/protocol/problems.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { latestOnly } from '../ideaPreview/latestOnly.ts'
import { showInfo } from '../notifications.ts'
import { openPlace } from '../overview/openPlace.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { dotSeparated } from '../wording.ts'
import { readChangedFiles, watchHeads } from './changedFiles.ts'
import { fixAllLists } from './fixAllLists.ts'
import { type ProblemFilter, type ProblemRow, problemRows, rulesWithProblems, shownProblems } from './problemRows.ts'
import { problemsMessage } from './problemsMessage.ts'

const problemsViewId = 'ideaFiles.problems'
/** Key of `when` clauses: whether the view has been asked for. */
const problemsShownKey = 'ideaFiles.problemsShown'

/** A filter to choose: `changed` shows what differs from git's HEAD. */
interface FilterChoice {
  readonly label: string
  readonly description?: string
  readonly filter: ProblemFilter | 'changed'
}

const noFilter: ProblemFilter = { hiddenSeverities: [], rule: null }

/** Registers *Problems in All Lists* with its commands; nothing is asked for before the first of them is called. */
export const registerProblemsView = (ask: SendRequest): ProblemsView =>
  new ProblemsView(ask, (view) => {
    const register = (name: string, run: (row?: ProblemRow) => unknown): vscode.Disposable =>
      vscode.commands.registerCommand(`ideaFiles.${name}`, run)
    return [
      register('showProblems', () => view.showAll()),
      register('refreshProblems', () => view.load()),
      register('filterProblems', () => view.filter()),
      register('problemsOfMine', () => view.showChanged()),
      register('openProblem', (row) => row && openProblem(row)),
      register('fixProblem', async (row) => {
        if (!row || !(await openProblem(row))) return
        // what VS Code offers for a selection would come before the fixes
        await vscode.commands.executeCommand('cancelSelection')
        await vscode.commands.executeCommand('editor.action.quickFix')
      }),
      register('fixAllLists', async () => {
        if (await fixAllLists(ask, view.fixed())) await view.load()
      }),
    ]
  })

const openProblem = async ({ uri, problem, label, description }: ProblemRow): Promise<boolean> => {
  if (problem === null) return false
  await openPlace({ uri, range: problem.range, title: label, detail: description })
  return true
}

/** Many files change at once when another branch is checked out. */
const problemsDebounceMs = 500

/** A tree that stays: list › rule › place. It follows the lists while it is visible. */
export class ProblemsView implements vscode.TreeDataProvider<ProblemRow>, vscode.Disposable {
  readonly #ask: SendRequest
  readonly #changed = new vscode.EventEmitter<undefined>()
  readonly onDidChangeTreeData = this.#changed.event
  #view: vscode.TreeView<ProblemRow> | undefined
  #lists: readonly ProblemList[] = []
  #filter = noFilter
  /** Whether only what differs from git's HEAD is asked for. */
  #isOnlyMine = false
  /** The folders that could not be compared with git's HEAD. */
  #withoutGit: readonly string[] = []
  /** Whether the problems must be found again when the view becomes visible. */
  #isStale = false
  readonly #reloadSoon = latestOnly(() => this.#reload(), problemsDebounceMs)
  /** Watches git's HEAD as soon as the lists are compared with it. */
  #heads: vscode.Disposable | undefined
  readonly #registrations: readonly vscode.Disposable[]

  /** `register` makes the commands that need the view; they are disposed of with it. */
  constructor(ask: SendRequest, register: (view: ProblemsView) => readonly vscode.Disposable[]) {
    this.#ask = ask
    this.#registrations = register(this)
  }

  /** To be called when what is shown is, or may be, out of date. */
  onDidChange(): void {
    if (this.#view) this.#reloadSoon.call()
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('setContext', problemsShownKey, true)
    if (!this.#view) {
      this.#view = vscode.window.createTreeView(problemsViewId, { treeDataProvider: this, showCollapseAll: true })
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isStale) this.#reloadSoon.call()
      })
    }
    await vscode.commands.executeCommand(`${problemsViewId}.focus`)
    await this.load()
  }

  async #reload(): Promise<void> {
    this.#isStale = !this.#view?.visible
    if (!this.#isStale) await this.load()
  }

  /** Finds the problems of all lists again. */
  async load(): Promise<void> {
    if (!this.#view) return
    const options = { location: { viewId: problemsViewId } }
    const lists = await vscode.window.withProgress(options, async () => {
      const changed = this.#isOnlyMine ? await readChangedFiles() : undefined
      this.#withoutGit = changed?.withoutGit ?? []
      const params: ProblemsParams = changed ? { changed: changed.files } : {}
      return this.#ask<readonly ProblemList[]>(problemsRequest, params).catch(() => undefined)
    })
    if (lists) this.#lists = lists
    this.#update()
  }

  /** Shows the view with all problems, or with those of the filter that was chosen. */
  async showAll(): Promise<void> {
    if (this.#isOnlyMine) this.#describe('')
    this.#isOnlyMine = false
    await this.show()
  }

  /** Shows the view with the problems that come from what differs from git's HEAD. */
  async showChanged(): Promise<void> {
    if (!(await readChangedFiles())) return showInfo(l10n.t('There is no git repository here whose HEAD could be compared with.'))
    this.#isOnlyMine = true
    this.#heads ??= await watchHeads(() => {
      if (this.#isOnlyMine) this.onDidChange()
    })
    this.#filter = noFilter
    await this.show()
    this.#describe(l10n.t('Only what I changed'))
  }

  /** Lets the user choose the severities, or one rule. */
  async filter(): Promise<void> {
    const severities = [
      { severity: 'error', label: l10n.t('Errors') },
      { severity: 'warning', label: l10n.t('Warnings') },
      { severity: 'information', label: l10n.t('Information') },
    ]
    const bySeverity = severities.map(({ severity, label }) => {
      const hiddenSeverities = ['error', 'warning', 'information', 'hint'].filter((each) => each !== severity)
      return { label: l10n.t`${label} only`, filter: { ...noFilter, hiddenSeverities } }
    })
    const byRule = rulesWithProblems(this.#lists).map(([rule, count]) => ({
      label: rule,
      description: pluralize(count, 'problem'),
      filter: { ...noFilter, rule },
    }))
    const choices: readonly FilterChoice[] = [
      { label: l10n.t('All problems'), filter: noFilter },
      { label: l10n.t('Only what I changed'), filter: 'changed' },
      ...bySeverity,
      ...byRule,
    ]
    const items = choices.map((each) => ({
      ...each,
      description: dotSeparated([each.description, each.label === this.#filterLabel() ? l10n.t('active') : '']),
    }))
    const picked = await vscode.window.showQuickPick(items, { title: l10n.t('Filter Problems') })
    if (!picked) return
    if (picked.filter === 'changed') return this.showChanged()
    this.#filter = picked.filter
    this.#describe(picked.filter === noFilter ? '' : picked.label)
    if (!this.#isOnlyMine) return this.#update()
    this.#isOnlyMine = false
    await this.load()
  }

  /** What is shown, as the filter calls it. */
  #filterLabel(): string {
    return this.#view?.description || l10n.t('All problems')
  }

  /** What *Fix All Safe in All Lists* is about: what the view shows while it has a filter. */
  fixed(): FixListsParams {
    const isFiltered = this.#isOnlyMine || this.#filter !== noFilter
    return this.#view?.visible && isFiltered ? { lists: shownProblems(this.#lists, this.#filter) } : {}
  }

  #describe(filter: string): void {
    if (this.#view) this.#view.description = filter
  }

  #update(): void {
    const count = this.#rows().length
    if (this.#view) this.#view.message = problemsMessage(count, this.#withoutGit)
    this.#changed.fire(undefined)
  }

  #rows(): readonly ProblemRow[] {
    return problemRows(this.#lists, this.#filter, (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)))
  }

  getChildren(row?: ProblemRow): ProblemRow[] {
    return [...(row ? row.children : this.#rows())]
  }

  getTreeItem(row: ProblemRow): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState
    const item = new vscode.TreeItem(row.label, row.problem ? None : Collapsed)
    item.id = row.id
    item.description = row.description
    item.contextValue = row.kind
    if (row.kind === 'list') item.resourceUri = vscode.Uri.parse(row.uri)
    if (row.problem) {
      const { severity, message } = row.problem
      item.iconPath = new vscode.ThemeIcon(severity === 'information' || severity === 'hint' ? 'info' : severity)
      item.tooltip = message
      item.command = { command: 'ideaFiles.openProblem', title: l10n.t('Open'), arguments: [row] }
    } else if (row.kind === 'list') item.iconPath = new vscode.ThemeIcon('markdown')
    return item
  }

  dispose(): void {
    this.#reloadSoon.stop()
    this.#view?.dispose()
    this.#heads?.dispose()
    this.#changed.dispose()
    vscode.Disposable.from(...this.#registrations).dispose()
  }
}
