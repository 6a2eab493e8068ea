import { lowerBound } from '../../text/lowerBound.ts'
import type { Part } from './headingParts.ts'
import type { LabelOccurrence } from './labelOccurrence.ts'
import type { SectionLabels } from './occurrences.ts'
import { isPlaceholderValue } from './placeholderValue.ts'
import { isPeople } from './readPeople.ts'

const maxLooks = 2

/** A section, as far as its labels go. */
export type Labelled = Pick<Part, 'labels'>

export function namesPeople({ labels }: Labelled, label: LabelOccurrence): boolean {
  const value = labels.text.slice(label.valueStart, label.lineEnd)
  return isPeople(value, value.trim() === '' ? nextLinesOfLabel(labels, label) : [])
}

/** The first lines after a label that has nothing on its own. */
function nextLinesOfLabel({ lines, labelLines }: SectionLabels, { valueStart }: LabelOccurrence): readonly string[] {
  const found: string[] = []
  for (let index = lowerBound(lines, ({ start }) => start < valueStart); index < lines.length; index++) {
    const { start, text } = lines[index]!
    if (text.trim() === '') continue
    if (labelLines.has(start) || found.length === maxLooks) break
    found.push(text)
  }
  return found
}

const looksLikeSize = /\b\d{2,3}\b.{0,12}?(?:h\b|hrs?\b|hours?|weeks?\b)|\b(?:small|medium|large)\b|\b(?:90|175|350)\b/i
const looksLikeLevel =
  /\b(?:easy|beginner|low|light|simple|medium|moderate|intermediate|average|hard|high|difficult|advanced|expert|challenging)\b|[★☆]|高|中|低|leicht|schwer|facile|difficile/i

/** Labels of people for whom the ideas were found, as the key of a label says. */
const participants = ['contributor', 'student', 'mentee', 'intern', 'fellow', 'participant', 'member', 'team member']

export const namesParticipant = (part: Labelled, label: LabelOccurrence): boolean =>
  participants.includes(label.key) && /@\w|\]\(|\p{Lu}\p{L}+,?[ \t]+\p{Lu}/u.test(firstValueLines(part, label))

const maxValueLook = 300

/** The beginning of a label's value, on its own line or after it. */
const valueStartOf = ({ labels }: Labelled, { valueStart }: LabelOccurrence): string =>
  labels.text.slice(valueStart, valueStart + maxValueLook)

/** Whether the value of a size is one, or that of a difficulty. */
export function hasValueOfItsKind(part: Labelled, label: LabelOccurrence): boolean {
  const value = valueStartOf(part, label)
  return (label.role === 'size' && looksLikeSize.test(value)) || (label.role === 'difficulty' && looksLikeLevel.test(value))
}

export const hasContact = (part: Labelled, label: LabelOccurrence): boolean =>
  /mailto:|(?:github|gitlab)\.com\/|@[A-Za-z0-9]|\{\{/.test(valueStartOf(part, label))

/** All that recognition reads of a label's value: while it is the same, so is what a list is recognized by (`sectionEvidence`). */
export const valueEvidence = (part: Labelled, label: LabelOccurrence): readonly boolean[] =>
  [namesPeople, namesParticipant, hasValueOfItsKind, hasContact, isPlaceholder].map((test) => test(part, label))

export const isPlaceholder = (part: Labelled, label: LabelOccurrence): boolean =>
  isPlaceholderValue(firstValueLines(part, label), label.role)

/** The label's own value, up to two lines. */
export function firstValueLines({ labels }: Labelled, label: LabelOccurrence): string {
  const value = labels.text.slice(label.valueStart, label.lineEnd)
  return value.trim() === '' ? nextLinesOfLabel(labels, label).join('\n') : value
}
