import type { Section } from '../../syntax/sections.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { Span } from '../../text/span.ts'
import { labelInLine } from './labelInLine.ts'
import { labelKey, roleOfLabelKey } from './labelKey.ts'
import type { LabelForm, LabelOccurrence } from './labelOccurrence.ts'
import { type ShownLine, shownLines } from './shownLines.ts'
import { type Table, tablesIn } from './tables.ts'

/** The labels, tables and lines of a section. */
export interface SectionLabels {
  readonly text: string
  readonly lines: readonly ShownLine[]
  readonly occurrences: readonly LabelOccurrence[]
  readonly tables: readonly Table[]
  /** The starts of lines that begin with a label, except list items. */
  readonly labelLines: ReadonlySet<number>
}

/** Reads a section by its text alone: the same section gives the same object. */
export const labelsIn: (section: Section) => SectionLabels = memoByIdentity((section) => {
  const text = section.blocks.map((block) => block.text).join('')
  const lines = shownLines(text, section.blocks[0]?.level ?? 0)
  const tables = tablesIn(lines)
  const inTable = new Set(tables.flatMap((table) => table.lines))
  const found = lines.map((line) => ({ line, found: inTable.has(line) ? [] : occurrencesInLine(line) }))
  const byLine = found.map((each, index) =>
    hasNoOccurrenceBelow(found, index) || isValueAlone(found, index) ? { ...each, found: [] } : each,
  )
  const occurrences = [...byLine.flatMap(({ found }) => found), ...tables.flatMap(occurrencesInTable)].sort(
    (a, b) => a.labelSpan.start - b.labelSpan.start,
  )
  const isParagraph = ({ form }: LabelOccurrence): boolean => form !== 'bareItem' && form !== 'item'
  const labelLines = new Set(byLine.flatMap(({ line, found }) => (found.some(isParagraph) ? [line.start] : [])))
  return { text, lines, occurrences, tables, labelLines }
})

interface LabelsOfLine {
  readonly line: ShownLine
  readonly found: readonly LabelOccurrence[]
}

const bulletOfLine = /^[ \t]*(?:[-*+•●▪◦]|\d{1,9}[.)])[ \t\u00a0]/

/** Whether a list item of words only (`- Experience with C`) is followed by an item of its rank or by a label: then it is text. */
function hasNoOccurrenceBelow(lines: readonly LabelsOfLine[], index: number): boolean {
  const { line, found } = lines[index]!
  const [first] = found
  if (first?.form !== 'bareItem' || first.role === 'mentor') return false
  const next = lines[lines[index + 1]?.line.text.trim() === '' ? index + 2 : index + 1]
  if (next === undefined || next.line.text.trim() === '') return true
  if (next.found.some(({ form }) => form !== 'bareItem' && form !== 'item')) return true
  return bulletOfLine.test(next.line.text) && indentOfLine(next.line) <= indentOfLine(line)
}

/** Whether emphasized words are no label but the value of the empty label above: `**Difficulty**⏎⏎**Hard**⏎⏎**Mentors**`. */
function isValueAlone(lines: readonly LabelsOfLine[], index: number): boolean {
  const [only] = lines[index]!.found
  if (only?.form !== 'ownLine' || only.role !== null) return false
  const above = nearestText(lines, index, -1)?.found.at(-1)
  if (above === undefined || above.form === 'bareItem' || above.lineEnd > above.valueStart) return false
  const below = nearestText(lines, index, 1)
  return below === undefined || below.found.length > 0
}

const maxBlankLines = 3

/** The nearest line with text before (-1) or after (1) a line. */
function nearestText(lines: readonly LabelsOfLine[], index: number, step: 1 | -1): LabelsOfLine | undefined {
  for (let at = index + step; Math.abs(at - index) <= maxBlankLines + 1; at += step) {
    const each = lines[at]
    if (each === undefined || each.line.text.trim() !== '') return each
  }
  return undefined
}

const indentOfLine = ({ text }: ShownLine): number => text.length - text.trimStart().length

function occurrencesInLine(line: ShownLine): readonly LabelOccurrence[] {
  const occurrence = labelInLine(line.text, line.start)
  if (occurrence === null) return []
  // `**Length**: 175 h | **Difficulty**: easy`
  const bar = / \| /g
  // an empty value begins at the bar
  bar.lastIndex = Math.max(0, occurrence.valueStart - line.start - 1)
  const rest: LabelOccurrence[] = []
  for (let match = bar.exec(line.text); match; match = bar.exec(line.text)) {
    const at = match.index + match[0].length
    const next = labelInLine(line.text.slice(at), line.start + at)
    if (next) rest.push({ ...next, form: occurrence.form })
  }
  const all = [occurrence, ...rest]
  return all.map((each, index) => {
    const next = all[index + 1]
    return next ? { ...each, lineEnd: lastBar(line, next.labelSpan.start) } : each
  })
}

/** Where the bar before a label on the same line is. */
const lastBar = (line: ShownLine, before: number): number => line.start + line.text.lastIndexOf(' | ', before - line.start)

const minRoleRows = 2

/** Labels of a table under an idea: the first cells of a two-column table, or the heads of a table with one row. */
function occurrencesInTable({ head, rows }: Table): readonly LabelOccurrence[] {
  const labelOf = (cell: { readonly text: string; readonly span: Span }, form: LabelForm, value: Span): LabelOccurrence => ({
    text: cell.text.replace(/[*_`]/g, '').trim(),
    key: labelKey(cell.text),
    role: roleOfLabelKey(cell.text),
    form,
    isEmphasized: false,
    indent: 0,
    labelSpan: cell.span,
    valueStart: value.start,
    lineEnd: value.end,
  })
  const facets = rows.filter(({ cells }) =>
    ['mentor', 'size', 'difficulty', 'skills'].includes(roleOfLabelKey(cells[0]?.text ?? '') ?? ''),
  )
  if (head.cells.length === 2 && facets.length >= minRoleRows) {
    return rows.flatMap(({ cells: [label, value] }) =>
      label && value && label.text !== '' ? [labelOf(label, 'row', value.span)] : [],
    )
  }
  const [only] = rows
  if (rows.length !== 1 || !only) return []
  const roles = head.cells.map(({ text }) => roleOfLabelKey(text))
  if (!roles.includes('mentor') && roles.filter((role) => role !== null).length < 2) return []
  return head.cells.flatMap((cell, index) => {
    const value = only.cells[index]
    return cell.text !== '' && value ? [labelOf(cell, 'column', value.span)] : []
  })
}
