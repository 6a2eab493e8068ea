import type { Part } from './headingParts.ts'
import { plainLabelText, roleOfLabelKey } from './labelKey.ts'
import { type LabelRole, resultColumns, titleColumns } from './labelWords.ts'
import type { Table } from './tables.ts'

/** A table with an idea in each row. */
export interface IdeaTable {
  readonly part: number
  readonly table: Table
  readonly titleColumn: number
}

/** (b) Tables of two or more rows with a mentors column that is filled in half of them, and a column of titles. */
export const ideaTables = (parts: readonly Part[]): readonly IdeaTable[] =>
  parts.flatMap(({ index, labels }) =>
    labels.tables.filter(isIdeaTable).map((table) => ({ part: index, table, titleColumn: titleColumnOf(table) })),
  )

function isIdeaTable({ head, rows }: Table): boolean {
  const roles = head.cells.map(({ text }) => roleOfLabelKey(text))
  const words = head.cells.flatMap(({ text }) => plainLabelText(text).split(/[^\p{L}\p{N}]+/u))
  const mentors = roles.indexOf('mentor') < 0 ? -1 : lastMentorColumn(roles)
  if (rows.length < 2 || head.cells.length < 3 || mentors < 0 || roles.includes('person')) return false
  if (words.some((word) => resultColumns.includes(word)) || !words.some((word) => titleColumns.includes(word))) return false
  return rows.filter(({ cells }) => (cells[mentors]?.text ?? '') !== '').length >= Math.max(1, rows.length / 2)
}

/** "Mentorship" as a head is a title: of several columns with a mentor word the last one has the people. */
const lastMentorColumn = (roles: readonly (LabelRole | null)[]): number => roles.lastIndexOf('mentor')

export const mentorColumnOf = ({ head }: Table): number => lastMentorColumn(head.cells.map(({ text }) => roleOfLabelKey(text)))

/**
 * The column with the most text, of those that are named like titles if there are any. Next to a description, `Project` names the ideas if
 * each row has another one.
 */
function titleColumnOf(table: Table): number {
  const mentors = mentorColumnOf(table)
  const columns = table.head.cells.map((_, index) => index).filter((index) => index !== mentors)
  const isNamed = (index: number, words: readonly string[]): boolean =>
    plainLabelText(table.head.cells[index]!.text)
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => words.includes(word))
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
