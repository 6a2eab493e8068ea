import * as l10n from '@vscode/l10n'
import * as vscode from 'vscode'
import type { Choices } from '../../../server/src/protocol/protocol.ts'
import { escapeIcons } from '../escape.ts'
import type { StepHead } from './inputSteps.ts'
import { issueFormChoice, issueFormItems } from './listPick.ts'
import { pickInStep, type StepAnswer } from './stepPrompts.ts'

/** Asks which program a new list is for. */
export const pickProgramOfList = (
  { programmes, likelyProfile, issueForm }: Choices,
  head: StepHead,
  title = l10n.t('New Idea'),
): Promise<StepAnswer<string>> =>
  pickInStep({
    title,
    placeholder: l10n.t('Which program is this new list for?'),
    head,
    isSelected: (id) => id === (issueForm ? issueFormChoice : likelyProfile),
    items: (typed) => [
      ...(issueForm ? [...issueFormItems(typed), { label: l10n.t('new list'), kind: vscode.QuickPickItemKind.Separator }] : []),
      ...programmes
        .filter(({ title }) => title.toLowerCase().includes(typed.toLowerCase()))
        .map(({ id, title }) => ({ label: escapeIcons(title), value: id })),
    ],
  })
