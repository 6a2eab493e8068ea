import type { Span } from '../../text/span.ts'
import type { SourceLink } from '../blocks/links.ts'
import type { Mentor } from '../types.ts'
import { extraText, isMeaningful } from './extras.ts'
import { mentorId } from './identity.ts'
import { looksLikeName } from './names.ts'
import { isPrimaryWord } from './prose.ts'
import { leadingLabel, stripRole, stripRoleSuffix } from './roles.ts'
import { accountKinds, emailKinds, looksLikeHandle, splitEntries } from './splitEntries.ts'
import { isContact, isLocationPreposition, isRole, type MentorSource, spanOf, type Token, tokens } from './tokens.ts'

/** Reads the people that a text names, in every form that lists hold; spans count as `source.span` does. */
export function readMentors(text: string, source: MentorSource, links: readonly SourceLink[]): readonly Mentor[] {
  const people = splitEntries(tokens(text, source, links), source.isSingleItem)
  const mentors = people.map((entry) => readMentor(text, entry)).filter((found) => found !== null)
  const together = mentors.slice(1).map((found, index) => sameLine(text, mentors[index]!.span, found.span))
  return mentors.map((found, index) => ({
    ...found,
    sharesLine: (together[index - 1] ?? false) || (together[index] ?? false),
  }))
}

const sameLine = (text: string, before: Span, after: Span): boolean => !/[\r\n]/.test(text.slice(before.end, after.start))

interface Parts {
  readonly name: readonly Token[]
  readonly handle: Token | null
  readonly withoutAt: boolean
  readonly email: Token | null
  readonly foreign: Token | null
}

/** Tells name, handle and address of one person apart. */
function parts(entry: readonly Token[]): Parts {
  const email = entry.find((token) => emailKinds.includes(token.kind)) ?? null
  const foreign = entry.find((token) => token.kind === 'foreign') ?? null
  const handle = ownAccount(entry, 'handle') ?? ownAccount(entry, 'profile')
  const name = nameTokens(entry)
  if (handle) return { name, handle, withoutAt: false, email, foreign }
  const bare = bareHandle(entry, name, email)
  const before = bare ? name.filter((token) => token.span.end <= bare.span.start) : name
  return { name: bare ? withoutTail(before) : before, handle: bare, withoutAt: true, email, foreign }
}

/** The first account of a kind; one of a place (`at @example`) where there is no other. */
function ownAccount(entry: readonly Token[], kind: Token['kind']): Token | null {
  const all = entry.filter((token) => token.kind === kind)
  return all.find((token) => !isLocationPreposition(entry[entry.indexOf(token) - 1]?.value ?? '')) ?? all[0] ?? null
}

/** Without commas and brackets that a name left open. */
const withoutTail = (part: readonly Token[]): readonly Token[] =>
  part.slice(0, part.findLastIndex((token) => token.kind === 'word' || token.kind === 'close') + 1)

/** The words before the first contact, brackets in the name included; for a linked name the link itself. */
function nameTokens(entry: readonly Token[]): readonly Token[] {
  const body = entry.slice(leadingLabel(entry).length)
  const isLinkedName = ({ kind, shown }: Token): boolean =>
    shown !== undefined &&
    /^\p{L}/u.test(shown) &&
    !isContactWord(shown) &&
    (kind === 'profile' || kind === 'foreign' || (kind === 'email' && body[0]?.shown === shown))
  const linked = body.find(isLinkedName)
  const opensContacts = bracketsOfContacts(body)
  const stop = body.findIndex(
    (token, index) =>
      isContact(token) || token.kind === 'dash' || token.kind === 'cell' || token.kind === 'label' || opensContacts.has(index),
  )
  const before = beforeCompany(stripRole(body.slice(0, stop < 0 ? body.length : stop)))
  const name = withoutTail(stripRoleSuffix(withoutTail(before)))
  if (name.length > 0) return name
  return linked ? [linked] : nameBehind(body)
}

