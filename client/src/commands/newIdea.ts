import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { prepareProposalCommand } from '../../../server/src/protocol/proposal.ts'
import { type Choices, type ChoicesParams, choicesRequest, newIdeaCommand } from '../../../server/src/protocol/protocol.ts'
import { isReadOnly } from '../documents/readOnlyFiles.ts'
import { escapeIcons, escapeLinks } from '../escape.ts'
import { type IdeaStore, waitForIdeaLists } from '../ideasView/ideaStore.ts'
import { showNotResponding, showWarning } from '../notifications.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { applyPlan, type OnInserted, planCursorOffset } from './applyPlan.ts'
import { comparedTitle, withoutTitleMarks } from './ideaTitle.ts'
import { type InputStep, runInputSteps, type StepHead } from './inputSteps.ts'
import { issueFormChoice, type OwnFile, pickList } from './listPick.ts'
import { pickProgramOfList } from './programPick.ts'
import { pickProject } from './projectPick.ts'
import { type StepAnswer, typeInStep } from './stepPrompts.ts'

/** Key of the extension's memory: the projects that the user has written ideas for, the last one first. */
const recentProjectsKey = 'ideaFiles.projects'
const maxRecentProjects = 10

/** What the user has answered, or another command or a test has specified. */
interface NewIdeaAnswers {
  /** The list. */
  readonly uri?: string
  readonly project?: string
  readonly title?: string
  /** The program of a new list. */
  readonly profile?: string
  /** Whether the idea goes into a file of its own, to be proposed by an issue form. */
  readonly isProposal?: boolean
  /** What there is to choose from in the list. */
  readonly choices?: Choices
}

/**
 * Registers New Idea: asks for the list, unless one is in the active editor, for the program if it is not known, for project and title;
 * then inserts an entry to be filled in.
 */
export const registerNewIdea = (
  ask: SendRequest,
  store: IdeaStore,
  memory: vscode.Memento,
  onInserted: OnInserted,
): vscode.Disposable =>
  vscode.commands.registerCommand(newIdeaCommand, async (argument?: unknown) => {
    const dialog = new NewIdeaDialog(ask, store, recentNewIdeaProjects(memory))
    const first = await dialog.start(newIdeaArguments(argument))
    const answers = first && (await runInputSteps(first, dialog.steps))
    if (!answers?.uri || answers.choices === undefined) return false
    const { uri, choices, project = '', title = '', profile = '', isProposal = false } = answers
    const editor = isProposal ? await newDraftEditor() : await newIdeaEditor(uri)
    if (!editor) return false
    const job = { kind: 'newIdea' as const, project, title, at: planCursorOffset(editor), profile }
    const isDone = await applyPlan(ask, editor, job, onInserted)
    if (isDone && isProposal) await vscode.commands.executeCommand(prepareProposalCommand)
    if (isDone && choices.grouping === 'projects')
      await memory.update(
        recentProjectsKey,
        [project, ...recentNewIdeaProjects(memory).filter((name) => name !== project)].slice(0, maxRecentProjects),
      )
    return isDone
  })

/** The editor of the list: the active one if it shows it. */
const newIdeaEditor = async (uri: string): Promise<vscode.TextEditor | undefined> => {
  const active = vscode.window.activeTextEditor
  if (active?.document.uri.toString() === uri) return active
  try {
    return await vscode.window.showTextDocument(vscode.Uri.parse(uri))
  } catch {
    return showWarning(l10n.t('Could not open this list. It may have been moved or deleted.'))
  }
}

/** A new file that is not saved yet. */
const newDraftEditor = async (): Promise<vscode.TextEditor> =>
  vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown' }))

/** The questions of New Idea. */
class NewIdeaDialog {
  readonly #ask: SendRequest
  readonly #store: IdeaStore
  readonly #recent: readonly string[]
  /** The Markdown file in the active editor that is not a list, if it can be written to. */
  #own: { readonly document: vscode.TextDocument; readonly answers: NewIdeaAnswers } | undefined

  constructor(ask: SendRequest, store: IdeaStore, recent: readonly string[]) {
    this.#ask = ask
    this.#store = store
    this.#recent = recent
  }

