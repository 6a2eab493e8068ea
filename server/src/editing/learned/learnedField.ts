import { labelKey } from '../../model/schema/labelKey.ts'
import type { Field, Idea, LearnedLabel, LearnedSchema } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import type { Edit } from '../../text/edits.ts'
import { eolOf, lineEnd, lineStart, nextLineStart } from '../../text/textLines.ts'

/** Edits that add a field, and where its value begins: at an offset in the new text of one of them. */
export interface LearnedFieldInsertion {
  readonly edits: readonly Edit[]
  readonly valueIn: Edit
  readonly valueAt: number
}

const learnedInsertionBefore = (edit: Edit, tail = ''): LearnedFieldInsertion => {
  const whole = { span: edit.span, newText: edit.newText + tail }
  return { edits: [whole], valueIn: whole, valueAt: edit.newText.length }
}

/**
 * The edits that add an empty field to an idea, written as the list writes it, after the field that usually comes before it: a line, a
 * heading, a row or a column of the idea's table, a key of its front matter. Null in a table with an idea in each row, which has a cell
 * for every field. `text` is the idea's, and spans count from its start.
 */
export function learnedFieldInsertion(
  text: string,
  idea: Idea,
  label: LearnedLabel,
  { labels, labelStyle, reason }: LearnedSchema,
): LearnedFieldInsertion | null {
  if (reason === 'table') return null
  const before = labels.slice(0, labels.indexOf(label)).map(({ key }) => key)
  const last = idea.fields.findLast((field) => before.includes(labelKey(field.label)))
  if (label.inFrontMatter) return learnedKeyInsertion(text, idea, last, label)
  // a key of front matter has no style
  const previous = idea.fields.findLast((field) => field.style && before.includes(labelKey(field.label)))
  const row =
    previous?.style?.family === 'table' ? previous : labelStyle?.form.family === 'table' ? learnedTableField(idea) : undefined
  if (row) return learnedCellInsertion(text, row, label)
  return learnedInsertionBefore(learnedLineInsertion(text, idea, previous, label))
}

const insertLearnedAt = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText })

const learnedTableField = ({ fields }: Idea): Field | undefined => fields.find(({ style }) => style?.family === 'table')

function learnedLineInsertion(text: string, idea: Idea, previous: Field | undefined, label: LearnedLabel): Edit {
  const eol = eolOf(text)
  const at = previous ? Math.max(previous.valueSpan.end, previous.labelSpan.end) : firstLearnedFieldPlace(text, idea)
  const sample = label.sample.trimEnd()
  // `Size: 90 h | Level: easy`
  if (label.sample.startsWith(' | ') && previous) return insertLearnedAt(at, `${label.sample.trimEnd()} `)
  const isHeading = /^ {0,3}#{1,6}[ \t]/.test(sample)
  const isItem = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]/.test(sample) && previous !== undefined
  return insertLearnedAt(
    at,
    `${isItem ? eol : eol + eol}${sample.replace(/^ \| /, '')}${isHeading || !/[:：*_]$/.test(sample) ? '' : ' '}`,
  )
}

/** Where the first field goes: after the title, or after the front matter that has it. */
function firstLearnedFieldPlace(text: string, { heading }: Idea): number {
  const body = frontMatterEnd(text)
  return heading && heading.span.end >= body ? heading.span.end : body
}

/** A row below the one of another label, or a column after it: a cell in each of its three lines. */
function learnedCellInsertion(text: string, { labelSpan, valueSpan }: Field, label: LearnedLabel): LearnedFieldInsertion {
  const isRow = lineStart(text, labelSpan.start) === lineStart(text, valueSpan.start)
  const line = lineStart(text, labelSpan.start)
  const source = text.slice(line, lineEnd(text, line))
  const marks = /[*_]{0,3}$/.exec(text.slice(line, labelSpan.start))?.[0] ?? ''
  const name = `${marks}${label.label}${marks}`
  if (isRow) {
    const open = /^[ \t]*\|/.test(source) ? '| ' : ''
    const row = insertLearnedAt(line + source.length, `${eolOf(text)}${open}${name} | `)
    return learnedInsertionBefore(row, /\|[ \t]*$/.test(source) ? ' |' : '')
  }
  const column = learnedBarsBefore(source, labelSpan.start - line)
  const delimiter = nextLineStart(text, line)
  const values = nextLineStart(text, delimiter)
  const valueIn = insertLearnedAt(values + learnedCellEnd(text.slice(values, lineEnd(text, values)), column), '  |')
  const edits = [
    insertLearnedAt(line + learnedCellEnd(source, column), ` ${name} |`),
    insertLearnedAt(delimiter + learnedCellEnd(text.slice(delimiter, lineEnd(text, delimiter)), column), '---|'),
    valueIn,
  ]
  return { edits, valueIn, valueAt: 1 }
}

const learnedBarsOf = (line: string): readonly number[] => Array.from(line.matchAll(/(?<!\\)\|/g), ({ index }) => index)

const learnedBarsBefore = (line: string, offset: number): number => learnedBarsOf(line).filter((bar) => bar < offset).length

/** After the bar that ends a cell; `column` is how many bars are before it. */
const learnedCellEnd = (line: string, column: number): number => (learnedBarsOf(line)[column] ?? line.length - 1) + 1

/** A key below the value of another one, or the last one. */
function learnedKeyInsertion(
  text: string,
  idea: Idea,
  previous: Field | undefined,
  label: LearnedLabel,
): LearnedFieldInsertion | null {
  const close = /\n---[ \t]*(?:\r|\n|$)/.exec(text)
  if (close === null) return null
  const inMatter = idea.fields.findLast(({ labelSpan }) => labelSpan.start < close.index)
  const after = previous && previous.labelSpan.start < close.index ? previous : inMatter
  const at = after ? Math.max(after.valueSpan.end, lineEnd(text, after.labelSpan.end)) : close.index
  return learnedInsertionBefore(insertLearnedAt(text[at - 1] === '\r' ? at - 1 : at, `${eolOf(text)}${label.sample.trimEnd()} `))
}
