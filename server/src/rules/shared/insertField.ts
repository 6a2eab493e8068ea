import * as l10n from '@vscode/l10n'
import { fieldItemBullet, readItemLabelLine } from '../../editing/listItems.ts'
import { mentorTextTemplate } from '../../editing/mentorText.ts'
import { fieldNodeSpan } from '../../model/nodeAt.ts'
import { fieldSpecOf } from '../../model/profiles/template.ts'
import type { Field, FieldSpec, Idea, IdeaFile, Template } from '../../model/types.ts'
import type { Edit } from '../../text/edits.ts'
import { type Span, shift } from '../../text/span.ts'
import { eolOf, lineStart } from '../../text/textLines.ts'
import type { Fix } from '../rule.ts'

/** A fix that adds a missing field at its place in the template's order, for the author to fill in. */
export const insertField = (text: string, idea: Idea, spec: FieldSpec, template: Template) => (): readonly Fix[] => [
  { title: l10n.t`Add the "${spec.label}" field`, kind: 'review', edits: [fieldInsertion(text, idea, spec, template)] },
]

/** A fix that adds all fields that the template requires to an idea without any, for the author to fill in; none if it requires none. */
export function insertRequiredFields(
  { text, template }: IdeaFile,
  idea: Pick<Idea, 'heading' | 'fields'>,
  at: number,
): readonly Fix[] {
  const eol = eolOf(text)
  const items = template.fields
    .filter(({ required }) => required)
    .map((spec) => insertedFieldItem(text, idea, spec, template, eol))
  if (items.length === 0) return []
  const { span, newText } = insertionBelowHeading(idea, items.join(eol), eol)
  return [{ title: l10n.t('Add the required fields'), kind: 'review', edits: [{ span: shift(span, at), newText }] }]
}

function insertionBelowHeading({ heading }: Pick<Idea, 'heading'>, items: string, eol: string): Edit {
  const at = heading?.span.end ?? 0
  return { span: { start: at, end: at }, newText: `${eol}${eol}${items}` }
}

function fieldInsertion(text: string, idea: Idea, spec: FieldSpec, template: Template): Edit {
  const eol = eolOf(text)
  const { before, next } = neighborsOfInsertedField(text, idea, spec, template)
  const item = insertedFieldItem(text, insertedFieldExample(text, idea, before ?? next), spec, template, eol)
  const begun = startedFieldLine(text, idea, spec, before)
  if (begun) return { span: begun, newText: item }
  const following = before && fieldToInsertBefore(text, idea, before)
  if (following) {
    const at = lineStart(text, following.labelSpan.start)
    return { span: { start: at, end: at }, newText: item + fieldLineBreakAt(text, idea, following, eol) }
  }
  if (before) {
    const at = fieldNodeSpan(before).end
    return { span: { start: at, end: at }, newText: fieldLineBreakAt(text, idea, before, eol) + item }
  }
  if (next) {
    const at = lineStart(text, next.labelSpan.start)
    return { span: { start: at, end: at }, newText: item + fieldLineBreakAt(text, idea, next, eol) }
  }
  return insertionBelowHeading(idea, item, eol)
}

/** An item after `before` that has only the first letters of the label: the author has started to type it (`- Desc`). */
function startedFieldLine(text: string, { fields }: Idea, { label }: FieldSpec, before: Field | undefined): Span | null {
  const from = before ? fieldNodeSpan(before).end : 0
  const to = fields.find(({ shape, span }) => shape !== 'nested' && span.start >= from)?.span.start ?? text.length
  for (const match of text.matchAll(/^[ \t]{0,3}[-*+][ \t]{1,4}[*_]{0,3}(\p{L}[\p{L} \t]{2,40})[*_]{0,3}[ \t]*(?=[\r\n]|$)/gmu)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const isBegun = label.toLowerCase().startsWith(match[1]!.trim().toLowerCase())
    if (isBegun && span.start >= from && span.end <= to) return span
  }
  return null
}

/** The field after text that follows `before` and is not part of it: an empty field before that text would take it as its value. */
function fieldToInsertBefore(text: string, idea: Idea, before: Field): Field | undefined {
  const { end } = fieldNodeSpan(before)
  const next = idea.fields.find(({ shape, span }) => shape !== 'nested' && span.start >= end)
  const isNear = next !== undefined && next.labelSpan.start < fieldInsertionEnd(text, idea)
  return isNear && text.slice(end, lineStart(text, next.labelSpan.start)).trim() !== '' ? next : undefined
}

