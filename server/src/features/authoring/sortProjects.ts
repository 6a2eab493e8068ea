import { sortEdits } from '../../editing/projectOrder.ts'
import { projectGroups } from '../../editing/projectSections.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type PlanResult, plainPlan, type Read } from './plannedEdit.ts'

/** Plans the projects of each chapter by their names, each with everything below its heading, and the table of contents with them. */
export function planSortProjects(file: IdeaFile, read: Read): PlanResult {
  if (!file.ideaList) return { refusal: 'This file is no idea list; there are no projects to sort.' }
  const edits = sortEdits(file, projectGroups(file), read)
  return edits.length === 0 ? { refusal: 'The projects are in alphabetical order already.' } : plainPlan(edits)
}
