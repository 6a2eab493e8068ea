import { lowerBound } from '../../text/lowerBound.ts'
import type { Span } from '../../text/span.ts'
import { shift } from '../../text/span.ts'
import type { SourceLink } from '../blocks/links.ts'
import { isNoMentorWord } from '../mentors/mentorWords.ts'
import { isNotAPerson } from '../mentors/prose.ts'
import { readMentor } from '../mentors/readMentors.ts'
import { mentorId } from '../mentors/samePerson.ts'
import { splitAdjacentPeople } from '../mentors/splitAdjacent.ts'
import { tokenize } from '../mentors/tokens.ts'
import type { Mentor } from '../types.ts'
import { joinContacts } from './joinContacts.ts'
import { entryRoles, noPersonPhrases } from './labelWords.ts'
import { linksOfPeople } from './peopleLinks.ts'
import { isPersonName, withoutNote } from './personName.ts'
import { splitPeople } from './splitPeople.ts'

/** A line of a mentors field, without its bullet. Spans count as those of the text do. */
export interface PeopleLine {
  readonly text: string
  readonly start: number
}

/**
 * The people in a mentors field, whatever its form (`docs/spec.md#people`). `lines` are those of its value, in their order. Every
 * separator divides people; entries are read by the tokens of all lists (`mentors/`).
 */
export const readPeople = (lines: readonly PeopleLine[], isPrimaryField = false): readonly Mentor[] =>
  lines.flatMap(({ text, start }) => {
    const { at, isPrimary } = roleAheadOfPeople(text)
    const shown = ' '.repeat(at) + text.slice(at).replace(/~~[^~]{0,200}~~/g, (struck) => ' '.repeat(struck.length))
    const parts = splitPeople(shown)
    const named = isProse(shown) ? parts.flatMap((part) => peopleContactInProse(shown, part) ?? []) : parts
    const links = linksOfPeople(shown)
    const people = named.flatMap((part) => peopleInPart(shown, part, links, isPrimary || isPrimaryField))
    return joinContacts(people).map((person) => shiftedPerson(person, start))
  })

function peopleInPart(line: string, part: Span, links: readonly SourceLink[], isPrimary: boolean): readonly Mentor[] {
  const role = roleAheadOfPeople(line.slice(part.start, part.end))
  const span = { start: part.start + role.at, end: part.end }
  const first = lowerBound(links, (link) => link.span.start < span.start)
  const own = links.slice(
    first,
    lowerBound(links, (link) => link.span.start < span.end),
  )
  const tokens = tokenize(line, { span, isSingleItem: false }, own)
  return splitAdjacentPeople(tokens).flatMap((entry) => {
    const found = isNotAPerson(entry) ? null : readMentor(line, entry)
    const person = found && learnedPerson(found, line)
    return person ? [{ ...person, primary: person.primary || role.isPrimary || isPrimary }] : []
  })
}

const oneLowerCaseWord = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** A person as a list of any organization writes it: the form of an entry is its own, and notes belong to no name. Null for no one. */
function learnedPerson(found: Mentor, line: string): Mentor | null {
  const { handle, email } = found
  const named = found.name === null ? null : withoutNote(found.name)
  const name = named && isPersonName(named.name) ? named.name : null
  const isAccount = name !== null && handle === null && email === null && oneLowerCaseWord.test(name)
  const nameSpan = name === null ? null : spanOfName(found.nameSpan!, line, name)
  const contacts = { handle: isAccount ? name : handle, email }
  if (name === null && contacts.handle === null && contacts.email === null) return null
  return {
    ...found,
    ...contacts,
    id: mentorId(contacts),
    name: isAccount ? null : name,
    primary: found.primary || (named?.isPrimary ?? false),
    nameSpan: isAccount ? null : nameSpan,
    handleSpan: isAccount ? nameSpan : handle === null ? null : found.handleSpan,
    handleForm: isAccount ? 'withoutAt' : handle === null ? null : found.handleForm,
    emailSpan: email === null ? null : found.emailSpan,
    emailForm: email === null ? null : found.emailForm,
    remark: null,
    leftovers: [],
    isCanonical: true,
    sharesLine: false,
  }
}

/** The part of a name's place that is left without its note; a link keeps its whole place. */
const spanOfName = ({ start, end }: Span, line: string, name: string): Span =>
  line.startsWith(name, start) ? { start, end: start + name.length } : { start, end }

const shiftedPerson = (person: Mentor, by: number): Mentor => ({
  ...person,
  span: shift(person.span, by),
  nameSpan: person.nameSpan && shift(person.nameSpan, by),
  handleSpan: person.handleSpan && shift(person.handleSpan, by),
  emailSpan: person.emailSpan && shift(person.emailSpan, by),
})