/** The field to insert after (`before`); if the new field comes first, the field to insert it before (`next`). */
function neighborsOfInsertedField(
  text: string,
  idea: Idea,
  spec: FieldSpec,
  template: Template,
): { readonly before?: Field; readonly next?: Field } {
  const rank = template.fields.indexOf(spec)
  const end = fieldInsertionEnd(text, idea)
  // a nested field ends with the field around it
  const own = idea.fields.filter(({ shape, labelSpan }) => shape !== 'nested' && labelSpan.start < end)
  for (let earlier = rank - 1; earlier >= 0; earlier--) {
    const isOfKind = (field: Field | undefined): boolean =>
      field !== undefined && fieldSpecOf(field, template) === template.fields[earlier]
    let at = own.findIndex(isOfKind)
    // after the co-mentors
    while (at >= 0 && isOfKind(own[at + 1])) at++
    if (at >= 0) return { before: own[at]! }
  }
  const next = own[0]
  return next ? { next } : {}
}

/**
 * The offset of the idea's first inner heading that is not a field label, or the idea's end. Another field after that heading could
 * turn its section into an idea.
 */
export function fieldInsertionEnd(text: string, { heading, fields }: Idea): number {
  const from = heading?.span.end ?? 0
  const labels = new Set(fields.map(({ span }) => span.start))
  const own = [...text.slice(from).matchAll(/^#{1,6}[ \t]/gm)].map(({ index }) => from + index)
  return own.find((at) => at > from && !labels.has(at)) ?? text.length
}

/** One line end, or two if a blank line separates the field from the next (else the previous) one. */
function fieldLineBreakAt(text: string, { fields }: Idea, field: Field, eol: string): string {
  const index = fields.indexOf(field)
  const [first, second] = index + 1 < fields.length ? [field, fields[index + 1]!] : [fields[index - 1], field]
  const between = first ? text.slice(fieldNodeSpan(first).end, lineStart(text, second!.labelSpan.start)) : ''
  return /\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r/.test(between) ? eol + eol : eol
}

/**
 * The idea reduced to the fields whose format a new item copies: known fields if there are any. Numbered items count only if
 * `neighbor` is one, as a number outside an ordered list would be read as text.
 */
function insertedFieldExample(text: string, idea: Idea, neighbor: Field | undefined): Idea {
  const known = idea.fields.filter(({ key, shape }) => key !== 'other' && shape === 'item')
  const fields = known.length > 0 ? known : idea.fields
  const isNumbered = (field: Field): boolean => /^\d/.test(readItemLabelLine(text, field)?.bullet ?? '')
  return {
    ...idea,
    fields: neighbor?.shape === 'item' && isNumbered(neighbor) ? fields : fields.filter((field) => !isNumbered(field)),
  }
}

/** A new item with the bullet, emphasis and colon of the idea's first item, the template's label and, for mentors, sample entries. */
function insertedFieldItem(text: string, idea: Pick<Idea, 'fields'>, spec: FieldSpec, template: Template, eol: string): string {
  const model = idea.fields.find(({ shape, colon }) => shape === 'item' && colon)
  const line = model && readItemLabelLine(text, model)
  const suffix = model ? /^[ \t]*[*_]{0,3}[:：][*_]{0,3}/.exec(text.slice(model.labelSpan.end))?.[0] : undefined
  const closed = line?.marks.length === suffix?.replace(/[^*_]/g, '').length
  const mark = `${line?.indent ?? ''}${fieldItemBullet(text, idea)}`
  const label = closed && line ? `${line.marks}${spec.label}${suffix ?? ':'}` : `${spec.label}:`
  return `${mark}${label}${spec.key === 'mentors' ? insertedMentorEntries(mark, template, eol) : ''}`
}

/** The template's sample entries, otherwise as many placeholders as it asks for at least. */
function insertedMentorEntries(mark: string, { mentors: asked, samples }: Template, eol: string): string {
  const form = mentorTextTemplate(asked)
  const forms = Array.from(
    { length: Math.max(1, asked.min) },
    (_, index) => `${form}${index === 0 && asked.primary ? ' - primary' : ''}`,
  )
  const entries = samples && samples.mentors.length > 0 ? samples.mentors : forms
  const indent = ' '.repeat(mark.replace(/\t/g, '    ').length)
  return entries.map((entry) => `${eol}${indent}- ${entry}`).join('')
}
