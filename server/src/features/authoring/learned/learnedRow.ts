import * as l10n from '@vscode/l10n'
import { headingText } from '../../../editing/headingText.ts'
import { closedValues } from '../../../editing/learned/closedValues.ts'
import { type IdeaValues, ideaValuesOf } from '../../../editing/pasted/ideaValues.ts'
import { hasCode, unwrappedLines } from '../../../editing/pasted/pastedValue.ts'
import { labelKey } from '../../../model/schema/labelKey.ts'
import { unescapedCell } from '../../../model/schema/tableIdeas.ts'
import type { Field, IdeaFile, PlacedIdea, Project } from '../../../model/types.ts'
import { applyEdits } from '../../../text/edits.ts'
import { covers, type Span, trimSpan } from '../../../text/span.ts'
import { eolOf, lineEnd, lineStart } from '../../../text/textLines.ts'
import { type Plan, planInsertion, type ReadEditedText, type Refusal } from '../plan.ts'
import { plainInsertion, type SnippetPart } from '../snippet.ts'
import { cellText, givenText, learnedMentorParts } from './learnedFieldParts.ts'
import { codeInCell, type LearnedIdeaPlace, type NewLearnedIdea } from './newLearnedIdea.ts'

/** Plans an idea in a table with one idea in each row: a row after the last one of its project. */
export function planLearnedRow(
  file: IdeaFile,
  { group, example }: LearnedIdeaPlace,
  entered: NewLearnedIdea,
  read: ReadEditedText,
): Plan | Refusal {
  if (entered.values?.some(({ lines }) => lines.some(hasCode))) return codeInCell()
  const { text } = file
  const last = (group ?? file.projects.at(-1))?.ideas.at(-1) ?? example
  const end = lineEnd(text, last.at)
  const parts = [eolOf(text), ...rowParts(file, example, group, entered)]
  const insertion = { at: end, parts }
  const titlesWith = ({ values, ...others }: NewLearnedIdea): readonly (string | undefined)[] => {
    const row = [eolOf(text), ...rowParts(file, example, group, values ? { ...others, values } : others)]
    const after = read(applyEdits(text, [plainInsertion({ at: end, parts: row })]))
    return after.projects.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.heading?.text))
  }
  const before = file.projects.flatMap(({ ideas }) => ideas)
  const titles = titlesWith(entered)
  const isRead = titles.length === before.length + 1
  // what has no column is below the title, and must be no part of it
  const isTitled = !entered.values || titles.join('\n') === titlesWith({ ...entered, values: [] }).join('\n')
  return isRead && isTitled ? planInsertion(text, insertion, []) : { refusal: l10n.t('Could not add a row to this table.') }
}

function rowParts(file: IdeaFile, example: PlacedIdea, group: Project | null, entered: NewLearnedIdea): readonly SnippetPart[] {
  const start = lineStart(file.text, example.at)
  const line = file.text.slice(start, lineEnd(file.text, start))
  const { cells, opens, closes } = rowCells(line)
  const values = ideaValuesOf(entered.values ?? [])
  const parts = cells.map((cell) => rowCellParts(file, example, { cell, line, group, entered, values }))
  const rest = restOfRow(values)
  const described = cells.findIndex((cell) => fieldInCell(example.idea, cell)?.key === 'description')
  const place = described < 0 ? cells.findIndex((cell) => isTitleCell(cell, example)) : described
  const written = parts.map((each, index) => (index === place && rest !== '' ? withRest(each, rest) : each))
  const joined = written.flatMap((each, index) => (index > 0 ? [' | ', ...each] : each))
  return [opens ? '| ' : '', ...joined, closes ? ' |' : '']
}

const withRest = (parts: readonly SnippetPart[], rest: string): readonly SnippetPart[] => {
  const isEmpty = parts.every((part) => part === '' || (typeof part === 'object' && 'stop' in part && part.stop === ''))
  return isEmpty ? [rest.replace('<br>', '')] : [...parts, rest]
}

const fieldInCell = ({ fields }: PlacedIdea['idea'], cell: Span): Field | undefined =>
  fields.find(({ valueSpan }) => valueSpan.end > valueSpan.start && covers(cell, valueSpan))

