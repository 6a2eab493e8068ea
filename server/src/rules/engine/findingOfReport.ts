import type { IdeaFile } from '../../model/types.ts'
import { shift } from '../../text/span.ts'
import type { FileReport, Finding, Fix, FixKind, Rule, RuleReport, Severity } from '../rule.ts'
import { fixesGuarded, type Log } from './ruleGuard.ts'

/** The configured severities by rule code; a rule that is absent keeps its own. */
export type Severities = Readonly<Record<string, Severity | 'off'>>

/** A report with its rule. */
export interface RuleFinding {
  readonly rule: Rule
  readonly report: RuleReport
}

/** The finding for a report, whose offsets are moved by `at`; null if the rule is off. */
export function findingOfReport({ rule, report }: RuleFinding, at: number, severities: Severities, log: Log): Finding | null {
  const severity = configuredSeverity(rule, report, severities)
  if (severity === 'off') return null
  const { related, fixes, individualFixes } = report
  const finding = { code: rule.code, severity, span: shift(report.span, at), message: report.message, fix: fixKind(rule, report) }
  return withFindingExtras(finding, {
    related: related?.map((place) => (place.uri === undefined ? { ...place, span: shift(place.span, at) } : place)),
    fixes: fixes && (() => shiftedFindingFixes(rule.code, fixes, at, log)),
    individualFixes: individualFixes && (() => shiftedFindingFixes(rule.code, individualFixes, at, log)),
  })
}

/** The finding for a report of a rule that reads the whole `file`; null if the rule is off. */
export function findingOfFileReport(
  rule: Rule,
  report: FileReport,
  file: IdeaFile,
  severities: Severities,
  log: Log,
): Finding | null {
  const severity = configuredSeverity(rule, report, severities)
  if (severity === 'off') return null
  const { related, fixes, individualFixes } = report
  const finding = { code: rule.code, severity, span: report.span, message: report.message, fix: fixKind(rule, report) }
  return withFindingExtras(finding, {
    related,
    fixes: fixes && (() => fixesGuarded(rule.code, () => fixes(file), log)),
    individualFixes: individualFixes && (() => fixesGuarded(rule.code, () => individualFixes(file), log)),
  })
}

type FindingExtras = { readonly [Name in 'related' | 'fixes' | 'individualFixes']: Finding[Name] | undefined }

/** Adds what is not undefined. Most findings, of which a list may have many, have only fixes: a spread takes twice the memory. */
function withFindingExtras(finding: Finding, { related, fixes, individualFixes }: FindingExtras): Finding {
  if (related === undefined && individualFixes === undefined) {
    if (fixes === undefined) return finding
    const { code, severity, span, message, fix } = finding
    return { code, severity, span, message, fix, fixes }
  }
  return { ...finding, ...(related && { related }), ...(fixes && { fixes }), ...(individualFixes && { individualFixes }) }
}

const configuredSeverity = (rule: Rule, report: FileReport, severities: Severities): Severity | 'off' =>
  (Object.hasOwn(severities, rule.code) ? severities[rule.code] : undefined) ?? report.severity ?? rule.severity

const fixKind = (rule: Rule, { fixes, fix }: FileReport): FixKind => (fixes === undefined ? 'none' : (fix ?? rule.fix))

function shiftedFindingFixes(code: string, fixes: () => readonly Fix[], at: number, log: Log): readonly Fix[] {
  const guarded = fixesGuarded(code, fixes, log)
  return at === 0 ? guarded : guarded.map((fix) => shiftedFixOfReport(fix, at))
}

const shiftedFixOfReport = (fix: Fix, at: number): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, span: shift(edit.span, at) })),
  ...(fix.named && { named: fix.named.map((span) => shift(span, at)) }),
})

/** Sorts findings by their start, then by their end. */
export const compareFindings = (a: Pick<Finding, 'span'>, b: Pick<Finding, 'span'>): number =>
  a.span.start - b.span.start || a.span.end - b.span.end
