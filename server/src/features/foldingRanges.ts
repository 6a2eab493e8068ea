import type { FoldingRange } from 'vscode-languageserver-types'
import { ideaNodeSpan, tocNodeSpan } from '../model/nodeAt.ts'
import type { IdeaFile } from '../model/types.ts'
import type { LineIndex } from '../text/lineIndex.ts'
import { type Span, trimTrailingWhitespace } from '../text/span.ts'

/** The client's folding capabilities. */
export interface FoldingOptions {
  readonly lineFoldingOnly: boolean
  /** The maximum number of ranges. */
  readonly rangeLimit: number
}

/** Ranges for projects, the table of contents, the template and ideas; ideas are dropped first if there is a limit. */
export function foldingRanges(file: IdeaFile, lines: LineIndex, options: FoldingOptions): FoldingRange[] {
  const spans = [
    ...file.projects.filter((project) => project.heading).map((project) => project.span),
    ...(file.toc ? [tocNodeSpan(file.toc)] : []),
    ...(file.templateSpan ? [file.templateSpan] : []),
    ...file.projects.flatMap((project) => project.ideas.map(ideaNodeSpan)),
  ]
  return spans
    .flatMap((span) => foldingRangeOf(file.text, lines, span, options.lineFoldingOnly))
    .slice(0, Math.max(0, options.rangeLimit))
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine)
}

function foldingRangeOf(text: string, lines: LineIndex, span: Span, lineFoldingOnly: boolean): FoldingRange[] {
  const start = lines.positionAt(span.start)
  const end = lines.positionAt(trimTrailingWhitespace(text, span).end)
  if (end.line <= start.line) return []
  const range = { startLine: start.line, endLine: end.line }
  if (lineFoldingOnly) return [range]
  const firstLineEnd = lines.positionAt(lines.offsetAt({ line: start.line, character: Number.MAX_SAFE_INTEGER }))
  return [{ ...range, startCharacter: firstLineEnd.character, endCharacter: end.character }]
}
