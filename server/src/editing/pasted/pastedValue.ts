import { peopleOfRow } from '../../model/mentors/rowOfPeople.ts'
import type { FieldKey } from '../../model/types.ts'
import { type PastedLine, pastedLines } from './pastedLines.ts'
import { peopleBetweenMarks, personOfColumns } from './personText.ts'

/** A line of a field's value. */
export interface PastedValueLine {
  /** 0 for text of the field itself; 1 and more for items below it. */
  readonly depth: number
  /** One line, unless it has fenced code: then it has line breaks (`\n`). */
  readonly text: string
  /** Set if it begins a paragraph after other text of the field. */
  readonly isParagraph?: true
  /** What the label says of a person: `Primary mentor`, or another word for the first one. */
  readonly role?: 'primary' | 'lead'
}

export interface PastedField {
  readonly key: FieldKey
  readonly label: string
  readonly lines: readonly PastedValueLine[]
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
  lines.flatMap((line) =>
    peopleBetweenMarks(personOfColumns(line.text))
      .flatMap(peopleOfRow)
      .map((text) => ({ ...line, text })),
  )

/** Adds a line to a value: as text, as an item, or to the item that it is part of. */
export function addPastedLine({ lines, levels }: ValueDraft, line: PastedLine): void {
  const last = lines.at(-1)
  if (line.code !== 'inItem' || !last || last.depth === 0)
    lines.push(pastedValueLine(line, pastedDepth(levels, line.level), last))
  else lines[lines.length - 1] = { ...last, text: `${last.text}${line.isAfterBlank ? '\n\n' : '\n'}${line.text}` }
}

const maxWrappedLine = 200

/** Documents have a paragraph on a line, and sometimes no blank line after it. */
const isWholeParagraph = ({ depth, text }: PastedValueLine): boolean =>
  depth === 0 && text.length > maxWrappedLine && /[.!?:]["'”’)]?$/.test(text)

const pastedValueLine = (
  { text, isAfterBlank }: PastedLine,
  depth: number,
  last: PastedValueLine | undefined,
): PastedValueLine => {
  const isApart = isAfterBlank || (last !== undefined && isWholeParagraph(last))
  return { depth, text, ...(isApart && depth === 0 && last && { isParagraph: true }) }
}

/** A value that comes after another one: its first line begins a paragraph. */
export const asNewParagraph = (lines: readonly PastedValueLine[]): readonly PastedValueLine[] =>
  lines.map((line, index) => (index === 0 && line.depth === 0 ? { ...line, isParagraph: true } : line))

/** Whether a line of a value goes on with the paragraph of the one before it. */
export const goesOnWithParagraph = (line: PastedValueLine, before: PastedValueLine | undefined): boolean =>
  before?.depth === 0 &&
  line.depth === 0 &&
  !line.isParagraph &&
  !hasCode(before) &&
  !hasCode(line) &&
  markOfBlock(before) === markOfBlock(line)

/** A line of text below a quote or a table would be part of it. */
const markOfBlock = ({ text }: PastedValueLine): string => /^[>|]/.exec(text)?.[0] ?? ''

/** Whether a line of a value has a block of code. */
export const hasCode = ({ text }: PastedValueLine): boolean => text.includes('\n')

const minWrappedLine = 60

/** The lines of a value in which a paragraph that was wrapped is one line. */
export function unwrappedLines(lines: readonly PastedValueLine[]): readonly PastedValueLine[] {
  const joined: PastedValueLine[] = []
  for (const [index, line] of lines.entries()) {
    const [before, last] = [lines[index - 1], joined.at(-1)]
    const [word = ''] = line.text.split(' ', 1)
    const isWrapped = before !== undefined && before.text.length + word.length >= minWrappedLine
    if (last && isWrapped && goesOnWithParagraph(line, before))
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else joined.push(line)
  }
  return joined
}

/** The depth of an item among those of its value; `levels` are those that it is in, which change. */
function pastedDepth(levels: string[], level: string): number {
  if (level === '') return 0
  const known = levels.indexOf(level)
  if (known < 0) levels.push(level)
  else levels.length = known + 1
  return levels.length
}
