import * as vscode from 'vscode'
import { showInfo } from '../commands/applyPlan.ts'
import type { Ask } from '../commands/rulePages.ts'
import type { IdeaStore } from './ideaStore.ts'
import { type IdeaPick, ideaPicks, samePick } from './quickPicks.ts'
import type { PlacedIdea } from './treeRows.ts'

type Item = IdeaPick & vscode.QuickPickItem

/** Where an idea's heading begins. */
export const headingOf = ({ idea }: PlacedIdea): vscode.Range => {
  const { line, character } = idea.position
  return new vscode.Range(line, character, line, character)
}

/** The command that leads to an idea of any list, by its title, its project, its list or its mentors; `ask` starts the server. */
export const registerGoToIdea = (store: IdeaStore, ask: Ask): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.goToIdea', async () => {
    const place = await pickIdea(store, ask)
    if (!place) return
    try {
      await vscode.window.showTextDocument(vscode.Uri.parse(place.list.uri), { selection: headingOf(place) })
    } catch {
      showInfo('The file with this idea cannot be opened; it may have been moved or deleted.')
    }
  })

/** Lets a person pick while lists are still being read: what is there is shown at once, and more comes below it. */
const pickIdea = (store: IdeaStore, ask: Ask): Promise<PlacedIdea | undefined> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<Item>()
    let asked = true
    const show = (): void => {
      const [active] = pick.activeItems
      const items: readonly Item[] = ideaPicks(store.lists())
      pick.items = items
      // the first is active by itself; whoever has gone on from it stays where they are
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
