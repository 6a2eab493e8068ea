import { projectOrderEdits } from '../../editing/projectOrder.ts'
import { projectGroups } from '../../editing/projectSections.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Plan, planEdits, type ReadEditedText, type Refusal } from './plan.ts'

/** Plans to sort the projects of each group by name, each with everything below its heading, and the table of contents with them. */
export function planSortProjects(file: IdeaFile, read: ReadEditedText): Plan | Refusal {
  if (!file.ideaList) return { refusal: 'This file is not an idea list; there are no projects to sort.' }
  const edits = projectOrderEdits(file, projectGroups(file), read)
  return edits.length === 0 ? { refusal: 'The projects are in alphabetical order already.' } : planEdits(edits)
}
