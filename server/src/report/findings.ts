import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Fix, Related } from '../rules/rule.ts'
import { compareEdits, type Edit } from '../text/edits.ts'
import { type LineIndex, lineIndex } from '../text/lineIndex.ts'
import type { Span } from '../text/span.ts'
import type { ReportedEdit, ReportedFinding, ReportedFix } from './schema.ts'

/** The line index of a text. */
export const findingLineIndex = (text: string): LineIndex => lineIndex(TextDocument.create('', 'markdown', 0, text), 'utf-16')

/** The file of a related place: its path in the report, and the lines of its text; null if it is unknown. */
export type LocateList = (place: Related) => { readonly path: string; readonly lines: LineIndex } | null

/** A finding with 1-based lines and UTF-16 columns; `lines` are those of its text. */
export function toReportedFinding(finding: Finding, lines: LineIndex, locate: LocateList = () => null): ReportedFinding {
  const { code, severity, message, span, fix, related = [] } = finding
  const places = related.flatMap((place) => {
    const file = locate(place)
    return file ? [{ path: file.path, message: place.message, ...toReportedRange(place.span, file.lines) }] : []
  })
  return { code, severity, message, ...toReportedRange(span, lines), fix, ...(places.length > 0 && { related: places }) }
}

/** A fix with 1-based places; edits of `text` that change nothing are left out. */
export const toReportedFix = ({ title, kind, edits }: Fix, text: string, lines: LineIndex): ReportedFix => ({
  title,
  kind,
  edits: edits
    .filter(({ span, newText }) => text.slice(span.start, span.end) !== newText)
    .toSorted(compareEdits)
    .map((edit) => toReportedEdit(edit, lines)),
})

/** An edit with 1-based places. */
export const toReportedEdit = ({ span, newText }: Edit, lines: LineIndex): ReportedEdit => ({
  ...toReportedRange(span, lines),
  newText,
})

function toReportedRange(span: Span, lines: LineIndex) {
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(span.end)
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }
}
