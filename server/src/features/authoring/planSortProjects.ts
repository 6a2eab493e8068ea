import * as l10n from '@vscode/l10n'
import { projectOrderEdits } from '../../editing/projectOrderEdits.ts'
import { projectGroups } from '../../editing/projectSections.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Plan, planEdits, type ReadEditedText, type Refusal } from './plan.ts'

/** Plans to sort the projects of each group by name, each with everything below its heading, and the table of contents with them. */
export function planSortProjects(file: IdeaFile, read: ReadEditedText): Plan | Refusal {
  if (!file.ideaList) return { refusal: l10n.t('This file is not an idea list, so there are no projects to sort.') }
  const edits = projectOrderEdits(file, projectGroups(file), read)
  return edits.length === 0 ? { refusal: l10n.t('The projects are already in alphabetical order.') } : planEdits(edits)
}
