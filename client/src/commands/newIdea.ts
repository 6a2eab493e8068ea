import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type Choices, type ChoicesParams, choicesRequest, newIdeaCommand } from '../../../server/src/protocol/protocol.ts'
import { escapeIcons, escapeLinks } from '../escape.ts'
import { showNotResponding } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { applyPlan, cursorOffset, editorForPlan } from './applyPlan.ts'
import { pickProject } from './projectPick.ts'

/** Key of the extension's memory: the projects that the user has written ideas for, the last one first. */
const recentProjectsKey = 'ideaFiles.projects'
const maxRecentProjects = 10

/** What another command, or a test, may specify instead of the user. */
interface NewIdeaArguments {
  readonly project?: string
  readonly title?: string
  readonly profile?: string
}

/** Registers New Idea: asks for the project, the title and, if it is not known, the program; then inserts an entry to be filled in. */
export const registerNewIdea = (ask: SendRequest, memory: vscode.Memento): vscode.Disposable =>
  vscode.commands.registerCommand(newIdeaCommand, async (argument?: unknown) => {
    const editor = await editorForPlan()
    if (!editor) return false
    const { document } = editor
    const at = cursorOffset(editor)
    const params: ChoicesParams = { uri: document.uri.toString(), text: document.getText(), at }
    const asked = ask<Choices | null>(choicesRequest, params).then(
      (choices) => choices ?? showNotResponding(),
      () => showNotResponding(),
    )
    const given = readArguments(argument)
    const project = given.project ?? (await pickProject(asked, recentNewIdeaProjects(memory)))
    if (project === undefined) return false
    const choices = await asked
    if (!choices) return false
    const title = given.title ?? (await askTitle(project, choices))
    if (title === undefined) return false
    const profile = given.profile ?? (choices.ideaList ? '' : (choices.profile ?? (await pickProgramme(choices))))
    if (profile === undefined) return false
    const isDone = await applyPlan(ask, editor, { kind: 'newIdea', project, title, at, profile })
    if (isDone && choices.grouping === 'projects')
      await memory.update(
        recentProjectsKey,
        [project, ...recentNewIdeaProjects(memory).filter((name) => name !== project)].slice(0, maxRecentProjects),
      )
    return isDone
  })

const readArguments = (argument: unknown): NewIdeaArguments => {
  // the editor's menus pass the file
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {}
  const text = (key: keyof NewIdeaArguments): NewIdeaArguments => {
    const value: unknown = Reflect.get(argument, key)
    return typeof value === 'string' ? { [key]: value } : {}
  }
  return { ...text('project'), ...text('title'), ...text('profile') }
}

const recentNewIdeaProjects = (memory: vscode.Memento): readonly string[] => {
  const saved: unknown = memory.get(recentProjectsKey)
  return Array.isArray(saved) ? saved.filter((name) => typeof name === 'string') : []
}

const normalizedNewIdeaTitle = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase()

/** `##### Show the tide ##` → `Show the tide`: a title may be pasted with its marks. */
const withoutHeadingMarks = (title: string): string => title.replace(/^[\s#]+(?=\s|$)|\s+#+\s*$/g, '').trim()

const knownTitleMessage = (project: string): string =>
  project === ''
    ? l10n.t('This list already has an idea with this title.')
    : l10n.t`${project} already has an idea with this title.`

const askTitle = async (project: string, { here }: Choices): Promise<string | undefined> => {
  const titles = new Set(
    here
      .filter(({ name }) => project === '' || normalizedNewIdeaTitle(name) === normalizedNewIdeaTitle(project))
      .flatMap((known) => known.titles.map(normalizedNewIdeaTitle)),
  )
  const typed = await vscode.window.showInputBox({
    title: project === '' ? l10n.t('New Idea') : l10n.t`New Idea for ${project}`,
    prompt: l10n.t('Title of the idea (becomes its heading)'),
    placeHolder: l10n.t('What will be built, in a few words'),
    ignoreFocusOut: true,
    validateInput: (title) => {
      const plain = withoutHeadingMarks(title)
      if (plain === '') return l10n.t('Enter a title.')
      return titles.has(normalizedNewIdeaTitle(plain)) ? escapeLinks(escapeIcons(knownTitleMessage(project))) : undefined
    },
  })
  return typed === undefined ? undefined : withoutHeadingMarks(typed)
}

const pickProgramme = async ({ programmes }: Choices): Promise<string | undefined> => {
  const items = programmes.map(({ id, title }) => ({ label: escapeIcons(title), id }))
  const placeHolder = l10n.t('Which program is this new list for?')
  return (await vscode.window.showQuickPick(items, { title: l10n.t('New Idea'), placeHolder, ignoreFocusOut: true }))?.id
}
