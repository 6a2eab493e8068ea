import type { TextEdit } from 'vscode-languageserver'
import { toLspRange } from '../../features/toLspRange.ts'
import type { Edit } from '../../text/edits.ts'
import type { LineIndex } from '../../text/lineIndex.ts'

/** Edits by offsets as the protocol has them. */
export const textEditsOf = (edits: readonly Edit[], lines: LineIndex): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: toLspRange(lines, span), newText }))
