import type { IdeaFile } from '../../model/types.ts'
import { mentorEmail, mentorEmailFixesFrom } from '../../rules/mentorEmail.ts'
import type { Finding } from '../../rules/rule.ts'
import type { ListSummary } from '../../workspace/listSummary.ts'

/**
 * Adds a fix to findings of a missing e-mail address: the address may be known from another list. `lists` are the others of the
 * workspace, newest first; it is called only when fixes are requested, so that no finding depends on other lists.
 */
export const withKnownAddresses = (
  findings: readonly Finding[],
  file: IdeaFile,
  lists: () => readonly ListSummary[],
): readonly Finding[] => {
  const fixesAt = mentorEmailFixesFrom(lists, file)
  return findings.map((finding) =>
    finding.code !== mentorEmail.code || finding.fixes !== undefined
      ? finding
      : { ...finding, fixes: () => fixesAt(finding.span) },
  )
}
