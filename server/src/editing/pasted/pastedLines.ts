import { fieldKey } from '../../model/labels/aliases.ts'
import { labelAt } from '../../model/labels/labelSyntax.ts'
import type { FieldKey, Labels } from '../../model/types.ts'
import { readLineBullet } from '../../text/bullets.ts'
import { columnWidth, linesOf } from '../../text/textLines.ts'
import { fenceReaderOf, indentedCodeAt, indentOfPasted, quotedCodeAt } from './pastedCode.ts'

/** The label that a pasted line begins with. */
export interface PastedLabel {
  readonly text: string
  readonly key: FieldKey
  /** Whether the list knows the label; any other counts only next to those that it knows. */
  readonly isKnown: boolean
  /** What follows it on its line. */
  readonly value: string
  /** Whether a colon ends it; otherwise it has a line of its own. */
  readonly hasColon: boolean
  /** Whether its marks say that it is a label, whatever its words are: `### Details`, `**Length:** 350 hours`. */
  readonly isMarked: boolean
  /** Set if the value is a cell: what follows is no part of it. */
  readonly isRow?: true
}

/** A line of a text that was copied from a document. */
export interface PastedLine {
  /** UTF-16, in the pasted text; without the spaces at the line's ends. */
  readonly start: number
  readonly end: number
  /** The bullet with its indentation (`2●`): lines with the same one are on the same level. Empty for a line without a bullet. */
  readonly level: string
  readonly text: string
  readonly label: PastedLabel | null
  /** Set if a blank line is before it. */
  readonly isAfterBlank?: true
  /** Set for code, whose `text` has all its lines between two fences: whether it is part of the item above it. */
  readonly code?: 'inItem' | 'apart'
}

const maxPastedLabel = 80

/** The lines of a pasted text without empty ones; `labels` are those of the list. A block of code is one line, and none of its lines a label. */
export function pastedLines(text: string, labels: Labels = fieldKey): readonly PastedLine[] {
  const spans = linesOf(text, { start: 0, end: text.length })
  const written = spans.map(({ start, end }) => text.slice(start, end))
  const readCode = pastedCodeReader(written)
  const lines: PastedLine[] = []
  for (let index = 0; index < spans.length; index++) {
    const own = readPastedLine(written[index]!, labels)
    if (own === null) continue
    const { start } = spans[index]!
    const isAfterBlank = index > 0 && written[index - 1]!.trim() === ''
    const code = readCode(index, own, isAfterBlank)
    const place = { start: own.start + start, ...(isAfterBlank && { isAfterBlank: true as const }) }
    if (code === null) lines.push({ ...own, ...place, end: own.end + start })
    else {
      index += code.count - 1
      const end = spans[index]!.start + written[index]!.trimEnd().length
      lines.push({ ...place, end, level: own.level, text: code.text, label: null, code: code.isInItem ? 'inItem' : 'apart' })
    }
  }
  return lines
}

/** Reads the code that begins at a line, from top to bottom; null if none does. */
function pastedCodeReader(written: readonly string[]) {
  const readFence = fenceReaderOf(written)
  // where the text of the items begins that the line is in
  let columns: readonly number[] = []
  let [labelAt, previous, isInQuote] = [Number.POSITIVE_INFINITY, 0, false]
  return (index: number, line: Omit<PastedLine, 'isAfterBlank'>, isAfterBlank: boolean) => {
    const column = columnWidth(written[index]!.slice(0, line.start))
    const indent = indentOfPasted(written[index]!)
    if (isAfterBlank || line.level !== '' || line.label?.isKnown) columns = columns.filter((each) => each <= indent)
    const from = columns.at(-1) ?? 0
    const isQuote = line.text.startsWith('>')
    const mayBeIndented = isAfterBlank && line.level === '' && indent >= labelAt + 4 && previous < from + 4
    const code =
      readFence(index, line.text, column) ??
      (isQuote && !isInQuote && line.level === '' ? quotedCodeAt(written, index, column) : null) ??
      (mayBeIndented && indent >= from + 4 ? indentedCodeAt(written, index, from) : null)
    if (line.level !== '') columns = [...columns, column]
    if (code === null && labelAt > indent && (line.label?.isKnown || hasMarkdownMark(line.text))) labelAt = indent
    previous = indent
    isInQuote = isQuote
    return code && { ...code, isInItem: line.level === '' && from > 0 && from <= column }
  }
}

