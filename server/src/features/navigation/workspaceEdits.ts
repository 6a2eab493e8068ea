import type { Edit } from '../../text/edits.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/** What a new name changes in one list; the edits are disjoint, and count in its text. */
export interface ListEdits {
  readonly list: ListSummary
  readonly edits: readonly Edit[]
}

/** The edits list by list, or a sentence that says why the name cannot be. */
export type RenameResult = Refused | Changed

export interface Refused {
  readonly refusal: string
}

export interface Changed {
  readonly refusal: null
  readonly kind: 'heading' | 'handle' | 'address'
  readonly changes: readonly ListEdits[]
}
