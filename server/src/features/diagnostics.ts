import { type Diagnostic, type DiagnosticRelatedInformation, DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Finding, Severity } from '../rules/rule.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { toLspRange } from './toLspRange.ts'

/** The lines of another list by its URI; null if the list is unknown. */
export type OtherListLines = (uri: string) => LineIndex | null

/** Findings as LSP diagnostics; with related information, in this file (`uri`) or in other lists, if the client supports it. */
export const diagnosticsOf = (
  findings: readonly Finding[],
  lines: LineIndex,
  uri: string,
  related: boolean,
  otherLines: OtherListLines = () => null,
): Diagnostic[] =>
  findings.map((finding) => ({
    range: toLspRange(lines, finding.span),
    severity: lspSeverities[finding.severity],
    code: finding.code,
    source: 'idea-files',
    message: finding.message,
    ...(related && finding.related?.length && { relatedInformation: relatedOf(finding, lines, uri, otherLines) }),
  }))

const relatedOf = (
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