/** What a link to an account is called that is no name. */
const isContactWord = (shown: string): boolean =>
  /^(?:github|e-?mail|mail|profile|account|contact)(?:[ \t]profile)?$/i.test(shown)

/** `Jane Roe, Some Company` is Jane Roe; a single word behind the comma belongs to the name (`Hung-Ying, Tai`). */
function beforeCompany(before: readonly Token[]): readonly Token[] {
  const comma = before.findIndex(({ kind }) => kind === 'comma')
  const words = (part: readonly Token[]): number => part.filter(({ kind }) => kind === 'word').length
  return comma > 1 && words(before.slice(0, comma)) > 1 && words(before.slice(comma)) > 1 ? before.slice(0, comma) : before
}

/** A name of two to four words right behind the account, or before the address in the brackets behind it. */
function nameBehind(entry: readonly Token[]): readonly Token[] {
  const [first, second] = entry
  if (first === undefined || !accountKinds.includes(first.kind)) return []
  const inside = second?.kind === 'open'
  const from = inside ? 2 : 1
  const found = entry.findIndex(({ kind }, index) => index >= from && kind !== 'word')
  const end = found < 0 ? entry.length : found
  const [comma, address] = entry.slice(end)
  if (inside && (comma?.kind !== 'comma' || address === undefined || !emailKinds.includes(address.kind))) return []
  const name = entry.slice(from, end)
  const isName = name.length > 1 && name.length < 5 && looksLikeName(name) && !name.some(({ value }) => isRole(value))
  return isName ? name : []
}

/** The brackets that hold a contact before anything closes, from behind as each is looked at once. */
function bracketsOfContacts(entry: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  let holds = false
  for (let index = entry.length - 1; index >= 0; index--) {
    const token = entry[index]!
    if (token.kind === 'close') holds = false
    else if (isContact(token) || (token.kind === 'label' && token.value !== 'name')) holds = true
    else if (token.kind === 'open' && holds) found.add(index)
  }
  return found
}

/** A handle without `@`: alone in brackets behind the name, or between name and address. */
function bareHandle(entry: readonly Token[], name: readonly Token[], email: Token | null): Token | null {
  const labelled = entry[entry.findIndex(({ kind, value }) => kind === 'label' && value === 'github') + 1]
  if (labelled !== entry[0] && labelled?.kind === 'word' && /^[A-Za-z0-9][\w-]{0,38}$/.test(labelled.value)) return labelled
  const open = entry.findIndex((token) => token.kind === 'open')
  const inBracket = entry[open + 1]
  const behind = entry[open + 2]
  if (
    open > 0 &&
    inBracket?.kind === 'word' &&
    behind &&
    (behind.kind === 'close' || behind.kind === 'comma') &&
    !isRole(inBracket.value)
  ) {
    const known =
      behind.kind === 'comma' && email !== null
        ? /^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(inBracket.value)
        : looksLikeHandle(inBracket.value)
    if (known && (name.length === 0 || name[0] !== inBracket)) return inBracket
  }
  const last = entry.findLastIndex((token) => token.kind === 'comma')
  const between = email ? entry.indexOf(email) : entry.length
  const word = entry.slice(0, between).findLast((token) => token.kind !== 'comma')
  const commaBefore = word ? entry[entry.indexOf(word) - 1] : undefined
  if (open < 0 && last > 0 && email && word?.kind === 'word' && commaBefore?.kind === 'comma' && looksLikeHandle(word.value))
    return word
  return null
}

