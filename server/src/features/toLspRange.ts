import type { Range } from 'vscode-languageserver-types'
import type { LineIndex } from '../text/lineIndex.ts'
import type { Span } from '../text/span.ts'

/** The LSP range of a span of UTF-16 offsets in the file. */
export const toLspRange = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
})
