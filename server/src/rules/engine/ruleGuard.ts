import type { Span } from '../../text/span.ts'
import type { FileReport, Fix, Rule } from '../rule.ts'

/** Receives one line about a rule that failed. */
export type Log = (message: string) => void

type AnyReport = Pick<FileReport, 'span' | 'related'>

/** The reports of a rule; none if it throws. Reports with an offset outside a text of this length are dropped. */
export function runGuardedRule<R extends Rule, Report extends AnyReport>(
  rule: R,
  check: (rule: R) => Iterable<Report>,
  length: number,
  log: Log,
): readonly Report[] {
  try {
    // most rules report nothing of most ideas: then nothing is allocated
    let reports: Report[] | null = null
    for (const report of check(rule)) {
      if (!isRuleReportWithin(report, length)) {
        log(`${rule.code}: a place outside the text was refused (${report.span.start}–${report.span.end} of ${length})`)
      } else if (reports === null) reports = [report]
      else reports.push(report)
    }
    return reports ?? noReports
  } catch (error) {
    log(`${rule.code}: skipped, as it failed: ${guardedFailureText(error)}`)
    return []
  }
}

const noReports: readonly never[] = []

const isRuleReportWithin = ({ span, related }: AnyReport, length: number): boolean =>
  isSpanWithinRuleText(span, length) &&
  (related === undefined || related.every((place) => place.uri !== undefined || isSpanWithinRuleText(place.span, length)))

/** The fixes of a report; none if it throws. */
export function fixesGuarded(code: string, fixes: () => readonly Fix[], log: Log): readonly Fix[] {
  try {
    return fixes()
  } catch (error) {
    log(`${code}: no fix, as it failed: ${guardedFailureText(error)}`)
    return []
  }
}

const guardedFailureText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const isSpanWithinRuleText = ({ start, end }: Span, length: number): boolean => start >= 0 && start <= end && end <= length