/** The person of an entry; null where it names nobody and says no contact. */
export function readMentor(text: string, entry: readonly Token[]): Mentor | null {
  const { name, handle, withoutAt, email, foreign } = parts(entry)
  if (name.length === 0 && !handle && !email && !foreign) return null
  const names = new Set(name)
  const own = name.filter((token) => token !== handle || token.shown !== undefined)
  const nameSpan = own.length > 0 ? spanOf(own) : null
  const span = trimmedEntry(entry)
  const shown =
    own.length === 1 && own[0]!.shown !== undefined ? own[0]!.shown : nameSpan ? text.slice(nameSpan.start, nameSpan.end) : null
  const linked = handle?.kind === 'profile'
  const contacts = { handle: handle?.value ?? null, email: email?.kind === 'email' ? email.value : null }
  const id = mentorId(contacts)
  return {
    name: shown === null ? null : plain(shown),
    ...contacts,
    id,
    primary: entry.some(
      (token, index) => isPrimaryWord(token) && !/^(?:not?|non|never)$/i.test(entry[index - 1]?.value ?? '') && !names.has(token),
    ),
    remark: remarkOf(text, entry, [...own, ...(handle ? [handle] : []), ...(email?.kind === 'email' ? [email] : [])]),
    leftovers: extraText(entry, [...own, handle, email], id.handle),
    span,
    nameSpan,
    handleSpan: handle?.span ?? foreign?.span ?? null,
    emailSpan: email?.span ?? null,
    emailForm:
      email === null ? null : email.kind === 'email' ? 'plain' : email.kind === 'obfuscated' ? 'obfuscated' : 'malformed',
    handleForm: handle
      ? withoutAt
        ? 'withoutAt'
        : linked
          ? 'link'
          : text.startsWith('@@', handle.span.start)
            ? 'double-at'
            : 'at'
      : foreign
        ? 'foreign'
        : null,
    isCanonical: isCanonical(text, entry, name),
    sharesLine: false,
  }
}

const plain = (name: string): string =>
  name
    .replace(/[*_`]+|<\/?[a-z]{1,6}[ \t]?>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()

/** From the first to the last token that says something. */
function trimmedEntry(entry: readonly Token[]): Span {
  const last = entry.findLastIndex(
    (token) => token.kind !== 'comma' && token.kind !== 'and' && token.kind !== 'dash' && token.kind !== 'cell',
  )
  return { start: entry[0]!.span.start, end: entry[Math.max(0, last)]!.span.end }
}

/** What is left of an entry beside name, handle, address, role and punctuation. */
function remarkOf(text: string, entry: readonly Token[], taken: readonly Token[]): string | null {
  const own = new Set([...taken, ...leadingLabel(entry)])
  const says = (token: Token): boolean => isMeaningful(token) && !(token.kind === 'word' && isRole(token.value))
  const outside = entry.filter((token) => !own.has(token) && says(token))
  return outside.length === 0 ? null : text.slice(outside[0]!.span.start, outside.at(-1)!.span.end)
}

/** `Name (@handle, e-mail)`, and behind it nothing or ` - ` with some words. */
function isCanonical(text: string, entry: readonly Token[], name: readonly Token[]): boolean {
  const open = name.length === 0 ? -1 : entry.indexOf(name.at(-1)!) + 1
  if (open < 1 || entry[0] !== name[0] || entry[open]?.kind !== 'open' || text[entry[open]!.span.start] !== '(') return false
  if (name.some((token) => token.shown !== undefined) || !/[ \t]/.test(text[entry[open]!.span.start - 1] ?? '')) return false
  const close = entry.findIndex((token, index) => index > open && token.kind === 'close')
  if (close < 0) return false
  const brackets = entry.slice(open + 1, close)
  // a semicolon, or a comma of another script, is none that a script splits at
  if (brackets.some(({ kind, span }) => kind === 'comma' && text[span.start] !== ',')) return false
  const [first, comma, second, ...more] = brackets.map(({ kind }) => kind)
  const ends = (kind: Token['kind'] | undefined): boolean => kind !== undefined && emailKinds.includes(kind)
  const pair =
    first === 'handle' ? comma === undefined || (comma === 'comma' && ends(second)) : comma === undefined && ends(first)
  const behind = entry.slice(close + 1)
  return (
    pair &&
    more.length === 0 &&
    (behind.length === 0 || behind[0]!.kind === 'dash' || behind.every(({ kind }) => kind === 'comma' || kind === 'and'))
  )
}
