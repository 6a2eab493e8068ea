import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { Choices } from '../../../server/src/protocol/protocol.ts'
import { pluralize } from '../../../server/src/text/wording.ts'
import { escapeIcons } from '../escape.ts'
import type { StepHead } from './inputSteps.ts'
import { knownProject, listedName, nearProjectNames } from './projectNames.ts'
import { pickInStep, type StepAnswer, type StepItem } from './stepPrompts.ts'
import { beginsPickedWords } from './typedWords.ts'

type ProjectItem = StepItem<string>

const projectPickSeparator = (label: string): ProjectItem => ({ label, kind: vscode.QuickPickItemKind.Separator })

/** The projects of this list, those that the user has written ideas for (`recent`), and all known ones; each once. */
const projectPickItems = ({ here, known }: Choices, recent: readonly string[], typed: string): readonly ProjectItem[] => {
  const named = new Set(here.map(({ name }) => name))
  const others = recent.filter((name) => !named.has(name))
  for (const name of others) named.add(name)
  const item = (name: string, note?: string): readonly ProjectItem[] => {
    const project = knownProject(name, known)
    const aliases = [project?.name ?? '', ...(project?.aliases ?? [])].filter((alias) => alias !== '' && alias !== name)
    if (!beginsPickedWords(typed, [name, ...aliases, project?.maturity ?? ''])) return []
    const description = [project?.maturity, note].filter(Boolean).join(' · ')
    return [
      {
        label: escapeIcons(name),
        value: name,
        description: escapeIcons(description),
        ...(aliases.length > 0 && { detail: escapeIcons(l10n.t`also known as ${aliases.join(', ')}`) }),
      },
    ]
  }
  const groups: readonly (readonly [string, readonly ProjectItem[]])[] = [
    [
      l10n.t('in this list'),
      here.flatMap(({ name, titles }) => item(name, l10n.t`${pluralize(titles.length, 'idea')} in this list`)),
    ],
    [l10n.t('recently used'), others.flatMap((name) => item(name))],
    [l10n.t('known projects'), known.filter(({ name }) => !named.has(name)).flatMap(({ name }) => item(name))],
  ]
  return groups.flatMap(([label, items]) => (items.length > 0 ? [projectPickSeparator(label), ...items] : []))
}

/** The rows for a typed name that no other row has: the project with this alias, otherwise a new project and what it may be a slip of. */
const typedProjectPickItems = (typed: string, { here, known }: Choices): readonly ProjectItem[] => {
  const listed = listedName(typed, known)
  if (listed !== undefined)
    return [{ label: escapeIcons(typed), value: listed, description: escapeIcons(l10n.t`also known as ${listed}`) }]
  const own = here.map(({ name }) => ({ name, maturity: '', aliases: [] }))
  const near = [...new Set(nearProjectNames(typed, [...own, ...known]))]
  return [
    projectPickSeparator(l10n.t('new project')),
    { label: escapeIcons(typed), value: typed, description: l10n.t('use this name') },
    ...(near.length > 0 ? [projectPickSeparator(l10n.t('similar names'))] : []),
    ...near.map((name) => ({ label: escapeIcons(name), value: name, description: l10n.t('did you mean this one?') })),
  ]
}

/** Lets the user pick a project, or a group of the list, or type any other name; what is at the cursor is selected. */
export const pickProject = (
  choices: Choices,
  recent: readonly string[],
  head: StepHead,
  title = l10n.t('New Idea'),
): Promise<StepAnswer<string>> => {
  const isGroup = choices.grouping === 'groups'
  return pickInStep({
    title,
    placeholder: isGroup
      ? l10n.t('Select a group of this list, or type another name')
      : l10n.t('Select a project, or type another name'),
    head,
    isSelected: (name) => name === choices.current,
    items: (typed) => {
      const items = projectPickItems(choices, isGroup ? [] : recent, typed)
      const isKnown = items.some(({ value }) => value?.toLowerCase() === typed.toLowerCase())
      if (typed === '' || isKnown) return items
      // another name of a project comes before all that only begin like it
      const rows = typedProjectPickItems(typed, choices)
      return listedName(typed, choices.known) === undefined ? [...items, ...rows] : [...rows, ...items]
    },
  })
}
