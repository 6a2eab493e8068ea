import { closedValues, ownChoice } from '../../../editing/learned/closedValues.ts'
import type { IdeaSkeleton, SkeletonField } from '../../../editing/learned/ideaSkeleton.ts'
import { commonMentorForm, type MentorForm, placeholderSlots } from '../../../editing/learned/mentorForm.ts'
import {
  type IdeaValues,
  ideaValuesOf,
  indentedValue,
  peopleOnOneLine,
  withoutHeadingSyntax,
} from '../../../editing/pasted/ideaValues.ts'
import {
  goesOnWithParagraph,
  hasCode,
  type PastedField,
  type PastedValueLine,
  unwrappedLines,
} from '../../../editing/pasted/pastedValue.ts'
import { personText, readNamedPerson, readPerson } from '../../../editing/pasted/personText.ts'
import { labelKey } from '../../../model/schema/labelKey.ts'
import type { FieldKey, IdeaFile, MentorSlot } from '../../../model/types.ts'
import { columnWidth, eolOf } from '../../../text/textLines.ts'
import type { SnippetPart } from '../snippet.ts'
import { type PersonToAdd, personInSlots } from '../typedPerson.ts'

const nameOnly: MentorForm = [{ slot: 'name' }]

/** A mentor's entry in the form of the list's mentors, to fill in as far as it is not known. */
export function learnedMentorParts(file: IdeaFile, person: PersonToAdd | null = null): readonly SnippetPart[] {
  const form = commonMentorForm(file) ?? nameOnly
  const slots = form.flatMap((part) => (typeof part === 'string' ? [] : [part.slot]))
  const fitted = person && personInSlots(person, slots)
  if (typeof fitted === 'string') return [fitted]
  const seen = new Set<MentorSlot>()
  return form.map((part): SnippetPart => {
    if (typeof part === 'string') return part
    const known = fitted?.[part.slot]
    if (known !== undefined) return known
    const name = placeholderSlots[part.slot]
    if (seen.has(part.slot)) return { repeated: name }
    seen.add(part.slot)
    return { stop: name }
  })
}

/** The fields of a new idea in the form of the list, with a tab stop for each value that is not among the given `fields`. */
export function learnedFieldParts(
  file: IdeaFile,
  { prose, fields, tail, proseBelow }: IdeaSkeleton,
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
  const above = prose === null ? [] : [prose, ...proseParts(values, eol)]
  const below = proseBelow === null ? [] : [proseBelow, ...proseParts(values, eol)]
  const isTable = isTableOfFields(fields)
  const others = values.rest().flatMap(({ key, label, lines }) => {
    const lead = otherFieldLead(fields, label, eol)
    return [lead, ...(isTable ? [cellText(lines, key)] : givenFieldLines(lines, eol, placeOfValue(lead, key)))]
  })
  return [...above, ...own, ...others, tail, ...below]
}

/** The description where it is text without a label, or a tab stop. */
function proseParts(values: IdeaValues, eol: string): readonly SnippetPart[] {
  const given = values.take('description', 'Description')
  return given ? givenFieldLines(given, eol, { isBelow: true, isList: true, indent: '' }) : [{ stop: '' }]
}

const isTableOfFields = (fields: readonly SkeletonField[]): boolean => fields.at(-1)?.isCell === true

/** Whether a given value with a block of code would be in a cell of a table. */
export function hasCodeForCell({ prose, fields, proseBelow }: IdeaSkeleton, given: readonly PastedField[]): boolean {
  const values = ideaValuesOf(given.filter(({ lines }) => lines.some(hasCode)))
  for (const { label, isCell } of fields) if (label && values.take(label.field, label.label) && isCell) return true
  if (prose !== null || proseBelow !== null) values.take('description', 'Description')
  return isTableOfFields(fields) && values.rest().length > 0
}

/** A value as one line of a cell. */
export function cellText(lines: readonly PastedValueLine[], key: FieldKey): string {
  const areWords = keysOfWords.has(key) && lines.every(({ depth, text }) => depth > 0 && text.length < 40)
  const texts = (keysOfWords.has(key) ? lines : unwrappedLines(lines)).map(({ text }) => text.replaceAll('|', '\\|'))
  return texts.join(areWords || key === 'mentors' ? ', ' : '<br>')
}

