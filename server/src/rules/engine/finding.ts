import { shift } from '../../text/span.ts'
import type { Finding, Fix, FixKind, Rule, RuleReport, Severity } from '../rule.ts'
import { fixesGuarded, type Log } from './guard.ts'

/** The configured severities by rule code; a rule that is absent keeps its own. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** A report with its rule. */
export interface RuleFinding {
  readonly rule: Rule
  readonly report: RuleReport
}

/** The finding for a report, whose offsets are moved by `at`; null if the rule is off. */
export function toFinding({ rule, report }: RuleFinding, at: number, severities: Severities, log: Log): Finding | null {
  const severity = (Object.hasOwn(severities, rule.code) ? severities[rule.code] : undefined) ?? report.severity ?? rule.severity
  if (severity === 'off') return null
  const { message, related, fixes, individualFixes } = report
  const finding: Finding = { code: rule.code, severity, span: shift(report.span, at), message, fix: fixKind(rule, report) }
  if (related === undefined && fixes === undefined) return finding
  // most findings, of which a list may have many: a spread takes twice the memory
  if (related === undefined && fixes !== undefined && individualFixes === undefined)
    return {
      code: rule.code,
      severity,
      span: finding.span,
      message,
      fix: finding.fix,
      fixes: () => shiftedFindingFixes(rule.code, fixes, at, log),
    }
  return {
    ...finding,
    ...(related && {
      related: related.map((place) => (place.uri === undefined ? { ...place, span: shift(place.span, at) } : place)),
    }),
    ...(fixes && { fixes: () => shiftedFindingFixes(rule.code, fixes, at, log) }),
    ...(individualFixes && { individualFixes: () => shiftedFindingFixes(rule.code, individualFixes, at, log) }),
  }
}

const fixKind = (rule: Rule, { fixes, fix }: RuleReport): FixKind => (fixes === undefined ? 'none' : (fix ?? rule.fix))

function shiftedFindingFixes(code: string, fixes: () => readonly Fix[], at: number, log: Log): readonly Fix[] {
  const guarded = fixesGuarded(code, fixes, log)
  return at === 0 ? guarded : guarded.map((fix) => shiftedFix(fix, at))
}

const shiftedFix = (fix: Fix, at: number): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, at) })),
  ...(fix.named && { named: fix.named.map((span) => shift(span, at)) }),
})

/** Sorts findings by their start, then by their end. */
export const compareFindings = (a: Pick<Finding, 'span'>, b: Pick<Finding, 'span'>): number =>
  a.span.start - b.span.start || a.span.end - b.span.end