/** A heading, a bold word or a row of a table: lines that are indented more can be code. */
const hasMarkdownMark = (text: string): boolean => /^(?:#{1,6}[ \t]|\*\*|\|)/.test(text)

function readPastedLine(written: string, labels: Labels): PastedLine | null {
  const line = written.replace(/\u00a0/g, ' ')
  const end = line.trimEnd().length
  if (end === 0) return null
  const numbered = /^[ \t]*(?:\d{1,3}[.)]|\*)(?=[ \t])[ \t]*/.exec(line)?.[0]
  const { indent, bullet, gap, contentStart } = readLineBullet(line, 0, line.length)
  const isItem = numbered !== undefined || (bullet !== '' && gap !== '')
  const from = numbered?.length ?? (isItem ? contentStart : indent.length)
  const text = line.slice(from, end)
  if (text === '') return null
  const depth = columnWidth(numbered ? /^[ \t]*/.exec(line)![0] : indent)
  const mark = numbered ? (/\d/.test(numbered) ? '1' : '*') : bullet
  return { start: from, end, level: isItem ? `${depth}${mark}` : '', text, label: pastedLabelOf(text, labels) }
}

function pastedLabelOf(text: string, labels: Labels): PastedLabel | null {
  const found = labelAt(text, 0, Math.min(text.length, maxPastedLabel), labels)
  if (found === null || found.mark === 'link' || found.mark === 'dash') return null
  const hasColon = found.mark === 'colon'
  if (!hasColon && (found.key === null || found.end < text.length)) return null
  return {
    text: found.text,
    key: found.key ?? 'other',
    isKnown: found.key !== null,
    value: text.slice(found.end).trim(),
    hasColon,
    isMarked: false,
  }
}

/** The lines of a text of which headings, bold words with a colon and first cells of rows are labels, too, known or not. */
export function pastedDocumentLines(text: string, labels: Labels): readonly PastedLine[] {
  const lines = pastedLines(text, labels).map((line) =>
    line.code ? line : { ...line, label: markedLabelOf(line.text, labels) ?? line.label },
  )
  const rows = lines.map((line) => (line.code || line.level !== '' ? null : rowLabelOf(line.text, labels)))
  if (rows.filter((row) => row?.isKnown).length < minRowLabels) return lines
  const isHeader = (index: number): boolean =>
    isHeaderOfLabels(rows[index] ?? null) && isRuleOfTable(lines[index + 1]?.text ?? '')
  return lines.flatMap((line, index) => {
    const label = rows[index] ?? null
    if (isRuleOfTable(line.text) || isHeader(index)) return []
    return [label === null ? line : { ...line, label }]
  })
}

/** Whether a pasted text has a heading of Markdown; `# all` in code is none. */
export const hasPastedHeading = (text: string): boolean =>
  /^#{1,6}[ \t]/m.test(text) &&
  pastedLines(text, () => null).some((line) => !line.code && line.level === '' && /^#{1,6}[ \t]/.test(line.text))

const minRowLabels = 2

const isRuleOfTable = (text: string): boolean => /^\|[ \t]*:?-+:?[ \t]*\|[ \t]*:?-+:?[ \t]*\|?$/.test(text)

const wordsOfHeader =
  /^(?:name|field|key|category|property|item|attribute|label|detail|value|rating|info(?:rmation)?|content)?s?$/i

/** `| Field | Value |` says nothing of the idea; the first field may be in the place of a header, too. */
const isHeaderOfLabels = (row: PastedLabel | null): boolean =>
  row !== null && !row.isKnown && wordsOfHeader.test(row.text) && wordsOfHeader.test(row.value.replaceAll('*', ''))

/** `| Mentors | Ada Fern |` */
function rowLabelOf(text: string, labels: Labels): PastedLabel | null {
  const cells = /^\|/.test(text) ? text.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/) : []
  if (cells.length !== 2) return null
  const [label = '', value = ''] = cells.map((cell) => cell.trim().replaceAll('\\|', '|'))
  const name = label.replace(/^\*\*([^*]+)\*\*$/, '$1').replace(/:$/, '')
  const key = name === '' ? null : labels(name)
  return { text: name, key: key ?? 'other', isKnown: key !== null, value, hasColon: true, isMarked: true, isRow: true }
}

function markedLabelOf(text: string, labels: Labels): PastedLabel | null {
  const heading = /^#{1,6}[ \t]+(?:\*\*)?([^*\r\n]{2,80}?):?(?:\*\*)?[ \t]*#*$/.exec(text)?.[1]
  const [, before, after, value = ''] = /^\*\*(?:([^*:]{2,60}):\*\*|([^*:]{2,60})\*\*[ \t]*:)[ \t]*(.*)$/.exec(text) ?? []
  const label = (heading ?? before ?? after)?.trim()
  if (label === undefined) return null
  const key = labels(label)
  return { text: label, key: key ?? 'other', isKnown: key !== null, value, hasColon: heading === undefined, isMarked: true }
}
