import type { IdeaFile } from '../../model/types.ts'
import type { RuleSummary } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { TriggerKind } from './suggestion.ts'
import type { UsageIndex } from './usageIndex.ts'

/** What completion knows in addition to the file. */
export interface CompletionContext {
  readonly asked: TriggerKind
  /** The other lists of the workspace, the newest first. */
  readonly lists: readonly ListSummary[]
  /** The people, skills and ideas of a list; cached per list. */
  readonly facts: (list: ListSummary) => UsageIndex
  /** Names of projects that the configuration adds to the catalog. */
  readonly projects: readonly string[]
  /** The codes and summaries of all rules. */
  readonly rules: readonly RuleSummary[]
  /** The findings of a file; called only if a suggestion needs them. */
  readonly lint: (file: IdeaFile) => readonly Finding[]
  /** Whether the client has a dialogue for new ideas. */
  readonly newIdea: boolean
}
