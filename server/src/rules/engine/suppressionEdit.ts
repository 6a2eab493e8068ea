import type { IdeaFile } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import type { Edit } from '../../text/edits.ts'
import { eolOf } from '../../text/textLines.ts'

import type { Suppression } from '../rule.ts'
import { readSuppressions, suppressionLineAt } from './readSuppressions.ts'

/**
 * The edit that suppresses a code in the line of `offset` (UTF-16, from the file's start), or in the whole file: adds the code to the
 * comment that is there, or adds a comment. Null if a comment already suppresses all codes. `codes` are those of all rules.
 */
export function suppressionEdit(
  file: IdeaFile,
  codes: readonly string[],
  code: string,
  offset: number,
  scope: 'next-line' | 'file',
): Edit | null {
  const line = suppressionLineAt(file.text, offset)
  const present = readSuppressions(file, codes).find(
    ({ kind, span }) =>
      kind === scope &&
      (scope === 'file' || suppressionLineAt(file.text, span.end).end === lineEndAboveSuppression(file.text, line.start)),
  )
  if (present) return addSuppressedCode(present, code)
  return scope === 'file' ? suppressAtTop(file.text, code) : suppressAbove(file.text, line.start, code)
}

/** The end of the line above the one that starts at `start`. */
const lineEndAboveSuppression = (text: string, start: number): number =>
  text.slice(start - 2, start) === '\r\n' ? start - 2 : start - 1

function addSuppressedCode({ codes }: Suppression, code: string): Edit | null {
  const last = codes.at(-1)
  if (last === undefined || codes.some((own) => own.code === code)) return null
  return { span: { start: last.span.end, end: last.span.end }, newText: ` ${code}` }
}

const commentOf = (kind: 'next-line' | 'file', code: string): string => `<!-- idea-files-disable-${kind} ${code} -->`

/** A comment at the start of the file, after front matter, which must come first. */
function suppressAtTop(text: string, code: string): Edit {
  const at = frontMatterEnd(text)
  const end = eolOf(text)
  return { span: { start: at, end: at }, newText: `${commentOf('file', code)}${end}${end}` }
}

const listItem = /^((?:[ \t]*>)*[ \t]*)([-+*]|\d{1,9}[.)])([ \t]+|$)/

/** A comment above a line, indented like it: at column 0 it would end a list. */
function suppressAbove(text: string, start: number, code: string): Edit {
  const line = text.slice(start, suppressionLineAt(text, start).end)
  const before =
    start === 0
      ? ''
      : text.slice(suppressionLineAt(text, lineEndAboveSuppression(text, start)).start, lineEndAboveSuppression(text, start))
  const isHeading = /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line)
  const comment = commentOf('next-line', code)
  // a line of its own would split a paragraph
  if (!listItem.test(line) && !isHeading && before.trim() !== '' && start > 0) {
    const at = lineEndAboveSuppression(text, start)
    return { span: { start: at - (before.length - before.trimEnd().length), end: at }, newText: ` ${comment}` }
  }
  return { span: { start, end: start }, newText: `${suppressionIndent(line, before)}${comment}${eolOf(text)}` }
}

/** The line's content column; for the first item of a nested list its bullet's column, which is inside the item above. */
function suppressionIndent(line: string, before: string): string {
  const [, indent = '', bullet = '', gap = ''] = listItem.exec(line) ?? []
  if (bullet === '') return /^(?:[ \t]*>)*[ \t]*/.exec(line)![0]
  const [, above = '', mark] = listItem.exec(before) ?? []
  if (mark !== undefined && above.length < indent.length) return indent
  return `${indent}${' '.repeat(bullet.length)}${gap.length > 4 ? ' ' : gap}`
}
