import type { IdeaFile } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type PlanResult, plainPlan } from './plannedEdit.ts'

/** Plans to mend everything safe in a list, `edits` being all that takes; or says why nothing is to be done. */
export function planFixAll(file: IdeaFile, edits: readonly Edit[]): PlanResult {
  if (!file.ideaList) return { refusal: 'This file is no idea list; there is nothing to mend in it.' }
  return edits.length > 0
    ? plainPlan(edits)
    : { refusal: 'Nothing in this list can be mended safely; Problems says what is left.' }
}
