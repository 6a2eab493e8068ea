import { shift } from '../../text/span.ts'
import { ideaFieldHasValue } from '../fields/ideaFieldHasValue.ts'
import { voteSample } from '../schema/ideaVotes.ts'
import { labelKey } from '../schema/labelKey.ts'
import { matterPeopleForm } from '../schema/matterPeopleForm.ts'
import type { FieldKey, IdeaFile, LearnedLabelStyle, MatterPeopleForm } from '../types.ts'

/** What speaks for a file being one idea: it is a list `alone`, it has a mentors label with `people`, or it only has `labels`. */
export type OneIdeaEvidence = 'alone' | 'people' | 'labels'

/** A label of an idea, once. */
export interface OneIdeaLabel {
  /** What its spellings have in common. */
  readonly key: string
  readonly label: string
  readonly field: FieldKey
  /** As the file writes it, up to the value: `**Difficulty**: `. */
  readonly sample: string
  /** Null for a key of front matter. */
  readonly style: LearnedLabelStyle | null
  readonly hasValue: boolean
  /** How front matter has its mentors there. */
  readonly people?: MatterPeopleForm
  /** A size or a difficulty, as the file writes it. */
  readonly value?: string
}

/** What a file says as one idea, by its text alone: its folder's schema is counted from these (docs/spec.md#folders). */
export interface OneIdeaFacts {
  readonly evidence: OneIdeaEvidence
  /** In their order. */
  readonly labels: readonly OneIdeaLabel[]
  /** Which contacts all of its mentors have; null if it has none. */
  readonly contacts: { readonly handle: boolean; readonly email: boolean } | null
}

/** A value without its bullet, a comment, and quotation marks around words; a long one is cut, as it is no choice. */
function usualValue(text: string): string {
  const own = text
    .slice(0, 200)
    .replace(/^-[ \t]+/, '')
    .replace(/[ \t]+#[^\r\n]*$/, '')
  return /^(["'])(\p{N}*[ ~]?\p{L}[\p{L}\p{N} ~-]*)\1$/u.exec(own)?.[2] ?? own
}

/** The facts of a file that was read as one idea. */
export function oneIdeaFacts(file: IdeaFile, evidence: OneIdeaEvidence): OneIdeaFacts {
  const placed = file.projects.flatMap(({ ideas }) => ideas)
  const labels = new Map<string, OneIdeaLabel>()
  for (const { idea, at } of placed) {
    for (const own of idea.fields) {
      const { key: field, label, labelSpan, valueSpan, style } = own
      const key = labelKey(label)
      const sample = voteSample(file.text, at + labelSpan.start, at + valueSpan.start)
      const hasValue = ideaFieldHasValue(own)
      const form = field === 'mentors' && !style ? matterPeopleForm(file.text, shift(valueSpan, at), idea.mentors) : null
      const people = form && { people: form }
      const isChoice = hasValue && (field === 'size' || field === 'difficulty')
      const value = isChoice && { value: usualValue(file.text.slice(at + valueSpan.start, at + valueSpan.end)) }
      if (!labels.has(key)) labels.set(key, { key, label, field, sample, style: style ?? null, hasValue, ...people, ...value })
    }
  }
  const mentors = placed.flatMap(({ idea }) => idea.mentors)
  const contacts =
    mentors.length === 0
      ? null
      : { handle: mentors.every(({ handle }) => handle !== null), email: mentors.every(({ email }) => email !== null) }
  return { evidence, labels: [...labels.values()], contacts }
}
