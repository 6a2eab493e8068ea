import { columnWidth } from '../../text/textLines.ts'

/** Code in a pasted text, from its first line on. */
export interface PastedCode {
  /** How many lines of the text it takes. */
  readonly count: number
  /** Its lines between two fences, without the indentation of the text around it. */
  readonly text: string
}

const openingFence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/

/** The fence that the text of a line opens a block of code with; null if it opens none. */
export const fenceThatOpens = (text: string): string | null => {
  const found = openingFence.exec(text)
  return found ? (found[1] ?? found[2]!) : null
}

const closesPastedFence = (line: string, fence: string): boolean => {
  const found = /^\s*(`{3,}|~{3,})\s*$/.exec(line)?.[1]
  return found !== undefined && found[0] === fence[0] && found.length >= fence.length
}

/** Reads fenced code; one reader goes through the lines of a text from top to bottom. */
export type FenceReader = (index: number, opening: string, column: number) => PastedCode | null

/**
 * A reader of fenced code among `lines`: `opening` is the line at `index` without what is before the fence, which is at `column`. Null if
 * nothing closes the fence: it may be anything then.
 */
export function fenceReaderOf(lines: readonly string[]): FenceReader {
  // what nothing closes is looked for once, and not for each line that begins with a fence
  const unclosed = new Map<string, number>()
  return (index, opening, column) => {
    const fence = fenceThatOpens(opening)
    if (fence === null || fence.length >= (unclosed.get(fence[0]!) ?? Number.POSITIVE_INFINITY)) return null
    let end = index + 1
    while (end < lines.length && !closesPastedFence(lines[end]!, fence)) end++
    if (end === lines.length) {
      unclosed.set(fence[0]!, fence.length)
      return null
    }
    const inside = lines.slice(index + 1, end + 1).map((line) => withoutColumns(line, column))
    return { count: end - index + 1, text: [opening, ...inside].join('\n').trimEnd() }
  }
}

/** A line without up to so many columns of its indentation; the rest of a tab stays as spaces. */
function withoutColumns(line: string, columns: number): string {
  let [column, at] = [0, 0]
  while (column < columns && (line[at] === ' ' || line[at] === '\t')) {
    column += columnWidth(line[at]!, column)
    at++
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(at)
}

/** A quote with fenced code, from the line at `index` on, which is its first; null if it has none. `column` is that of the quote. */
export function quotedCodeAt(lines: readonly string[], index: number, column: number): PastedCode | null {
  let next = index
  while (next < lines.length && /^[ \t]*>/.test(lines[next]!)) next++
  const quote = lines.slice(index, next).map((line) => withoutColumns(line, column))
  const isCode = quote.length > 1 && hasFencedCode(quote.map((line) => line.replace(/^[ \t]*>[ \t]?/, '')).join('\n'))
  return isCode ? { count: quote.length, text: quote.join('\n').trimEnd() } : null
}

const codeIndent = 4

/**
 * Indented code from the line at `index` on, in text that begins at column `from`; null if the lines are not indented enough, or could be
 * prose: word processors indent paragraphs, too.
 */
export function indentedCodeAt(lines: readonly string[], index: number, from: number): PastedCode | null {
  const column = from + codeIndent
  let next = index
  while (next < lines.length && (lines[next]!.trim() === '' || indentOfPasted(lines[next]!) >= column)) next++
  const block = lines.slice(index, next)
  const count = block.findLastIndex((line) => line.trim() !== '') + 1
  const code = block.slice(0, count).map((line) => withoutColumns(line, column))
  return count > 0 && code.every(mayBeCodeLine) && code.some(isCodeLine) ? { count, text: fencedCode(code) } : null
}

/** The columns that a line is indented by. */
export const indentOfPasted = (line: string): number => columnWidth(/^[ \t]*/.exec(line)![0])

const mayBeCodeLine = (line: string): boolean => !/^(?:[-*+•●○–]|\d{1,3}[.)])[ \t]|^\p{Lu}.*[ \t].*[.!?]$/u.test(line)

/** `make install`, `key: value`, `f(x)`, `a = b` */
const isCodeLine = (line: string): boolean =>
  /[{}=;<>$|\\`#]|\w\(/.test(line) || (/^[a-z][\w./-]*(?:[ :]|$)/.test(line) && !/^https?:|[.!?]$/.test(line))

/** Lines of code between fences that are longer than any in them. */
export function fencedCode(code: readonly string[], language = ''): string {
  const inside = code.map((line) => /^\s*(`{3,})/.exec(line)?.[1]?.length ?? 0)
  const fence = '`'.repeat(Math.max(3, ...inside.map((length) => length + 1)))
  return [fence + language, ...code, fence].join('\n')
}

/** Whether a text has fenced code. */
export function hasFencedCode(text: string): boolean {
  if (!/`{3}|~{3}/.test(text)) return false
  const lines = text.split(/\r\n|\r|\n/)
  const readFence = fenceReaderOf(lines)
  return lines.some((line, index) => readFence(index, line.replace(/^[ \t]*(?:[-*+][ \t]+)?/, ''), 0) !== null)
}
