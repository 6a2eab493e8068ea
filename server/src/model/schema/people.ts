import type { Span } from '../../text/span.ts'
import { mentorId } from '../mentors/identity.ts'
import type { Mentor } from '../types.ts'
import { PartReader, type Taken } from './partReader.ts'
import { chatWords, entryRoles, noPersonPhrases, noPersonWords } from './words.ts'

/** A line of a mentors field, without its bullet. Spans count as those of the text do. */
export interface PeopleLine {
  readonly text: string
  readonly start: number
}

const address = /(?:mailto:|e-?mail:)?[ \t]*<?[ \t]*<?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})>?[ \t]*>?/i
const account = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/(?:orgs\/)?([A-Za-z0-9][A-Za-z0-9._-]{0,80})\/?$/i
const bareAccount = /<?https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/(?:orgs\/)?([A-Za-z0-9][A-Za-z0-9._-]{0,80})\/?>?/i
const mention = /\{\{[%<][ \t]{0,3}mention[ \t]{1,3}"?([^"%<>{}]{1,60}?)"?[ \t]{0,3}[%>]\}\}/
const otherShortcode = /\{\{[^{}]{0,200}\}\}/
const referenceHandle = /\[@([A-Za-z0-9-]{1,60})\](?:\[[^\]]{0,60}\])?/
const handle = /(?<![\w.])@([A-Za-z0-9](?:[A-Za-z0-9._-]{0,80}[A-Za-z0-9_-])?)/

/** The people in a mentors field, whatever its form (`docs/spec.md#people`). `lines` are those of its value, in their order. */
export const readPeople = (lines: readonly PeopleLine[], isPrimaryField = false): readonly Mentor[] =>
  lines.flatMap((line) => {
    const { text, start, isPrimary } = withoutRole(line)
    return splitPeople(text).flatMap(
      ({ start: from, end }) => personIn(text.slice(from, end), start + from, isPrimary || isPrimaryField) ?? [],
    )
  })

const roleAhead = /^[ \t]*(?:\*\*|__|\*|_)?([\p{L}][\p{L} -]{0,24}?)[ \t]*:?(?:\*\*|__|\*|_)?[ \t]*:(?![/\w])/u
const boldRoleAhead = /^[ \t]*(?:\*\*|__)([\p{L}][\p{L} -]{0,24}?):?(?:\*\*|__)[ \t]*:?/u

/** `**Primary:** Ada` → `Ada`, marked primary. */
function withoutRole({ text, start }: PeopleLine): PeopleLine & { readonly isPrimary: boolean } {
  const found = boldRoleAhead.exec(text) ?? roleAhead.exec(text)
  const words = found?.[1]?.toLowerCase().split(/[ -]+/) ?? []
  const isRole = words.length > 0 && words.some((word) => entryRoles.includes(word))
  if (!found || !isRole) return { text, start, isPrimary: false }
  const length = found[0].length
  return { text: text.slice(length), start: start + length, isPrimary: words.includes('primary') }
}

const peopleSeparator = /^(?:[ \t]*[,;|、，；&][ \t]*|[ \t]*<br[ \t]?\/?>[ \t]*|[ \t]+(?:and|und|et|y|e|&)[ \t]+)/i

/** Cuts a line into the parts that each name one person; brackets, links and shortcodes stay whole. */
function splitPeople(text: string): readonly Span[] {
  const parts: Span[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    const cut = depth === 0 ? (peopleSeparator.exec(text.slice(at, at + 12)) ?? betweenPeople(text, at)) : null
    if (cut !== null) {
      parts.push({ start: from, end: at })
      at += cut[0].length - 1
      from = at + 1
    } else if ('([{'.includes(char) || (char === '<' && text.indexOf('>', at) >= 0)) depth++
    else if (')]}>'.includes(char)) depth = Math.max(0, depth - 1)
  }
  parts.push({ start: from, end: text.length })
  return parts.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

/** A space between two links, two handles or two shortcodes: `@ada @ben`. */
function betweenPeople(text: string, at: number): RegExpExecArray | null {
  const space = /^[ \t]+/.exec(text.slice(at, at + 4))
  if (!space) return null
  const before = text[at - 1]
  const after = text.slice(at + space[0].length, at + space[0].length + 12)
  const isBetween =
    (before === ')' && /^\[[^\]]/.test(after)) ||
    (before === ']' && after.startsWith('[@')) ||
    (before === '}' && after.startsWith('{{')) ||
    (after.startsWith('@') && /@[\w.-]{1,40}$/.test(text.slice(Math.max(0, at - 42), at)))
  return isBetween ? space : null
}

/** Reads one part; null if it names no one. */
function personIn(source: string, base: number, isPrimary: boolean): Mentor | null {
  const reader = new PartReader(source, base)
  const shortcode = reader.take(mention)
  reader.take(otherShortcode)
  const linked = takeLinks(reader)
  const reference = reader.take(referenceHandle)
  const mail = linked.mail ?? reader.take(address)
  const url = reader.take(bareAccount)
  const at = reader.take(handle)
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
  return mentorOf({ name, handle: own.account, form: own.form, mail, isPrimary, span: reader.span })
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
      link.dropMarks(words.includes('@'))
    } else if (owner !== undefined) {
      found ??= { value: owner, span: /^@[\w-]+$/.test(words) ? link.text.span : link.urlSpan }
      link.dropMarks(/^@|^git ?hub$|^gitlab$/i.test(words))
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
  if (both) {
    const [, name = '', account = ''] = both
    const start = shown.span.end - account.length - 1
    return {
      name: isPersonName(name) ? { value: name, span: { start: shown.span.start, end: shown.span.start + name.length } } : null,
      own: { account: { value: account, span: { start, end: start + account.length } }, form: 'withoutAt' },
    }
  }
  if (!isPersonName(shown.value)) return { name: null, own: none }
  return found === null && oneLowerCaseWord.test(shown.value)
    ? { name: null, own: { account: shown, form: 'withoutAt' } }
    : { name: shown, own: none }
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
    !/(?:^|\s)teams?$/.test(plain) &&
    /\p{L}/u.test(plain)
  )
}

const maxWords = 14
const maxPartWords = 6
/** Words of sentences; a name has none of them, but for particles. */
const proseWord =
  /^(?:the|is|are|was|were|who|we|you|they|to|in|on|for|with|this|that|please|see|has|have|will|can|should|our|your|from|about|it)$/

/**
 * Whether a value of a mentors field is people, or a word for no one: contacts, or up to 14 words whose comma parts have up to six.
 * `next` are the first lines after an empty value.
 */
export function isPeople(value: string, next: readonly string[]): boolean {
  const text = `${value} ${value.trim() === '' ? next.join(' ') : ''}`.trim().slice(0, 1000)
  if (/@[A-Za-z0-9]|mailto:|(?:github|gitlab)\.com\/[\w-]|\b(?:TBD|TBA)\b|add yourself|\{\{/i.test(text)) return true
  const plain = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[-*+•\d.)\s]+/, '')
  if (plain === '') return value.trim() === '' && next.length === 0
  if (/[?!]$/.test(plain)) return false
  const parts = plain
    .split(/,|;| and |&|\||\s[-–—]\s|\(/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const words = plain.split(/\s+/)
  if (words.filter((word) => proseWord.test(word.toLowerCase())).length >= 2) return false
  if (parts.filter((part) => /^\p{Ll}/u.test(part) && part.includes(' ')).length * 2 > parts.length) return false
  return words.length <= maxWords || (parts.length > 1 && parts.every((part) => part.split(/\s+/).length <= maxPartWords))
}
