import { fixesToResolve } from '../../features/codeActions/resolveCodeAction.ts'
import { toReportedFix } from '../../report/findings.ts'
import type { ReportedFix } from '../../report/schema.ts'
import { type FixCandidate, safeFixesAmong } from '../../rules/engine/safeFixes.ts'
import type { Finding } from '../../rules/rule.ts'
import type { LineIndex } from '../../text/lineIndex.ts'
import { runSteps } from '../../text/runSteps.ts'
import { type ReadList, reparseList } from '../input/readLists.ts'

/** A fix with more text than this that several findings share is reported with the first of them only. */
const maxRepeatedText = 4000

/** The fixes of each finding of a list, as programs get them; `safe` are those that `--fix` may apply. */
export function reportedFixesOf(
  list: ReadList,
  findings: readonly Finding[],
  lines: LineIndex,
): ReadonlyMap<Finding, readonly ReportedFix[]> {
  const { file } = list
  const fixable = findings.filter(({ fix }) => fix !== 'none').map((finding) => ({ finding, fixes: fixesToResolve(finding) }))
  const candidates = fixable.flatMap(({ finding, fixes }): readonly FixCandidate[] =>
    finding.fix === 'safe' ? fixes.filter(({ kind }) => kind === 'safe').map((fix) => ({ finding, fix })) : [],
  )
  const safe = runSteps(safeFixesAmong(file, candidates, (...changed) => reparseList(list, ...changed)))
  const large = new Set<string>()
  return new Map(
    fixable.map(({ finding, fixes }) => {
      const reported = fixes
        .map((fix) => toReportedFix({ ...fix, kind: safe.has(fix) ? 'safe' : 'review' }, file.text, lines))
        .filter(({ edits }) => edits.length > 0)
        .filter((fix) => {
          const key = JSON.stringify(fix)
          const isRepeated = large.has(key)
          if (key.length > maxRepeatedText) large.add(key)
          return !isRepeated
        })
      return [finding, reported]
    }),
  )
}
