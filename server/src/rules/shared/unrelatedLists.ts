import { readLabelLine } from '../../editing/listItems.ts'
import { fieldSpan } from '../../model/nodeAt.ts'
import type { Field, Idea } from '../../model/types.ts'

const isKnown = ({ key }: Field): boolean => key !== 'other'

/** A line of prose or a heading: it stands at the text's edge and begins no item. */
const proseLine = /^ {0,3}(?![-+*][ \t]|\d{1,9}[.)][ \t]|[ \t\r\n]|<!--)\S/m

const isNumbered = (text: string, field: Field): boolean => /^\d/.test(readLabelLine(text, field)?.bullet ?? '')

/**
 * The labelled items of an idea that stand in lists of their own, which are no fields: numbered steps, or a list below a heading or
 * a paragraph with no known field in it. Where the fields go on in that list, it is its items before them. `text` is the idea's.
 */
export function itemsInUnrelatedLists(text: string, idea: Idea): ReadonlySet<Field> {
  const lists: { readonly led: boolean; readonly fields: Field[] }[] = []
  let end = idea.heading?.span.end ?? 0
  for (const field of idea.fields) {
    const open = lists.at(-1)
    const before = open?.fields.at(-1)
    const led = proseLine.test(text.slice(end, Math.max(end, readLabelLine(text, field)?.start ?? field.span.start)))
    if (open && before && !led && isNumbered(text, before) === isNumbered(text, field)) open.fields.push(field)
    else lists.push({ led, fields: [field] })
    end = Math.max(end, fieldSpan(field).end)
  }
  const first = idea.fields.findIndex(isKnown)
  const own = lists.flatMap(({ led, fields }) => {
    const known = fields.findIndex(isKnown)
    if (known < 0) return led || (first >= 0 && isNumbered(text, fields[0]!)) ? fields : []
    return led && idea.fields.indexOf(fields[0]!) > first ? fields.slice(0, known) : []
  })
  return new Set(own)
}
