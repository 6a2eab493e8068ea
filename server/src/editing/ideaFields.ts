import { ideaFieldHasValue } from '../model/fields/ideaFieldHasValue.ts'
import { isCoMentorAlias } from '../model/labels/aliases.ts'
import { hasTemplateLabel } from '../model/profiles/template.ts'
import { labelKey } from '../model/schema/labelKey.ts'
import type { Field, FieldKey, FieldSpec, Idea, LearnedLabel } from '../model/types.ts'

/** The fields of an idea that a field of the template describes. */
export const ideaFieldsOf = (idea: Idea, spec: FieldSpec): readonly Field[] =>
  idea.fields.filter((field) => isFieldOfSpec(field, spec))

/** Whether an idea has a field that a field of the template describes. */
export const ideaHasField = (idea: Idea, spec: FieldSpec): boolean => idea.fields.some((field) => isFieldOfSpec(field, spec))

const isFieldOfSpec = ({ key, label }: Field, spec: FieldSpec): boolean =>
  key === spec.key && (key !== 'other' || hasTemplateLabel(spec, label))

/** The fields of an idea that are one with a label of its list: those of its kind, or with its words. */
export const fieldsWithLearnedLabel = (idea: Idea, { key, field, aliasKeys = [] }: LearnedLabel): readonly Field[] =>
  idea.fields.filter((each) => {
    const own = labelKey(each.label)
    return (field !== 'other' && each.key === field) || own === key || aliasKeys.includes(own)
  })

/** Whether a field adds people to the mentors field: `Co-Mentor(s)`, `Primary Mentor`. */
export const addsToMentorsField = ({ key, label }: Field): boolean =>
  key === 'mentors' && (isCoMentorAlias(label) || /^(?:primary|secondary)\b/i.test(label))

/** The first field of a key that has a value. */
export const ideaFieldWithValue = (idea: Idea, key: FieldKey): Field | undefined =>
  idea.fields.find((field) => field.key === key && ideaFieldHasValue(field))

/** The mentors field to report on; null if it is missing or empty (`missing-field` and `empty-field` report that). */
export function mentorsField(idea: Idea): Field | null {
  const fields = idea.fields.filter((field) => field.key === 'mentors')
  return fields.some(ideaFieldHasValue) ? (fields[0] ?? null) : null
}
