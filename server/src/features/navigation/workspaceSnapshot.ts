import type { ListSummary } from '../../workspace/listSummary.ts'
import type { ListLookup } from './linkTargets.ts'

/** The files of a workspace at one moment: a list, all other lists, and the Markdown files that are no lists but may link to some. */
export interface WorkspaceSnapshot extends ListLookup {
  readonly pages: readonly ListSummary[]
}
