import { readItemLabelLine } from '../../editing/listItems.ts'
import { fieldNodeSpan } from '../../model/nodeAt.ts'
import type { Field, Idea } from '../../model/types.ts'

/** A line of prose or a heading: not indented, and not a list item. */
const proseLine = /^ {0,3}(?![-+*][ \t]|\d{1,9}[.)][ \t]|[ \t\r\n]|<!--)\S/m

const isInNumberedList = (text: string, field: Field): boolean => /^\d/.test(readItemLabelLine(text, field)?.bullet ?? '')

/**
 * The labelled items of an idea in lists that are not its fields: numbered steps, or a list below a heading or a paragraph without any
 * known field. If known fields follow in that list, only the items before them. `text` is the idea's text.
 */
export function itemsInUnrelatedLists(text: string, idea: Idea): ReadonlySet<Field> {
  const lists: { readonly led: boolean; readonly start: number; readonly fields: Field[] }[] = []
  let end = idea.heading?.span.end ?? 0
  for (const [start, field] of idea.fields.entries()) {
    const open = lists.at(-1)
    const before = open?.fields.at(-1)
    const led = proseLine.test(text.slice(end, Math.max(end, readItemLabelLine(text, field)?.start ?? field.span.start)))
    if (open && before && !led && isInNumberedList(text, before) === isInNumberedList(text, field)) open.fields.push(field)
    else lists.push({ led, start, fields: [field] })
    end = Math.max(end, fieldNodeSpan(field).end)
  }
  const first = idea.fields.findIndex(({ key }) => key !== 'other')
  const own = lists.flatMap(({ led, start, fields }) => {
    const known = fields.findIndex(({ key }) => key !== 'other')
    if (known < 0) return led || (first >= 0 && isInNumberedList(text, fields[0]!)) ? fields : []
    return led && start > first ? fields.slice(0, known) : []
  })
  return new Set(own)
}
