import * as l10n from '@vscode/l10n'
import { spellingDistance } from '../../catalog/spelling.ts'
import { aliasesOfField, normalizeLabel } from '../../model/labels/aliases.ts'
import type { Field, FieldSpec, Template } from '../../model/types.ts'
import { memoByIdentity } from '../../text/memoByIdentity.ts'
import type { Fix } from '../rule.ts'

/** The number of letters in which a misspelled label may differ; none for short labels. */
const labelTolerance = (label: string): number => (label.length < 5 ? 0 : label.length < 8 ? 1 : label.length < 14 ? 2 : 3)

/** A field of a template with the normalized spellings of its label. */
interface SpelledField {
  readonly spec: FieldSpec
  readonly spellings: readonly { readonly text: string; readonly letters: number }[]
}

/** The letters of a text as a set of 32 bits, in which several letters may share one. */
function similarLabelLetters(text: string): number {
  let letters = 0
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31)
  return letters
}

/** Whether more than `max` bits are set. */
function hasMoreLabelLetters(bits: number, max: number): boolean {
  let rest = bits
  for (let count = 0; rest !== 0; count++) {
    if (count >= max) return true
    rest &= rest - 1
  }
  return false
}

/** The spellings of each template, which a list with many unknown fields needs for each of them. */
const spelledFieldsOf: (template: Template) => readonly SpelledField[] = memoByIdentity(({ fields }) =>
  fields.map((spec) => {
    const spellings = [spec.label, ...(spec.aliases ?? []), ...aliasesOfField(spec.key)]
    const distinct = [...new Set(spellings.map(normalizeLabel))]
    return { spec, spellings: distinct.map((text) => ({ text, letters: similarLabelLetters(text) })) }
  }),
)

/** The template's field with the label most similar to an unknown one; of equal ones the first. */
export function similarFieldSpec({ label }: Field, template: Template): FieldSpec | undefined {
  const written = normalizeLabel(label)
  let found: FieldSpec | undefined
  const letters = similarLabelLetters(written)
  let max = labelTolerance(written)
  for (const { spec, spellings } of spelledFieldsOf(template)) {
    for (const spelling of spellings) {
      // each letter that the other text lacks takes an edit
      if (hasMoreLabelLetters(letters & ~spelling.letters, max) || hasMoreLabelLetters(spelling.letters & ~letters, max)) continue
      const distance = spellingDistance(written, spelling.text, max)
      if (distance > max) continue
      if (distance === 0) return spec
      found = spec
      // only a more similar one replaces it
      max = distance - 1
    }
  }
  return found
}

/** The fix that replaces a field's label with the template's. */
export const similarLabelFix =
  ({ labelSpan }: Field, { label }: FieldSpec) =>
  (): readonly Fix[] => [
    { title: l10n.t`Change the label to "${label}"`, kind: 'review', edits: [{ span: labelSpan, newText: label }] },
  ]