/** The given fields that the table has no column for: `<br>Issue: …`. */
const restOfRow = (values: IdeaValues): string =>
  values
    .rest()
    .map(({ key, label, lines }) => {
      const text = unwrappedLines(lines)
        .map((line) => line.text.replaceAll('|', '\\|'))
        .join('<br>')
      return `<br>${key === 'description' ? '' : `${label}: `}${text}`
    })
    .join('')

/** The cells of a row, without the spaces at their ends. */
function rowCells(line: string): { readonly cells: readonly Span[]; readonly opens: boolean; readonly closes: boolean } {
  const bars = Array.from(line.matchAll(/(?<!\\)\|/g), ({ index }) => index)
  const opens = bars.length > 0 && line.slice(0, bars[0]).trim() === ''
  const closes = bars.length > 1 && line.slice(bars.at(-1)! + 1).trim() === ''
  const edges = [...(opens ? [] : [-1]), ...bars, ...(closes ? [] : [line.length])]
  const cells = edges.slice(0, -1).map((edge, index) => trimSpan(line, { start: edge + 1, end: edges[index + 1]! }))
  return { cells, opens, closes }
}

interface CellInRow {
  readonly cell: Span
  readonly line: string
  readonly group: Project | null
  readonly entered: NewLearnedIdea
  readonly values: IdeaValues
}

function rowCellParts(
  file: IdeaFile,
  { idea }: PlacedIdea,
  { cell, line, group, entered, values }: CellInRow,
): readonly SnippetPart[] {
  const written = line.slice(cell.start, cell.end)
  const title = idea.heading?.textSpan
  if (title && isTitleCell(cell, { idea })) return rowTitleParts(line, cell, title, entered.title)
  const field = fieldInCell(idea, cell)
  const given = field ? values.take(field.key, field.label) : null
  if (field && given) {
    const lines = given.map((line) => ({ ...line, text: givenText(file, field.key, field.label, line.text) }))
    return [cellText(lines, field.key)]
  }
  if (field?.key === 'mentors') return learnedMentorParts(file)
  if (/^\d{1,4}$/.test(written)) return [String(nextRowNumber(file, cell, line))]
  const project = file.projects.find(({ ideas }) => ideas.some(({ idea: own }) => own === idea))?.name ?? ''
  if (project !== '' && unescapedCell(written) === project) {
    const name = group?.name ?? entered.project
    return [name === project ? written : name.replaceAll('|', '\\|')]
  }
  const own = field ? undefined : idea.fields.find(({ valueSpan }) => valueSpan.start === cell.start)
  const label = field ?? own
  const [first, ...others] = label && !entered.values?.length ? closedValues(file, labelKey(label.label)) : []
  return [first !== undefined && others.length > 0 ? { choices: [first, ...others] } : { stop: '' }]
}

const isTitleCell = ({ start, end }: Span, { idea }: Pick<PlacedIdea, 'idea'>): boolean => {
  const title = idea.heading?.textSpan
  return title !== undefined && title.start >= start && title.end <= end && title.end > title.start
}

/** `**Title**`, `[Title](…)` or the plain title. */
function rowTitleParts(line: string, cell: Span, title: Span, typed: string): readonly SnippetPart[] {
  const text = headingText(typed).replaceAll('|', '\\|')
  const marks = /[*_]{1,3}$/.exec(line.slice(cell.start, title.start))?.[0] ?? ''
  const isLink = line[title.start - 1] === '[' && line.slice(title.end, title.end + 2) === ']('
  return isLink ? [`[${text}](`, { stop: '' }, ')'] : [`${marks}${text}${marks}`]
}

/** One more than the largest number in the same column. */
function nextRowNumber(file: IdeaFile, cell: Span, line: string): number {
  const column = rowCells(line).cells.findIndex(({ start }) => start === cell.start)
  const numbers = file.projects
    .flatMap(({ ideas }) => ideas)
    .flatMap(({ at }) => {
      const row = file.text.slice(at, lineEnd(file.text, at))
      const own = rowCells(row).cells[column]
      const written = own ? row.slice(own.start, own.end) : ''
      return /^\d{1,4}$/.test(written) ? [Number(written)] : []
    })
  return Math.max(0, ...numbers) + 1
}