  /** Finds the list: that of the argument, or of the active editor; without one the user is asked. Undefined if nothing can be done. */
  async start(given: NewIdeaAnswers): Promise<NewIdeaAnswers | undefined> {
    if (given.uri !== undefined) return this.#inList(given, given.uri)
    const editor = vscode.window.activeTextEditor
    const isWritable = editor?.document.languageId === 'markdown' && !(await isReadOnly(editor.document.uri))
    if (editor && isWritable) {
      const here = await this.#inList(given, editor.document.uri.toString())
      const isList = here?.choices?.ideaList === true || here?.choices?.profile != null
      // an empty file was opened to write a list in it; what is fully specified asks nothing
      if (!here || isList || editor.document.getText().trim() === '' || given.title !== undefined) return here
      this.#own = { document: editor.document, answers: here }
      await waitForIdeaLists(this.#store, this.#ask)
      return this.#store.lists().length === 0 ? here : given
    }
    const isReadOnlyList = editor !== undefined && editor.document.languageId === 'markdown'
    await waitForIdeaLists(this.#store, this.#ask)
    if (this.#store.lists().length > 0 && given.title === undefined) return given
    return showWarning(
      isReadOnlyList
        ? l10n.t('This file is read-only.')
        : l10n.t('No idea list has been found in this workspace. Open a Markdown file to start one.'),
    )
  }

  readonly steps: readonly InputStep<NewIdeaAnswers>[] = [
    {
      isNeeded: ({ uri }) => uri === undefined,
      ask: (answers, head) =>
        answered(pickList(this.#store, this.#ownFile(), head), async (uri) => {
          if (this.#own && uri === issueFormChoice) return draftAnswers(this.#own.answers)
          const next = await this.#inList(answers, uri)
          return next ?? 'cancelled'
        }),
    },
    {
      isNeeded: ({ choices, profile }) =>
        profile === undefined && choices !== undefined && !choices.ideaList && choices.profile === null,
      ask: (answers, head) =>
        answered(pickProgramOfList(answers.choices!, head), (profile) =>
          profile === issueFormChoice ? draftAnswers(answers) : { ...answers, profile },
        ),
    },
    {
      isNeeded: ({ choices, project }) => project === undefined && choices?.grouping !== 'none',
      ask: (answers, head) => answered(pickProject(answers.choices!, this.#recent, head), (project) => ({ ...answers, project })),
    },
    {
      isNeeded: ({ title }) => title === undefined,
      ask: (answers, head) =>
        answered(typeNewIdeaTitle(answers.project ?? '', answers.choices!, head), (title) => ({
          ...answers,
          title: withoutTitleMarks(title),
        })),
    },
  ]

  #ownFile(): OwnFile | undefined {
    if (!this.#own) return undefined
    const { document, answers } = this.#own
    return { document, issueForm: answers.choices?.issueForm === true }
  }

  /** With what there is to choose from in a list; undefined, with a notification, if that is not known. */
  async #inList(answers: NewIdeaAnswers, uri: string): Promise<NewIdeaAnswers | undefined> {
    if (await isReadOnly(vscode.Uri.parse(uri))) return showWarning(l10n.t('This list is read-only.'))
    const choices = await this.#choicesIn(uri)
    if (!choices) return showNotResponding()
    const profile = choices.ideaList ? '' : choices.profile
    return { ...answers, uri, choices, ...(answers.profile === undefined && profile !== null && { profile }) }
  }

  async #choicesIn(uri: string): Promise<Choices | null | undefined> {
    const editor = vscode.window.activeTextEditor
    try {
      const isActive = editor?.document.uri.toString() === uri
      const document = isActive ? editor.document : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
      const at = isActive ? { at: planCursorOffset(editor) } : {}
      const params: ChoicesParams = { uri, text: document.getText(), ...at }
      return await this.#ask<Choices | null>(choicesRequest, params)
    } catch {
      return undefined
    }
  }
}

/** The answers for an idea that is to be proposed by the issue form of its program. */
const draftAnswers = (answers: NewIdeaAnswers): NewIdeaAnswers => ({
  ...answers,
  ...(answers.choices?.likelyProfile != null && { profile: answers.choices.likelyProfile }),
  isProposal: true,
})

/** The outcome of a step for its answer. */
const answered = async <T>(
  asked: Promise<StepAnswer<T>>,
  next: (value: T) => NewIdeaAnswers | 'cancelled' | Promise<NewIdeaAnswers | 'cancelled'>,
) => {
  const answer = await asked
  if (answer === 'back' || answer === 'cancelled') return answer
  const state = await next(answer.value)
  return state === 'cancelled' ? state : { state }
}

const newIdeaArguments = (argument: unknown): NewIdeaAnswers => {
  // the editor's menus pass the file, those of the view's title a row
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return {}
  const text = (key: 'uri' | 'project' | 'title' | 'profile'): NewIdeaAnswers => {
    const value: unknown = Reflect.get(argument, key)
    return typeof value === 'string' ? { [key]: value } : {}
  }
  return { ...text('uri'), ...text('project'), ...text('title'), ...text('profile') }
}

const recentNewIdeaProjects = (memory: vscode.Memento): readonly string[] => {
  const saved: unknown = memory.get(recentProjectsKey)
  return Array.isArray(saved) ? saved.filter((name) => typeof name === 'string') : []
}

const knownTitleMessage = (project: string): string =>
  project === ''
    ? l10n.t('This list already has an idea with this title.')
    : l10n.t`${project} already has an idea with this title.`

const newTitlePrompts = (): Readonly<Record<Choices['titleOf'], string>> => ({
  heading: l10n.t('Title of the idea (becomes its heading)'),
  row: l10n.t('Title of the idea (gets its own row in the table)'),
  file: l10n.t('Title of the idea (gets its own file, named after it)'),
})

const typeNewIdeaTitle = (project: string, { here, titleOf }: Choices, head: StepHead): Promise<StepAnswer<string>> => {
  const titles = new Set(
    here
      .filter(({ name }) => project === '' || comparedTitle(name) === comparedTitle(project))
      .flatMap((known) => known.titles.map(comparedTitle)),
  )
  return typeInStep({
    title: project === '' ? l10n.t('New Idea') : l10n.t`New Idea for ${project}`,
    prompt: newTitlePrompts()[titleOf],
    placeholder: l10n.t('What will be built, in a few words'),
    head,
    validate: (title) => {
      const plain = withoutTitleMarks(title)
      if (plain === '') return l10n.t('Enter a title.')
      return titles.has(comparedTitle(plain)) ? escapeLinks(escapeIcons(knownTitleMessage(project))) : undefined
    },
  })
}
