import type { ListSummary } from '../../workspace/listSummary.ts'
import type { ListLookup } from './linkTargetFinder.ts'

/** The files of a workspace at one moment: a list, all other lists, and other Markdown files that may link to lists. */
export interface WorkspaceSnapshot extends ListLookup {
  readonly pages: readonly ListSummary[]
}
