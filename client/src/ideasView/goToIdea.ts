import * as vscode from 'vscode'
import { showInfo } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import type { IdeaStore } from './ideaStore.ts'
import { type IdeaPick, ideaPicks, samePick } from './quickPicks.ts'
import type { IdeaInList } from './treeRows.ts'

type IdeaPickItem = IdeaPick & vscode.QuickPickItem

/** The start of an idea's heading, as an empty range. */
export const headingRangeOf = ({ idea }: IdeaInList): vscode.Range => {
  const { line, character } = idea.position
  return new vscode.Range(line, character, line, character)
}

/** Registers Go to Idea, which finds an idea of any list by its title, project, list or mentors; `ask` starts the server. */
export const registerGoToIdea = (store: IdeaStore, ask: SendRequest): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.goToIdea', async () => {
    const place = await pickIdea(store, ask)
    if (!place) return
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(place.list.uri), { selection: headingRangeOf(place) })
    } catch {
      showInfo('The file with this idea cannot be opened; it may have been moved or deleted.')
    }
  })

/** Lets the user pick while lists are still being read: known ideas are shown at once, more are added below. */
const pickIdea = (store: IdeaStore, ask: SendRequest): Promise<IdeaInList | undefined> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<IdeaPickItem>()
    let asked = true
    const show = (): void => {
      const [active] = pick.activeItems
      const items: readonly IdeaPickItem[] = ideaPicks(store.lists())
      pick.items = items
      // keeps the selection of a user who has moved on from the first item
      const same = active && samePick(items, active)
      if (same) pick.activeItems = [same]
      pick.busy = asked || store.loading()
      pick.placeholder =
        items.length > 0 || pick.busy
          ? 'Type a part of a title, a project, a list, a year or a mentor’s name'
          : 'No ideas have been found in this workspace'
    }
    const stop = store.watch(show)
    pick.title = 'Go to Idea'
    pick.matchOnDescription = true
    pick.matchOnDetail = true
    pick.keepScrollPosition = true
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems
      if (!chosen) return
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
