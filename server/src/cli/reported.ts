import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Finding } from '../rules/rule.ts'
import { type LineIndex, lineIndex } from '../text/lines.ts'
import type { ReportedFinding } from './schema.ts'

/** The lines of a text that does not change. */
export const linesOf = (text: string): LineIndex => lineIndex(TextDocument.create('', 'markdown', 0, text), 'utf-16')

/** A finding as it is reported: 1-based lines and UTF-16 columns in the text of these lines. */
export function reported({ code, severity, message, span, fix }: Finding, lines: LineIndex): ReportedFinding {
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(span.end)
  return {
    code,
    severity,
    message,
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    fix,
  }
}
