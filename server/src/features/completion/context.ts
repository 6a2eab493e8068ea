import type { IdeaFile } from '../../model/types.ts'
import type { RuleSummary } from '../../protocol/protocol.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'
import type { TriggerKind } from './suggestion.ts'
import type { UsageIndex } from './usageIndex.ts'

/** What completion knows beside the file. */
export interface CompletionContext {
  readonly asked: TriggerKind
  /** The other lists of the workspace, the newest first. */
  readonly lists: readonly ListSummary[]
  /** What completion asks of those lists. */
  readonly facts: (list: ListSummary) => UsageIndex
  /** Names of projects that the configuration adds to the catalogue. */
  readonly projects: readonly string[]
  /** The codes and sentences of all rules. */
  readonly rules: readonly RuleSummary[]
  /** What is wrong in a file; asked for where it is needed alone. */
  readonly lint: (file: IdeaFile) => readonly Finding[]
  /** Whether the client has a dialogue for new ideas. */
  readonly newIdea: boolean
}
