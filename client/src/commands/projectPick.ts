import * as vscode from 'vscode'
import type { Choices } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { listedName } from './projectNames.ts'

interface ProjectItem extends vscode.QuickPickItem {
  /** Absent for a line between groups. */
  readonly project?: string
}

const separator = (label: string): ProjectItem => ({ label, kind: vscode.QuickPickItemKind.Separator })

const ideasHere = (count: number): string => `${pluralize(count, 'idea')} here`

/** The projects of this list, those that this person wrote for, and all that are known; each once. */
export const projectItems = ({ here, known }: Choices, mine: readonly string[]): readonly ProjectItem[] => {
  const byName = new Map(known.map((project) => [project.name, project]))
  const named = new Set(here.map(({ name }) => name))
  const own = mine.filter((name) => !named.has(name))
  for (const name of own) named.add(name)
  const item = (name: string, note?: string): ProjectItem => {
    const project = byName.get(name)
    const description = [project?.maturity, note].filter(Boolean).join(' · ')
    const aliases = project?.aliases.filter((alias) => alias !== name) ?? []
    return { label: name, project: name, description, ...(aliases.length > 0 && { detail: `also ${aliases.join(', ')}` }) }
  }
  const groups: readonly (readonly [string, readonly ProjectItem[]])[] = [
    ['in this list', here.map(({ name, titles }) => item(name, ideasHere(titles.length)))],
    ['written for before', own.map((name) => item(name))],
    ['known projects', known.filter(({ name }) => !named.has(name)).map(({ name }) => item(name))],
  ]
  return groups.flatMap(([label, items]) => (items.length > 0 ? [separator(label), ...items] : []))
}

/** The row for what is typed where no row says just that: the project that it is another name of, which stands first so; else another project. */
const typedItem = (typed: string, { known }: Choices): readonly ProjectItem[] => {
  const listed = listedName(typed, known)
  return listed === undefined
    ? [separator('another name'), { label: typed, project: typed, description: 'another project', alwaysShow: true }]
    : [{ label: typed, project: listed, description: `another name of ${listed}`, alwaysShow: true }]
}

/** Lets a person pick a project, or type any other name; undefined where they turn away. */
export const pickProject = (asked: Promise<Choices | undefined>, mine: readonly string[]): Promise<string | undefined> =>
  new Promise((done) => {
    const pick = vscode.window.createQuickPick<ProjectItem>()
    pick.title = 'New Idea'
    pick.placeholder = 'The project that the idea is for: pick one, or type any other name'
    pick.matchOnDescription = true
    pick.matchOnDetail = true
    pick.ignoreFocusOut = true
    pick.busy = true
    const show = (choices: Choices): void => {
      const items = projectItems(choices, mine)
      const typed = pick.value.trim()
      const isKnown = items.some(({ project }) => project?.toLowerCase() === typed.toLowerCase())
      pick.items = typed === '' || isKnown ? items : [...items, ...typedItem(typed, choices)]
    }
    void asked.then((choices) => {
      pick.busy = false
      if (choices === undefined) return pick.hide()
      pick.onDidChangeValue(() => show(choices))
      show(choices)
    })
    pick.onDidAccept(() => {
      done(pick.selectedItems[0]?.project)
      pick.hide()
    })
    pick.onDidHide(() => {
      done(undefined)
      pick.dispose()
    })
    pick.show()
  })
