import type { Span } from '../../text/span.ts'
import { mentorId } from '../mentors/identity.ts'
import type { Mentor } from '../types.ts'
import { joinContacts } from './joinContacts.ts'
import { PartReader, type Taken } from './partReader.ts'
import { splitPeople } from './splitPeople.ts'
import { chatWords, entryRoles, groupWords, noPersonPhrases, noPersonWords } from './words.ts'

/** A line of a mentors field, without its bullet. Spans count as those of the text do. */
export interface PeopleLine {
  readonly text: string
  readonly start: number
}

const address = /(?:mailto:|e-?mail:)?[ \t]*<?[ \t]*<?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>?[ \t]*>?/i
const account = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/(?:orgs\/)?([A-Za-z0-9][A-Za-z0-9._-]{0,80})\/?$/i
const bareAccount = /<?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/(?:orgs\/)?([A-Za-z0-9][A-Za-z0-9._-]{0,80})\/?>?/i
const otherPage = /<?https?:\/\/[^\s<>()]{1,500}>?/i
const mention = /\{\{[%<][ \t]{0,3}mention[ \t]{1,3}"?([^"%<>{}]{1,60}?)"?[ \t]{0,3}[%>]\}\}/
/** `Slack: @ada` */
const chatAccount =
  /(?:slack|irc|matrix|discord|zulip|telegram|gitter|twitter|mastodon|linkedin)[ \t]{0,3}(?:id|nick|handle)?[ \t]{0,3}[:=][ \t]{0,3}[`*_]{0,2}@?[\w.#:-]{1,80}/i
/** `ada [at] example.org`, `ada AT example DOT org` */
const disguisedAddress =
  /[\w.+-]{1,64}(?:[ \t]{0,3}[[({<][ \t]?at[ \t]?[\])}>][ \t]{0,3}|[ \t]AT[ \t])[\w-]{1,63}(?:(?:\.|[ \t]{0,3}[[({<][ \t]?dot[ \t]?[\])}>][ \t]{0,3}|[ \t]DOT[ \t])[\w-]{1,63}){0,5}/i
/** `Ada Fern - primary`, `Ada Fern as a primary mentor` */
const primaryMark =
  /[ \t]*(?:[-–—(,][ \t]?|[ \t]as[ \t](?:an?[ \t]|the[ \t])?)primary(?:[ \t]mentor)?\)?(?=[^\p{L}]*$|[ \t]*[-–—])/iu
const otherShortcode = /\{\{[^{}]{0,200}\}\}/
const referenceHandle = /\[@([A-Za-z0-9-]{1,60})\](?:\[[^\]]{0,60}\]|(?!\())/
const handle = /(?<![\w.])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,80}[A-Za-z0-9_-])?)/

/** The people in a mentors field, whatever its form (`docs/spec.md#people`). `lines` are those of its value, in their order. */
export const readPeople = (lines: readonly PeopleLine[], isPrimaryField = false): readonly Mentor[] =>
  lines.flatMap((line) => {
    const { text, start, isPrimary } = withoutRole(line)
    const shown = text.replace(/~~[^~]{0,200}~~/g, (struck) => ' '.repeat(struck.length))
    const parts = splitPeople(shown)
    const named = isProse(shown) ? parts.flatMap((part) => contactInProse(shown, part) ?? []) : parts
    const people = named.flatMap(({ start: from, end }) => {
      const part = withoutRole({ text: shown.slice(from, end), start: start + from })
      return personIn(part.text, part.start, part.isPrimary || isPrimary || isPrimaryField) ?? []
    })
    return joinContacts(people)
  })

const roleAhead = /^[ \t]*(?:\*\*|__|\*|_)?(\p{L}[\p{L}\d -]{0,24}?)[ \t]*:?(?:\*\*|__|\*|_)?[ \t]*:(?![/\w])/u
const boldRoleAhead = /^[ \t]*(?:\*\*|__)(\p{L}[\p{L}\d -]{0,24}?):?(?:\*\*|__)[ \t]*:?/u

/** `**Primary:** Ada` → `Ada`, marked primary. */
function withoutRole({ text, start }: PeopleLine): PeopleLine & { readonly isPrimary: boolean } {
  const found = boldRoleAhead.exec(text) ?? roleAhead.exec(text)
  if (!found) return { text, start, isPrimary: false }
  const words = found[1]!.toLowerCase().replace(/\d/g, '').split(/[ -]+/)
  const { length } = found[0]
  // `Support: Ada Fern` names a role, `Ada: ada@example.org` a person
  const isRole =
    words.some((word) => entryRoles.includes(word)) ||
    /^[ \t]*\[?\p{Lu}[\p{L}.'-]*[ \t]+(?:\p{Ll}+[ \t]+){0,3}\p{Lu}/u.test(text.slice(length))
  if (!isRole) return { text, start, isPrimary: false }
  return { text: text.slice(length), start: start + length, isPrimary: words.includes('primary') }
}

const maxNamedWords = 4

/** Of a sentence only the part with a contact counts: `I can help. Ada Fern (ada@example.org)` → `Ada Fern (ada@example.org)`. */
function contactInProse(text: string, { start, end }: Span): Span | null {
  const part = text.slice(start, end)
  const contact = /[[(<]|[\w.+-]{0,64}@|https?:/.exec(part)
  if (contact === null || !/@[\w-]|(?:github|gitlab)\.com\//.test(part)) return null
  const ahead = part.slice(0, contact.index)
  const sentence = ahead.search(/[.!:][ \t]+[^.!:]*$/)
  const name = sentence < 0 ? ahead : ahead.slice(sentence + 1)
  return name.trim().split(/\s+/).length > maxNamedWords ? null : { start: start + ahead.length - name.length, end }
}

/** Reads one part; null if it names no one. */
function personIn(source: string, base: number, isPrimary: boolean): Mentor | null {
  const reader = new PartReader(source, base)
  reader.take(chatAccount)
  const shortcode = reader.take(mention)
  reader.take(otherShortcode)
  const reference = reader.take(referenceHandle)
  const linked = takeLinks(reader)
  const mail = linked.mail ?? reader.take(address)
  const url = reader.take(bareAccount)
  reader.take(otherPage)
  const at = reader.take(handle)
  reader.take(disguisedAddress)
  const isMarked = reader.take(primaryMark) !== null
  const accounts: readonly AccountForm[] = [
    { account: shortcode, form: 'withoutAt' },
    { account: linked.account, form: 'link' },
    { account: reference, form: 'at' },
    { account: url, form: 'link' },
    { account: at, form: 'at' },
  ]
  const found = accounts.find(({ account }) => account !== null) ?? null
  const { name, own } = nameAndAccount(reader.name(), found)
  if (name === null && own.account === null && mail === null) return null
  return mentorOf({ name, handle: own.account, form: own.form, mail, isPrimary: isPrimary || isMarked, span: reader.span })
}

interface AccountForm {
  readonly account: Taken | null
  readonly form: Mentor['handleForm']
}

/** Takes all links: to an account, to an address, to a chat. */
function takeLinks(reader: PartReader): { readonly account: Taken | null; readonly mail: Taken | null } {
  let found: Taken | null = null
  let mail: Taken | null = null
  for (let link = reader.nextLink(); link; link = reader.nextLink()) {
    const owner = account.exec(link.url)?.[1]
    const words = link.text.value.trim()
    if (isMail.test(link.url)) {
      mail ??= { value: link.url.replace(/^mailto:/i, ''), span: link.urlSpan }
      link.dropMarks(/@|^e?-?mail$/i.test(words))
    } else if (owner !== undefined) {
      found ??= { value: owner, span: /^@[\w-]+$/.test(words) ? link.text.span : link.urlSpan }
      link.dropMarks(/^@[\w-]+$|^git ?hub$|^gitlab$|^gh$/i.test(words))
    } else link.dropMarks(chatWords.includes(words.toLowerCase()))
  }
  return { account: found, mail }
}

const isMail = /^mailto:|^[^\s/:@]{1,64}@[^\s/@]{1,200}$/i
const nameWithAccount = /^(\S.*?\S?)[ \t]+\(([a-z0-9][a-z0-9-]{0,38})\)$/
const oneLowerCaseWord = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** `Ada Fern (ada)` is a name and an account, `ada` an account: only if none was found elsewhere. */
function nameAndAccount(
  shown: Taken | null,
  found: AccountForm | null,
): { readonly name: Taken | null; readonly own: AccountForm } {
  const none: AccountForm = found ?? { account: null, form: null }
  if (shown === null) return { name: null, own: none }
  const both = found === null ? nameWithAccount.exec(shown.value) : null
  if (both && !entryRoles.includes(both[2]!)) {
    const [, name = '', account = ''] = both
    const start = shown.span.end - account.length - 1
    return {
      name: isPersonName(name) ? { value: name, span: { start: shown.span.start, end: shown.span.start + name.length } } : null,
      own: { account: { value: account, span: { start, end: start + account.length } }, form: 'withoutAt' },
    }
  }
  const name = withoutNote(shown)
  if (!isPersonName(name.value)) return { name: null, own: none }
  return found === null && oneLowerCaseWord.test(name.value)
    ? { name: null, own: { account: name, form: 'withoutAt' } }
    : { name, own: none }
}

/** `Ada Fern (Example University)` → `Ada Fern` */
function withoutNote({ value, span }: Taken): Taken {
  const name = value
    .replace(/[ \t]*\([^()]*\)?$/, '')
    .replace(/[ \t]+(?:e-?mail|git ?hub)[ \t]*:?$/i, '')
    .replace(/[\s\-–—,;:]+$/, '')
  return name === '' || name === value
    ? { value, span }
    : { value: name, span: { start: span.start, end: span.start + name.length } }
}

interface PersonParts {
  readonly name: Taken | null
  readonly handle: Taken | null
  readonly form: Mentor['handleForm']
  readonly mail: Taken | null
  readonly isPrimary: boolean
  readonly span: Span
}

const mentorOf = ({ name, handle: account, form, mail, isPrimary, span }: PersonParts): Mentor => ({
  name: name?.value ?? null,
  handle: account?.value ?? null,
  email: mail?.value ?? null,
  id: mentorId({ handle: account?.value ?? null, email: mail?.value ?? null }),
  primary: isPrimary,
  remark: null,
  leftovers: [],
  span,
  nameSpan: name?.span ?? null,
  handleSpan: account?.span ?? null,
  emailSpan: mail?.span ?? null,
  emailForm: mail ? 'plain' : null,
  handleForm: account ? form : null,
  isCanonical: true,
  sharesLine: false,
})

const maxNameWords = 6

function isPersonName(name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/[.!?:]+$/, '')
    .trim()
  return (
    plain !== '' &&
    name.split(' ').length <= maxNameWords &&
    !noPersonWords.includes(plain) &&
    !noPersonPhrases.some((phrase) => plain.startsWith(phrase)) &&
    !entryRoles.includes(plain) &&
    !plain.split(/[^\p{L}]+/u).some((word) => groupWords.includes(word)) &&
    /\p{L}/u.test(plain)
  )
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
