import { peopleOfRow } from '../../model/mentors/rowOfPeople.ts'
import { type PastedLine, pastedLines } from './pastedLines.ts'
import { personOfColumns } from './personText.ts'

/** A line of a field's value. */
export interface PastedValueLine {
  /** 0 for text of the field itself; 1 and more for items below it. */
  readonly depth: number
  /** One line, unless it has fenced code: then it has line breaks (`\n`). */
  readonly text: string
  /** Set if it begins a paragraph after other text of the field. */
  readonly isParagraph?: true
}

/** A value that is being read. */
export interface ValueDraft {
  readonly lines: PastedValueLine[]
  /** The levels of the items that the last line is in. */
  readonly levels: string[]
}

/** The lines of a text that is the value of a field, whatever they look like. */
export function pastedValueLines(text: string): readonly PastedValueLine[] {
  const draft: ValueDraft = { lines: [], levels: [] }
  for (const line of pastedLines(text, () => null)) addPastedLine(draft, line)
  return draft.lines
}

/** The lines of a value with one person on each. */
export const peopleInLines = (lines: readonly PastedValueLine[]): readonly PastedValueLine[] =>
  lines.flatMap((line) => peopleOfRow(personOfColumns(line.text)).map((text) => ({ ...line, text })))

/** Adds a line to a value: as text, as an item, or to the item that it is part of. */
export function addPastedLine({ lines, levels }: ValueDraft, line: PastedLine): void {
  const last = lines.at(-1)
  if (line.code !== 'inItem' || !last || last.depth === 0)
    lines.push(pastedValueLine(line, pastedDepth(levels, line.level), lines.length === 0))
  else lines[lines.length - 1] = { ...last, text: `${last.text}${line.isAfterBlank ? '\n\n' : '\n'}${line.text}` }
}

const pastedValueLine = ({ text, isAfterBlank }: PastedLine, depth: number, isFirst: boolean): PastedValueLine => ({
  depth,
  text,
  ...(isAfterBlank && depth === 0 && !isFirst && { isParagraph: true }),
})

/** The depth of an item among those of its value; `levels` are those that it is in, which change. */
function pastedDepth(levels: string[], level: string): number {
  if (level === '') return 0
  const known = levels.indexOf(level)
  if (known < 0) levels.push(level)
  else levels.length = known + 1
  return levels.length
}