const plainRole = /^[ \t]*(?:\*\*|__|\*|_)?(\p{L}[\p{L}\d -]{0,24}?)[ \t]*:?(?:\*\*|__|\*|_)?[ \t]*:(?![/\w])/u
const boldRole = /^[ \t]*(?:\*\*|__)(\p{L}[\p{L}\d -]{0,24}?):?(?:\*\*|__)[ \t]*:?/u

/** Where the person after a role begins: `**Primary:** Ada`, `Support: TBC`; 0 without a role. */
function roleAheadOfPeople(text: string): { readonly at: number; readonly isPrimary: boolean } {
  const found = boldRole.exec(text) ?? plainRole.exec(text)
  if (!found) return { at: 0, isPrimary: false }
  const words = found[1]!.toLowerCase().replace(/\d/g, '').split(/[ -]+/)
  const { length } = found[0]
  const rest = text.slice(length)
  // `Support: Ada Fern` names a role, `Ada: ada@example.org` a person
  const isRole =
    words.some((word) => entryRoles.includes(word)) ||
    isNoMentorWord(rest) ||
    /^[ \t]*\[?\p{Lu}[\p{L}.'-]*[ \t]+(?:\p{Ll}+[ \t]+){0,3}\p{Lu}/u.test(rest)
  return isRole ? { at: length, isPrimary: words.includes('primary') } : { at: 0, isPrimary: false }
}

const maxNamedWords = 4

/** `[Ada Fern](https://lamps.org/ada) knows all about lamps.` */
const linkedName = /^\s{0,8}\[\p{Lu}[^[\]@]{1,40}[ \t]\p{Lu}[^[\]@]{1,40}\]\(https?:[^()\s]{1,400}\)/u

/** Of a sentence only the part with a contact counts: `I can help. Ada Fern (ada@example.org)` → `Ada Fern (ada@example.org)`. */
function peopleContactInProse(text: string, { start, end }: Span): Span | null {
  const part = text.slice(start, end)
  const linked = start === 0 ? linkedName.exec(part) : null
  if (linked) return { start, end: start + linked[0].length }
  const contact = /[[(<]|[\w.+-]{0,64}@|https?:/.exec(part)
  if (contact === null || !/@[\w-]|(?:github|gitlab)\.com\//.test(part)) return null
  const ahead = part.slice(0, contact.index)
  const sentence = ahead.search(/[.!:][ \t]+[^.!:]*$/)
  const name = sentence < 0 ? ahead : ahead.slice(sentence + 1)
  return name.trim().split(/\s+/).length > maxNamedWords ? null : { start: start + ahead.length - name.length, end }
}

const maxWords = 14
const maxPartWords = 6
/** Words of sentences; a name has none of them, but for particles. */
const proseWord =
  /^(?:the|is|are|was|were|who|we|you|they|to|in|on|for|with|this|that|please|see|has|have|will|can|should|our|your|from|about|it|i|but|if|be)$/

/** Whether a text has words of sentences outside brackets. */
const isProse = (text: string): boolean =>
  text
    .replace(/\([^()]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => proseWord.test(word.toLowerCase())).length >= 2

/**
 * Whether a value of a mentors field is people, or a word for no one: contacts, or up to 14 words whose comma parts have up to six.
 * `next` are the first lines after an empty value.
 */
export function isPeople(value: string, next: readonly string[]): boolean {
  const text = `${value} ${value.trim() === '' ? next.join(' ') : ''}`.trim().slice(0, 1000)
  if (/@[A-Za-z0-9]|mailto:|(?:github|gitlab)\.com\/[\w-]|\b(?:TBD|TBA)\b|add yourself|\{\{/i.test(text)) return true
  if (linkedName.test(text.replace(/^[-*+•\s]+/, ''))) return true
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[-*+•\d.)\s]+/, '')
  if (noPersonPhrases.some((phrase) => plain.toLowerCase().startsWith(phrase))) return true
  if (plain === '') return value.trim() === '' && next.length === 0
  if (/\?$/.test(plain)) return false
  const parts = plain
    .split(/,|;| and |&|\||\s[-–—]\s|\(/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const words = plain.split(/\s+/)
  if (isProse(plain)) return false
  if (parts.filter((part) => /^\p{Ll}/u.test(part) && part.includes(' ')).length * 2 > parts.length) return false
  return words.length <= maxWords || (parts.length > 1 && parts.every((part) => part.split(/\s+/).length <= maxPartWords))
}
