import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { type IdeaAt, type IdeaAtParams, ideaAtRequest, type NewPerson } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { escapeIcons } from '../escape.ts'
import { type IdeaStore, waitForIdeaLists } from '../ideasView/ideaStore.ts'
import { personName } from '../ideasView/people.ts'
import type { IdeaInList } from '../ideasView/treeRows.ts'
import type { SendRequest } from '../server/sendRequest.ts'
import { dotSeparated } from '../wording.ts'
import { applyPlan, editorForPlan } from './applyPlan.ts'
import { type InputStep, runInputSteps } from './inputSteps.ts'
import { ideaAboveMentorPick, type MentorPick, mentorPicks } from './mentorPicks.ts'
import { pickInStep, type StepItem } from './stepPrompts.ts'
import { beginsPickedWords } from './typedWords.ts'

/** What the user has answered: the idea, and the person; null for an entry that is to be filled in. */
interface NewMentorAnswers {
  readonly place?: IdeaInList
  readonly person?: NewPerson | null
}

/** Registers New Mentor: lets the user pick among the people of all lists, those of the idea's project first, or take a new one. */
export const registerNewMentor = (ask: SendRequest, store: IdeaStore): vscode.Disposable =>
  vscode.commands.registerCommand('ideaFiles.newMentor', async (argument?: unknown) => {
    const editor = await editorForPlan()
    if (!editor) return false
    const { document, selection } = editor
    await waitForIdeaLists(store, ask)
    const uri = document.uri.toString()
    const isInIdea = await isNewMentorInIdea(ask, uri, selection.active)
    const here = isInIdea ? ideaAboveMentorPick(store.lists(), uri, selection.active.line) : undefined
    const ideas = store.lists().find((list) => list.uri === uri)?.ideas ?? []
    const given = givenNewMentor(argument)
    const first: NewMentorAnswers = { ...(here && { place: here }), ...(given !== undefined && { person: given }) }
    // the server says why if the file has no idea
    const answers = ideas.length === 0 ? { person: null } : await runInputSteps(first, stepsOfNewMentor(store, uri))
    if (!answers) return false
    const { place, person } = answers
    const at = place && place !== here ? newMentorPosition(place) : selection.active
    return applyPlan(ask, editor, { kind: 'newMentor', at: document.offsetAt(at), ...(person && { person }) })
  })

const newMentorPosition = ({ idea: { position } }: IdeaInList): vscode.Position =>
  new vscode.Position(position.line, position.character)

const isNewMentorInIdea = async (ask: SendRequest, uri: string, { line, character }: vscode.Position): Promise<boolean> => {
  const params: IdeaAtParams = { textDocument: { uri }, position: { line, character } }
  return (await ask<IdeaAt | null>(ideaAtRequest, params).catch(() => null)) != null
}

/** What another command, or a test, specifies: a person, or null for an entry to be filled in. */
const givenNewMentor = (argument: unknown): NewPerson | null | undefined => {
  if (typeof argument !== 'object' || argument === null || argument instanceof vscode.Uri) return undefined
  const name: unknown = Reflect.get(argument, 'name')
  return typeof name === 'string' ? { name } : null
}

const stepsOfNewMentor = (store: IdeaStore, uri: string): readonly InputStep<NewMentorAnswers>[] => [
  {
    isNeeded: ({ place }) => place === undefined,
    ask: async (answers, head) => {
      const list = store.lists().find((each) => each.uri === uri)
      const places = list?.ideas.map((idea, index): IdeaInList => ({ list, idea, index })) ?? []
      const answer = await pickInStep<IdeaInList>({
        title: l10n.t('Add Mentor'),
        placeholder: l10n.t('Which idea needs a mentor?'),
        head,
        items: (typed) =>
          places
            .filter(({ idea }) => beginsPickedWords(typed, [idea.title ?? '', idea.project?.name ?? '']))
            .map((place) => ({
              label: escapeIcons(place.idea.title ?? l10n.t('Untitled idea')),
              description: escapeIcons(place.idea.project?.name ?? ''),
              detail: escapeIcons(place.idea.mentors.flatMap((mentor) => personName(mentor) ?? []).join(', ')),
              value: place,
            })),
      })
      return typeof answer === 'string' ? answer : { state: { ...answers, place: answer.value } }
    },
  },
  {
    isNeeded: ({ person }) => person === undefined,
    ask: async (answers, head) => {
      const answer = await pickInStep<NewPerson | null>({
        title: l10n.t('Add Mentor'),
        placeholder: l10n.t('Select a person, or type another name'),
        head,
        items: (typed) => newMentorItems(answers.place ? mentorPicks(store.lists(), answers.place) : [], typed, answers.place),
        watch: store.watch,
      })
      return typeof answer === 'string' ? answer : { state: { ...answers, person: answer.value } }
    },
  },
]

const newMentorItems = (
  picks: readonly MentorPick[],
  typed: string,
  place: IdeaInList | undefined,
): readonly StepItem<NewPerson | null>[] => {
  const isInProject = place?.idea.project != null
  const found = picks.filter(({ person: { name, handle = '', email = '' } }) => beginsPickedWords(typed, [name, handle, email]))
  const group = (label: string, wanted: boolean): readonly StepItem<NewPerson | null>[] => {
    const rows = found.filter(({ isOfProject, isOfList }) => (isInProject ? isOfProject : isOfList) === wanted).map(newMentorItem)
    return rows.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows] : []
  }
  const isKnown = found.some(({ person }) => person.name.toLowerCase() === typed.toLowerCase())
  const added: readonly StepItem<NewPerson | null>[] =
    typed === ''
      ? [{ label: l10n.t('Someone else'), description: l10n.t('fill in name and contact'), value: null }]
      : isKnown
        ? []
        : [{ label: escapeIcons(typed), description: l10n.t('new mentor'), value: { name: typed } }]
  const separator = { label: l10n.t('new'), kind: vscode.QuickPickItemKind.Separator }
  return [
    ...group(isInProject ? l10n.t('mentors of this project') : l10n.t('mentors of this list'), true),
    ...group(isInProject ? l10n.t('mentors of other projects') : l10n.t('mentors of other lists'), false),
    ...(added.length > 0 ? [separator, ...added] : []),
  ]
}

const newMentorItem = ({ person, ideas, lastList }: MentorPick): StepItem<NewPerson | null> => ({
  label: escapeIcons(person.name),
  description: escapeIcons(dotSeparated([person.handle && `@${person.handle}`, person.email])),
  detail: escapeIcons(dotSeparated([pluralize(ideas, 'idea'), lastList])),
  value: person,
})
