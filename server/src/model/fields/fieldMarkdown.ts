import { withoutSharedIndent } from '../../text/sharedIndent.ts'
import { covers } from '../../text/span.ts'
import { yamlText } from '../schema/yamlScalars.ts'
import type { Field, Idea, IdeaFile, Mentor } from '../types.ts'

/** Longer texts of a YAML value are list items. */
const maxInLine = 40

/** The value of a field as Markdown, without the indentation of its list item; `text` is the idea's. */
export function fieldMarkdown(text: string, idea: Idea, field: Field): string {
  const { key, valueSpan, yaml } = field
  const written = text.slice(valueSpan.start, valueSpan.end)
  if (!yaml) return isCellField(field) ? markdownOfCell(written) : withoutSharedIndent(written)
  const people = key === 'mentors' ? idea.mentors.filter(({ span }) => covers(valueSpan, span)) : []
  const texts = people.length > 0 ? people.map(personMarkdown) : yaml.map((span) => yamlText(text, span).trim())
  const filled = texts.filter((each) => each !== '')
  if (filled.length < 2) return filled.join('')
  const isLine = people.length === 0 && filled.every((each) => each.length <= maxInLine && !/[,\n]/.test(each))
  return isLine ? filled.join(', ') : filled.map((each) => `- ${each.replaceAll('\n', '\n  ')}`).join('\n')
}

/** Whether a field is a cell of a table whose rows are ideas: its label is the column's head, outside the idea. */
export const isColumnField = ({ labelSpan, valueSpan, yaml }: Field): boolean =>
  yaml === undefined && labelSpan.start === labelSpan.end && labelSpan.start === valueSpan.start

const isCellField = (field: Field): boolean => field.style?.family === 'table' || isColumnField(field)

/** The text of a table's cell outside the table, where a bar needs no escape. */
export const markdownOfCell = (cell: string): string => cell.replaceAll('\\|', '|').trim()

/** `Ada Example (@ada, ada@example.org)` */
function personMarkdown({ name, handle, email }: Mentor): string {
  const contacts = [handle === null ? null : `@${handle}`, email].filter((each) => each !== null).join(', ')
  return name === null ? contacts : contacts === '' ? name : `${name} (${contacts})`
}

/** Whether a field is shown as the idea's: keys of front matter such as `layout` are the site's business, and the title has its place. */
export const isFieldOfIdea = ({ template }: IdeaFile, { key, label, yaml }: Field): boolean =>
  yaml === undefined ||
  key !== 'other' ||
  (template.learned?.isDeclared === true && template.learned.labels.some((each) => each.label === label))
