import { readMentors } from '../../model/mentors/readMentors.ts'
import type { Mentor } from '../../model/types.ts'
import type { Span } from '../../text/span.ts'
import { oneLine } from '../../text/wording.ts'
import { isMeaningless, preservesAddresses, preservesWords } from './preservesWords.ts'

/** An entry in the form `Name (@handle, e-mail) - primary - remark`. */
export interface MentorEntryText {
  readonly text: string
  /** Whether it surely says the same: link texts may be lost in it, or another person, or somebody's organisation, be misread. */
  readonly whole: boolean
  /** Whether a piece behind the brackets could be taken for another person on a line with several. */
  readonly parted: boolean
}

/** What says no more of somebody than the field's own label does. */
const isOwnLabel = (piece: string): boolean => /^mentors?(?:\(s\))?\.?$/i.test(piece)

/** Which of several mentors somebody is (`Mentor 2`). */
const isNumber = (piece: string): boolean => /^mentor[ ]?#?(?:\d{1,2}|[a-z])\.?$/i.test(piece)

const isPrimaryWording = (piece: string): boolean => /^primary(?:[ -]mentor)?\.?$/i.test(piece)

/** A mentor's entry as it is to be written; null where there is no name, or nothing to put into the brackets. `text` is the idea's. */
export function formatMentorEntry(text: string, mentor: Mentor): MentorEntryText | null {
  const contacts = [handleOf(text, mentor), addressOf(text, mentor)].filter((part) => part !== null)
  const name = nameOf(text, mentor)
  if (name === null || contacts.length === 0) return null
  const pieces = mentor.leftovers.map(({ start, end }) => oneLine(text.slice(start, end))).filter((piece) => !isOwnLabel(piece))
  if (pieces.some(isMeaningless)) return null
  const primary = pieces.some(isPrimaryWording) ? ['primary'] : []
  const rest = pieces.filter((piece) => !isPrimaryWording(piece) && !isNumber(piece))
  const written = [`${name} (${contacts.join(', ')})`, ...primary, ...rest].join(' - ')
  const before = text.slice(mentor.span.start, mentor.span.end)
  return {
    text: written,
    whole:
      preservesWords(before, written) &&
      preservesAddresses(before, written, mentor) &&
      !pieces.some(isNumber) &&
      (pieces.length === 0 || isBalanced(before)) &&
      !rest.some((piece) => piece.includes('@') || /^(?:who|whom|which|both|all)\b|(?:^|\s)(?:at|of|from)$/i.test(piece)) &&
      !mentor.leftovers.some((span) => mayNamePerson(text, mentor, span) || mayBelongToContact(text, mentor, span)),
    parted: rest.some((piece) => /[,;&/|]|\sand\s/i.test(piece)),
  }
}

const slice = (text: string, span: Span | null): string | null => (span === null ? null : text.slice(span.start, span.end))

/** As written; what is marked up or linked in the plain. */
function nameOf(text: string, { name, nameSpan }: Mentor): string | null {
  const written = slice(text, nameSpan)
  return written === null || /[*_`[<]|[\r\n]/.test(written) ? name : written
}

function handleOf(text: string, { handle, handleForm, handleSpan }: Mentor): string | null {
  if (handle === null) return null
  return handleForm === 'at' ? slice(text, handleSpan) : `@${handle}`
}

function addressOf(text: string, { email, emailSpan }: Mentor): string | null {
  const written = slice(text, emailSpan)
  return written === null || email === null || !/^(?:\[|<|mailto:)/i.test(written) ? written : email
}

const organisation =
  /^(?:inc|ltd|llc|gmbh|corp|corporation|company|labs?|university|institute|foundation|technologies|systems|team)\b/i

/** Whether a piece behind a comma reads like another person's name: two to four capitalised words outside the brackets. */
function mayNamePerson(text: string, { span }: Mentor, piece: Span): boolean {
  const before = text.slice(span.start, piece.start)
  if (isInBrackets(before) || !/[,;&/|]\s*$|\s(?:and|or)\s+$/i.test(before)) return false
  return text
    .slice(piece.start, piece.end)
    .split(/[,;&/|]|\s(?:and|or)\s/i)
    .map((part) => part.trim().split(/\s+/))
    .some(
      (words) =>
        words.length > 1 &&
        words.length < 5 &&
        words.every((word) => /^[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u.test(word) && !organisation.test(word)),
    )
}

const isInBrackets = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')')

/** Whether a piece may be the rest of a handle or an address that was mistyped: nothing but a blank parts it within the brackets. */
function mayBelongToContact(text: string, { span, handleSpan, handleForm, emailSpan, emailForm }: Mentor, piece: Span): boolean {
  if (!isInBrackets(text.slice(span.start, piece.start))) return false
  const follows = (contact: Span | null): boolean =>
    contact !== null && contact.end <= piece.start && text.slice(contact.end, piece.start).trim() === ''
  return (handleForm === 'at' && follows(handleSpan)) || (emailForm !== 'plain' && follows(emailSpan))
}

/** Behind a bracket that never closes may stand another person. */
const isBalanced = (entry: string): boolean => entry.split(/[([]/).length === entry.split(/[)\]]/).length

/** Whether a text alone names the same person, `mended` in the form that is asked for; `one` as in `MentorSource`. */
export function readsBackAs(written: string, mentor: Mentor, one: boolean, mended = true): boolean {
  const [read, ...others] = readMentors(written, { span: { start: 0, end: written.length }, isSingleItem: one }, [])
  return (
    read !== undefined &&
    others.length === 0 &&
    (read.isCanonical || !mended) &&
    read.name === mentor.name &&
    read.handle === mentor.handle &&
    read.email === mentor.email
  )
}
