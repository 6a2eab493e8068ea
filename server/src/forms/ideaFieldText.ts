import { fieldMarkdown } from '../model/fields/fieldMarkdown.ts'
import { fieldNodeSpan } from '../model/nodeAt.ts'
import type { Field, FieldKey, Idea } from '../model/types.ts'
import { covers } from '../text/span.ts'

/** The Markdown of all fields of an idea with this key, as a text of its own; `text` is the idea's. Empty if there is none. */
export const ideaFieldText = (text: string, idea: Idea, key: FieldKey): string =>
  idea.fields
    .filter((field) => field.key === key)
    .map((field) => fieldValueText(text, idea, field))
    .filter((value) => value !== '')
    .join('\n\n')

/** The value of a field without fields nested in it, comments and the indent of its list item. */
function fieldValueText(text: string, idea: Idea, field: Field): string {
  if (field.yaml) return fieldMarkdown(text, idea, field)
  const { fields } = idea
  const { start, end } = field.valueSpan
  const inner = fields.filter((other) => other !== field && other.shape === 'nested' && covers(field.valueSpan, other.span))
  let value = ''
  let at = start
  for (const other of inner) {
    // the bullet of the nested field goes, too
    value += text.slice(at, Math.max(at, other.span.start)).replace(/[ \t]*[-+*][ \t]+$/, '')
    at = Math.max(at, fieldNodeSpan(other).end)
  }
  return withoutItemIndent(`${value}${text.slice(at, end)}`.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))
}

/** Removes from the lines after the first what they are all indented by, and spaces at the ends of lines. */
function withoutItemIndent(value: string): string {
  const [first = '', ...rest] = value.replace(/\r\n?/g, '\n').split('\n')
  const indents = rest.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)![0].length)
  const common = Math.min(...indents, 12)
  const lines = [first, ...rest.map((line) => line.slice(Math.min(common, /^[ \t]*/.exec(line)![0].length)))]
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
