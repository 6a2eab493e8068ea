import type { CheckReport, ReportedEdit, ReportedFinding, ReportedRange } from '../../report/schema.ts'
import type { Severity } from '../../rules/rule.ts'

const rdjsonSeverities: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  error: 'ERROR',
  warning: 'WARNING',
  information: 'INFO',
  hint: 'INFO',
}

interface RdjsonRange {
  readonly start: { readonly line: number; readonly column: number }
  readonly end: { readonly line: number; readonly column: number }
}

/** The parts of reviewdog's Diagnostic Format (github.com/reviewdog/reviewdog, `proto/rdf`) that `check --format rdjson` prints. */
export interface Rdjson {
  readonly source: { readonly name: string }
  readonly diagnostics: readonly {
    readonly message: string
    readonly location: { readonly path: string; readonly range?: RdjsonRange }
    readonly severity: 'ERROR' | 'WARNING' | 'INFO'
    readonly code?: { readonly value: string }
    readonly suggestions?: readonly { readonly range: RdjsonRange; readonly text: string }[]
  }[]
}

/** The lines of the text of a reported file; none if it is not known. */
export type LinesOfFile = (path: string) => readonly string[]

/** The findings for reviewdog. Its columns count bytes of UTF-8. */
export function rdjsonReport(
  { files, errors }: CheckReport,
  linesOf: LinesOfFile,
  pathInRepository: (path: string) => string,
): Rdjson {
  const findings = files.flatMap(({ path, findings }) =>
    findings.map((finding) => rdjsonDiagnostic(finding, pathInRepository(path), linesOf(path))),
  )
  const unread = errors.map(({ path, message }) => ({
    message,
    location: { path: pathInRepository(path) },
    severity: 'ERROR' as const,
  }))
  return { source: { name: 'Idea Files' }, diagnostics: [...findings, ...unread] }
}

function rdjsonDiagnostic(finding: ReportedFinding, path: string, lines: readonly string[]): Rdjson['diagnostics'][number] {
  const suggestions = (finding.fixes ?? []).flatMap(({ edits }) => {
    const one = rdjsonJoinedEdit(edits, lines)
    return one === null ? [] : [{ range: rdjsonRange(one, lines), text: one.newText }]
  })
  return {
    message: finding.message,
    location: { path, range: rdjsonRange(finding, lines) },
    severity: rdjsonSeverities[finding.severity],
    code: { value: finding.code },
    ...(suggestions.length > 0 && { suggestions }),
  }
}

/** A suggestion over more lines is not shown, as it would be too long for a comment. */
const maxSuggestedLines = 60

/** Several edits as one that covers them; null if that is too long. */
function rdjsonJoinedEdit(edits: readonly ReportedEdit[], lines: readonly string[]): ReportedEdit | null {
  const [first, ...others] = edits.toSorted((a, b) => a.line - b.line || a.column - b.column)
  if (first === undefined) return null
  let joined: ReportedEdit = first
  for (const edit of others) {
    const between = rdjsonTextBetween(lines, joined.endLine, joined.endColumn, edit.line, edit.column)
    const newText = joined.newText + between + edit.newText
    joined = { line: joined.line, column: joined.column, endLine: edit.endLine, endColumn: edit.endColumn, newText }
  }
  return joined.endLine - joined.line > maxSuggestedLines ? null : joined
}

function rdjsonTextBetween(lines: readonly string[], line: number, column: number, endLine: number, endColumn: number): string {
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1)
  const whole = lines.slice(line, endLine - 1)
  return [(lines[line - 1] ?? '').slice(column - 1), ...whole, (lines[endLine - 1] ?? '').slice(0, endColumn - 1)].join('\n')
}

const rdjsonRange = ({ line, column, endLine, endColumn }: ReportedRange, lines: readonly string[]): RdjsonRange => ({
  start: { line, column: rdjsonByteColumn(lines[line - 1], column) },
  end: { line: endLine, column: rdjsonByteColumn(lines[endLine - 1], endColumn) },
})

const rdjsonByteColumn = (line: string | undefined, column: number): number =>
  new TextEncoder().encode((line ?? '').slice(0, column - 1)).length + 1
