import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { Choices } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { escapeIcons } from '../escape.ts'
import { listedName } from './projectNames.ts'

interface ProjectItem extends vscode.QuickPickItem {
  /** Absent for a separator. */
  readonly project?: string
}

const separator = (label: string): ProjectItem => ({ label, kind: vscode.QuickPickItemKind.Separator })

/** The projects of this list, those that the user has written ideas for (`recent`), and all known ones; each once. */
const projectItems = ({ here, known }: Choices, recent: readonly string[]): readonly ProjectItem[] => {
  const byName = new Map(known.map((project) => [project.name, project]))
  const named = new Set(here.map(({ name }) => name))
  const others = recent.filter((name) => !named.has(name))
  for (const name of others) named.add(name)
  const item = (name: string, note?: string): ProjectItem => {
    const project = byName.get(name)
    const description = [project?.maturity, note].filter(Boolean).join(' · ')
    const aliases = project?.aliases.filter((alias) => alias !== name) ?? []
    return {
      label: escapeIcons(name),
      project: name,
      description: escapeIcons(description),
      ...(aliases.length > 0 && { detail: escapeIcons(l10n.t`also known as ${aliases.join(', ')}`) }),
    }
  }
  const groups: readonly (readonly [string, readonly ProjectItem[]])[] = [
    [
      l10n.t('in this list'),
      here.map(({ name, titles }) => item(name, l10n.t`${pluralize(titles.length, 'idea')} in this list`)),
    ],
    [l10n.t('recently used'), others.map((name) => item(name))],
    [l10n.t('known projects'), known.filter(({ name }) => !named.has(name)).map(({ name }) => item(name))],
  ]
  return groups.flatMap(([label, items]) => (items.length > 0 ? [separator(label), ...items] : []))
}

/** The row for a typed name that no other row has: the project with this alias, otherwise a new project. */
const typedItem = (typed: string, { known }: Choices): readonly ProjectItem[] => {
  const listed = listedName(typed, known)
  return listed === undefined
    ? [
        separator(l10n.t('new project')),
        { label: escapeIcons(typed), project: typed, description: l10n.t('use this name'), alwaysShow: true },
      ]
    : [
        {
          label: escapeIcons(typed),
          project: listed,
          description: escapeIcons(l10n.t`also known as ${listed}`),
          alwaysShow: true,
        },
      ]
}

/** The choices arrive before this, unless the server has just been started (ms). */
const showAfterMs = 150

/** Lets the user pick a project, or a group of the list, or type any other name; undefined if they cancel, empty if there is nothing to choose. */
export const pickProject = (asked: Promise<Choices | undefined>, recent: readonly string[]): Promise<string | undefined> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<ProjectItem>()
    pick.title = l10n.t('New Idea')
    pick.placeholder = l10n.t('Select a project, or type another name')
    pick.matchOnDescription = true
    pick.matchOnDetail = true
    pick.ignoreFocusOut = true
    pick.busy = true
    const show = (choices: Choices): void => {
      const items = projectItems(choices, choices.grouping === 'groups' ? [] : recent)
      const typed = pick.value.trim()
      const isKnown = items.some(({ project }) => project?.toLowerCase() === typed.toLowerCase())
      pick.items = typed === '' || isKnown ? items : [...items, ...typedItem(typed, choices)]
      const here = items.find(({ project }) => project !== undefined && project === choices.current)
      if (typed === '' && here) pick.activeItems = [here]
    }
    let isClosed = false
    const close = (): void => {
      isClosed = true
      done(undefined)
      pick.dispose()
    }
    const late = setTimeout(() => pick.show(), showAfterMs)
    void asked.then((choices) => {
      if (isClosed) return
      pick.busy = false
      clearTimeout(late)
      if (choices?.grouping === 'none') done('')
      if (choices === undefined || choices.grouping === 'none') return close()
      if (choices.grouping === 'groups') pick.placeholder = l10n.t('Select a group of this list, or type another name')
      pick.show()
      pick.onDidChangeValue(() => show(choices))
      show(choices)
    })
    pick.onDidAccept(() => {
      done(pick.selectedItems[0]?.project)
      pick.hide()
    })
    pick.onDidHide(() => {
      clearTimeout(late)
      close()
    })
  })
