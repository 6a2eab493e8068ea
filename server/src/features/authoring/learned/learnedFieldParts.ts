import { closedValues } from '../../../editing/learned/closedValues.ts'
import type { IdeaSkeleton, SkeletonField } from '../../../editing/learned/ideaSkeleton.ts'
import { commonMentorForm, type MentorForm, type MentorSlot } from '../../../editing/learned/mentorForm.ts'
import type { FieldKey, IdeaFile } from '../../../model/types.ts'
import type { SnippetPart } from '../snippet.ts'

const slotNames: Readonly<Record<MentorSlot, string>> = { name: 'Name', handle: 'handle', email: 'email' }

const nameOnly: MentorForm = [{ slot: 'name' }]

/** A mentor's entry to fill in, in the form of the list's mentors. */
export function learnedMentorParts(file: IdeaFile): readonly SnippetPart[] {
  const seen = new Set<MentorSlot>()
  return (commonMentorForm(file) ?? nameOnly).map((part): SnippetPart => {
    if (typeof part === 'string') return part
    const name = slotNames[part.slot]
    if (seen.has(part.slot)) return { repeated: name }
    seen.add(part.slot)
    return { stop: name }
  })
}

/** The fields of a new idea in the form of the list, with a tab stop for each value. */
export function learnedFieldParts(file: IdeaFile, { prose, fields, tail }: IdeaSkeleton): readonly SnippetPart[] {
  return [
    ...(prose === null ? [] : [prose, { stop: '' }]),
    ...fields.flatMap((field) => [field.lead, ...learnedValueParts(file, field)]),
    tail,
  ]
}

/** The value of a new field: a mentor's entry, the list's own values to choose from, or what all ideas have; empty otherwise. */
function learnedValueParts(file: IdeaFile, { label, lead, value, mentorAt }: SkeletonField): readonly SnippetPart[] {
  if (label?.field === 'mentors') {
    return [valueBullet.exec(value.slice(0, mentorAt ?? 0))?.[0] ?? '', ...learnedMentorParts(file)]
  }
  const [first, ...others] = label && !proseFields.has(label.field) ? closedValues(file, label.key) : []
  if (first !== undefined) return [others.length === 0 ? { stop: first } : { choices: [first, ...others] }]
  const bullet = valueBullet.exec(value)?.[0] ?? ''
  return [bullet.startsWith('-') && isBelowText(lead) ? '' : bullet, { stop: '' }]
}

/** What every idea must say for itself, even if others of the list say the same. */
const proseFields: ReadonlySet<FieldKey> = new Set(['description', 'expectedOutcome', 'recommendedSkills', 'technologies'])

/** Whether a lone `-` would be the underline of a heading: it comes right below a line of text. */
const isBelowText = (lead: string): boolean => /[^\r\n \t][ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(lead)

const valueBullet = /^(?:[-*+•]|\d{1,9}[.)])[ \t]+/
