import type { Edit } from '../../text/edits.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/** The edits of a rename in one list: disjoint, with UTF-16 offsets in its text. */
export interface ListEdits {
  readonly list: ListSummary
  readonly edits: readonly RenameEdit[]
}

/** An edit of a rename; `isDoubtful` if the place may be about another person or a former year. */
export interface RenameEdit extends Edit {
  readonly isDoubtful?: boolean
}

/** The edits per list, or a reason why the name is not allowed. */
export type RenameResult = Refused | Changed

export interface Refused {
  readonly refusal: string
}

export interface Changed {
  readonly refusal: null
  readonly kind: 'heading' | 'handle' | 'address' | 'name'
  readonly changes: readonly ListEdits[]
}

/** The lists that change with their edits, one list a step. */
export function* workspaceEditsByList(
  lists: readonly ListSummary[],
  editsIn: (list: ListSummary) => readonly RenameEdit[],
): Generator<void, readonly ListEdits[]> {
  const changes: ListEdits[] = []
  for (const list of lists) {
    const edits = editsIn(list)
    if (edits.length > 0) changes.push({ list, edits })
    yield
  }
  return changes
}
