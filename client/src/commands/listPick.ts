import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import { pluralize } from '../../../server/src/text/wording.ts'
import { isLocked } from '../documents/readOnlyFiles.ts'
import { escapeIcons } from '../escape.ts'
import type { IdeaStore } from '../ideasView/ideaStore.ts'
import { detailsByFile, isListOfExport, listsByFolder } from '../ideasView/listNames.ts'
import type { ShownList } from '../ideasView/mergeLists.ts'
import { dotSeparated } from '../wording.ts'
import type { StepHead } from './inputSteps.ts'
import { pickInStep, type StepAnswer, type StepItem } from './stepPrompts.ts'
import { beginsPickedWords } from './typedWords.ts'

/** The value of the row that drafts a proposal. It is no URI and no id of a program. */
export const issueFormChoice = ':issue-form'

/** The rows that draft an idea in a file of its own and show it as an issue; none if what is typed looks for another row. */
export const issueFormItems = (typed: string): readonly StepItem<string>[] => {
  const label = l10n.t('Prepare Proposal')
  if (!beginsPickedWords(typed, [label])) return []
  return [
    { label: l10n.t('issue form'), kind: vscode.QuickPickItemKind.Separator },
    { label, description: l10n.t('write the idea in a new file and see it as an issue'), value: issueFormChoice },
  ]
}

/** The lists as rows, the newest first; of a folder with an idea in each file, the first file is the list. */
const listPickItems = (lists: readonly ShownList[]): readonly (StepItem<string> & { readonly words: readonly string[] })[] => {
  const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri))
  // an export is read, and never written
  const found = listsByFolder(lists.filter(({ uri }) => !isListOfExport(uri) && !isLocked(vscode.Uri.parse(uri))))
  const details = detailsByFile(lists, pathOf)
  return found.map(([key, files]) => {
    const { label, uri } = files[0]!
    const count = files.reduce((sum, { ideas }) => sum + ideas.length, 0)
    return {
      label: escapeIcons(label),
      description: escapeIcons(dotSeparated([details.get(uri), pluralize(count, 'idea')])),
      detail: escapeIcons(pathOf(key)),
      value: uri,
      words: [label, pathOf(key)],
    }
  })
}

/** The file in the editor, which is not a list. */
export interface OwnFile {
  readonly document: vscode.TextDocument
  /** Whether its program takes proposals by an issue form. */
  readonly issueForm: boolean
}

/**
 * Lets the user pick a list by its URI, or `issueFormChoice` where the program has an issue form. In `own` a new list can be started.
 */
export const pickList = (store: IdeaStore, own: OwnFile | undefined, head: StepHead): Promise<StepAnswer<string>> => {
  const ownItem: readonly StepItem<string>[] = own
    ? [
        { label: l10n.t('new list'), kind: vscode.QuickPickItemKind.Separator },
        {
          label: escapeIcons(vscode.workspace.asRelativePath(own.document.uri)),
          description: l10n.t('start a list in this file'),
          value: own.document.uri.toString(),
        },
      ]
    : []
  return pickInStep({
    title: l10n.t('New Idea'),
    placeholder: l10n.t('In which list?'),
    head,
    items: (typed) => [
      ...listPickItems(store.lists()).filter(({ words }) => beginsPickedWords(typed, words)),
      ...(own?.issueForm ? issueFormItems(typed) : []),
      ...ownItem,
    ],
    watch: store.watch,
  })
}
