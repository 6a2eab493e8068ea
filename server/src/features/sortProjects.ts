import { syncToc } from '../model/tocSync.ts'
import type { IdeaFile } from '../model/types.ts'
import { chaptersOf } from '../rules/parts/projectParts.ts'
import { orderOf, sorted } from '../rules/parts/projectSort.ts'
import { composeEdits } from '../text/compose.ts'
import { applyEdits } from '../text/edits.ts'
import { type Planned, plainPlan, type Read } from './plan.ts'

/** Plans the projects of each chapter by their names, each with everything below its heading, and the table of contents with them. */
export function planSortProjects(file: IdeaFile, read: Read): Planned {
  if (!file.ideaList) return { refusal: 'This file is no idea list; there are no projects to sort.' }
  const chapters = chaptersOf(file)
  const moves = chapters.flatMap((parts) => sorted(file, parts, orderOf(parts).keyOf))
  if (moves.length === 0) return { refusal: 'The projects are in alphabetical order already.' }
  const after = read(applyEdits(file.text, moves))
  const isInStep = syncToc(file).length === 0
  // a table that was not in step gets its entries moved and their links mended, and no new ones
  const toc = syncToc(after, isInStep ? {} : { add: false })
  return plainPlan(composeEdits(file.text, moves, toc))
}
