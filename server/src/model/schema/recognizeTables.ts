import type { Part } from './headingParts.ts'
import { plainLabelText, roleOfLabelKey } from './labelKey.ts'
import { ideaColumns, type LabelRole, resultColumns, titleColumns, wordsOfSeveral } from './labelWords.ts'
import type { Table } from './tables.ts'

/** A table with an idea in each row. */
export interface IdeaTable {
  readonly part: number
  readonly table: Table
  readonly titleColumn: number
}

/**
 * (b) Tables of two or more rows with a mentors column that is filled in half of them, and a column of titles; next to one, also a table
 * of one row that has the same head.
 */
export function ideaTables(parts: readonly Part[]): readonly IdeaTable[] {
  const placed = parts.flatMap(({ index, labels }) => labels.tables.filter(isIdeaTable).map((table) => ({ part: index, table })))
  const heads = new Set(placed.flatMap(({ table }) => (table.rows.length > 1 ? [headTextOf(table)] : [])))
  return placed.filter(({ table }) => heads.has(headTextOf(table))).map(withTitleColumn)
}

/** Tables of one row that names an idea: `| Project | Idea | Mentors |`. Most tables of one row are about the idea of the heading above. */
export const oneRowTables = (parts: readonly Part[]): readonly IdeaTable[] =>
  parts.flatMap((part) =>
    part.labels.tables
      .filter((table) => table.rows.length === 1 && isIdeaTable(table))
      .map((table) => withTitleColumn({ part: part.index, table }))
      .filter((each) => namesIdeaInRow(part, each)),
  )

const withTitleColumn = (placed: Pick<IdeaTable, 'part' | 'table'>): IdeaTable => ({
  ...placed,
  titleColumn: titleColumnOf(placed.table),
})

const headTextOf = ({ head }: Table): string => head.cells.map(({ text }) => plainLabelText(text)).join('|')

function isIdeaTable({ head, rows }: Table): boolean {
  const roles = head.cells.map(({ text }) => roleOfLabelKey(text))
  const words = head.cells.flatMap(({ text }) => wordsOfCell(text))
  const mentors = roles.indexOf('mentor') < 0 ? -1 : lastMentorColumn(roles)
  if (rows.length === 0 || head.cells.length < 3 || mentors < 0 || roles.includes('person')) return false
  if (words.some((word) => resultColumns.includes(word)) || !words.some((word) => titleColumns.includes(word))) return false
  return rows.filter(({ cells }) => (cells[mentors]?.text ?? '') !== '').length >= Math.max(1, rows.length / 2)
}

const wordsOfCell = (text: string): readonly string[] => plainLabelText(text).split(/[^\p{L}\p{N}]+/u)

const maxTitleWords = 14

/** Whether the only row of a table says another title than the heading above, in a column for titles. */
function namesIdeaInRow({ level, text }: Part, { table, titleColumn }: IdeaTable): boolean {
  const title = table.rows[0]!.cells[titleColumn]?.text ?? ''
  const isTitle = title !== '' && title.split(/\s+/).length <= maxTitleWords && !/[.!?]$/.test(title)
  if (!isTitle || plainLabelText(title) === plainLabelText(text)) return false
  const column = wordsOfCell(table.head.cells[titleColumn]!.text)
  if (column.some((word) => ideaColumns.includes(word))) return true
  const isAboveSeveral = level === 0 || wordsOfCell(text).some((word) => wordsOfSeveral.includes(word))
  return isAboveSeveral && column.some((word) => titleColumns.includes(word))
}

/** "Mentorship" as a head is a title: of several columns with a mentor word the last one has the people. */
const lastMentorColumn = (roles: readonly (LabelRole | null)[]): number => roles.lastIndexOf('mentor')

export const mentorColumnOf = ({ head }: Table): number => lastMentorColumn(head.cells.map(({ text }) => roleOfLabelKey(text)))

/** Roles of columns that never have titles. */
const valueRoles: readonly (LabelRole | null)[] = ['size', 'difficulty', 'skills', 'issue']

/**
 * The column with the most text, of those that are named like titles if there are any. Next to a description, `Project` names the ideas if
 * each row has another one.
 */
function titleColumnOf(table: Table): number {
  const mentors = mentorColumnOf(table)
  const all = table.head.cells.map((_, index) => index).filter((index) => index !== mentors)
  const open = all.filter((index) => !valueRoles.includes(roleOfLabelKey(table.head.cells[index]!.text)))
  const columns = open.length > 0 ? open : all
  const isNamed = (index: number, words: readonly string[]): boolean =>
    wordsOfCell(table.head.cells[index]!.text).some((word) => words.includes(word))
  const titles = columns.filter((index) => isNamed(index, ['idea', 'title', 'mentorship', 'topic', '题目']))
  const hasDescription = columns.some((index) => roleOfLabelKey(table.head.cells[index]!.text) === 'description')
  const projects = hasDescription
    ? columns.filter((index) => isNamed(index, titleColumns) && hasDifferentCells(table, index))
    : []
  const named = titles.length > 0 ? titles : projects
  const length = (index: number): number => table.rows.reduce((sum, { cells }) => sum + (cells[index]?.text.length ?? 0), 0)
  return (named.length > 0 ? named : columns).reduce((best, index) => (length(index) > length(best) ? index : best))
}

const hasDifferentCells = ({ rows }: Table, column: number): boolean => {
  const texts = rows.map(({ cells }) => cells[column]?.text ?? '')
  return !texts.includes('') && new Set(texts).size === texts.length
}
