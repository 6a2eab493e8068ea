import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { showWarning } from '../notifications.ts'
import { keepQuickPickOrder } from '../quickPickOrder.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { markStepDone } from '../walkthroughSteps.ts'
import type { IdeaStore } from './ideaStore.ts'
import { type IdeaPick, ideaPicks, sameQuickPick, searchPicks } from './quickPicks.ts'
import type { IdeaInList } from './treeRows.ts'

/** An idea, or the row that says that no idea is found. */
type IdeaPickItem = vscode.QuickPickItem & Partial<IdeaPick>

/** The start of an idea's heading, as an empty range. */
export const ideaHeadingRange = ({ idea }: IdeaInList): vscode.Range => {
  const { line, character } = idea.position
  return new vscode.Range(line, character, line, character)
}

/** Registers Go to Idea, which finds an idea of any list by its title, project, list or mentors; `ask` starts the server. */
export const registerGoToIdea = (store: IdeaStore, ask: SendRequest): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.goToIdea', async () => {
    const place = await pickIdea(store, ask)
    if (!place) return false
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(place.list.uri), { selection: ideaHeadingRange(place) })
      markStepDone('find')
      return true
    } catch {
      showWarning(l10n.t("Could not open this idea's file. It may have been moved or deleted."))
      return false
    }
  })

/** Lets the user pick while lists are still being read: known ideas are shown at once, more are added below. */
const pickIdea = (store: IdeaStore, ask: SendRequest): Promise<IdeaInList | undefined> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<IdeaPickItem>()
    let asked = true
    const show = (isTyped = false): void => {
      const [active] = pick.activeItems
      const all = ideaPicks(store.lists(), (uri) => vscode.workspace.asRelativePath(vscode.Uri.parse(uri)))
      // VS Code would match title, project and list apart, and words only in their order
      const items = searchPicks(all, pick.value).map((each) => ({ ...each, alwaysShow: true }))
      pick.items =
        items.length > 0 || all.length === 0 ? items : [{ label: l10n.t('No idea matches all of these words'), alwaysShow: true }]
      // keeps the selection of a user who has moved on from the first item
      const same = isTyped || !active?.place ? undefined : sameQuickPick(items, { ...active, place: active.place })
      if (same) pick.activeItems = [same]
      pick.busy = asked || store.loading()
      pick.placeholder =
        all.length > 0 || pick.busy
          ? l10n.t('Search by title, project, list, year or mentor')
          : l10n.t('No ideas found in this workspace')
    }
    const stop = store.watch(() => show())
    pick.title = l10n.t('Go to Idea')
    pick.keepScrollPosition = true
    keepQuickPickOrder(pick)
    // the walkthrough takes the focus back after each button
    pick.ignoreFocusOut = vscode.window.activeTextEditor === undefined
    pick.onDidChangeValue(() => show(true))
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (!chosen?.place) return
      done(chosen.place)
      pick.hide()
    })
    pick.onDidHide(() => {
      stop()
      done(undefined)
      pick.dispose()
    })
    show()
    pick.show()
    void store.update(ask).then(() => {
      asked = false
      show()
    })
  })
