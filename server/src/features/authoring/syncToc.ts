import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import { canMoveEntries } from '../../editing/toc/syncToc.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type PlanResult, plainPlan } from './plannedEdit.ts'

/** Plans the table of contents in step with the headings: one that is there, or that an empty pair of marks waits for; none is made elsewhere. */
export function planSyncToc(file: IdeaFile): PlanResult {
  if (!file.ideaList) return { refusal: 'This file is no idea list; it has no table of contents of projects and ideas.' }
  if (file.toc === null) {
    const filled = fillEmptyToc(file)
    return filled ? plainPlan([filled]) : { refusal: 'This list has no table of contents.' }
  }
  const edits = syncAfterRenames(file)
  if (edits.length > 0) return plainPlan(edits)
  const broken = file.tocMatch?.broken.size ?? 0
  if (broken > 0)
    return {
      refusal: `Nothing to bring in step; ${broken === 1 ? 'an entry leads' : `${broken} entries lead`} to no heading (see Problems).`,
    }
  if (!canMoveEntries(file)) return { refusal: 'The entries of this table of contents share lines; they cannot be moved.' }
  return { refusal: 'The table of contents is in step already.' }
}
