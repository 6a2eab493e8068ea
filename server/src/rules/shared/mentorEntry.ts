import { isFullName } from '../../model/mentors/fullName.ts'
import { isLocationPreposition } from '../../model/mentors/mentorWords.ts'
import { readMentors } from '../../model/mentors/readMentors.ts'
import { resemblesName } from '../../model/mentors/resemblesName.ts'
import type { Mentor } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { oneLine } from '../../text/wording.ts'
import { needNotPreserve, preservesAddresses, preservesWords } from './preservesWords.ts'

/** An entry in the format `Name (@handle, email) - primary - remark`. */
export interface MentorEntryText {
  readonly text: string
  /** Whether it certainly keeps the meaning; false if it drops link texts or may contain another person or an organization. */
  readonly whole: boolean
  /** Whether text after the parentheses could be read as another person on a line with several. */
  readonly parted: boolean
}

/** A remark that only repeats the field's label: `Mentor`. */
const isMentorEntryLabel = (piece: string): boolean => /^mentors?(?:\(s\))?\.?$/i.test(piece)

/** A remark that numbers a mentor: `Mentor 2`. */
const isMentorEntryNumber = (piece: string): boolean => /^mentor[ ]?#?(?:\d{1,2}|[a-z])\.?$/i.test(piece)

const isMentorEntryPrimary = (piece: string): boolean => /^primary(?:[ -]mentor)?\.?$/i.test(piece)

/** A mentor's entry in the canonical format; null without a name or a contact. `text` is the idea's text. */
export function formatMentorEntry(text: string, mentor: Mentor): MentorEntryText | null {
  const contacts = [entryHandle(text, mentor), entryEmail(text, mentor)].filter((part) => part !== null)
  const name = entryName(text, mentor)
  if (name === null || contacts.length === 0) return null
  const pieces = mentor.leftovers
    .map(({ start, end }) => oneLine(text.slice(start, end)))
    .filter((piece) => !isMentorEntryLabel(piece))
  if (pieces.some(needNotPreserve)) return null
  const primary = pieces.some(isMentorEntryPrimary) ? ['primary'] : []
  const rest = pieces.filter((piece) => !isMentorEntryPrimary(piece) && !isMentorEntryNumber(piece))
  const written = [`${name} (${contacts.join(', ')})`, ...primary, ...rest].join(' - ')
  const before = text.slice(mentor.span.start, mentor.span.end)
  return {
    text: written,
    whole:
      preservesWords(before, written) &&
      preservesAddresses(before, written, mentor) &&
      !pieces.some(isMentorEntryNumber) &&
      (pieces.length === 0 || isMentorEntryBalanced(before)) &&
      !rest.some((piece) => piece.includes('@') || /^(?:who|whom|which|both|all)\b|(?:^|\s)(?:at|of|from)$/i.test(piece)) &&
      !mentor.leftovers.some(
        (span) => mayMentorEntryNamePerson(text, mentor, span) || mayMentorEntryBeContact(text, mentor, span),
      ),
    parted: rest.some((piece) => /[,;&/|]|\sand\s/i.test(piece)),
  }
}

const mentorEntrySpanText = (text: string, span: Span | null): string | null =>
  span === null ? null : text.slice(span.start, span.end)

