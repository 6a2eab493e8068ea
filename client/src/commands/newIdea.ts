import * as vscode from 'vscode'
import { type Choices, choicesRequest, newIdeaCommand } from '../../../server/src/protocol/protocol.ts'
import { applyPlan, notStarted, offsetOf, showInfo, writableEditor } from './applyPlan.ts'
import { pickProject } from './projectPick.ts'
import type { Ask } from './rulePages.ts'

/** Where the projects are kept that this person has written for, the last one first. */
const memoryKey = 'ideaFiles.projects'
const longestMemory = 10

/** What another command, or a test, may name beforehand. */
interface Named {
  readonly project?: string
  readonly title?: string
  readonly profile?: string
}

/** Asks for project, title and, where it is not known, the programme; then writes the entry, ready to be filled in. */
export const registerNewIdea = (ask: Ask, memory: vscode.Memento): vscode.Disposable =>
  vscode.commands.registerCommand(newIdeaCommand, async (argument?: unknown) => {
    const editor = await writableEditor()
    if (!editor) return false
    const { document } = editor
    const at = offsetOf(editor)
    const params = { uri: document.uri.toString(), text: document.getText() }
    const asked = ask<Choices | null>(choicesRequest, params).then(
      (choices) => choices ?? showInfo(notStarted),
      () => showInfo(notStarted),
    )
    const named = readNamed(argument)
    const project = named.project ?? (await pickProject(asked, remembered(memory)))
    if (project === undefined) return false
    const choices = await asked
    if (!choices) return false
    const title = named.title ?? (await askTitle(project, choices))
    if (title === undefined) return false
    const profile = named.profile ?? (choices.ideaList ? '' : (choices.profile ?? (await pickProgramme(choices))))
    if (profile === undefined) return false
    const isDone = await applyPlan(ask, editor, { kind: 'newIdea', project, title, at, profile })
    if (isDone)
      await memory.update(memoryKey, [project, ...remembered(memory).filter((name) => name !== project)].slice(0, longestMemory))
    return isDone
  })

const readNamed = (argument: unknown): Named => {
  // the editor's own menus hand over the file
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {}
  const text = (key: keyof Named): Named => {
    const value: unknown = Reflect.get(argument, key)
    return typeof value === 'string' ? { [key]: value } : {}
  }
  return { ...text('project'), ...text('title'), ...text('profile') }
}

const remembered = (memory: vscode.Memento): readonly string[] => {
  const known: unknown = memory.get(memoryKey)
  return Array.isArray(known) ? known.filter((name) => typeof name === 'string') : []
}

const levelled = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase()

const askTitle = (project: string, { here }: Choices): Thenable<string | undefined> => {
  const titles = new Set(
    here.filter(({ name }) => levelled(name) === levelled(project)).flatMap((known) => known.titles.map(levelled)),
  )
  return vscode.window.showInputBox({
    title: `New Idea for ${project}`,
    prompt: 'The title of the idea, as its heading will say it',
    placeHolder: 'Say in a few words what will be built',
    ignoreFocusOut: true,
    validateInput: (title) => {
      if (title.trim() === '') return 'An idea needs a title.'
      return titles.has(levelled(title)) ? `${project} has an idea with this title already.` : undefined
    },
  })
}

const pickProgramme = async ({ programmes }: Choices): Promise<string | undefined> => {
  const items = programmes.map(({ id, title }) => ({ label: title, id }))
  const placeHolder = 'This file is no idea list yet. Which programme is it for?'
  return (await vscode.window.showQuickPick(items, { title: 'New Idea', placeHolder, ignoreFocusOut: true }))?.id
}
