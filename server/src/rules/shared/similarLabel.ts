import { editDistance } from '../../catalog/spelling.ts'
import { spellingsOf } from '../../model/labels/aliases.ts'
import { normalizeLabel } from '../../model/profiles/template.ts'
import type { Field, FieldSpec, Template } from '../../model/types.ts'
import type { Fix } from '../rule.ts'

/** The number of letters in which a misspelled label may differ; none for short labels. */
const tolerance = (label: string): number => (label.length < 5 ? 0 : label.length < 8 ? 1 : label.length < 14 ? 2 : 3)

/** The template's field with the label most similar to an unknown one. */
export function similarFieldSpec({ label }: Field, { fields }: Template): FieldSpec | undefined {
  const written = normalizeLabel(label)
  const most = tolerance(written)
  const distance = (spec: FieldSpec): number =>
    Math.min(
      ...[spec.label, ...(spec.aliases ?? []), ...spellingsOf(spec.key)].map((label) =>
        editDistance(written, normalizeLabel(label), most),
      ),
    )
  return fields
    .map((spec) => ({ spec, distance: distance(spec) }))
    .filter((near) => near.distance <= most)
    .sort((a, b) => a.distance - b.distance)[0]?.spec
}

/** The fix that replaces a field's label with the template's. */
export const relabelFix =
  ({ labelSpan }: Field, { label }: FieldSpec) =>
  (): readonly Fix[] => [{ title: `Write the label as "${label}"`, kind: 'review', edits: [{ span: labelSpan, newText: label }] }]
