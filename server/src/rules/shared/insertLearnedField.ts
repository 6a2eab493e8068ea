import { labelKey } from '../../model/schema/labelKey.ts'
import type { Idea, LearnedLabel, LearnedSchema } from '../../model/types.ts'
import { frontMatterEnd } from '../../syntax/frontMatter.ts'
import { eolOf } from '../../text/textLines.ts'
import { quote } from '../../text/wording.ts'
import type { Fix } from '../rule.ts'

/**
 * Adds an empty field to an idea, written as the list writes it, after the field that usually comes before it. Null for a list whose
 * fields are cells of a table or keys of front matter. Spans count from the idea's start.
 */
export function insertLearnedField(
  text: string,
  idea: Idea,
  label: LearnedLabel,
  { labels, labelStyle, reason }: LearnedSchema,
): (() => readonly Fix[]) | null {
  if (reason === 'table' || reason === 'front matter' || label.inFrontMatter || labelStyle?.form.family === 'table') return null
  return () => {
    const before = labels.slice(0, labels.indexOf(label)).map(({ key }) => key)
    // a key of front matter has no style
    const previous = idea.fields.findLast((field) => field.style && before.includes(labelKey(field.label)))
    const at = previous ? Math.max(previous.valueSpan.end, previous.labelSpan.end) : firstFieldPlace(text, idea)
    const eol = eolOf(text)
    const isItem = labelStyle?.form.family === 'item' && previous !== undefined
    const newText = `${isItem ? eol : eol + eol}${label.sample.trimEnd()}${labelStyle?.form.family === 'heading' ? '' : ' '}`
    return [{ title: `Add the field ${quote(label.label)}`, kind: 'review', edits: [{ span: { start: at, end: at }, newText }] }]
  }
}

/** Where the first field goes: after the title, or after the front matter that has it. */
function firstFieldPlace(text: string, { heading }: Idea): number {
  const body = frontMatterEnd(text)
  return heading && heading.span.end >= body ? heading.span.end : body
}
