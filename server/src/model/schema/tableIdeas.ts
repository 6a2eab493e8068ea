import type { Heading, PlacedIdea, Project } from '../types.ts'
import type { Part } from './headingParts.ts'
import { plainLabelText, roleOfLabelKey } from './labelKey.ts'
import { type LearnedFieldDraft, readLearnedIdea } from './learnedIdea.ts'
import { type IdeaTable, mentorColumnOf } from './recognizeTables.ts'
import type { TableCell, TableRow } from './tables.ts'

/** The ideas of a table, a row each, by the project that the row names. */
export function tableProjects(part: Part, { table, titleColumn }: IdeaTable): readonly Project[] {
  const projectColumn = table.head.cells.findIndex(
    ({ text }, index) => index !== titleColumn && /\b(?:projects?|module|component)\b/.test(plainLabelText(text)),
  )
  const mentorColumn = mentorColumnOf(table)
  const groups: { readonly name: string; readonly ideas: PlacedIdea[] }[] = []
  for (const row of table.rows) {
    const name = projectColumn < 0 ? '' : unescapedCell(row.cells[projectColumn]?.text ?? '')
    const idea = rowIdea(part, row, table.head.cells, { titleColumn, mentorColumn })
    const last = groups.at(-1)
    if (last?.name === name) last.ideas.push(idea)
    else groups.push({ name, ideas: [idea] })
  }
  return groups.map(({ name, ideas }) => {
    const last = ideas.at(-1)!
    return { name, heading: null, ideas, span: { start: ideas[0]!.at, end: last.at + last.idea.length } }
  })
}

interface Columns {
  readonly titleColumn: number
  readonly mentorColumn: number
}

function rowIdea(part: Part, { line, cells }: TableRow, heads: readonly TableCell[], columns: Columns): PlacedIdea {
  const fields = heads.flatMap(({ text }, index): readonly LearnedFieldDraft[] => {
    const cell = cells[index]
    if (!cell || index === columns.titleColumn || plainLabelText(text) === '') return []
    const span = { start: cell.span.start - line.start, end: cell.span.end - line.start }
    const isMentors = index === columns.mentorColumn
    return [
      {
        label: text.replace(/[*_`]/g, '').trim(),
        role: isMentors ? 'mentor' : roleOfLabelKey(text) === 'mentor' ? null : roleOfLabelKey(text),
        labelSpan: { start: span.start, end: span.start },
        valueSpan: span,
        colon: true,
        isPeople: isMentors,
      },
    ]
  })
  const title = cells[columns.titleColumn]
  const heading = title ? titleInCell(title, line.start) : null
  return { at: part.at + line.start, anchor: null, idea: readLearnedIdea({ heading, shown: line.text, fields }) }
}

/** `**Keep two seasons apart**<br>[Apply](…)` → `Keep two seasons apart` */
function titleInCell({ text, span }: TableCell, lineStart: number): Heading {
  const first = text.split(/<br[ \t]?\/?>/i, 1)[0]!.trim()
  const bold = /\*\*([^*]{1,200})\*\*/.exec(text)?.[1]
  const linked = /^\[([^[\]]{1,200})\]/.exec(first)?.[1]
  const shown = (bold ?? linked ?? first).replace(/[*_`]/g, '').trim()
  const at = Math.max(0, text.indexOf(shown))
  const start = span.start - lineStart + at
  return {
    level: 2,
    text: unescapedCell(shown),
    source: shown,
    slug: '',
    span: { start: span.start - lineStart, end: span.end - lineStart },
    textSpan: { start, end: start + shown.length },
  }
}

/** `Draw \| pipes` → `Draw | pipes` */
export const unescapedCell = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