/** A given value of a field, its people in the form of the list; null if there is none. */
function givenValueParts(
  file: IdeaFile,
  { label, lead, value, mentorAt, isCell }: SkeletonField,
  values: IdeaValues,
): readonly SnippetPart[] | null {
  const given = label && values.take(label.field, label.label)
  if (!given) return null
  const lines = given.map((line) => ({ ...line, text: givenText(file, label.field, label.label, line.text) }))
  const eol = eolOf(file.text)
  const bullet = valueBullet.exec(value.slice(0, mentorAt ?? undefined))?.[0]
  const indent = /(?:^|[\r\n])([ \t]*)$/.exec(lead)?.[1]
  const texts = lines.map(({ text }) => text)
  if (isCell) return [cellText(lines, label.field)]
  if (bullet !== undefined && indent !== undefined) return [valueItems(texts, eol, indent, bullet)]
  if (label.field === 'mentors') return [peopleOnOneLine(texts, eol)]
  const place = placeOfValue(lead, label.field)
  const hasLists = !place.isBelow && /[\r\n][*_]+[^\r\n|]*$/.test(lead) && hasListsBelow(file, label.key)
  return givenFieldLines(lines, eol, hasLists ? { ...place, isList: true } : place)
}

/** The items of a value, each with a bullet; the first is where the value begins. */
export const valueItems = (texts: readonly string[], eol: string, indent: string, bullet: string): string =>
  texts.map((text) => bullet + indentedValue(text, eol, indent + ' '.repeat(columnWidth(bullet)))).join(eol + indent)

/** Where a value is written. */
interface PlaceOfValue {
  /** Whether it begins on a line of its own, as below a heading. */
  readonly isBelow: boolean
  /** Whether its items stay items, however short they are. */
  readonly isList: boolean
  /** Before each of its lines but the first. */
  readonly indent: string
}

/** The place after a label: short items are a list below it, unless they are words such as skills. */
export function placeOfValue(lead: string, key: FieldKey): PlaceOfValue {
  const isBelow = /[\r\n][ \t]*$/.test(lead)
  const line = /[^\r\n]*$/.exec(lead)![0]
  const inItem = /^[ \t]*(?:[-*+•]|\d{1,9}[.)])[ \t]+/.exec(line)?.[0]
  const indent = isBelow ? line : ' '.repeat(columnWidth(inItem ?? ''))
  return { isBelow, isList: isBelow && !keysOfWords.has(key), indent }
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
  { isBelow, isList, indent }: PlaceOfValue = { isBelow: false, isList: false, indent: '' },
): readonly string[] {
  const isShort = (line: PastedValueLine): boolean =>
    line.depth === 1 && line.text.length < 40 && !hasCode(line) && !/[.!?;]$/.test(line.text)
  const isShortList = !isList && lines.every(isShort)
  if (isShortList) return [lines.map(({ text }) => text).join(', ')]
  const begins = lines[0]?.depth === 0 && (isBelow || !hasCode(lines[0]))
  const [first, ...others] = begins ? lines : [{ depth: 0, text: '' }, ...lines]
  const items = others.map(({ depth, text }, index) => {
    const isFirstItem = depth > 0 && (others[index - 1]?.depth ?? 0) === 0
    const pad = indent + '  '.repeat(Math.max(0, depth - 1))
    const safe = withoutHeadingSyntax(text)
    const isApart = !goesOnWithParagraph(others[index]!, index === 0 ? first : others[index - 1])
    if (depth === 0) return `${isApart ? eol : ''}${eol}${pad}${indentedValue(safe, eol, pad)}`
    return `${isFirstItem ? eol : ''}${eol}${pad}- ${indentedValue(safe, eol, `${pad}  `)}`
  })
  const written = `${indentedValue(isBelow ? withoutHeadingSyntax(first!.text) : first!.text, eol, indent)}${items.join('')}`
  return [isBelow ? written.replace(/^\s+/, '') : written]
}

/** What comes before a value with a label of its own: the same as before the other labels. */
function otherFieldLead(fields: readonly SkeletonField[], label: string, eol: string): string {
  const last = fields.findLast((field) => field.label !== null && field.lead.includes(field.label.label))
  return last?.label ? last.lead.replace(last.label.label, () => label) : `${eol}${eol}${label}: `
}

/** A text of a given value as the list writes it: people in the form of its mentors, sizes and difficulties as one of its own values. */
export function givenText(file: IdeaFile, key: FieldKey, label: string, text: string): string {
  if (key === 'mentors') return learnedPersonText(file, text)
  return key === 'size' || key === 'difficulty' ? ownChoice(text, closedValues(file, labelKey(label))) : text
}

/** A pasted person in the form of the list's mentors; as pasted if that form needs more, or has no place for what is known. */
export function learnedPersonText(file: IdeaFile, text: string): string {
  const person = readPerson(text) ?? readNamedPerson(text)
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
