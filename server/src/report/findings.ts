import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding, Related } from '../rules/rule.ts'
import { type LineIndex, lineIndex } from '../text/lineIndex.ts'
import type { Span } from '../text/span.ts'
import type { ReportedFinding } from './schema.ts'

/** The lines of a text that does not change. */
export const lineIndexOf = (text: string): LineIndex => lineIndex(TextDocument.create('', 'markdown', 0, text), 'utf-16')

/** Where a place that explains a finding stands: the path as it is reported, and the lines of the text there; null where that is unknown. */
export type LocateList = (place: Related) => { readonly path: string; readonly lines: LineIndex } | null

/** A finding as it is reported: 1-based lines and UTF-16 columns in the text of these lines. */
export function toReportedFinding(finding: Finding, lines: LineIndex, whereIs: LocateList = () => null): ReportedFinding {
  const { code, severity, message, span, fix, related = [] } = finding
  const places = related.flatMap((place) => {
    const where = whereIs(place)
    return where ? [{ path: where.path, message: place.message, ...rangeOf(place.span, where.lines) }] : []
  })
  return { code, severity, message, ...rangeOf(span, lines), fix, ...(places.length > 0 && { related: places }) }
}

function rangeOf(span: Span, lines: LineIndex) {
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(span.end)
  return { line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }
}
