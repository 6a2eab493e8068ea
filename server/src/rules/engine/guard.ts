import type { Span } from '../../text/span.ts'
import type { FileReport, Fix, Rule } from '../rule.ts'

/** Receives one line about a rule that failed. */
export type Log = (message: string) => void

type AnyReport = Pick<FileReport, 'span' | 'related'>

/** The reports of a rule; none if it throws. Reports with an offset outside a text of this length are dropped. */
export function runGuarded<Report extends AnyReport>(
  { code }: Pick<Rule, 'code'>,
  check: () => Iterable<Report>,
  length: number,
  log: Log,
): readonly Report[] {
  try {
    return Array.from(check()).filter((report) => {
      const own = (report.related ?? []).filter(({ uri }) => uri === undefined)
      const isInside = [report.span, ...own.map(({ span }) => span)].every((span) => isWithin(span, length))
      if (!isInside) log(`${code}: a place outside the text was refused (${report.span.start}–${report.span.end} of ${length})`)
      return isInside
    })
  } catch (error) {
    log(`${code}: skipped, as it failed: ${failureText(error)}`)
    return []
  }
}

/** The fixes of a report; none if it throws. */
export function fixesGuarded(code: string, fixes: () => readonly Fix[], log: Log): readonly Fix[] {
  try {
    return fixes()
  } catch (error) {
    log(`${code}: no fix, as it failed: ${failureText(error)}`)
    return []
  }
}

const failureText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

const isWithin = ({ start, end }: Span, length: number): boolean => start >= 0 && start <= end && end <= length
