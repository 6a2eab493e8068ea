import { closedValues } from '../../../editing/learned/closedValues.ts'
import type { IdeaSkeleton, SkeletonField } from '../../../editing/learned/ideaSkeleton.ts'
import { commonMentorForm, type MentorForm } from '../../../editing/learned/mentorForm.ts'
import { type IdeaValues, ideaValuesOf } from '../../../editing/pasted/ideaValues.ts'
import { personText, readPerson } from '../../../editing/pasted/personText.ts'
import type { PastedField, PastedValueLine } from '../../../editing/pasted/readPastedIdea.ts'
import { labelKey } from '../../../model/schema/labelKey.ts'
import type { FieldKey, IdeaFile, MentorSlot } from '../../../model/types.ts'
import type { NewPerson } from '../../../protocol/protocol.ts'
import { eolOf } from '../../../text/textLines.ts'
import type { SnippetPart } from '../snippet.ts'

const slotNames: Readonly<Record<MentorSlot, string>> = { name: 'Name', handle: 'handle', email: 'email' }

const nameOnly: MentorForm = [{ slot: 'name' }]

/** A mentor's entry in the form of the list's mentors, to fill in as far as it is not known. */
export function learnedMentorParts(file: IdeaFile, person: NewPerson | null = null): readonly SnippetPart[] {
  const seen = new Set<MentorSlot>()
  return (commonMentorForm(file) ?? nameOnly).map((part): SnippetPart => {
    if (typeof part === 'string') return part
    const known = person?.[part.slot]
    if (known !== undefined) return known
    const name = slotNames[part.slot]
    if (seen.has(part.slot)) return { repeated: name }
    seen.add(part.slot)
    return { stop: name }
  })
}

/** The fields of a new idea in the form of the list, with a tab stop for each value that is not among the given `fields`. */
export function learnedFieldParts(
  file: IdeaFile,
  { prose, fields, tail }: IdeaSkeleton,
  given: readonly PastedField[] = [],
): readonly SnippetPart[] {
  const values = ideaValuesOf(given)
  const eol = eolOf(file.text)
  const own = fields.flatMap((field) => {
    const parts = givenValueParts(file, field, values) ?? learnedValueParts(file, field, given.length > 0)
    const [first] = parts
    const startsLine = typeof first === 'string' && /^[\r\n]/.test(first)
    return [startsLine ? field.lead.replace(/[ \t]+$/, '') : field.lead, ...parts]
  })
  const text = prose === null ? null : values.take('description', 'Description')
  const others = values.rest().flatMap(({ key, label, lines }) => {
    const lead = otherFieldLead(fields, label, eol)
    return [lead, ...givenFieldLines(lines, eol, placeOfValue(lead, key))]
  })
  return [...(prose === null ? [] : [prose, ...(text ? givenFieldLines(text, eol) : [{ stop: '' }])]), ...own, ...others, tail]
}

/** A given value of a field, its people in the form of the list; null if there is none. */
function givenValueParts(
  file: IdeaFile,
  { label, lead, value, mentorAt }: SkeletonField,
  values: IdeaValues,
): readonly SnippetPart[] | null {
  const lines = label && values.take(label.field, label.label)
  if (!lines) return null
  const eol = eolOf(file.text)
  const bullet = valueBullet.exec(value.slice(0, mentorAt ?? undefined))?.[0]
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(lead)?.[1]
  const texts = label.field === 'mentors' ? lines.map(({ text }) => learnedPersonText(file, text)) : lines.map(({ text }) => text)
  if (bullet !== undefined && indent !== undefined)
    return [texts.map((text, index) => `${index > 0 ? eol + indent : ''}${bullet}${text}`).join('')]
  if (label.field === 'mentors') return [texts.join(', ')]
  const place = placeOfValue(lead, label.field)
  const hasLists = !place.isBelow && /[\r\n][*_]+[^\r\n|]*$/.test(lead) && hasListsBelow(file, label.key)
  return givenFieldLines(lines, eol, hasLists ? { ...place, isList: true } : place)
}

/** Where a value is written. */
interface PlaceOfValue {
  /** Whether it begins on a line of its own, as below a heading. */
  readonly isBelow: boolean
  /** Whether its items stay items, however short they are. */
  readonly isList: boolean
}

