import { placedHeadingOf } from '../../model/toc/tocHeadings.ts'
import type { IdeaFile, TocHeading } from '../../model/types.ts'
import { longestIncreasingRun } from '../../text/longestIncreasingRun.ts'
import { eolOf, listMarker } from '../../text/textLines.ts'
import { entryTarget, entryText } from './tocText.ts'

/** A row of a table of contents: an item's lines. */
export interface TocRow {
  /** The project or idea that it links to; null for other rows, which stay in their place. */
  readonly placed: TocHeading | null
  /** The project or idea that it names without a link (`- Harbor`), if `placed` is null. */
  readonly named: TocHeading | null
  readonly depth: number
  /** Its index in the table of the file; -1 for a new row or one with a new depth. */
  readonly index: number
  /** From the start of its line to its last character that is not whitespace. */
  readonly text: string
  /** The line breaks before it; null for the first row. */
  readonly gap: string | null
}

/** A row with its children. */
interface Branch {
  readonly row: TocRow
  readonly below: readonly Branch[]
}

function rowBranches(rows: readonly TocRow[]): readonly Branch[] {
  const found: Branch[] = []
  for (let index = 0; index < rows.length; ) {
    const row = rows[index]!
    let end = index + 1
    while (end < rows.length && rows[end]!.depth > row.depth) end++
    found.push({ row, below: rowBranches(rows.slice(index + 1, end)) })
    index = end
  }
  return found
}

/** Sorts siblings that link to projects and ideas; the others stay in their place. */
function sortedRows(siblings: readonly Branch[]): readonly TocRow[] {
  const known = siblings.filter(({ row }) => row.placed !== null).sort((a, b) => a.row.placed!.index - b.row.placed!.index)
  let next = 0
  return siblings
    .map((branch) => (branch.row.placed === null ? branch : known[next++]!))
    .flatMap(({ row, below }) => [row, ...sortedRows(below)])
}

/** The rows in the order of the headings, without those in the wrong branch (`misplaced`). */
export function sortRows(rows: readonly TocRow[]): { readonly rows: readonly TocRow[]; readonly misplaced: readonly TocRow[] } {
  const sorted = sortedRows(rowBranches(rows))
  const known = sorted.filter(({ placed }) => placed !== null)
  const kept = longestIncreasingRun(known.map(({ placed }) => placed!.index))
  const misplaced = new Set(known.filter((_, index) => !kept.has(index)))
  return { rows: sorted.filter((row) => !misplaced.has(row)), misplaced: [...misplaced] }
}

/** The project or idea that a row is about, with or without a link. */
const headingOfRow = ({ placed, named }: TocRow): TocHeading | null => placed ?? named

/** A heading that gets a row; `row` is its old row at another place, if it has one. */
export interface AddedRow {
  readonly placed: TocHeading
  readonly row: TocRow | null
}

/**
 * Inserts rows, each after that of the preceding heading and its children, with the depth and style of similar rows. `added` are in the
 * order of the headings, `old` are the rows of the file. `gap` separates them from the rows before instead of the table's own separator.
 */
export function insertTocRows(
  file: IdeaFile,
  rows: readonly TocRow[],
  old: readonly TocRow[],
  added: readonly AddedRow[],
  gap?: string,
): readonly TocRow[] {
  const found = [...rows]
  for (const { placed, row } of added) {
    const before = found.findLastIndex((each) => (headingOfRow(each)?.index ?? Number.POSITIVE_INFINITY) < placed.index)
    const created = newTocRow(file, found[before], old, placed, row)
    const at = before < 0 ? firstRowPlace(found, created.depth) : rowAfterChildren(found, before, created.depth)
    found.splice(at, 0, gap === undefined ? created : { ...created, gap })
  }
  return found
}

/** A row for a heading after the row `before`. With `own` it is that row at another place. */
function newTocRow(
  file: IdeaFile,
  before: TocRow | undefined,
  old: readonly TocRow[],
  placed: TocHeading,
  own: TocRow | null,
): TocRow {
  const isLike = (row: TocRow): boolean => headingOfRow(row)?.role === placed.role
  const like = before && isLike(before) ? before : old.find(isLike)
  const project = old.find((row) => headingOfRow(row)?.role === 'project')
  const depth = like?.depth ?? (placed.role === 'idea' && project ? project.depth + 1 : 0)
  const model = like ?? tocRowToCopy(old, depth)
  const link = own
    ? own.text.replace(listMarker, '')
    : `[${entryText(file, placedHeadingOf(file, placed))}](${entryTarget(placed)})`
  return {
    placed,
    named: null,
    depth,
    index: -1,
    text: `${rowPrefix(model, depth)}${link}`,
    gap: rowSeparatorBefore(old, depth, file.text),
  }
}

