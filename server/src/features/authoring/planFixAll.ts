import * as l10n from '@vscode/l10n'
import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type Plan, planEdits, type Refusal } from './plan.ts'

/** Plans to fix everything that is safe to fix in a list; `edits` are all edits that this takes. */
export function planFixAll(file: IdeaFile, edits: readonly Edit[]): Plan | Refusal {
  if (!file.ideaList) return { refusal: l10n.t('This file is not an idea list, so there is nothing to fix.') }
  return edits.length > 0
    ? planEdits(edits)
    : { refusal: l10n.t('There are no safe fixes left. See the Problems panel for the rest.') }
}
