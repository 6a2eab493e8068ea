import { isCoMentorAlias } from '../model/labels/aliases.ts'
import { hasLabel, normalizeLabel } from '../model/profiles/template.ts'
import { labelKey } from '../model/schema/labelKey.ts'
import type { Field, FieldKey, FieldSpec, Idea, LearnedLabel, Template } from '../model/types.ts'
import type { Span } from '../text/span.ts'

/** The fields of an idea that a field of the template describes. */
export const fieldsOf = (idea: Idea, spec: FieldSpec): readonly Field[] =>
  idea.fields.filter(({ key, label }) => key === spec.key && (key !== 'other' || hasLabel(spec, label)))

/** The fields of an idea that are one with a label of its list: those of its kind, or with its words. */
export const fieldsWithLearnedLabel = (idea: Idea, { key, field }: LearnedLabel): readonly Field[] =>
  idea.fields.filter((each) => (field !== 'other' && each.key === field) || labelKey(each.label) === key)

/** The template's field for a field: of several with its key the one with its label, otherwise the first. */
export function fieldSpecOf({ key, label }: Field, { fields }: Template): FieldSpec | undefined {
  const same = fields.filter((spec) => spec.key === key)
  const named =
    same.find((spec) => normalizeLabel(spec.label) === normalizeLabel(label)) ?? same.find((spec) => hasLabel(spec, label))
  return named ?? (key === 'other' ? undefined : same[0])
}

/** Whether a field has a known key, or is one of the template's own fields. */
export const isKnownField = (field: Field, template: Template): boolean =>
  field.key !== 'other' || fieldSpecOf(field, template) !== undefined

/** Whether a field adds people to the mentors field: `Co-Mentor(s)`, `Primary Mentor`. */
export const addsMentors = ({ key, label }: Field): boolean =>
  key === 'mentors' && (isCoMentorAlias(label) || /^(?:primary|secondary)\b/i.test(label))

/** Whether a field has a value, in its item or after it. */
export const hasValue = (field: Field): boolean => field.valueSpan.end > field.valueSpan.start

/** The first field of a key that has a value. */
export const hasText = (idea: Idea, key: FieldKey): Field | undefined =>
  idea.fields.find((field) => field.key === key && hasValue(field))

/** The part of a span on its first line, without whitespace at the end: a squiggle over many lines does not help. */
export function firstLineSpan(span: Span, context: { text(span: Span): string }): Span {
  const text = context.text(span)
  const end = text.search(/[\r\n]/)
  const line = end < 0 ? text : text.slice(0, end)
  return { start: span.start, end: span.start + Math.max(line.trimEnd().length, Math.min(1, text.length)) }
}