const tocRowToCopy = (old: readonly TocRow[], depth: number): TocRow | undefined =>
  old.find((row) => headingOfRow(row) !== null && row.depth === depth) ?? old.find((row) => headingOfRow(row) !== null) ?? old[0]

/** Limits each depth to one more than that of the row before: Markdown would read a deeper row as code, or at another depth. */
export function clampTocRows(rows: readonly TocRow[], old: readonly TocRow[]): readonly TocRow[] {
  const found: TocRow[] = []
  for (const row of rows) {
    const deepest = (found.at(-1)?.depth ?? -1) + 1
    if (row.depth <= deepest || (row.placed === null && found.length > 0)) found.push(row)
    else {
      const text = `${rowPrefix(tocRowToCopy(old, deepest), deepest)}${row.text.replace(listMarker, '')}`
      found.push({ ...row, depth: deepest, index: -1, text })
    }
  }
  return found
}

/** Indentation, bullet and spaces of a row at `depth`, in the style of `model`. */
function rowPrefix(model: TocRow | undefined, depth: number): string {
  const [, indent = '', bullet = '*', spaces = ' '] = listMarker.exec(model?.text ?? '') ?? []
  const deeper = depth - (model?.depth ?? 0)
  return `${deeper < 0 ? '' : indent}${rowContentIndent(bullet, spaces).repeat(Math.max(0, deeper))}${bullet}${spaces}`
}

/** The indentation to the parent's content column (CommonMark 5.2; five or more spaces after the bullet count as one). */
const rowContentIndent = (bullet: string, spaces: string): string =>
  spaces.includes('\t') ? '\t' : ' '.repeat(bullet.length + (spaces.length > 4 ? 1 : spaces.length))

/** The separator before rows of a depth, as in the table. */
export const rowSeparatorBefore = (rows: readonly TocRow[], depth: number, text: string): string =>
  rows.find((row) => row.depth === depth && row.gap !== null)?.gap ?? eolOf(text)

/** Before the first row about a heading, and the rows that it is nested below: those keep their children. */
function firstRowPlace(rows: readonly TocRow[], depth: number): number {
  let at = rows.findIndex((row) => headingOfRow(row) !== null)
  if (at < 0) return rows.length
  while (at > 0 && rows[at]!.depth > depth) at--
  return at
}

function rowAfterChildren(rows: readonly TocRow[], before: number, depth: number): number {
  let at = before + 1
  while (at < rows.length && rows[at]!.placed === null && rows[at]!.depth > depth) at++
  return at
}

/**
 * Renumbers the rows if `old` counts from 1 among siblings; the children of a row whose number gets longer are indented with it. Other
 * numbers stay, except that the first item right below a line of text must have the number 1 to start a list.
 */
export function renumberTocRows(rows: readonly TocRow[], old: readonly TocRow[]): readonly TocRow[] {
  const recounted = countedRows(old)
  if (old.every((row, index) => row.text === recounted[index]!.text)) return countedRows(rows)
  return rows.map((row, index) => (index > 0 && row.depth > rows[index - 1]!.depth && isTightRow(row) ? rowFromOne(row) : row))
}

const isTightRow = ({ gap }: TocRow): boolean => (gap?.match(/\r\n?|\n/g) ?? []).length < 2

const rowFromOne = (row: TocRow): TocRow => ({ ...row, text: row.text.replace(numberMark, '$11') })

const numberMark = /^([ \t]*)(\d{1,9})(?=[.)][ \t])/

function countedRows(rows: readonly TocRow[]): readonly TocRow[] {
  const counts: number[] = []
  const grown: number[] = []
  return rows.map((row) => {
    counts.length = Math.min(counts.length, row.depth + 1)
    grown.length = Math.min(grown.length, row.depth)
    const pad = ' '.repeat(grown.reduce((sum, by) => sum + by, 0))
    const mark = numberMark.exec(row.text)
    if (mark === null) return pad === '' ? row : { ...row, text: `${pad}${row.text}` }
    const number = (counts[row.depth] ?? 0) + 1
    const [whole, indent, was] = mark
    for (let depth = counts.length; depth < row.depth; depth++) counts[depth] = 0
    for (let depth = grown.length; depth < row.depth; depth++) grown[depth] = 0
    counts[row.depth] = number
    grown[row.depth] = Math.max(0, `${number}`.length - was!.length)
    return { ...row, text: `${pad}${indent}${number}${row.text.slice(whole.length)}` }
  })
}
