import type { IdeaFile } from '../model/types.ts'
import { chaptersOf } from '../rules/parts/projectParts.ts'
import { sortEdits } from '../rules/parts/projectSort.ts'
import { type Planned, plainPlan, type Read } from './plan.ts'

/** Plans the projects of each chapter by their names, each with everything below its heading, and the table of contents with them. */
export function planSortProjects(file: IdeaFile, read: Read): Planned {
  if (!file.ideaList) return { refusal: 'This file is no idea list; there are no projects to sort.' }
  const edits = sortEdits(file, chaptersOf(file), read)
  return edits.length === 0 ? { refusal: 'The projects are in alphabetical order already.' } : plainPlan(edits)
}
