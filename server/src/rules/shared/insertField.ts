import { fieldSpecOf } from '../../editing/fieldPlacement.ts'
import { fieldBulletOf, readLabelLine } from '../../editing/listItems.ts'
import { entryTemplate } from '../../editing/mentorText.ts'
import { fieldSpan } from '../../model/nodeAt.ts'
import type { Field, FieldSpec, Idea, Template } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import type { Span } from '../../text/span.ts'
import { eolOf, lineStart } from '../../text/textLines.ts'
import type { Fix } from '../rule.ts'

/** Puts a field that an idea lacks into its place, for the author to fill in. The fix is worked out when it is asked for. */
export const insertField = (text: string, idea: Idea, spec: FieldSpec, template: Template) => (): readonly Fix[] => [
  { title: `Add the field "${spec.label}"`, kind: 'review', edits: [insertion(text, idea, spec, template)] },
]

function insertion(text: string, idea: Idea, spec: FieldSpec, template: Template): Edit {
  const eol = eolOf(text)
  const { before, next } = neighbours(text, idea, spec, template)
  const item = newItem(text, modelOf(text, idea, before ?? next), spec, template, eol)
  const begun = begunLine(text, idea, spec, before)
  if (begun) return { span: begun, newText: item }
  const behind = before && behindStray(text, idea, before)
  if (behind) {
    const at = lineStart(text, behind.labelSpan.start)
    return { span: { start: at, end: at }, newText: item + gapAt(text, idea, behind, eol) }
  }
  if (before) {
    const at = fieldSpan(before).end
    return { span: { start: at, end: at }, newText: gapAt(text, idea, before, eol) + item }
  }
  if (next) {
    const at = lineStart(text, next.labelSpan.start)
    return { span: { start: at, end: at }, newText: item + gapAt(text, idea, next, eol) }
  }
  const at = idea.heading?.span.end ?? 0
  return { span: { start: at, end: at }, newText: `${eol}${eol}${item}` }
}

/** The line behind `before` of an item that is no field and holds nothing but the label's first letters: somebody begins to type it. */
function begunLine(text: string, { fields }: Idea, { label }: FieldSpec, before: Field | undefined): Span | null {
  const from = before ? fieldSpan(before).end : 0
  const to = fields.find(({ shape, span }) => shape !== 'nested' && span.start >= from)?.span.start ?? text.length
  for (const match of text.matchAll(/^[ \t]{0,3}[-*+][ \t]{1,4}[*_]{0,3}(\p{L}[\p{L} \t]{2,40})[*_]{0,3}[ \t]*(?=[\r\n]|$)/gmu)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const isBegun = label.toLowerCase().startsWith(match[1]!.trim().toLowerCase())
    if (isBegun && span.start >= from && span.end <= to) return span
  }
  return null
}

/** The field behind what stands below `before` and is no part of it: an empty field between them would take that for its value. */
function behindStray(text: string, idea: Idea, before: Field): Field | undefined {
  const { end } = fieldSpan(before)
  const next = idea.fields.find(({ shape, span }) => shape !== 'nested' && span.start >= end)
  const isNear = next !== undefined && next.labelSpan.start < firstPartEnd(text, idea)
  return isNear && text.slice(end, lineStart(text, next.labelSpan.start)).trim() !== '' ? next : undefined
}

/** The field behind which the new one stands; where it comes first, the one that it stands before. */
function neighbours(
  text: string,
  idea: Idea,
  spec: FieldSpec,
  template: Template,
): { readonly before?: Field; readonly next?: Field } {
  const rank = template.fields.indexOf(spec)
  const end = firstPartEnd(text, idea)
  // what is inside another field ends with it
  const own = idea.fields.filter(({ shape, labelSpan }) => shape !== 'nested' && labelSpan.start < end)
  for (let earlier = rank - 1; earlier >= 0; earlier--) {
    const isOfKind = (field: Field | undefined): boolean =>
      field !== undefined && fieldSpecOf(field, template) === template.fields[earlier]
    let at = own.findIndex(isOfKind)
    // behind the co-mentors
    while (at >= 0 && isOfKind(own[at + 1])) at++
    if (at >= 0) return { before: own[at]! }
  }
  const next = own[0]
  return next ? { next } : {}
}

/**
 * Where an idea's first part ends: before a heading that is no field's label. A field more in another part could make an idea of
 * that part.
 */
export function firstPartEnd(text: string, { heading, fields }: Idea): number {
  const from = heading?.span.end ?? 0
  const labels = new Set(fields.map(({ span }) => span.start))
  const own = [...text.slice(from).matchAll(/^#{1,6}[ \t]/gm)].map(({ index }) => from + index)
  return own.find((at) => at > from && !labels.has(at)) ?? text.length
}

/** The line ends between an idea's items, as they stand behind a field or else before it. */
function gapAt(text: string, { fields }: Idea, field: Field, eol: string): string {
  const index = fields.indexOf(field)
  const [first, second] = index + 1 < fields.length ? [field, fields[index + 1]!] : [fields[index - 1], field]
  const between = first ? text.slice(fieldSpan(first).end, lineStart(text, second!.labelSpan.start)) : ''
  return /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r/.test(between) ? eol + eol : eol
}

/**
 * The idea with those fields that show how its items are written: the template's own, before any other labelled line. A number
 * belongs into a list: beside anything else it would be read as text.
 */
function modelOf(text: string, idea: Idea, beside: Field | undefined): Idea {
  const known = idea.fields.filter(({ key, shape }) => key !== 'other' && shape === 'item')
  const fields = known.length > 0 ? known : idea.fields
  const isNumbered = (field: Field): boolean => /^\d/.test(readLabelLine(text, field)?.bullet ?? '')
  return {
    ...idea,
    fields: beside?.shape === 'item' && isNumbered(beside) ? fields : fields.filter((field) => !isNumbered(field)),
  }
}

/** Bullet, marks and colon as the idea's first item has them, the template's label, and for mentors a form below it. */
function newItem(text: string, idea: Idea, spec: FieldSpec, template: Template, eol: string): string {
  const model = idea.fields.find(({ shape, colon }) => shape === 'item' && colon)
  const line = model && readLabelLine(text, model)
  const behind = model ? /^[ \t]*[*_]{0,3}[:：][*_]{0,3}/.exec(text.slice(model.labelSpan.end))?.[0] : undefined
  const closed = line?.marks.length === behind?.replace(/[^*_]/g, '').length
  const mark = `${line?.indent ?? ''}${fieldBulletOf(text, idea)}`
  const label = closed && line ? `${line.marks}${spec.label}${behind ?? ':'}` : `${spec.label}:`
  return `${mark}${label}${spec.key === 'mentors' ? mentors(mark, template, eol) : ''}`
}

/** The template's own entries, else the form of one; as many as are asked for at least. */
function mentors(mark: string, { mentors: asked, samples }: Template, eol: string): string {
  const form = entryTemplate(asked)
  const forms = Array.from(
    { length: Math.max(1, asked.min) },
    (_, index) => `${form}${index === 0 && asked.primary ? ' - primary' : ''}`,
  )
  const entries = samples && samples.mentors.length > 0 ? samples.mentors : forms
  const indent = ' '.repeat(mark.replace(/\t/g, '    ').length)
  return entries.map((entry) => `${eol}${indent}- ${entry}`).join('')
}