/** The place after a label: short items are a list below it, unless they are words such as skills. */
export function placeOfValue(lead: string, key: FieldKey): PlaceOfValue {
  const isBelow = /[\r\n][ \t]*$/.test(lead)
  return { isBelow, isList: isBelow && !keysOfWords.has(key) }
}

const keysOfWords: ReadonlySet<FieldKey> = new Set(['recommendedSkills', 'technologies', 'size', 'difficulty', 'mentors'])

/** Whether an idea of the list has items as the value of a label. */
const hasListsBelow = ({ projects, text }: IdeaFile, key: string): boolean =>
  projects.some(({ ideas }) =>
    ideas.some(({ idea, at }) =>
      idea.fields.some(
        ({ label, valueSpan }) =>
          labelKey(label) === key && valueBullet.test(text.slice(at + valueSpan.start, at + valueSpan.end)),
      ),
    ),
  )

/** The lines of a value after its label; short items on one line, unless they stay a list. */
export function givenFieldLines(
  lines: readonly PastedValueLine[],
  eol: string,
  { isBelow, isList }: PlaceOfValue = { isBelow: false, isList: false },
): readonly string[] {
  const isShortList = !isList && lines.every(({ depth, text }) => depth === 1 && text.length < 40)
  if (isShortList) return [lines.map(({ text }) => text).join(', ')]
  const [first, ...others] = lines[0]?.depth === 0 ? lines : [{ depth: 0, text: '' }, ...lines]
  const items = others.map(({ depth, text }, index) => {
    const isFirstItem = depth > 0 && (others[index - 1]?.depth ?? 0) === 0
    return depth === 0 ? `${eol}${eol}${text}` : `${isFirstItem ? eol : ''}${eol}${'  '.repeat(depth - 1)}- ${text}`
  })
  const written = `${first!.text}${items.join('')}`
  return [isBelow ? written.replace(/^[\r\n]+/, '') : written]
}

/** What comes before a value with a label of its own: the same as before the other labels. */
function otherFieldLead(fields: readonly SkeletonField[], label: string, eol: string): string {
  const last = fields.findLast((field) => field.label !== null && field.lead.includes(field.label.label))
  return last?.label ? last.lead.replace(last.label.label, () => label) : `${eol}${eol}${label}: `
}

/** A pasted person in the form of the list's mentors; as pasted if that form needs more, or has no place for what is known. */
export function learnedPersonText(file: IdeaFile, text: string): string {
  const person = readPerson(text)
  const form = person && commonMentorForm(file)
  if (!person || !form) return personText(text)
  const written = form.map((part) => (typeof part === 'string' ? part : (person[part.slot] ?? '')))
  const hasAll = form.every((part) => typeof part === 'string' || person[part.slot] !== null)
  const slots = form.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
  const holdsAll = (['name', 'handle', 'email'] as const).every((slot) => person[slot] === null || slots.includes(slot))
  return hasAll && holdsAll ? written.join('') : personText(text)
}

/**
 * The value of a new field: a mentor's entry, the list's own values to choose from, or what all ideas have; empty otherwise, and in an idea
 * that is pasted, as no one would choose there.
 */
function learnedValueParts(
  file: IdeaFile,
  { label, lead, value, mentorAt }: SkeletonField,
  isPasted: boolean,
): readonly SnippetPart[] {
  if (label?.field === 'mentors') {
    return [valueBullet.exec(value.slice(0, mentorAt ?? 0))?.[0] ?? '', ...learnedMentorParts(file)]
  }
  const [first, ...others] = label && !isPasted && !proseFields.has(label.field) ? closedValues(file, label.key) : []
  if (first !== undefined) return [others.length === 0 ? { stop: first } : { choices: [first, ...others] }]
  const bullet = valueBullet.exec(value)?.[0] ?? ''
  return [bullet.startsWith('-') && isFieldBelowText(lead) ? '' : bullet, { stop: '' }]
}

/** What every idea must say for itself, even if others of the list say the same. */
const proseFields: ReadonlySet<FieldKey> = new Set(['description', 'expectedOutcome', 'recommendedSkills', 'technologies'])

/** Whether a lone `-` would be the underline of a heading: it comes right below a line of text. */
const isFieldBelowText = (lead: string): boolean => /[^\r\n \t][ \t]*(?:\r\n|\r|\n)[ \t]*$/.test(lead)

/** The bullet or number that a value begins with. */
export const valueBullet = /^(?:[-*+•]|\d{1,9}[.)])[ \t]+/
