import { fillEmptyToc } from '../../editing/toc/insertToc.ts'
import { syncAfterRenames } from '../../editing/toc/keepInSync.ts'
import { canMoveRows } from '../../editing/toc/moveRows.ts'
import type { IdeaFile } from '../../model/types.ts'
import { type Plan, planEdits, type Refusal } from './plan.ts'

/** Plans to update the table of contents: an existing one, or a new one between an empty pair of markers. */
export function planSyncToc(file: IdeaFile): Plan | Refusal {
  if (!file.ideaList) return { refusal: 'This file is not an idea list; it has no table of contents of projects and ideas.' }
  if (file.toc === null) {
    const filled = fillEmptyToc(file)
    return filled ? planEdits([filled]) : { refusal: 'This list has no table of contents.' }
  }
  const edits = syncAfterRenames(file)
  if (edits.length > 0) return planEdits(edits)
  const broken = file.tocMatch?.broken.size ?? 0
  if (broken > 0)
    return {
      refusal: `Nothing to bring in step; ${broken === 1 ? 'an entry leads' : `${broken} entries lead`} to no heading (see Problems).`,
    }
  if (!canMoveRows(file)) return { refusal: 'The entries of this table of contents share lines; they cannot be moved.' }
  return { refusal: 'The table of contents is in step already.' }
}
