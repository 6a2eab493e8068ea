import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type Plan, planEdits, type Refusal } from './plan.ts'

/** Plans to fix everything that is safe to fix in a list; `edits` are all edits that this takes. */
export function planFixAll(file: IdeaFile, edits: readonly Edit[]): Plan | Refusal {
  if (!file.ideaList) return { refusal: 'This file is not an idea list; there is nothing to mend in it.' }
  return edits.length > 0
    ? planEdits(edits)
    : { refusal: 'Nothing in this list can be mended safely; Problems says what is left.' }
}