/** The name as written, without markup and links. */
function entryName(text: string, { name, nameSpan }: Mentor): string | null {
  const written = mentorEntrySpanText(text, nameSpan)
  return written === null || /[*_`[<]|[\r\n]/.test(written) ? name : written
}

function entryHandle(text: string, { handle, handleForm, handleSpan }: Mentor): string | null {
  if (handle === null) return null
  return handleForm === 'at' ? mentorEntrySpanText(text, handleSpan) : `@${handle}`
}

function entryEmail(text: string, { email, emailSpan }: Mentor): string | null {
  const written = mentorEntrySpanText(text, emailSpan)
  return written === null || email === null || !/^(?:\[|<|mailto:)/i.test(written) ? written : email
}

/**
 * What follows a separator, or only a space, and reads as another person's name: `Derek Roe` in `Ada Fern, Derek Roe (@derek)`. It is
 * unclear whose the contacts are.
 */
export function anotherPersonIn(text: string, mentor: Mentor): string | null {
  const { span, leftovers } = mentor
  for (const piece of leftovers) {
    const before = text.slice(span.start, piece.start)
    if (isMentorEntryBracketed(before) || /[-–—:][ \t*_]*$/.test(before)) continue
    const written = text.slice(piece.start, piece.end)
    if (hasOwnContact(mentor, written, piece)) return written
    const name = written
      .split(entrySeparator)
      .map(nameAtStart)
      .find((found) => found !== null)
    if (name !== undefined) return name
  }
  return null
}

/** Whether the contact after a text is made of that, and not of the name: `BEN OAK` in `ADA FERN, BEN OAK (@ben)`. */
function hasOwnContact({ name, handle, email, handleSpan, emailSpan }: Mentor, written: string, { end }: Span): boolean {
  const contact = handle ?? email
  const at = (handleSpan ?? emailSpan)?.start ?? 0
  if (contact === null || name === null || at < end) return false
  return resemblesName(contact, written.split(/\s+/)) && !resemblesName(contact, name.split(' '))
}

const entrySeparator = /[,;&/|]|\s(?:and|or|und|et)\s/i

/** `Derek Roe from Example` → `Derek Roe`; null unless a full name is at the start of a text, alone or before where the person is. */
function nameAtStart(part: string): string | null {
  const words = part
    .trim()
    .replace(/^(?:with|plus)\s+/i, '')
    .split(/\s+/)
  const end = words.findIndex((word) => isLocationPreposition(word) || /^[([<@–—-]/.test(word))
  const name = words.slice(0, end < 0 ? words.length : end)
  return isFullName(name) ? name.join(' ') : null
}

const organizationWord =
  /^(?:inc|ltd|llc|gmbh|corp|corporation|company|labs?|university|institute|foundation|technologies|systems|team)\b/i

/** Whether a remark after a separator may name another person or an organization: two to four capitalized words outside parentheses. */
function mayMentorEntryNamePerson(text: string, { span }: Mentor, piece: Span): boolean {
  const before = text.slice(span.start, piece.start)
  if (isMentorEntryBracketed(before) || !/[,;&/|]\s*$|\s(?:and|or|und|et)\s+$/i.test(before)) return false
  return text
    .slice(piece.start, piece.end)
    .split(entrySeparator)
    .map((part) => part.trim().split(/\s+/))
    .some(
      (words) =>
        words.length > 1 &&
        words.length < 5 &&
        words.every((word) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u.test(word) && !organizationWord.test(word)),
    )
}

const isMentorEntryBracketed = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')')

/** Whether a remark in parentheses may be the rest of a mistyped handle or address: only whitespace separates the two. */
function mayMentorEntryBeContact(
  text: string,
  { span, handleSpan, handleForm, emailSpan, emailForm }: Mentor,
  piece: Span,
): boolean {
  if (!isMentorEntryBracketed(text.slice(span.start, piece.start))) return false
  const follows = (contact: Span | null): boolean =>
    contact !== null && contact.end <= piece.start && text.slice(contact.end, piece.start).trim() === ''
  return (handleForm === 'at' && follows(handleSpan)) || (emailForm !== 'plain' && follows(emailSpan))
}

/** Text after an unclosed bracket may be another person. */
const isMentorEntryBalanced = (entry: string): boolean => entry.split(/[([]/).length === entry.split(/[)\]]/).length

/**
 * Whether `written`, read on its own, is the same mentor. `isSingleItem` is that of `MentorSource`; `canonical` requires the canonical
 * format as well.
 */
export function readsBackAs(written: string, mentor: Mentor, isSingleItem: boolean, canonical = true): boolean {
  const [read, ...others] = readMentors(written, { span: { start: 0, end: written.length }, isSingleItem }, [])
  return (
    read !== undefined &&
    others.length === 0 &&
    (read.isCanonical || !canonical) &&
    read.name === mentor.name &&
    read.handle === mentor.handle &&
    read.email === mentor.email
  )
}
