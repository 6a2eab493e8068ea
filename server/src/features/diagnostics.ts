import * as l10n from '@vscode/l10n'
import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Finding, Severity } from '../rules/rule.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { formatNumber } from '../text/wording.ts'
import { toLspRange } from './toLspRange.ts'

/** The lines of another list by its URI; null if the list is unknown. */
export type OtherListLines = (uri: string) => LineIndex | null

/** VS Code shows no more of a file, whatever a server sends (the limit is in `ExtHostDiagnostics`). */
const maxDiagnostics = 1000

/** Findings as LSP diagnostics, at most {@link maxDiagnostics}, the most severe if there are more; with related information, in this file (`uri`) or in other lists, if the client supports it. */
export function diagnosticsOf(
  findings: readonly Finding[],
  lines: LineIndex,
  uri: string,
  related: boolean,
  otherLines: OtherListLines = () => null,
): Diagnostic[] {
  const shown = findings.length <= maxDiagnostics ? findings : mostSevereDiagnostic(findings)
  const diagnostics = shown.map((finding): Diagnostic => {
    const diagnostic = {
      range: toLspRange(lines, finding.span),
      severity: lspSeverities[finding.severity],
      code: finding.code,
      source: 'idea-files',
      message: finding.message,
    }
    if (!related || !finding.related?.length) return diagnostic
    return { ...diagnostic, relatedInformation: relatedDiagnostics(finding, lines, uri, otherLines) }
  })
  return shown.length === findings.length ? diagnostics : [remainderDiagnostic(findings.length - shown.length), ...diagnostics]
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** The most severe findings, of equal severity the first, in the order of the text. */
function mostSevereDiagnostic(findings: readonly Finding[]): readonly Finding[] {
  const shown = new Set(
    bySeverity.flatMap((severity) => findings.filter((each) => each.severity === severity)).slice(0, maxDiagnostics),
  )
  return findings.filter((finding) => shown.has(finding))
}

/** Says at the start of the file that there is more. */
const remainderDiagnostic = (count: number): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: DiagnosticSeverity.Information,
  source: 'idea-files',
  message: l10n.t`${formatNumber(count)} more problems in this file are not shown. Run "idea-files check" to list them all.`,
})

const relatedDiagnostics = (
  finding: Finding,
  own: LineIndex,
  ownUri: string,
  otherLines: OtherListLines,
): DiagnosticRelatedInformation[] =>
  (finding.related ?? []).flatMap(({ uri = ownUri, span, message }) => {
    const lines = uri === ownUri ? own : otherLines(uri)
    return lines ? [{ location: { uri, range: toLspRange(lines, span) }, message }] : []
  })

const lspSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}
