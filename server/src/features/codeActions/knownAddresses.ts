import type { IdeaFile } from '../../model/types.ts'
import { addressFixesFrom, mentorEmail } from '../../rules/mentorEmail.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/**
 * The findings as an editor offers fixes for them: an address that a list lacks may stand in one of another year. `lists` are the
 * others of the workspace, newest first; they are asked for when a person asks for fixes, so that no finding depends on them.
 */
export const withKnownAddresses = (
  findings: readonly Finding[],
  file: IdeaFile,
  lists: () => readonly ListSummary[],
): readonly Finding[] =>
  findings.map((finding) =>
    finding.code !== mentorEmail.code || finding.fixes !== undefined
      ? finding
      : { ...finding, fixes: () => addressFixesFrom(lists(), file, finding.span) },
  )
